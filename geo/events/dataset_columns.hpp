#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geo/events/event.hpp"
#include "geo/time/edtf.hpp"

namespace chronomap {

/// Order of the numbers in "04/05/2022". Decided for a whole column: one day above 12 tells it.
enum class SlashOrder : std::uint8_t { unknown, month_first, day_first };

/// What the columns of an event dataset mean, guessed from their names (UCDP GED, ACLED, VIINA, Bellingcat and plain
/// files). An index is the column's; -1 where there is none.
struct DatasetColumns {
    int id = -1;
    int edtf = -1;                        ///< a whole EDTF date, with its precision
    int begin = -1, end = -1;             ///< one cell a date
    int year = -1, month = -1, day = -1;  ///< or three cells
    int longitude = -1, latitude = -1;
    int place = -1, country = -1, place_precision = -1;
    int text = -1;    ///< what happened, in the source's words
    int source = -1;  ///< who says so
    int kind = -1, count = -1;
    SlashOrder slash_order = SlashOrder::unknown;

    bool has_date() const { return edtf >= 0 || begin >= 0 || year >= 0; }
    bool has_coordinates() const { return longitude >= 0 && latitude >= 0; }
};

/// Guesses from the header alone; names compare without case, "_", "-" and spaces.
DatasetColumns guess_columns(const std::vector<std::string>& names);

/// Looks at one more cell of the date column. The order is known once a number above 12 was seen.
SlashOrder order_seen(std::string_view cell, SlashOrder so_far);

/// Reads a cell: ISO 8601 with or without a time, 20230103, 1/3/2023 in `order`, 1993, 2020-11. With an unknown order
/// an ambiguous cell ("04/05/2022") is read only as its year: no false precision. Empty when it is no date.
EdtfDate date_from_cell(std::string_view cell, SlashOrder order);

/// One row as the reader sees it: the cell of a column, "" when there is none, and the geometry's point if it has one.
struct DatasetRow {
    std::function<std::string_view(int)> cell;
    std::optional<LonLat> point;
};

/// The row as an event without text ranges; the residue reason when it has no date or no place.
struct RowReading {
    std::optional<Event> event;
    ResidueReason reason = ResidueReason::undated;
    std::string text;  ///< the row's own words, never empty: the cells of a row without text column
};
RowReading read_row(const DatasetRow& row, const DatasetColumns& columns, std::string_view dataset_id,
                    std::size_t row_number);

}  // namespace chronomap
