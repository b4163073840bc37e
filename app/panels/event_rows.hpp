#pragma once

#include <optional>
#include <vector>

#include "app/panels/ui.hpp"

namespace chronomap {

/// The events that list or table have as rows, sorted as the table is; kept until events, date or sort change. While
/// they are being sorted: as they were before, or by date.
const std::vector<EventIndex>& event_rows(const Ui& ui, RowsMemory& memory, TableRows which);

/// The row of the selected event when it was selected after this was last asked; nothing else.
std::optional<std::size_t> row_to_reveal(const Ui& ui, RowsMemory& memory);

/// What stands where there are no rows: why, and what to do about it.
void draw_no_rows(Ui& ui);

}  // namespace chronomap
