#include "geo/places/world_sources/world_build.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>

#include <csv.h>

namespace chronomap {
namespace {

/// Columns of airports.csv: "icao","iata","name","city","subd","country","elevation","lat","lon","tz","lid"
enum Column {
    icao,
    iata,
    name,
    city,
    subdivision,
    country,
    elevation,
    latitude,
    longitude,
    time_zone,
    local_code,
    count
};

struct Rows {
    std::vector<std::string> row;
    std::vector<std::vector<std::string>> all;
};

void end_of_field(void* text, std::size_t length, void* rows) {
    static_cast<Rows*>(rows)->row.emplace_back(text ? static_cast<const char*>(text) : "", text ? length : 0);
}

void end_of_row(int, void* data) {
    auto& rows = *static_cast<Rows*>(data);
    rows.all.push_back(std::move(rows.row));
    rows.row.clear();
}

}  // namespace

Result<void> add_airports(WorldBuild& build) {
    if (build.inputs.airports.empty()) return {};
    std::ifstream file(build.inputs.airports, std::ios::binary);
    if (!file) return fail("cannot open", build.inputs.airports, 0, "run third_party/setup.sh");
    const std::string bytes(std::istreambuf_iterator<char>(file), {});
    csv_parser parser{};
    if (csv_init(&parser, 0) != 0) return fail("no memory for the CSV reader", build.inputs.airports);
    const std::unique_ptr<csv_parser, decltype(&csv_free)> owner(&parser, csv_free);
    Rows rows;
    if (csv_parse(&parser, bytes.data(), bytes.size(), end_of_field, end_of_row, &rows) != bytes.size())
        return fail(csv_strerror(csv_error(&parser)), build.inputs.airports);
    csv_fini(&parser, end_of_field, end_of_row, &rows);
    build.writer.add_source("airportsdata: airports (MIT)");
    for (const std::vector<std::string>& row : rows.all) {
        if (row.size() != count || row[iata].size() != 3 || row[iata] == "iata") continue;
        // Many airfields are called as their town.
        if (row[name].find("Airport") == std::string::npos && row[name].find("Air Base") == std::string::npos) continue;
        Place place;
        place.id = "iata:" + row[iata];
        place.name = row[name];
        place.country = row[country];
        place.location = {std::atof(row[longitude].c_str()), std::atof(row[latitude].c_str())};
        place.feature = FeatureClass::spot;
        place.feature_code = "AIRP";
        const std::uint32_t index = build.writer.add_place(place);
        build.writer.add_name(index, place.name, true);
        build.writer.add_key(index, place.id, false);
    }
    return {};
}

}  // namespace chronomap
