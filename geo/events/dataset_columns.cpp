#include "geo/events/dataset_columns.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>

#include "geo/text/ascii.hpp"

namespace chronomap {
namespace {

std::string plain(std::string_view name) {
    std::string out;
    for (unsigned char c : name)
        if (std::isalnum(c)) out.push_back(lower_ascii(static_cast<char>(c)));
    return out;
}

/// First column that bears one of `wanted`, earlier wanted names first.
int find(const std::vector<std::string>& names, std::initializer_list<std::string_view> wanted) {
    for (std::string_view want : wanted) {
        const auto found = std::find(names.begin(), names.end(), want);
        if (found != names.end()) return static_cast<int>(found - names.begin());
    }
    return -1;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front()))) text.remove_prefix(1);
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back()))) text.remove_suffix(1);
    return text;
}

std::optional<int> whole_number(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::optional<double> number(std::string_view text) {
    text = trimmed(text);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
    return value;
}

/// The three numbers of "4/5/2022" (year last), or nothing.
std::optional<std::array<int, 3>> slash_parts(std::string_view cell) {
    const auto first = cell.find_first_of("/."), second = cell.find_first_of("/.", first + 1);
    if (first == cell.npos || second == cell.npos) return std::nullopt;
    const auto a = whole_number(cell.substr(0, first)), b = whole_number(cell.substr(first + 1, second - first - 1)),
               c = whole_number(cell.substr(second + 1, 4));
    if (!a || !b || !c || cell.size() < second + 5) return std::nullopt;
    return std::array<int, 3>{*a, *b, *c};
}

EdtfDate date_of(int year, int month, int day) {
    using namespace std::chrono;
    if (month < 1 || month > 12) return {};
    const year_month_day ymd{std::chrono::year{year}, std::chrono::month(unsigned(month)),
                             std::chrono::day(unsigned(day))};
    return ymd.ok() ? EdtfDate::of_day(Day{ymd}) : EdtfDate{};
}

/// UCDP's type_of_violence (codebook 23.1, table 2) and ACLED's event_type, else what the word says.
EventKind kind_from(std::string_view cell) {
    const std::string word = plain(cell);
    const auto has = [&](std::string_view part) { return word.find(part) != word.npos; };
    if (word == "1" || word == "2" || has("battle") || has("statebased") || has("nonstate")) return EventKind::battle;
    if (word == "3" || has("onesided") || has("explosion") || has("remote") || has("civilian") || has("strike"))
        return EventKind::attack;
    if (has("protest") || has("riot")) return EventKind::protest;
    // Our own names, as exports write them.
    for (int kind = 0; kind <= static_cast<int>(EventKind::protest); ++kind)
        if (word == plain(name_of(static_cast<EventKind>(kind)))) return static_cast<EventKind>(kind);
    return EventKind::other;
}

EdtfDate date_of_row(const DatasetRow& row, const DatasetColumns& columns) {
    if (columns.edtf >= 0)
        if (const Result<EdtfDate> date = EdtfDate::parse(trimmed(row.cell(columns.edtf)))) return *date;
    if (columns.begin >= 0) {
        const EdtfDate begin = date_from_cell(row.cell(columns.begin), columns.slash_order);
        const EdtfDate end = columns.end >= 0 ? date_from_cell(row.cell(columns.end), columns.slash_order) : EdtfDate{};
        if (!begin.empty() && !end.empty() && begin.span().begin < end.span().begin)
            return EdtfDate::of_interval(begin, end);
        if (!begin.empty()) return begin;
    }
    if (columns.year < 0) return {};
    const auto year = number(row.cell(columns.year));
    if (!year || std::abs(*year) > 9999) return {};
    const auto month = columns.month >= 0 ? number(row.cell(columns.month)) : std::nullopt;
    const auto day = columns.day >= 0 ? number(row.cell(columns.day)) : std::nullopt;
    if (month && day)
        if (EdtfDate date = date_of(int(*year), int(*month), int(*day)); !date.empty()) return date;
    if (month && *month >= 1 && *month <= 12) return EdtfDate::of_month(int(*year), unsigned(*month));
    return EdtfDate::of_year(int(*year));
}

std::optional<LonLat> location_of_row(const DatasetRow& row, const DatasetColumns& columns) {
    std::optional<LonLat> at = row.point;
    if (!at && columns.has_coordinates()) {
        const auto lon = number(row.cell(columns.longitude)), lat = number(row.cell(columns.latitude));
        if (lon && lat) at = LonLat{*lon, *lat};
    }
    if (!at || std::abs(at->lon) > 180 || std::abs(at->lat) > 90) return std::nullopt;
    return at;
}

/// UCDP where_prec: 1 exact, 2 within 25 km, 3 second-order and 4 first-order division, 5 a line or a vague area,
/// 6 country, 7 abroad (codebook 23.1, table 4). From 3 on the point is only an area's representative.
ExtentClass extent_from(std::string_view precision) {
    const auto value = number(precision);
    return value && *value >= 3 ? ExtentClass::area : ExtentClass::point;
}

std::string words_of_row(const DatasetRow& row, const DatasetColumns& columns) {
    std::string words{columns.text >= 0 ? trimmed(row.cell(columns.text)) : std::string_view{}};
    if (words.empty()) {
        for (int column : {columns.kind, columns.place, columns.country}) {
            const std::string_view cell = column >= 0 ? trimmed(row.cell(column)) : std::string_view{};
            if (cell.empty()) continue;
            if (!words.empty()) words += ", ";
            words += cell;
        }
    }
    if (words.empty()) words = "(no text)";
    std::replace_if(
        words.begin(), words.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    return words;
}

/// "39.82° N, 46.75° E".
std::string coordinates_text(LonLat at) {
    return fmt::format("{:.2f}° {}, {:.2f}° {}", std::abs(at.lat), at.lat < 0 ? 'S' : 'N', std::abs(at.lon),
                       at.lon < 0 ? 'W' : 'E');
}

}  // namespace

DatasetColumns guess_columns(const std::vector<std::string>& names) {
    std::vector<std::string> known;
    known.reserve(names.size());
    for (const std::string& name : names) known.push_back(plain(name));
    DatasetColumns columns;
    columns.id = find(known, {"id", "eventid", "eventidcnty", "eventid1pd", "relid"});
    columns.edtf = find(known, {"edtf"});
    columns.begin = find(known, {"datestart", "begin", "startdate", "start", "eventdate", "date", "when", "datetime",
                                 "timestamp", "occurredat"});
    columns.end = find(known, {"dateend", "end", "enddate", "until"});
    columns.year = find(known, {"year", "iyear"});
    columns.month = find(known, {"month", "imonth"});
    columns.day = find(known, {"day", "iday"});
    columns.longitude = find(known, {"longitude", "lon", "lng", "long", "x"});
    columns.latitude = find(known, {"latitude", "lat", "y"});
    columns.place = find(known, {"wherecoordinates", "location", "place", "placename", "asciiname", "city", "town",
                                 "wheredescription", "name"});
    columns.country = find(known, {"country", "countryname"});
    columns.place_precision = find(known, {"whereprec", "geoprecision"});
    columns.text = find(known, {"description", "notes", "text", "summary", "representativetext", "quote",
                                "sourceheadline", "headline", "title", "conflictname"});
    columns.source = find(known, {"sourceoffice", "source", "sources", "publisher", "sourcesmatching", "provenance"});
    columns.kind = find(known, {"typeofviolence", "eventtype", "kind", "type", "category", "targetclasses"});
    columns.count = find(known, {"best", "bestdeath", "fatalities", "deaths", "count"});
    return columns;
}

SlashOrder order_seen(std::string_view cell, SlashOrder so_far) {
    if (so_far != SlashOrder::unknown) return so_far;
    const auto parts = slash_parts(trimmed(cell));
    if (!parts) return so_far;
    if ((*parts)[0] > 12) return SlashOrder::day_first;
    if ((*parts)[1] > 12) return SlashOrder::month_first;
    return so_far;
}

EdtfDate date_from_cell(std::string_view cell, SlashOrder order) {
    cell = trimmed(cell);
    if (cell.empty()) return {};
    if (const auto parts = slash_parts(cell)) {
        if (order == SlashOrder::unknown) order = order_seen(cell, order);
        const auto [a, b, year] = *parts;
        if (order == SlashOrder::month_first) return date_of(year, a, b);
        if (order == SlashOrder::day_first) return date_of(year, b, a);
        return a == b ? date_of(year, a, b) : EdtfDate::of_year(year);
    }
    if (cell.size() == 8)
        if (const auto ymd = whole_number(cell)) return date_of(*ymd / 10000, *ymd / 100 % 100, *ymd % 100);
    // GDAL writes "2013/01/03 00:00:00"; ISO writes "2013-01-03T00:00:00".
    std::string day{cell.substr(0, cell.find_first_of("T "))};
    std::replace(day.begin(), day.end(), '/', '-');
    const Result<EdtfDate> date = EdtfDate::parse(day);
    return date ? *date : EdtfDate{};
}

RowReading read_row(const DatasetRow& row, const DatasetColumns& columns, std::string_view dataset_id,
                    std::size_t row_number) {
    RowReading reading;
    reading.text = words_of_row(row, columns);
    const EdtfDate date = date_of_row(row, columns);
    const std::optional<LonLat> at = location_of_row(row, columns);
    if (date.empty() || !at) {
        reading.reason = date.empty() ? ResidueReason::undated : ResidueReason::unplaced;
        return reading;
    }
    const auto cell = [&](int column) { return column >= 0 ? trimmed(row.cell(column)) : std::string_view{}; };
    std::string row_id{cell(columns.id)};
    if (row_id.empty()) row_id = std::to_string(row_number);

    auto place = std::make_shared<Place>();
    place->id = std::string(dataset_id) + "/" + row_id;
    place->location = *at;
    // A point that the row does not name is not the country that it lies in.
    place->unnamed = cell(columns.place).empty();
    place->name = place->unnamed ? coordinates_text(*at) : std::string(cell(columns.place));
    place->extent = extent_from(cell(columns.place_precision));
    place->feature = place->extent == ExtentClass::point ? FeatureClass::populated : FeatureClass::administrative;

    Event event;
    event.id = place->id;
    event.article_id = dataset_id;
    event.place_surface = cell(columns.place);
    event.place = std::move(place);
    event.date = date;
    event.kind = columns.kind >= 0 ? kind_from(cell(columns.kind)) : EventKind::other;
    event.attribution = cell(columns.source);
    event.quote = reading.text;
    event.confidence = 1;
    if (const auto count = number(cell(columns.count))) event.count = std::max<std::int64_t>(1, std::llround(*count));
    reading.event = std::move(event);
    return reading;
}

}  // namespace chronomap
