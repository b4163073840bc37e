#include <unistd.h>

#include "tests/geo/places/fixtures.hpp"

using namespace chronomap;
using namespace chronomap::test;

namespace {

Gazetteer gazetteer_with_towns(const Folder& folder, const std::vector<std::string>& more = {}) {
    std::vector<std::string> towns{city(11, "Golden Gate", 26.19, -81.7, "US", 25000, "FL"),
                                   city(12, "National Park", 39.87, -75.18, "US", 3000, "NJ"),
                                   city(13, "Washington", 41.63, -73.31, "US", 3500, "CT"),
                                   city(14, "Danbury", 41.39, -73.45, "US", 84000, "CT"),
                                   city(15, "Bethel", 41.37, -73.41, "US", 9500, "CT"),
                                   city(16, "Seymour", 41.39, -73.07, "US", 16000, "CT"),
                                   city(17, "Hondo", 29.35, -99.14, "US", 2000, "TX"),
                                   city(18, "Hondo", 33.39, -105.27, "US", 600, "NM"),
                                   city(19, "Us", 49.1, 1.97, "FR", 1200, "11")};
    towns.insert(towns.end(), more.begin(), more.end());
    return small_gazetteer(folder, {}, towns);
}

}  // namespace

TEST_CASE("a feature that only shares the name of a place far away is put nowhere, and says why") {
    const Folder folder;
    const Gazetteer gazetteer = gazetteer_with_towns(folder);
    const auto mentions = places_in(gazetteer, "In Baku he spoke of the Golden Gate Bridge.");
    REQUIRE(mentions.size() == 2);
    CHECK(mentions[1].place == nullptr);
    CHECK(mentions[1].reason.find("Golden Gate") != std::string::npos);
    CHECK_FALSE(mentions[1].candidates.empty());
    CHECK(found(gazetteer, "He swam in Lake Hondo, said people in Baku.") == Names{"Lake Hondo=?", "Baku=geonames:1"});
}

TEST_CASE("a feature near what the article tells of is where its place is") {
    const Folder folder;
    const Gazetteer gazetteer = gazetteer_with_towns(folder);
    CHECK(found(gazetteer, "People in Danbury and in Bethel walked to Seymour Park.") ==
          Names{"Danbury=geonames:14", "Bethel=geonames:15", "Seymour Park=geonames:16"});
}

TEST_CASE("a street is not where the place of its name is") {
    const Folder folder;
    const Gazetteer gazetteer = gazetteer_with_towns(folder);
    CHECK(found(gazetteer, "It burnt in Danbury and in Paris Street, the police of Danbury said.") ==
          Names{"Danbury=geonames:14", "Paris Street=?", "Danbury=geonames:14"});
}

TEST_CASE("a name that is only a kind of place belongs to the words before it") {
    const Folder folder;
    const Gazetteer gazetteer = gazetteer_with_towns(folder);
    CHECK(found(gazetteer, "Lions live in the Serengeti National Park and in Baku.") ==
          Names{"Serengeti National Park=?", "Baku=geonames:1"});
}

TEST_CASE("a name alone in the dateline is the place that all know by it, all through the article") {
    const Folder folder;
    const Gazetteer gazetteer = gazetteer_with_towns(folder);
    const auto names = found(gazetteer,
                             "WASHINGTON (AP) - Families from Danbury, Bethel and Seymour met senators. In Washington "
                             "they said that Danbury and Bethel had suffered.");
    REQUIRE(names.size() == 7);
    CHECK(names[0] == "WASHINGTON=geonames:4140963");
    CHECK(names[4] == "Washington=geonames:4140963");
}

TEST_CASE("of small places of one name none is taken where the article tells of another country") {
    const Folder folder;
    const Gazetteer gazetteer = gazetteer_with_towns(folder);
    CHECK(found(gazetteer, "They came to Baku from the town of Hondo.") == Names{"Baku=geonames:1", "Hondo=?"});
    CHECK(found(gazetteer, "They came to Hondo, Texas.") == Names{"Hondo=geonames:17", "Texas=geonames:4736286"});
}

TEST_CASE("of little towns that are as likely none is taken, and the others are listed") {
    const Folder folder;
    const Gazetteer gazetteer = gazetteer_with_towns(folder);
    const auto mentions = places_in(gazetteer, "People of Danbury and Bethel in the US saw the town of Hondo.");
    REQUIRE(mentions.size() == 4);
    CHECK(mentions[3].place == nullptr);
    CHECK(mentions[3].candidates.size() == 2);
    CHECK_FALSE(mentions[3].reason.empty());
}

TEST_CASE("a little town in another country is taken where no other of its name is far from it") {
    const Folder folder;
    const Gazetteer gazetteer = gazetteer_with_towns(folder, {city(71, "Idlib", 35.93, 36.63, "SY", 20000, "12"),
                                                              city(72, "Idlib", 35.95, 36.7, "SY", 18000, "12")});
    CHECK(found(gazetteer, "They came to Baku from the town of Idlib.") ==
          Names{"Baku=geonames:1", "Idlib=geonames:71"});
}

TEST_CASE("a country's abbreviation is no village") {
    const Folder folder;
    const Gazetteer gazetteer = gazetteer_with_towns(folder);
    const auto names = found(gazetteer, "In Baku the US envoy spoke.");
    REQUIRE(names.size() == 2);
    CHECK(names[0] == "Baku=geonames:1");
    CHECK(names[1] == "US=geonames:6252001");
}

TEST_CASE("a great city is one though its name is a word, too") {
    const Folder folder;
    const Gazetteer gazetteer = small_gazetteer(
        folder, {},
        {city(41, "Mobile", 31.22, 121.46, "CN", 22315474, "23"), city(42, "Reading", 1, 1, "GB", 900, "X")});
    CHECK(found(gazetteer, "They spoke of Mobile.") == Names{"Mobile=geonames:41"});
    CHECK(found(gazetteer, "They spoke of Reading.").empty());
}

TEST_CASE("a post code makes no person of a town") {
    const Folder folder;
    const Gazetteer gazetteer = small_gazetteer(folder);
    CHECK(found(gazetteer, "47 Frith Street, Washington W1D 4HT").back() == "Washington=geonames:4140963");
}

TEST_CASE("a small town is hardly meant by the name of a country, but for its state behind it") {
    const Folder folder;
    const Gazetteer gazetteer = gazetteer_with_towns(folder, {city(52, "France", 31.0, -99.0, "US", 4000, "TX")});
    const std::string near = "People of Danbury, Bethel and Seymour in the US went to ";
    CHECK(found(gazetteer, near + "France.").back() == "France=geonames:3017382");
    const auto names = found(gazetteer, near + "France, Texas.");
    CHECK(names[names.size() - 2] == "France=geonames:52");
}

TEST_CASE("a name that is a place once in an article is one there again") {
    const Folder folder;
    const Gazetteer gazetteer = gazetteer_with_towns(folder);
    CHECK(found(gazetteer, "They met in Reading. A spokesman for Reading Police spoke.").size() == 2);
    CHECK(found(gazetteer, "A spokesman for Reading Police spoke.").empty());
}

TEST_CASE("a university is no park of its last words") {
    const Folder folder;
    const Gazetteer gazetteer = gazetteer_with_towns(folder, {city(61, "State University", 40, -80, "US", 900, "PA")});
    CHECK(found(gazetteer, "He was at Baku State University.") == Names{"Baku=geonames:1"});
}
