#include "geo/io/place_json.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

#include "geo/time/edtf.hpp"

namespace chronomap {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view feature_letters = "AHLPRSTUV";
constexpr std::array<std::string_view, 3> extents{"point", "line", "area"};

/// Both ends, null where open; the end is exclusive.
Json span_json(const TimeSpan& span) {
    return Json::array({span.begin == open_begin ? Json(nullptr) : Json(iso_date(span.begin)),
                        span.end == open_end ? Json(nullptr) : Json(iso_date(span.end))});
}

Day day_from(const Json& json, Day open) {
    if (json.is_null()) return open;
    const auto date = EdtfDate::parse(json.get<std::string>());
    return date ? date->span().begin : open;
}

TimeSpan span_from(const Json& json) {
    return {day_from(json.at(0), open_begin), day_from(json.at(1), open_end)};
}

Json position(const LonLat& at) {
    return Json::array({at.lon, at.lat});
}

LonLat lon_lat_from(const Json& json) {
    return {json.at(0).get<double>(), json.at(1).get<double>()};
}

Json name_json(const PlaceName& name) {
    Json json{{"text", name.text}, {"language", name.language}};
    if (name.when != all_time) json["when"] = span_json(name.when);
    if (name.official) json["official"] = true;
    if (name.abbreviation) json["abbreviation"] = true;
    return json;
}

PlaceName name_from(const Json& json) {
    PlaceName name;
    name.text = json.at("text").get<std::string>();
    name.language = json.value("language", "");
    if (json.contains("when")) name.when = span_from(json.at("when"));
    name.official = json.value("official", false);
    name.abbreviation = json.value("abbreviation", false);
    return name;
}

}  // namespace

Json whole_place_json(const Place& place) {
    Json json{{"id", place.id},
              {"name", place.name},
              {"location", position(place.location)},
              {"extent", extents[static_cast<std::size_t>(place.extent)]},
              {"feature", std::string(1, static_cast<char>(place.feature))}};
    if (place.unnamed) json["unnamed"] = true;
    if (!place.feature_code.empty()) json["feature_code"] = place.feature_code;
    if (!place.country.empty()) json["country"] = place.country;
    if (!place.admin1.empty()) json["admin1"] = place.admin1;
    if (place.population != 0) json["population"] = place.population;
    if (place.when != all_time) json["when"] = span_json(place.when);
    if (place.box) json["box"] = {place.box->west, place.box->south, place.box->east, place.box->north};
    if (!place.parents.empty()) json["parents"] = place.parents;
    if (!place.sources.empty()) json["sources"] = place.sources;
    for (const PlaceName& name : place.names) json["names"].push_back(name_json(name));
    for (const auto& part : place.parts) {
        Json points = Json::array();
        for (const LonLat& at : part) points.push_back(position(at));
        json["parts"].push_back(std::move(points));
    }
    return json;
}

Result<PlacePtr> place_from_json(const Json& json) try {
    auto place = std::make_shared<Place>();
    place->id = json.at("id").get<std::string>();
    place->name = json.at("name").get<std::string>();
    place->location = lon_lat_from(json.at("location"));
    if (std::abs(place->location.lon) > 180 || std::abs(place->location.lat) > 90)
        return fail("the place \"" + place->name + "\" lies outside of the world");
    const auto extent = std::ranges::find(extents, json.value("extent", "point"));
    if (extent == extents.end()) return fail("the place \"" + place->name + "\" has no extent that is known");
    place->extent = static_cast<ExtentClass>(extent - extents.begin());
    const std::string feature = json.value("feature", "P");
    if (feature.size() != 1 || feature_letters.find(feature) == std::string_view::npos)
        return fail("the place \"" + place->name + "\" has no feature class that is known");
    place->feature = static_cast<FeatureClass>(feature[0]);
    place->unnamed = json.value("unnamed", false);
    place->feature_code = json.value("feature_code", "");
    place->country = json.value("country", "");
    place->admin1 = json.value("admin1", "");
    place->population = json.value("population", std::int64_t{0});
    if (json.contains("when")) place->when = span_from(json.at("when"));
    if (json.contains("box")) {
        const Json& box = json.at("box");
        place->box = GeoBox{box.at(0).get<double>(), box.at(1).get<double>(), box.at(2).get<double>(),
                            box.at(3).get<double>()};
    }
    place->parents = json.value("parents", std::vector<std::string>{});
    place->sources = json.value("sources", std::vector<std::string>{});
    for (const Json& name : json.value("names", Json::array())) place->names.push_back(name_from(name));
    for (const Json& part : json.value("parts", Json::array())) {
        auto& points = place->parts.emplace_back();
        for (const Json& at : part) points.push_back(lon_lat_from(at));
    }
    return place;
} catch (const Json::exception& error) {
    return fail("a place is not written as it should be: " + std::string(error.what()));
}

}  // namespace chronomap
