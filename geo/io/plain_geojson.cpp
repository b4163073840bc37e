#include "geo/io/plain_geojson.hpp"

#include <filesystem>
#include <fstream>

#include <nlohmann/json.hpp>

namespace chronomap {
namespace {

using nlohmann::ordered_json;

constexpr std::uintmax_t largest_file = 4u << 20;  // bytes

/// How deep the positions of a sort of geometry lie in arrays, and what they make. RFC 7946, 3.1.
struct GeometryType {
    const char* name;
    VectorKind kind;
    int depth;
};
constexpr GeometryType geometry_types[]{
    {"Point", VectorKind::point, 0},     {"MultiPoint", VectorKind::point, 1},
    {"LineString", VectorKind::line, 1}, {"MultiLineString", VectorKind::line, 2},
    {"Polygon", VectorKind::area, 2},    {"MultiPolygon", VectorKind::area, 3},
};

struct Geometry {
    VectorKind kind = VectorKind::none;
    std::vector<std::vector<LonLat>> parts;
};

/// False: no position.
bool append_position(const ordered_json& position, std::vector<LonLat>& points) {
    if (!position.is_array() || position.size() < 2 || !position[0].is_number() || !position[1].is_number())
        return false;
    points.push_back({position[0].get<double>(), position[1].get<double>()});
    return true;
}

bool append_parts(const ordered_json& coordinates, VectorKind kind, int depth, Geometry& geometry) {
    const bool points = kind == VectorKind::point;
    if (!coordinates.is_array()) return false;
    if (depth > (points ? 0 : 1)) {
        for (const auto& member : coordinates)
            if (!append_parts(member, kind, depth - 1, geometry)) return false;
        return true;
    }
    if (coordinates.empty()) return true;
    std::vector<LonLat> part;
    if (points) {
        if (!append_position(coordinates, part)) return false;
    } else {
        for (const auto& position : coordinates)
            if (!append_position(position, part)) return false;
    }
    if (!points && part.size() < 2) return true;
    if (geometry.kind == VectorKind::none) geometry.kind = kind;
    geometry.parts.push_back(std::move(part));
    return true;
}

/// False: broken.
bool append_geometry(const ordered_json& json, Geometry& geometry, int nesting = 0) {
    if (json.is_null()) return true;
    if (!json.is_object() || nesting > 8) return false;
    const std::string type = json.value("type", std::string());
    if (type == "GeometryCollection") {
        const auto members = json.find("geometries");
        if (members == json.end() || !members->is_array()) return false;
        for (const auto& member : *members)
            if (!append_geometry(member, geometry, nesting + 1)) return false;
        return true;
    }
    for (const GeometryType& known : geometry_types)
        if (const auto coordinates = json.find("coordinates"); type == known.name && coordinates != json.end())
            return append_parts(*coordinates, known.kind, known.depth, geometry);
    return false;
}

class GeojsonFeature : public VectorFeature {
  public:
    GeojsonFeature(std::shared_ptr<const std::string> layer, std::shared_ptr<const std::vector<std::string>> names,
                   ordered_json properties, Geometry geometry)
        : layer_(std::move(layer)),
          names_(std::move(names)),
          properties_(std::move(properties)),
          geometry_(std::move(geometry)) {}

    std::string text(const char* field) const override {
        const auto found = properties_.find(field);
        if (found == properties_.end() || found->is_null()) return {};
        return found->is_string() ? found->get<std::string>() : found->dump();
    }
    double number(const char* field, double missing) const override {
        const auto found = properties_.find(field);
        return found != properties_.end() && found->is_number() ? found->get<double>() : missing;
    }
    std::vector<std::string> field_names() const override { return *names_; }
    std::string layer_name() const override { return *layer_; }
    VectorKind kind() const override { return geometry_.kind; }
    std::vector<std::vector<LonLat>> parts() const override { return geometry_.parts; }

  private:
    std::shared_ptr<const std::string> layer_;
    std::shared_ptr<const std::vector<std::string>> names_;
    ordered_json properties_;
    Geometry geometry_;
};

/// RFC 7946 knows no other system than WGS 84; files of its forerunner (GeoJSON 2008) may name it.
bool in_degrees(const ordered_json& collection) {
    const auto crs = collection.find("crs");
    if (crs == collection.end() || crs->is_null()) return true;
    return crs->dump().find("CRS84") != std::string::npos;
}

std::optional<ordered_json> parse_file(const std::string& path) {
    std::error_code failed;
    if (!path.ends_with(".geojson") || !std::filesystem::is_regular_file(path, failed) ||
        std::filesystem::file_size(path, failed) > largest_file || failed)
        return std::nullopt;
    std::ifstream file(path, std::ios::binary);
    auto json = ordered_json::parse(file, nullptr, false);
    if (json.is_discarded() || !json.is_object() || json.value("type", ordered_json()) != "FeatureCollection" ||
        !in_degrees(json))
        return std::nullopt;
    return json;
}

}  // namespace

std::optional<PlainGeojson> read_plain_geojson(const std::string& path) {
    auto json = parse_file(path);
    if (!json) return std::nullopt;
    const auto features = json->find("features");
    if (features == json->end() || !features->is_array()) return std::nullopt;
    PlainGeojson file;
    const auto name = json->find("name");
    file.name = name != json->end() && name->is_string() ? name->get<std::string>()
                                                         : std::filesystem::path(path).stem().string();
    const auto layer = std::make_shared<const std::string>(file.name);
    const auto names = std::make_shared<std::vector<std::string>>();
    for (ordered_json& feature : *features) {
        if (!feature.is_object() || feature.value("type", ordered_json()) != "Feature") return std::nullopt;
        Geometry geometry;
        const auto shape = feature.find("geometry");
        if (shape != feature.end() && !append_geometry(*shape, geometry)) return std::nullopt;
        ordered_json properties = ordered_json::object();
        if (const auto found = feature.find("properties"); found != feature.end() && found->is_object())
            properties = std::move(*found);
        for (const auto& [field, value] : properties.items())
            if (std::ranges::find(*names, field) == names->end()) names->push_back(field);
        file.features.push_back(
            std::make_unique<GeojsonFeature>(layer, names, std::move(properties), std::move(geometry)));
    }
    return file;
}

}  // namespace chronomap
