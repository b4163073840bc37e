#include "geo/io/place_document.hpp"

#include <nlohmann/json.hpp>

#include "geo/io/stored_names.hpp"

namespace chronomap {
namespace {

using Json = nlohmann::ordered_json;

std::string dump(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json span_json(const TimeSpan& span) {
    return Json::array({span.begin.time_since_epoch().count(), span.end.time_since_epoch().count()});
}

TimeSpan span_from(const Json& json) {
    return {Day{std::chrono::days{json.at(0).get<int>()}}, Day{std::chrono::days{json.at(1).get<int>()}}};
}

Json name_json(const PlaceName& name) {
    Json json{{"text", name.text}};
    if (!name.language.empty()) json["language"] = name.language;
    if (name.when != all_time) json["when"] = span_json(name.when);
    if (name.official) json["official"] = true;
    if (name.abbreviation) json["abbreviation"] = true;
    return json;
}

PlaceName name_from(const Json& json) {
    PlaceName name;
    name.text = json.at("text").get<std::string>();
    name.language = json.value("language", std::string());
    if (json.contains("when")) name.when = span_from(json["when"]);
    name.official = json.value("official", false);
    name.abbreviation = json.value("abbreviation", false);
    return name;
}

/// Longitude, latitude, longitude, latitude, …: half the brackets of pairs.
Json parts_json(const std::vector<std::vector<LonLat>>& parts) {
    Json list = Json::array();
    for (const auto& part : parts) {
        Json numbers = Json::array();
        for (const LonLat& at : part) {
            numbers.push_back(at.lon);
            numbers.push_back(at.lat);
        }
        list.push_back(std::move(numbers));
    }
    return list;
}

std::vector<std::vector<LonLat>> parts_from(const Json& json) {
    std::vector<std::vector<LonLat>> parts;
    for (const Json& numbers : json) {
        std::vector<LonLat> part;
        for (std::size_t i = 0; i + 1 < numbers.size(); i += 2)
            part.push_back({numbers[i].get<double>(), numbers[i + 1].get<double>()});
        parts.push_back(std::move(part));
    }
    return parts;
}

Place place_from(const Json& json) {
    Place place;
    place.id = json.at("id").get<std::string>();
    place.name = json.at("name").get<std::string>();
    place.unnamed = json.value("unnamed", false);
    for (const Json& name : json.value("names", Json::array())) place.names.push_back(name_from(name));
    place.location = {json.at("at").at(0).get<double>(), json.at("at").at(1).get<double>()};
    if (const auto box = json.find("box"); box != json.end())
        place.box = GeoBox{box->at(0).get<double>(), box->at(1).get<double>(), box->at(2).get<double>(),
                           box->at(3).get<double>()};
    place.extent =
        kind_named(json.value("extent", std::string("point")), ExtentClass::area).value_or(ExtentClass::point);
    const std::string feature = json.value("class", std::string("P"));
    place.feature = static_cast<FeatureClass>(feature.empty() ? 'P' : feature.front());
    place.feature_code = json.value("code", std::string());
    place.country = json.value("country", std::string());
    place.admin1 = json.value("admin1", std::string());
    place.parents = json.value("parents", std::vector<std::string>());
    place.population = json.value("population", std::int64_t{0});
    if (json.contains("when")) place.when = span_from(json["when"]);
    place.sources = json.value("sources", std::vector<std::string>());
    if (json.contains("parts")) place.parts = parts_from(json["parts"]);
    return place;
}

}  // namespace

std::string document_from(const Place& place) {
    Json json{{"id", place.id}, {"name", place.name}, {"at", {place.location.lon, place.location.lat}}};
    if (place.unnamed) json["unnamed"] = true;
    for (const PlaceName& name : place.names) json["names"].push_back(name_json(name));
    if (place.box) json["box"] = {place.box->west, place.box->south, place.box->east, place.box->north};
    if (place.extent != ExtentClass::point) json["extent"] = name_of(place.extent);
    json["class"] = std::string(1, static_cast<char>(place.feature));
    if (!place.feature_code.empty()) json["code"] = place.feature_code;
    if (!place.country.empty()) json["country"] = place.country;
    if (!place.admin1.empty()) json["admin1"] = place.admin1;
    if (!place.parents.empty()) json["parents"] = place.parents;
    if (place.population != 0) json["population"] = place.population;
    if (place.when != all_time) json["when"] = span_json(place.when);
    if (!place.sources.empty()) json["sources"] = place.sources;
    if (!place.parts.empty()) json["parts"] = parts_json(place.parts);
    return dump(json);
}

Result<Place> place_from_document(std::string_view text) {
    try {
        return place_from(Json::parse(text));
    } catch (const Json::exception& error) {
        return fail(std::string("a place cannot be read: ") + error.what());
    }
}

std::string candidates_document(std::span<const PlaceCandidate> candidates,
                                const std::function<std::int64_t(const PlacePtr&)>& number_of) {
    if (candidates.empty()) return {};
    Json list = Json::array();
    for (const PlaceCandidate& candidate : candidates) {
        const Json number = candidate.place ? Json(number_of(candidate.place)) : Json(nullptr);
        list.push_back({{"place", number}, {"score", candidate.score}, {"rule", candidate.rule}});
    }
    return dump(list);
}

Result<std::vector<PlaceCandidate>> candidates_from_document(std::string_view text,
                                                             const std::function<PlacePtr(std::int64_t)>& place_of) {
    std::vector<PlaceCandidate> candidates;
    if (text.empty()) return candidates;
    try {
        for (const Json& each : Json::parse(text)) {
            PlaceCandidate candidate{nullptr, each.at("score").get<double>(), each.at("rule").get<std::string>()};
            if (const Json& number = each.at("place"); !number.is_null()) {
                candidate.place = place_of(number.get<std::int64_t>());
                if (!candidate.place) return fail("a candidate's place " + number.dump() + " is missing");
            }
            candidates.push_back(std::move(candidate));
        }
        return candidates;
    } catch (const Json::exception& error) {
        return fail(std::string("a mention's candidates cannot be read: ") + error.what());
    }
}

}  // namespace chronomap
