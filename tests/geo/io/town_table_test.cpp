#include "geo/io/town_table.hpp"

#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>

using namespace chronomap;

namespace {

struct TemporaryFile {
    TemporaryFile(const char* name, const char* text) : path((std::filesystem::temp_directory_path() / name).string()) {
        std::ofstream(path) << text;
    }
    ~TemporaryFile() { std::filesystem::remove(path); }
    std::string path;
};

}  // namespace

TEST_CASE("a town is found by any of its names, but only near by") {
    const TemporaryFile file("chronomap-towns-test.json", R"({
        "1": {"geonameid": 1, "name": "Aville", "latitude": 40.0, "longitude": 46.0, "countrycode": "AZ",
              "population": 900, "alternatenames": ["Avilla", ""]},
        "2": {"geonameid": 2, "name": "Aville", "latitude": 50.0, "longitude": 6.0, "countrycode": "FR",
              "population": 90000, "alternatenames": []}})");
    const auto towns = TownTable::load(file.path);
    REQUIRE(towns);
    REQUIRE(towns->find("AVILLA", {46.1, 40.1}));
    CHECK(towns->find("avilla", {46.1, 40.1})->id == "geonames:1");
    CHECK(!towns->find("Avilla", {47, 41}));
    REQUIRE(towns->find("Aville", {6, 50.1}));
    CHECK(towns->find("Aville", {6, 50.1})->country == "FR");
    CHECK(towns->by_id("geonames:2")->population == 90000);
    CHECK(!towns->by_id("geonames:3"));
}

TEST_CASE("a file that is not the cities file is refused") {
    const TemporaryFile file("chronomap-towns-bad-test.json", R"({"1": {"name": "no id"}})");
    CHECK(!TownTable::load(file.path));
}

TEST_CASE("of a Linked Places file the towns are read, not the regions") {
    const TemporaryFile file("chronomap-lpf-towns-test.json", R"({"type": "FeatureCollection", "features": [
        {"@id": "x:town", "type": "Feature", "properties": {"title": "Town", "ccodes": ["AZ"], "fclasses": ["P"],
          "feature_code": "PPLA", "population": 12}, "geometry": {"type": "Point", "coordinates": [46.5, 39.6]}},
        {"@id": "x:region", "type": "Feature", "properties": {"title": "Region", "fclasses": ["L"]},
          "geometry": {"type": "Point", "coordinates": [46, 39]}}]})");
    const auto towns = read_linked_places_towns(file.path);
    REQUIRE(towns);
    REQUIRE(towns->size() == 1);
    CHECK((*towns)[0].id == "x:town");
    CHECK((*towns)[0].feature_code == "PPLA");
    CHECK((*towns)[0].location == LonLat{46.5, 39.6});
}

TEST_CASE("diacritics that were lost come back, but one name does not become another") {
    CHECK(with_diacritics("Sao Paulo", "São Paulo") == "São Paulo");
    CHECK(with_diacritics("Sumqayt", "Sumqayıt") == "Sumqayıt");
    CHECK(with_diacritics("Cologne", "Köln") == "Cologne");
    CHECK(with_diacritics("Moscow", "Moscow") == "Moscow");
}
