#include <unistd.h>

#include "tests/geo/places/fixtures.hpp"

using namespace chronomap;
using namespace chronomap::test;

namespace {

/// Towns called Nelson in Texas, Alabama and Great Britain, and a Madison County in each of the two states.
Gazetteer gazetteer_with_counties(const Folder& folder) {
    const std::string counties = folder.write("counties.lpf.json", R"({"type":"FeatureCollection","features":[
{"@id":"x:madison-al","properties":{"title":"Madison County","ccodes":["US"],"fclasses":["A"],"feature_code":"ADM2","admin1":"AL"},
 "bbox":[-87,34,-86,35],"geometry":{"type":"Point","coordinates":[-86.5,34.5]}},
{"@id":"x:madison-tx","properties":{"title":"Madison County","ccodes":["US"],"fclasses":["A"],"feature_code":"ADM2","admin1":"TX"},
 "bbox":[-96.2,30.8,-95.7,31.1],"geometry":{"type":"Point","coordinates":[-95.9,30.9]}}]})");
    return small_gazetteer(
        folder, {counties},
        {city(21, "Nelson", 53.83, -2.2, "GB", 29000, "ENG"), city(22, "Nelson", 34.6, -86.5, "US", 900, "AL"),
         city(23, "Nelson", 30.95, -95.9, "US", 700, "TX"), city(24, "Nelson", 33.0, -99.0, "US", 1700, "TX"),
         city(25, "Danbury", 41.39, -73.45, "US", 84000, "CT")});
}

}  // namespace

TEST_CASE("a sentence that tells what kind of place a name is tells where it lies, all through the article") {
    const Folder folder;
    const Gazetteer gazetteer = gazetteer_with_counties(folder);
    const auto names =
        found(gazetteer, "Nelson (pronounced NEL-sən) is a small city in Madison County, Texas. Nelson has a school.");
    REQUIRE(names.size() == 4);
    CHECK(names[0] == "Nelson=geonames:23");
    CHECK(names[1] == "Madison County=x:madison-tx");
    CHECK(names[3] == "Nelson=geonames:23");
}

TEST_CASE("the kind may stand behind a comma") {
    const Folder folder;
    const Gazetteer gazetteer = gazetteer_with_counties(folder);
    const auto names = found(gazetteer, "They came from Nelson, a town in northern Alabama.");
    REQUIRE(names.size() == 2);
    CHECK(names[0] == "Nelson=geonames:22");
}

TEST_CASE("states in a list contain no towns of each other's names") {
    const Folder folder;
    const Gazetteer gazetteer = small_gazetteer(folder, {}, {city(31, "Texas", 34.0, -87.0, "US", 300, "AL")});
    const auto names = found(gazetteer, "It was seen in Texas, Alabama and Baku.");
    REQUIRE(names.size() == 3);
    CHECK(names[0] == "Texas=geonames:4736286");
}

TEST_CASE("where no place of the name is known in what the sentence says it lies in, none is taken") {
    const Folder folder;
    const Gazetteer gazetteer = gazetteer_with_counties(folder);
    const auto mentions =
        places_in(gazetteer, "Danbury is a small town in Madison County, Texas. They came to Danbury from Alabama.");
    REQUIRE(mentions.size() == 5);
    CHECK(mentions[0].place == nullptr);
    CHECK(mentions[0].reason.find("where the article says") != std::string::npos);
    CHECK(mentions[3].place == nullptr);
}
