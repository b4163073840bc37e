#include <unistd.h>

#include "tests/geo/places/fixtures.hpp"

using namespace chronomap;
using namespace chronomap::test;

TEST_CASE("mentions of places") {
    const Folder folder;
    const Gazetteer gazetteer = small_gazetteer(folder);

    SUBCASE("capitals, diacritics and possessives do not hide a name") {
        CHECK(found(gazetteer, "Troops left Ağdam. Later AGHDAM was empty, said Baku's envoy.") ==
              Names{"Ağdam=geonames:148619", "AGHDAM=geonames:148619", "Baku=geonames:1"});
    }
    SUBCASE("a hyphenated pair names two places") {
        CHECK(found(gazetteer, "They closed the Aghdam-Khankendi road.") ==
              Names{"Aghdam=geonames:148619", "Khankendi=geonames:146970"});
    }
    SUBCASE("towns in a list are towns, also where a district of that name reaches to the town before") {
        CHECK(found(gazetteer, "They took Khankendi, Aghdam and Baku.") ==
              Names{"Khankendi=geonames:146970", "Aghdam=geonames:148619", "Baku=geonames:1"});
    }
    SUBCASE("a misspelling is a low-confidence guess") {
        const auto mentions = places_in(gazetteer, "He was in Khankendi. Trucks were ready to go to Khakendi soon.");
        REQUIRE(mentions.size() == 2);
        CHECK(mentions[1].kind == PlaceMentionKind::fuzzy);
        CHECK(mentions[1].place->id == "geonames:146970");
        CHECK(mentions[1].confidence <= 0.5);
    }
    SUBCASE("a name inside the name of a war is no place") {
        CHECK(found(gazetteer, "It began with the First Karabakh War.").empty());
        CHECK(found(gazetteer, "He fought in the Battle of Aghdam.").empty());
    }
    SUBCASE("demonyms lead to a country and are no points") {
        const auto mentions = places_in(gazetteer, "The Azerbaijani army moved on.");
        REQUIRE(mentions.size() == 1);
        CHECK(mentions[0].kind == PlaceMentionKind::demonym);
        CHECK(mentions[0].place->id == "geonames:587116");
    }
    SUBCASE("persons are no places") {
        CHECK(found(gazetteer, "The writer Washington Irving never knew Hikmet.").empty());
        CHECK(found(gazetteer, "They took down a statue of Lenin.").empty());
    }
    SUBCASE("common words at the start of a sentence are no places") {
        CHECK(found(gazetteer, "Reading is good for you. Mobile phones are not.").empty());
        CHECK(found(gazetteer, "She was born in Reading.") == Names{"Reading=geonames:7"});
    }
    SUBCASE("what follows the comma says which one is meant, for the whole article") {
        CHECK(found(gazetteer, "A fire broke out in Paris, Texas, on Monday. Paris has many old houses.") ==
              Names{"Paris=geonames:4717560", "Texas=geonames:4736286", "Paris=geonames:4717560"});
        CHECK(found(gazetteer, "She flew to Paris on Monday.") == Names{"Paris=geonames:2988507"});
    }
    SUBCASE("a former state is an area with its years") {
        const auto mentions = places_in(gazetteer, "It was part of the Soviet Union, and the USSR fell.");
        REQUIRE(mentions.size() == 2);
        CHECK(mentions[0].place->extent == ExtentClass::area);
        CHECK(mentions[0].place->when.end != open_end);
        CHECK(mentions[1].place == mentions[0].place);
    }
    SUBCASE("the city is the last city named, marked as inferred") {
        const auto mentions = places_in(gazetteer, "Aghdam is quiet. People fled the city at night.");
        REQUIRE(mentions.size() == 2);
        CHECK(mentions[1].kind == PlaceMentionKind::anaphor);
        CHECK(mentions[1].place->id == "geonames:148619");
        CHECK(mentions[1].reason == "inferred from Aghdam");
        CHECK(places_in(gazetteer, "People fled the city at night.").empty());
    }
    SUBCASE("empty and odd texts give nothing") {
        CHECK(extract_places(Article{}, TokenisedText{}, gazetteer).empty());
        CHECK(found(gazetteer, "\xEF\xBF\xBD ... 1993, — ''").empty());
    }
}

TEST_CASE("the time grows with the text, not with its square") {
    const Folder folder;
    const Gazetteer gazetteer = small_gazetteer(folder);
    std::string text;
    for (int i = 0; i < 20000; ++i) text += "Aghdam and Paris lie near Baku in Azerbaijan. ";
    CHECK(places_in(gazetteer, text).size() == 80000);
}
