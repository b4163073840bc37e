#include "geo/places/linked_places.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>

#include <nlohmann/json.hpp>

#include "geo/time/edtf.hpp"

namespace chronomap {
namespace {

using Json = nlohmann::json;

/// A member as text, "" when it is missing or of another type.
std::string text_of(const Json& json, const char* key) {
    const auto found = json.find(key);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

const Json& member(const Json& json, const char* key) {
    static const Json none;
    if (!json.is_object()) return none;
    const auto found = json.find(key);
    return found != json.end() ? *found : none;
}

/// One end of a Linked Places timespan: {"in": …}, {"earliest": …} or {"latest": …}, each an EDTF date.
std::optional<TimeSpan> end_of_span(const Json& json) {
    for (const char* key : {"in", "earliest", "latest"})
        if (const std::string text = text_of(json, key); !text.empty()) {
            const auto date = EdtfDate::parse(text);
            if (date) return date->span();
        }
    return std::nullopt;
}

/// The span from the first begin to the last end of all timespans; `all_time` without any.
TimeSpan when_of(const Json& json) {
    TimeSpan span = all_time;
    const Json& spans = member(member(json, "when"), "timespans");
    if (!spans.is_array() || spans.empty()) return span;
    bool first = true;
    for (const Json& item : spans) {
        TimeSpan one = all_time;
        if (const auto begin = end_of_span(member(item, "start"))) {
            one.begin = begin->begin;
            // "start": {"in": "1993"} alone is that whole year onwards.
        }
        if (const auto end = end_of_span(member(item, "end"))) one.end = end->end;
        span = first ? one : TimeSpan{std::min(span.begin, one.begin), std::max(span.end, one.end)};
        first = false;
    }
    return span;
}

bool point_of(const Json& coordinates, LonLat& point) {
    if (!coordinates.is_array() || coordinates.size() < 2 || !coordinates[0].is_number() || !coordinates[1].is_number())
        return false;
    point = {coordinates[0].get<double>(), coordinates[1].get<double>()};
    return std::abs(point.lon) <= 180 && std::abs(point.lat) <= 90;
}

std::vector<LonLat> line_of(const Json& coordinates) {
    std::vector<LonLat> line;
    LonLat point;
    if (coordinates.is_array())
        for (const Json& item : coordinates)
            if (point_of(item, point)) line.push_back(point);
    return line;
}

struct Geometry {
    std::optional<LonLat> point;
    std::vector<std::vector<LonLat>> parts;
    ExtentClass extent = ExtentClass::point;
};

void add_geometry(const Json& json, Geometry& out) {
    if (!json.is_object()) return;
    const std::string type = text_of(json, "type");
    const Json& coordinates = member(json, "coordinates");
    LonLat point;
    const auto add_part = [&](std::vector<LonLat> part, ExtentClass extent) {
        if (part.size() < 2) return;
        out.parts.push_back(std::move(part));
        out.extent = extent;
    };
    if (type == "Point") {
        if (!out.point && point_of(coordinates, point)) out.point = point;
    } else if (type == "LineString") {
        add_part(line_of(coordinates), ExtentClass::line);
    } else if (type == "MultiLineString" || type == "Polygon") {
        if (coordinates.is_array())
            for (const Json& part : coordinates)
                add_part(line_of(part), type == "Polygon" ? ExtentClass::area : ExtentClass::line);
    } else if (type == "MultiPolygon") {
        if (coordinates.is_array())
            for (const Json& polygon : coordinates)
                if (polygon.is_array())
                    for (const Json& ring : polygon) add_part(line_of(ring), ExtentClass::area);
    } else if (type == "GeometryCollection") {
        if (const Json& items = member(json, "geometries"); items.is_array())
            for (const Json& item : items) add_geometry(item, out);
    } else if (type == "MultiPoint") {
        if (coordinates.is_array() && !coordinates.empty() && !out.point && point_of(coordinates[0], point))
            out.point = point;
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
    const Json& names = member(feature, "names");
    if (!names.is_array()) return;
    for (const Json& item : names) {
        PlaceName name;
        name.text = text_of(item, "toponym");
        if (name.text.empty()) continue;
        name.language = text_of(item, "lang");
        name.when = when_of(item);
        name.official = member(item, "official") == true;
        name.abbreviation = member(item, "abbreviation") == true;
        place.names.push_back(std::move(name));
    }
}

/// Why `feature` is no place, or "" and the place.
std::string read_feature(const Json& feature, Place& place) {
    if (!feature.is_object()) return "not a feature";
    const Json& properties = member(feature, "properties");
    place.id = text_of(feature, "@id");
    if (place.id.empty()) place.id = text_of(feature, "id");
    if (place.id.empty()) return "a feature without \"@id\"";
    place.name = text_of(properties, "title");
    add_names(feature, place);
    if (place.name.empty() && !place.names.empty()) place.name = place.names.front().text;
    if (place.name.empty()) return place.id + " has no name";
    if (place.names.empty()) place.names.push_back({place.name, "en"});
    if (const Json& codes = member(properties, "ccodes"); codes.is_array() && !codes.empty() && codes[0].is_string())
        place.country = codes[0].get<std::string>();
    if (const Json& classes = member(properties, "fclasses");
        classes.is_array() && !classes.empty() && classes[0].is_string() && !classes[0].get<std::string>().empty())
        place.feature = static_cast<FeatureClass>(classes[0].get<std::string>()[0]);
    place.feature_code = text_of(properties, "feature_code");
    place.admin1 = text_of(properties, "admin1");
    if (const Json& population = member(properties, "population"); population.is_number())
        place.population = population.get<std::int64_t>();
    if (const Json& sources = member(properties, "sources"); sources.is_array())
        for (const Json& source : sources)
            if (source.is_string()) place.sources.push_back(source.get<std::string>());
    if (const Json& relations = member(feature, "relations"); relations.is_array())
        for (const Json& relation : relations)
            if (text_of(relation, "relationType") == "gvp:broaderPartitive")
                place.parents.push_back(text_of(relation, "relationTo"));
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
    if (const Json& box = member(feature, "bbox");
        box.is_array() && box.size() == 4 &&
        std::all_of(box.begin(), box.end(), [](const Json& n) { return n.is_number(); }))
        place.box = GeoBox{box[0].get<double>(), box[1].get<double>(), box[2].get<double>(), box[3].get<double>()};
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

void take(const Json& feature, const std::string& where, GazetteerFile& out) {
    Place place;
    const std::string problem = read_feature(feature, place);
    if (problem.empty()) {
        out.places.push_back(std::move(place));
        return;
    }
    if (out.skipped++ == 0) out.first_problem = where + ": " + problem;
}

int line_at(const std::string& text, std::size_t byte) {
    return 1 + static_cast<int>(std::count(
                   text.begin(), text.begin() + static_cast<std::ptrdiff_t>(std::min(byte, text.size())), '\n'));
}

}  // namespace

Result<GazetteerFile> read_linked_places(const std::string& path) {
    constexpr const char* remedy =
        "expected Linked Places Format: a GeoJSON FeatureCollection, or one feature a line in .jsonl";
    std::ifstream file(path, std::ios::binary);
    if (!file) return fail("cannot open the gazetteer", path);
    GazetteerFile out;
    if (path.ends_with(".jsonl")) {
        std::string line;
        for (int number = 1; std::getline(file, line); ++number) {
            if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
            const Json json = Json::parse(line, nullptr, false);
            take(json, path + ":" + std::to_string(number), out);
        }
    } else {
        std::ostringstream buffer;
        buffer << file.rdbuf();
        const std::string text = buffer.str();
        Json json;
        try {
            json = Json::parse(text);
        } catch (const Json::parse_error& error) {
            return fail("not JSON", path, line_at(text, error.byte), remedy);
        }
        const Json& features = member(json, "features");
        if (!features.is_array()) return fail("no \"features\"", path, 1, remedy);
        for (std::size_t i = 0; i < features.size(); ++i)
            take(features[i], path + ": feature " + std::to_string(i + 1), out);
        if (const std::string label = text_of(json, "label"); !label.empty()) out.sources.push_back(label);
    }
    if (out.places.empty()) return fail(out.first_problem.empty() ? "no places" : out.first_problem, path, 0, remedy);
    return out;
}

}  // namespace chronomap
