#include "geo/io/plain_geojson.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

using namespace chronomap;

namespace {

/// A file in the temporary folder that goes with the object.
struct JsonFile {
    std::string path = (std::filesystem::temp_directory_path() / "chronomap-plain.geojson").string();
    explicit JsonFile(const std::string& content) { std::ofstream(path, std::ios::binary) << content; }
    ~JsonFile() { std::filesystem::remove(path); }
};

std::string collection(const std::string& features, const std::string& more = {}) {
    return R"({"type":"FeatureCollection",)" + more + R"("features":[)" + features + "]}";
}

std::string feature(const std::string& geometry, const std::string& properties = "null") {
    return R"({"type":"Feature","properties":)" + properties + R"(,"geometry":)" + geometry + "}";
}

std::vector<std::string> sorted(std::vector<std::string> names) {
    std::ranges::sort(names);
    return names;
}

const std::string every_sort = collection(
    feature(R"({"type":"Point","coordinates":[46,40,100]})", R"({"name":"a","year":1994,"share":0.5,"none":null})") +
    "," + feature(R"({"type":"MultiPoint","coordinates":[[46,40],[47,41]]})") + "," +
    feature(R"({"type":"LineString","coordinates":[[46,40],[47,41]]})", R"({"other":"x"})") + "," +
    feature(R"({"type":"MultiLineString","coordinates":[[[46,40],[47,41]],[[1,2],[3,4],[5,6]]]})") + "," +
    feature(R"({"type":"Polygon","coordinates":[[[0,0],[9,0],[9,9],[0,0]],[[1,1],[2,1],[2,2],[1,1]]]})") + "," +
    feature(R"({"type":"MultiPolygon","coordinates":[[[[0,0],[9,0],[9,9],[0,0]]],[[[1,1],[2,1],[2,2],[1,1]]]]})") +
    "," + feature(R"({"type":"GeometryCollection","geometries":[{"type":"LineString","coordinates":[[4,4],[7,1]]},
               {"type":"Point","coordinates":[1,1]}]})") +
    "," + feature("null"));

}  // namespace

TEST_CASE("a plain GeoJSON is read as GDAL reads it") {
    const JsonFile file(every_sort);
    const auto plain = read_plain_geojson(file.path);
    REQUIRE(plain);
    std::size_t number = 0;
    const auto read = read_vector_layer(file.path, "", [&](const VectorFeature& gdals) {
        REQUIRE(number < plain->features.size());
        const VectorFeature& own = *plain->features[number++];
        CHECK(own.kind() == gdals.kind());
        CHECK(own.parts() == gdals.parts());
        CHECK(sorted(own.field_names()) == sorted(gdals.field_names()));
        CHECK(own.layer_name() == gdals.layer_name());
        for (const std::string& field : gdals.field_names()) {
            CHECK(own.text(field.c_str()) == gdals.text(field.c_str()));
            CHECK(own.number(field.c_str(), -1) == (own.text(field.c_str()).find_first_of("ax") == std::string::npos
                                                        ? gdals.number(field.c_str(), -1)
                                                        : -1));
        }
    });
    REQUIRE(read);
    CHECK(number == plain->features.size());
}

TEST_CASE("what is no plain GeoJSON is left to GDAL") {
    const std::string point = feature(R"({"type":"Point","coordinates":[46,40]})");
    CHECK(read_plain_geojson(JsonFile(collection(point)).path));
    CHECK(read_plain_geojson(
        JsonFile(collection(point, R"("crs":{"properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}},)")).path));
    for (const std::string& other : {
             collection(point, R"("crs":{"properties":{"name":"EPSG:3857"}},)"),
             collection(point, "\"broken"),
             collection(R"({"type":"Fixture"})"),
             collection(feature(R"({"type":"Point","coordinates":["46",40]})")),
             collection(feature(R"({"type":"CircularString","coordinates":[[46,40],[4,4],[5,5]]})")),
             std::string(R"({"type":"Topology"})"),
             std::string("[1]"),
             std::string(),
         })
        CHECK_FALSE(read_plain_geojson(JsonFile(other).path));
    CHECK_FALSE(read_plain_geojson("/nowhere/x.geojson"));
}
