#include "geo/io/province_export.hpp"

#include <cstdio>
#include <fstream>

#include <nlohmann/json.hpp>

#include "geo/io/corrections.hpp"
#include "geo/io/geo_box.hpp"
#include "geo/io/vector_layer.hpp"

namespace chronomap {
namespace {

nlohmann::json record_of(const Corrections::Fields& fields, const VectorFeature& feature) {
    nlohmann::json record;
    for (const auto& [field, value] : fields) record[field] = value;
    const auto parts = feature.parts();
    const LonLat point = point_inside(parts);
    const GeoBox box = box_of(parts);
    record["lon"] = point.lon;
    record["lat"] = point.lat;
    record["west"] = box.west;
    record["south"] = box.south;
    record["east"] = box.east;
    record["north"] = box.north;
    return record;
}

}  // namespace

Result<void> export_provinces(const std::string& world_map, const std::string& corrections_path,
                              const std::string& output) {
    const auto corrections = Corrections::load(corrections_path);
    if (!corrections) return tl::unexpected(corrections.error());
    nlohmann::json document;
    auto& countries = document["countries"] = nlohmann::json::array();
    auto read = read_vector_layer(world_map, "countries", [&](const VectorFeature& feature) {
        Corrections::Fields fields{
            {"iso_a2", feature.text("iso_a2")}, {"iso_a3", feature.text("ISO_A3")}, {"name", feature.text("NAME")}};
        if (corrections->apply("countries", fields)) countries.push_back(record_of(fields, feature));
    });
    if (!read) return read;
    auto& provinces = document["provinces"] = nlohmann::json::array();
    read = read_vector_layer(world_map, "states_provinces", [&](const VectorFeature& feature) {
        Corrections::Fields fields{{"iso_a2", feature.text("iso_a2")},
                                   {"fips", feature.text("fips")},
                                   {"name", feature.text("name")},
                                   {"gn_name", feature.text("gn_name")},
                                   {"woe_name", feature.text("woe_name")}};
        if (!corrections->apply("provinces", fields)) return;
        auto country = fields.extract("iso_a2");
        country.key() = "country";
        fields.insert(std::move(country));
        provinces.push_back(record_of(fields, feature));
    });
    if (!read) return read;

    const std::string temporary = output + ".part";
    std::ofstream file(temporary, std::ios::trunc);
    file << document.dump(0) << '\n';
    file.close();
    if (!file) return fail("cannot write", temporary);
    if (std::rename(temporary.c_str(), output.c_str()) != 0) return fail("cannot rename", output);
    return {};
}

}  // namespace chronomap
