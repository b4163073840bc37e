#include "geo/places/world_sources/world_build.hpp"

#include <algorithm>
#include <cstdlib>
#include <unordered_set>

#include "geo/places/normalise.hpp"

namespace chronomap {
namespace {
using Json = nlohmann::json;
}  // namespace

Result<void> add_us_places(WorldBuild& build) {
    if (build.inputs.us_places.empty()) return {};
    auto json = read_world_json(build.inputs.us_places);
    if (!json) return tl::unexpected(json.error());
    build.writer.add_source("zipcodes: counties and post towns of the United States (MIT)");
    struct Spread {
        std::string name, state;
        double lon = 0, lat = 0;
        GeoBox box{180, 90, -180, -90};
        int count = 0;
    };
    std::map<std::string, Spread> counties, towns;
    const auto add = [](std::map<std::string, Spread>& all, const std::string& name, const std::string& state,
                        double lon, double lat) {
        Spread& spread = all[state + "." + name_key(name)];
        spread.name = name;
        spread.state = state;
        spread.lon += lon;
        spread.lat += lat;
        spread.box = {std::min(spread.box.west, lon), std::min(spread.box.south, lat), std::max(spread.box.east, lon),
                      std::max(spread.box.north, lat)};
        ++spread.count;
    };
    for (const Json& row : *json) {
        const std::string state = row.value("state", ""), county = row.value("county", "");
        const std::string lat_text = row.value("lat", ""), lon_text = row.value("long", "");
        const double lat = std::atof(lat_text.c_str()), lon = std::atof(lon_text.c_str());
        if (state.size() != 2 || state == "AA" || state == "AE" || state == "AP") continue;
        if (lat == 0 && lon == 0) continue;
        if (!county.empty()) add(counties, county, state, lon, lat);
        if (const std::string city = row.value("city", ""); !city.empty()) add(towns, city, state, lon, lat);
        for (const Json& city : row.value("acceptable_cities", Json::array()))
            if (city.is_string()) add(towns, city.get<std::string>(), state, lon, lat);
    }
    std::unordered_set<std::string> known;
    for (const auto& [place, alternates] : build.cities)
        if (place.country == "US") known.insert(place.admin1 + "." + name_key(place.name));
    const auto write = [&](const std::string& key, const Spread& spread, bool county) {
        Place place;
        place.id = (county ? "uscounty:" : "uspost:") + key;
        std::replace(place.id.begin(), place.id.end(), ' ', '-');
        place.name = spread.name;
        place.country = "US";
        place.admin1 = spread.state;
        place.location = {spread.lon / spread.count, spread.lat / spread.count};
        place.feature = county ? FeatureClass::administrative : FeatureClass::populated;
        place.feature_code = county ? "ADM2" : "PPL";
        place.extent = county ? ExtentClass::area : ExtentClass::point;
        if (county && spread.box.west < spread.box.east && spread.box.south < spread.box.north) place.box = spread.box;
        const std::uint32_t index = build.writer.add_place(place);
        build.writer.add_name(index, place.name, true);
        build.writer.add_key(index, place.id, false);
    };
    for (const auto& [key, spread] : counties) write(key, spread, true);
    for (const auto& [key, spread] : towns)
        if (!known.count(key)) write(key, spread, false);
    return {};
}

}  // namespace chronomap
