#include "geo/places/linked_places.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <optional>
#include <span>
#include <sstream>
#include <string_view>

#include <simdjson.h>
#include <nlohmann/json.hpp>

#include "geo/time/edtf.hpp"

namespace chronomap {
namespace {

using Json = simdjson::dom::element;
/// Nothing for a member that is missing.
using MaybeJson = std::optional<Json>;

MaybeJson member(const MaybeJson& json, const char* key) {
    Json found;
    if (!json || json->at_key(key).get(found) != simdjson::SUCCESS) return std::nullopt;
    return found;
}

/// Nothing when it is missing or of another type.
template <class Type>
std::optional<Type> value_of(const MaybeJson& json) {
    Type value;
    if (!json || json->get(value) != simdjson::SUCCESS) return std::nullopt;
    return value;
}

/// A member as text, "" when it is missing or of another type.
std::string text_of(const MaybeJson& json, const char* key) {
    return std::string(value_of<std::string_view>(member(json, key)).value_or(""));
}

/// Calls `visit` with each item of an array; of anything else there are none.
template <class Visit>
void each_item(const MaybeJson& json, Visit visit) {
    if (const auto items = value_of<simdjson::dom::array>(json))
        for (const Json item : *items) visit(item);
}

MaybeJson first_item(const MaybeJson& json) {
    Json first;
    if (!json || json->at(0).get(first) != simdjson::SUCCESS) return std::nullopt;
    return first;
}

/// One end of a Linked Places timespan: {"in": …}, {"earliest": …} or {"latest": …}, each an EDTF date.
std::optional<TimeSpan> end_of_span(const MaybeJson& json) {
    for (const char* key : {"in", "earliest", "latest"})
        if (const std::string text = text_of(json, key); !text.empty()) {
            const auto date = EdtfDate::parse(text);
            if (date) return date->span();
        }
    return std::nullopt;
}

/// The span from the first begin to the last end of all timespans; `all_time` without any.
TimeSpan when_of(const MaybeJson& json) {
    TimeSpan span = all_time;
    bool first = true;
    each_item(member(member(json, "when"), "timespans"), [&](const Json& item) {
        TimeSpan one = all_time;
        if (const auto begin = end_of_span(member(item, "start"))) {
            one.begin = begin->begin;
            // "start": {"in": "1993"} alone is that whole year onwards.
        }
        if (const auto end = end_of_span(member(item, "end"))) one.end = end->end;
        span = first ? one : TimeSpan{std::min(span.begin, one.begin), std::max(span.end, one.end)};
        first = false;
    });
    return span;
}

/// The first `values.size()` numbers of an array; false when they are not there.
bool numbers_of(const MaybeJson& json, std::span<double> values) {
    std::size_t count = 0;
    bool all_numbers = true;
    each_item(json, [&](const Json& item) {
        if (count == values.size()) return;
        const auto number = value_of<double>(item);
        all_numbers = all_numbers && number;
        values[count++] = number.value_or(0);
    });
    return all_numbers && count == values.size();
}

bool point_of(const MaybeJson& coordinates, LonLat& point) {
    std::array<double, 2> at{};
    if (!numbers_of(coordinates, at)) return false;
    point = {at[0], at[1]};
    return std::abs(point.lon) <= 180 && std::abs(point.lat) <= 90;
}

std::vector<LonLat> line_of(const Json& coordinates) {
    std::vector<LonLat> line;
    LonLat point;
    each_item(coordinates, [&](const Json& item) {
        if (point_of(item, point)) line.push_back(point);
    });
    return line;
}

struct Geometry {
    std::optional<LonLat> point;
    std::vector<std::vector<LonLat>> parts;
    ExtentClass extent = ExtentClass::point;
};

void add_geometry(const MaybeJson& json, Geometry& out) {
    const std::string type = text_of(json, "type");
    const MaybeJson coordinates = member(json, "coordinates");
    LonLat point;
    const auto add_part = [&](std::vector<LonLat> part, ExtentClass extent) {
        if (part.size() < 2) return;
        out.parts.push_back(std::move(part));
        out.extent = extent;
    };
    if (type == "Point") {
        if (!out.point && point_of(coordinates, point)) out.point = point;
    } else if (type == "LineString") {
        if (coordinates) add_part(line_of(*coordinates), ExtentClass::line);
    } else if (type == "MultiLineString" || type == "Polygon") {
        each_item(coordinates, [&](const Json& part) {
            add_part(line_of(part), type == "Polygon" ? ExtentClass::area : ExtentClass::line);
        });
    } else if (type == "MultiPolygon") {
        each_item(coordinates, [&](const Json& polygon) {
            each_item(polygon, [&](const Json& ring) { add_part(line_of(ring), ExtentClass::area); });
        });
    } else if (type == "GeometryCollection") {
        each_item(member(json, "geometries"), [&](const Json& item) { add_geometry(item, out); });
    } else if (type == "MultiPoint") {
        if (!out.point && point_of(first_item(coordinates), point)) out.point = point;
    }
}

GeoBox box_of_parts(const std::vector<std::vector<LonLat>>& parts) {
    GeoBox box{180, 90, -180, -90};
    for (const auto& part : parts)
        for (const LonLat& p : part) {
            box.west = std::min(box.west, p.lon);
            box.east = std::max(box.east, p.lon);
            box.south = std::min(box.south, p.lat);
            box.north = std::max(box.north, p.lat);
        }
    return box;
}

void add_names(const Json& feature, Place& place) {
    each_item(member(feature, "names"), [&](const Json& item) {
        PlaceName name;
        name.text = text_of(item, "toponym");
        if (name.text.empty()) return;
        name.language = text_of(item, "lang");
        name.when = when_of(item);
        name.official = value_of<bool>(member(item, "official")).value_or(false);
        name.abbreviation = value_of<bool>(member(item, "abbreviation")).value_or(false);
        place.names.push_back(std::move(name));
    });
}

/// Why `feature` is no place, or "" and the place.
std::string read_feature(const Json& feature, Place& place) {
    if (!feature.is_object()) return "not a feature";
    const MaybeJson properties = member(feature, "properties");
    place.id = text_of(feature, "@id");
    if (place.id.empty()) place.id = text_of(feature, "id");
    if (place.id.empty()) return "a feature without \"@id\"";
    place.name = text_of(properties, "title");
    add_names(feature, place);
    if (place.name.empty() && !place.names.empty()) place.name = place.names.front().text;
    if (place.name.empty()) return place.id + " has no name";
    if (place.names.empty()) place.names.push_back({place.name, "en"});
    place.country = value_of<std::string_view>(first_item(member(properties, "ccodes"))).value_or("");
    if (const auto letter = value_of<std::string_view>(first_item(member(properties, "fclasses")));
        letter && !letter->empty())
        place.feature = static_cast<FeatureClass>(letter->front());
    place.feature_code = text_of(properties, "feature_code");
    place.admin1 = text_of(properties, "admin1");
    if (const auto population = value_of<double>(member(properties, "population")))
        place.population = static_cast<std::int64_t>(*population);
    each_item(member(properties, "sources"), [&](const Json& source) {
        if (const auto text = value_of<std::string_view>(source)) place.sources.emplace_back(*text);
    });
    each_item(member(feature, "relations"), [&](const Json& relation) {
        if (text_of(relation, "relationType") == "gvp:broaderPartitive")
            place.parents.push_back(text_of(relation, "relationTo"));
    });
    place.when = when_of(feature);

    Geometry geometry;
    add_geometry(member(feature, "geometry"), geometry);
    place.parts = std::move(geometry.parts);
    place.extent = geometry.extent;
    if (const std::string extent = text_of(properties, "extent"); extent == "area")
        place.extent = ExtentClass::area;
    else if (extent == "line")
        place.extent = ExtentClass::line;
    else if (place.parts.empty() &&
             (place.feature == FeatureClass::administrative || place.feature == FeatureClass::region))
        place.extent = ExtentClass::area;
    if (std::array<double, 4> box{}; numbers_of(member(feature, "bbox"), box))
        place.box = GeoBox{box[0], box[1], box[2], box[3]};
    else if (!place.parts.empty())
        place.box = box_of_parts(place.parts);
    if (geometry.point) {
        place.location = *geometry.point;
    } else if (place.box) {
        place.location = {(place.box->west + place.box->east) / 2, (place.box->south + place.box->north) / 2};
    } else {
        return place.id + " has no position";
    }
    return "";
}

void skip(const std::string& where, const std::string& problem, GazetteerFile& out) {
    if (out.skipped++ == 0) out.first_problem = where + ": " + problem;
}

void take(const Json& feature, const std::string& where, GazetteerFile& out) {
    Place place;
    const std::string problem = read_feature(feature, place);
    if (problem.empty()) {
        out.places.push_back(std::move(place));
        return;
    }
    skip(where, problem, out);
}

/// The line of the first fault, by a slower parser that knows it; 0: not even that one, of a number that is too large.
int line_of_fault(std::string_view text) {
    std::size_t byte = 0;
    try {
        [[maybe_unused]] const auto parsed = nlohmann::json::parse(text);
    } catch (const nlohmann::json::parse_error& error) {
        byte = error.byte;
    } catch (const nlohmann::json::exception&) {
        return 0;
    }
    return 1 + static_cast<int>(std::ranges::count(text.substr(0, byte), '\n'));
}

}  // namespace

Result<GazetteerFile> read_linked_places(const std::string& path) {
    constexpr const char* remedy =
        "expected Linked Places Format: a GeoJSON FeatureCollection, or one feature a line in .jsonl";
    std::ifstream file(path, std::ios::binary);
    if (!file) return fail("cannot open the gazetteer", path);
    GazetteerFile out;
    simdjson::dom::parser parser;
    Json json;
    if (path.ends_with(".jsonl")) {
        std::string line;
        for (int number = 1; std::getline(file, line); ++number) {
            if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
            const std::string where = path + ":" + std::to_string(number);
            if (parser.parse(line).get(json) == simdjson::SUCCESS)
                take(json, where, out);
            else
                skip(where, "not JSON", out);
        }
    } else {
        std::ostringstream buffer;
        buffer << file.rdbuf();
        const std::string text = buffer.str();
        if (parser.parse(text).get(json) != simdjson::SUCCESS)
            return fail("not JSON", path, line_of_fault(text), remedy);
        const MaybeJson features = member(json, "features");
        if (!value_of<simdjson::dom::array>(features)) return fail("no \"features\"", path, 1, remedy);
        std::size_t number = 0;
        each_item(features,
                  [&](const Json& feature) { take(feature, path + ": feature " + std::to_string(++number), out); });
        if (const std::string label = text_of(json, "label"); !label.empty()) out.sources.push_back(label);
    }
    if (out.places.empty()) return fail(out.first_problem.empty() ? "no places" : out.first_problem, path, 0, remedy);
    return out;
}

}  // namespace chronomap
