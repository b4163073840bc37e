#include "geo/events/dataset_columns.hpp"

#include <doctest/doctest.h>

using namespace chronomap;

namespace {

/// A row of `cells` in column order.
DatasetRow row_of(const std::vector<std::string>& cells) {
    return {[&cells](int column) -> std::string_view { return cells[static_cast<std::size_t>(column)]; }, std::nullopt};
}

}  // namespace

TEST_CASE("columns are found by the names that published datasets use") {
    const auto ged =
        guess_columns({"id", "year", "date_start", "date_end", "where_prec", "latitude", "longitude", "best"});
    CHECK(ged.begin == 2);
    CHECK(ged.end == 3);
    CHECK(ged.place_precision == 4);
    CHECK(ged.count == 7);
    CHECK(ged.has_coordinates());
    const auto acled = guess_columns({"EVENT_ID_CNTY", "EVENT_DATE", "Event Type", "LATITUDE", "LONGITUDE", "NOTES"});
    CHECK(acled.id == 0);
    CHECK(acled.begin == 1);
    CHECK(acled.kind == 2);
    CHECK(acled.text == 5);
    CHECK_FALSE(guess_columns({"a", "b"}).has_date());
}

TEST_CASE("a date cell is read in each of the forms that datasets use") {
    CHECK(date_from_cell("2013-01-03T00:00:00", SlashOrder::unknown).text() == "2013-01-03");
    CHECK(date_from_cell("2013/01/03 00:00:00", SlashOrder::unknown).text() == "2013-01-03");
    CHECK(date_from_cell("20230103", SlashOrder::unknown).text() == "2023-01-03");
    CHECK(date_from_cell("02/24/2022", SlashOrder::unknown).text() == "2022-02-24");
    CHECK(date_from_cell(" 1993 ", SlashOrder::unknown).text() == "1993");
    CHECK(date_from_cell("1993-02-30", SlashOrder::unknown).empty());
    CHECK(date_from_cell("soon", SlashOrder::unknown).empty());
    CHECK(date_from_cell("", SlashOrder::unknown).empty());
}

TEST_CASE("an ambiguous slash date takes the column's order, and without one only its year is believed") {
    CHECK(order_seen("04/05/2022", SlashOrder::unknown) == SlashOrder::unknown);
    CHECK(order_seen("24/02/2022", SlashOrder::unknown) == SlashOrder::day_first);
    CHECK(date_from_cell("04/05/2022", SlashOrder::day_first).text() == "2022-05-04");
    CHECK(date_from_cell("04/05/2022", SlashOrder::month_first).text() == "2022-04-05");
    CHECK(date_from_cell("04/05/2022", SlashOrder::unknown).text() == "2022");
}

TEST_CASE("a row becomes an event with its own words, its source and its precision") {
    const auto columns = guess_columns({"id", "date_start", "date_end", "where_prec", "latitude", "longitude", "best",
                                        "source_headline", "source_office", "type_of_violence", "where_coordinates"});
    const std::vector<std::string> cells{"7",  "1992-02-25", "1992-02-26", "4", "39.9",   "46.8",
                                         "12", "A headline", "An agency",  "3", "Khojali"};
    const auto reading = read_row(row_of(cells), columns, "ged", 1);
    REQUIRE(reading.event);
    CHECK(reading.event->id == "ged/7");
    CHECK(reading.event->date.text() == "1992-02-25/1992-02-26");
    CHECK(reading.event->place->extent == ExtentClass::area);
    CHECK(reading.event->place->location == LonLat{46.8, 39.9});
    CHECK(reading.event->quote == "A headline");
    CHECK(reading.event->attribution == "An agency");
    CHECK(reading.event->kind == EventKind::attack);
    CHECK(reading.event->count == 12);
}

TEST_CASE("a row that names no place is at its coordinates, not at its country") {
    const auto columns = guess_columns({"date", "lat", "lon", "country", "place"});
    const std::vector<std::string> unnamed{"1993", "-39.8174", "46.75318", "Azerbaijan", " "};
    const auto reading = read_row(row_of(unnamed), columns, "x", 1);
    REQUIRE(reading.event);
    CHECK(reading.event->place->unnamed);
    CHECK(reading.event->place->name == "39.82° S, 46.75° E");
    CHECK(reading.event->place_surface.empty());
}

TEST_CASE("year, month and day may stand in three columns, with the finer ones missing") {
    const auto columns = guess_columns({"year", "month", "day", "lat", "lon"});
    const std::vector<std::string> day{"2017", "7", "31", "34.5", "69.1"}, month{"2017", "7", "", "34.5", "69.1"},
        impossible{"2017", "2", "30", "34.5", "69.1"};
    CHECK(read_row(row_of(day), columns, "x", 1).event->date.text() == "2017-07-31");
    CHECK(read_row(row_of(month), columns, "x", 1).event->date.text() == "2017-07");
    CHECK(read_row(row_of(impossible), columns, "x", 1).event->date.text() == "2017-02");
}

TEST_CASE("a row without a date or with impossible coordinates is residue, and keeps its words") {
    const auto columns = guess_columns({"date", "lat", "lon", "notes"});
    const std::vector<std::string> undated{"", "34.5", "69.1", "what happened"}, nowhere{"2017", "134.5", "69.1", "x"},
        text{"2017", "n/a", "69.1", "x"};
    const auto reading = read_row(row_of(undated), columns, "x", 1);
    CHECK_FALSE(reading.event);
    CHECK(reading.reason == ResidueReason::undated);
    CHECK(reading.text == "what happened");
    CHECK(read_row(row_of(nowhere), columns, "x", 1).reason == ResidueReason::unplaced);
    CHECK(read_row(row_of(text), columns, "x", 1).reason == ResidueReason::unplaced);
}

TEST_CASE("an EDTF column tells the date with its precision, before begin and end") {
    const auto columns = guess_columns({"edtf", "begin", "end", "lat", "lon"});
    const std::vector<std::string> month{"1992-05~", "1992-05-01", "1992-05-31", "34.5", "69.1"},
        empty{"", "1992-05-01", "", "34.5", "69.1"};
    CHECK(read_row(row_of(month), columns, "x", 1).event->date.text() == "1992-05~");
    CHECK(read_row(row_of(empty), columns, "x", 1).event->date.text() == "1992-05-01");
}
