#include "geo/gdal/boundary_export.hpp"

#include <ogr_geometry.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <memory>

#include <nlohmann/json.hpp>

#include "geo/io/geo_box.hpp"
#include "geo/io/join_lines.hpp"
#include "geo/io/vector_layer.hpp"

namespace chronomap {
namespace {

using Lines = std::vector<std::vector<LonLat>>;
using nlohmann::json;

json positions_of(const std::vector<LonLat>& points) {
    json out = json::array();
    for (const LonLat& p : points) out.push_back({p.lon, p.lat});
    return out;
}

bool lies_in(const std::vector<LonLat>& line, const std::array<double, 4>& box) {
    const GeoBox own = box_of(Lines{line});
    return own.west >= box[0] && own.south >= box[1] && own.east <= box[2] && own.north <= box[3];
}

/// Brings ends that lie within `reach` degrees of each other to one point.
void snap_ends(Lines& lines, double reach) {
    std::vector<LonLat> joints;
    for (auto& line : lines)
        for (LonLat* end : {&line.front(), &line.back()}) {
            const auto joint = std::ranges::find_if(joints, [&](const LonLat& other) {
                return std::hypot(other.lon - end->lon, other.lat - end->lat) <= reach;
            });
            if (joint == joints.end())
                joints.push_back(*end);
            else
                *end = *joint;
        }
}

/// Rings that the lines enclose; empty when they do not close.
Lines rings_around(const Lines& lines) {
    OGRMultiLineString all;
    for (const auto& line : lines) {
        auto* part = new OGRLineString;
        for (const LonLat& p : line) part->addPoint(p.lon, p.lat);
        all.addGeometryDirectly(part);
    }
    const std::unique_ptr<OGRGeometry> polygons(all.Polygonize());
    Lines rings;
    if (!polygons) return rings;
    for (const OGRGeometry* polygon : *polygons->toGeometryCollection()) {
        const OGRLinearRing* ring = polygon->toPolygon()->getExteriorRing();
        std::vector<LonLat> points;
        for (int i = 0; i < ring->getNumPoints(); ++i) points.push_back({ring->getX(i), ring->getY(i)});
        rings.push_back(std::move(points));
    }
    return rings;
}

Result<json> feature_of(const json& boundary, const std::vector<std::pair<std::string, std::vector<LonLat>>>& all,
                        const std::string& path) {
    const std::string name = boundary.at("name").get<std::string>();
    for (const char* key : {"begin", "end", "source"})
        if (boundary.value(key, "").empty()) return fail("\"" + name + "\" has no \"" + key + "\"", path);
    const auto box = boundary.at("box").get<std::array<double, 4>>();
    Lines lines;
    for (const auto& [line_name, points] : all)
        if (line_name == boundary.at("from").get<std::string>() && lies_in(points, box)) lines.push_back(points);
    if (lines.empty()) return fail("no line for \"" + name + "\" in the source", path);
    json coordinates = json::array();
    const bool area = boundary.at("shape") == "area";
    if (area) {
        snap_ends(lines, boundary.value("snap_degrees", 0.0));
        for (const auto& ring : rings_around(lines)) coordinates.push_back(json::array({positions_of(ring)}));
        if (coordinates.empty()) return fail("the lines of \"" + name + "\" do not close", path);
    } else {
        for (const auto& line : join_lines(std::move(lines))) coordinates.push_back(positions_of(line));
    }
    json properties;
    for (const char* key : {"name", "holder", "status", "begin", "end", "source"})
        if (boundary.contains(key)) properties[key] = boundary[key];
    return json{{"type", "Feature"},
                {"properties", properties},
                {"geometry", {{"type", area ? "MultiPolygon" : "MultiLineString"}, {"coordinates", coordinates}}}};
}

}  // namespace

Result<void> export_boundaries(const std::string& world_map, const std::string& boundaries, const std::string& output) {
    std::vector<std::pair<std::string, std::vector<LonLat>>> lines;
    auto read = read_vector_layer(world_map, "disputed_borders", [&](const VectorFeature& feature) {
        for (auto& part : feature.parts()) lines.emplace_back(feature.text("name"), std::move(part));
    });
    if (!read) return read;
    std::ifstream file(boundaries);
    if (!file) return fail("cannot open the boundaries", boundaries);
    json layer{{"type", "FeatureCollection"}, {"features", json::array()}};
    try {
        const json document = json::parse(file);
        layer["name"] = document.at("name");
        for (const json& boundary : document.at("boundaries")) {
            auto feature = feature_of(boundary, lines, boundaries);
            if (!feature) return tl::unexpected(feature.error());
            layer["features"].push_back(std::move(*feature));
        }
    } catch (const json::exception& error) {
        return fail(std::string("not a boundaries file: ") + error.what(), boundaries);
    }
    const std::string temporary = output + ".part";
    std::ofstream out(temporary, std::ios::trunc);
    out << layer.dump() << '\n';
    out.close();
    if (!out) return fail("cannot write", temporary);
    if (std::rename(temporary.c_str(), output.c_str()) != 0) return fail("cannot rename", output);
    return {};
}

}  // namespace chronomap
