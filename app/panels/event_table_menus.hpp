#pragma once

#include <string>

#include "app/panels/ui.hpp"

namespace chronomap {

/// What stands above a column of the event table.
const char* heading_of(TableColumn column);
/// Is the event's row among those that are picked for what is done with all of them?
bool is_picked(const Ui& ui, const std::string& id);

/// The popup "columns": which there are.
void columns_menu(Ui& ui);
/// The popup "cell": what can be done with the cell that was clicked with the right button: mostly, to look only at its
/// like; or with all picked rows.
void cell_menu(Ui& ui);

}  // namespace chronomap
