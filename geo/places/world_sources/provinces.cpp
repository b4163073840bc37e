#include "geo/places/world_sources/world_build.hpp"

#include <algorithm>
#include <iterator>

#include "geo/places/normalise.hpp"
#include "geo/places/world_sources/translations.hpp"

namespace chronomap {
namespace {
using Json = nlohmann::json;
}  // namespace

Result<void> add_provinces(WorldBuild& build) {
    std::map<std::string, std::pair<std::string, std::uint32_t>> states;  // name -> postal code, GeoNames number
    if (!build.inputs.us_states.empty()) {
        auto json = read_world_json(build.inputs.us_states);
        if (!json) return tl::unexpected(json.error());
        for (const auto& [code, row] : json->items())
            states[row.value("name", "")] = {code, row.value("geonameid", 0U)};
    }
    if (!build.provinces.empty())
        build.writer.add_source("Natural Earth: outlines of countries, provinces (public domain)");
    const auto translations = SubdivisionNames::load(build.inputs.iso_3166_2, build.inputs.locales);
    if (!translations) return tl::unexpected(translations.error());
    if (!build.inputs.iso_3166_2.empty())
        build.writer.add_source("iso-codes: names of provinces in other languages (LGPL 2.1 or later)");
    std::map<std::string, int> seen;
    for (const Json& row : build.provinces.value("provinces", Json::array())) {
        Place place;
        place.name = row.value("name", "");
        place.country = row.value("country", "");
        if (place.name.empty() || place.country.size() != 2) continue;
        const std::string fips = row.value("fips", "");
        place.admin1 = fips.size() > 2 ? fips.substr(2) : "";
        place.feature = FeatureClass::administrative;
        place.feature_code = "ADM1";
        place.extent = ExtentClass::area;
        place.location = {row.value("lon", 0.0), row.value("lat", 0.0)};
        place.box = box_of_json(row);
        std::string state;
        if (place.country == "US") {
            if (const auto found = states.find(place.name); found != states.end()) {
                place.admin1 = found->second.first;
                place.id = "geonames:" + std::to_string(found->second.second);
                state = place.admin1;
            }
        }
        if (place.id.empty()) {
            std::string slug = name_key(place.name);
            std::replace(slug.begin(), slug.end(), ' ', '-');
            place.id = "naturalearth:" + place.country + "." + slug;
            if (const int n = ++seen[place.id]; n > 1) place.id += "-" + std::to_string(n);
        }
        std::vector<std::string> names{place.name};
        for (const char* field : {"gn_name", "woe_name"}) {
            std::string name = row.value(field, "");
            // The Where On Earth name is often that of a larger or former unit: only what looks like the same name.
            if (name.empty() || (std::string_view(field) == "woe_name" &&
                                 name_key(name).substr(0, 2) != name_key(place.name).substr(0, 2)))
                continue;
            names.push_back(name);
            for (const char* tail :
                 {" Rayon", " Rayonu", " City", " State", " Province", " Oblast", " Oblast'", " Region", " County"})
                if (name.ends_with(tail)) names.push_back(name.substr(0, name.size() - std::string_view(tail).size()));
        }
        for (std::size_t i = 1; i < names.size(); ++i) place.names.push_back({names[i], ""});
        constexpr std::string_view naturalearth = "naturalearth:";
        if (place.id.starts_with(naturalearth))
            if (const auto own = build.names.find(place.id.substr(naturalearth.size())); own != build.names.end())
                for (const std::string& name : own->second["name"]) {
                    names.push_back(name);
                    place.names.push_back({name, "en"});
                }
        const auto& more = build.names["US-" + state];
        if (!state.empty())
            if (const auto found = more.find("name"); found != more.end())
                for (const std::string& name : found->second) names.push_back(name);
        auto translated = translations->of(place.country, names);
        std::ranges::copy_if(translated, std::back_inserter(place.names), is_shown);
        const std::uint32_t index = build.writer.add_place(place);
        for (const std::string& name : names) build.writer.add_name(index, name, true);
        for (const PlaceName& name : translated) build.writer.add_name(index, name.text, !is_ambiguous(name));
        // After a comma only: "Biloxi, Miss."
        if (const auto found = more.find("abbreviation"); !state.empty() && found != more.end())
            for (const std::string& name : found->second) build.writer.add_key(index, "@us " + name_key(name), true);
        if (!state.empty()) build.writer.add_key(index, "@us " + name_key(state), true);
        if (!place.id.starts_with("geonames:")) build.writer.add_key(index, place.id, false);
    }
    return {};
}

}  // namespace chronomap
