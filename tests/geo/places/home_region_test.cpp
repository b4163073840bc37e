#include <unistd.h>

#include "tests/geo/places/fixtures.hpp"

#include "geo/places/gazetteer_impl.hpp"
#include "geo/places/home_region.hpp"

using namespace chronomap;
using namespace chronomap::test;

TEST_CASE("a publisher's home is found by name, by the name of what it lies in, and by id") {
    const Folder folder;
    const Gazetteer gazetteer = small_gazetteer(folder);
    const auto id = [&](std::string_view home) {
        const PlacePtr place = home_place(gazetteer.impl(), home);
        return place ? place->id : std::string();
    };
    CHECK(id("Paris") == "geonames:2988507");
    CHECK(id("Paris, Texas") == "geonames:4717560");
    CHECK(id("Paris, United States") == "geonames:4717560");
    CHECK(id("geonames:4717560") == "geonames:4717560");
    CHECK(id("Paris, Atlantis").empty());
    CHECK(id("Atlantis").empty());
    CHECK(id("").empty());
}

TEST_CASE("a local paper's town is that of its home, and the rule is told") {
    const Folder folder;
    const Gazetteer gazetteer = small_gazetteer(folder);
    auto article = article_from_json_line(
        R"({"id":"a","home":"Paris, Texas","text":"The council of Paris met on Monday."})", "rows.jsonl", 1);
    REQUIRE(article);
    CHECK(article->home == "Paris, Texas");
    const auto mentions = extract_places(*article, tokenise(*article), gazetteer);
    REQUIRE(mentions.size() == 1);
    REQUIRE(mentions[0].place);
    CHECK(mentions[0].place->id == "geonames:4717560");
    CHECK(mentions[0].candidates[0].rule == "publisher's home");
    article->home.clear();
    CHECK(extract_places(*article, tokenise(*article), gazetteer)[0].place->id == "geonames:2988507");
}
