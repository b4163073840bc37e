// Checks the data files of assets/ as data: what a contributor may get wrong in them by hand.
#include <algorithm>
#include <cctype>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "geo/time/edtf.hpp"
#include "test_paths.hpp"

using nlohmann::json;

namespace {

const std::vector<std::string> gazetteer_files = {"south_caucasus", "former_states", "physical_features"};

json read_asset(const std::string& name) {
    std::ifstream file(CHRONOMAP_SOURCE_DIR "/assets/" + name);
    REQUIRE_MESSAGE(file.good(), name);
    return json::parse(file);
}

const json& places_of(const std::string& gazetteer) {
    static std::map<std::string, json> read;
    auto& document = read[gazetteer];
    if (document.is_null()) document = read_asset("gazetteer/" + gazetteer + ".lpf.json");
    return document["features"];
}

/// Every place of every curated gazetteer.
std::vector<const json*> all_places() {
    std::vector<const json*> places;
    for (const auto& gazetteer : gazetteer_files)
        for (const json& place : places_of(gazetteer)) places.push_back(&place);
    return places;
}

const json* find_place(const std::string& id) {
    for (const json* place : all_places())
        if ((*place)["@id"] == id) return place;
    return nullptr;
}

std::string ascii_lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    return text;
}

bool has_name(const json& place, const std::string& toponym, const std::string& language) {
    return std::any_of(place["names"].begin(), place["names"].end(),
                       [&](const json& name) { return name["toponym"] == toponym && name["lang"] == language; });
}

/// A year, month or day, as the ends of time spans are written here.
bool is_plain_date(const std::string& text) {
    static const std::regex form(R"(-?\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?)");
    return std::regex_match(text, form);
}

void check_when(const json& when) {
    REQUIRE(when["timespans"].is_array());
    REQUIRE_FALSE(when["timespans"].empty());
    for (const json& span : when["timespans"]) {
        REQUIRE((span.contains("start") || span.contains("end")));
        for (const char* end : {"start", "end"})
            if (span.contains(end)) CHECK(is_plain_date(span[end]["in"].get<std::string>()));
        if (span.contains("start") && span.contains("end"))
            CHECK(span["start"]["in"].get<std::string>().substr(0, 4) <=
                  span["end"]["in"].get<std::string>().substr(0, 4));
    }
}

void check_position(const json& position) {
    REQUIRE(position.size() == 2);
    CHECK(std::abs(position[0].get<double>()) <= 180.0);
    CHECK(std::abs(position[1].get<double>()) <= 90.0);
}

void check_ring(const json& ring) {
    CHECK(ring.size() >= 4);
    CHECK(ring.front() == ring.back());
    for (const json& position : ring) check_position(position);
}

void check_polygon(const json& rings) {
    REQUIRE_FALSE(rings.empty());
    for (const json& ring : rings) check_ring(ring);
}

void check_line(const json& line) {
    CHECK(line.size() >= 2);
    for (const json& position : line) check_position(position);
}

/// Checks a geometry and returns its representative point.
json check_geometry(const json& geometry, const std::string& extent) {
    if (geometry["type"] == "Point") {
        check_position(geometry["coordinates"]);
        CHECK(extent != "line");
        return geometry["coordinates"];
    }
    REQUIRE(geometry["type"] == "GeometryCollection");
    REQUIRE(geometry["geometries"].size() == 2);
    CHECK(extent != "point");
    const json& shape = geometry["geometries"][1];
    const std::string type = shape["type"];
    if (type == "Polygon") check_polygon(shape["coordinates"]);
    if (type == "MultiPolygon")
        for (const json& polygon : shape["coordinates"]) check_polygon(polygon);
    if (type == "LineString") check_line(shape["coordinates"]);
    if (type == "MultiLineString")
        for (const json& line : shape["coordinates"]) check_line(line);
    CHECK((type.ends_with("Polygon") ? "area" : "line") == extent);
    check_position(geometry["geometries"][0]["coordinates"]);
    return geometry["geometries"][0]["coordinates"];
}

}  // namespace

TEST_CASE("the South Caucasus gazetteer has at least 200 places") {
    CHECK(places_of("south_caucasus").size() >= 200);
}

TEST_CASE("every curated place has an id of its own, a title among its names, codes and a source") {
    std::set<std::string> ids;
    for (const json* place : all_places()) {
        const std::string id = (*place)["@id"];
        CAPTURE(id);
        CHECK(ids.insert(id).second);
        CHECK((id.starts_with("geonames:") || id.starts_with("chronomap:")));
        CHECK((*place)["type"] == "Feature");
        const json& properties = (*place)["properties"];
        CHECK_FALSE(properties["sources"].empty());
        CHECK_FALSE(properties["feature_code"].get<std::string>().empty());
        REQUIRE(properties["fclasses"].size() == 1);
        CHECK(std::string("AHLPRSTUV").find(properties["fclasses"][0].get<std::string>()) != std::string::npos);
        for (const json& country : properties["ccodes"]) CHECK(country.get<std::string>().size() == 2);
        CHECK(std::any_of((*place)["names"].begin(), (*place)["names"].end(),
                          [&](const json& name) { return name["toponym"] == properties["title"]; }));
    }
}

TEST_CASE("every name of a curated place is written once and is cited") {
    for (const json* place : all_places()) {
        CAPTURE((*place)["@id"].get<std::string>());
        std::set<std::string> names;
        for (const json& name : (*place)["names"]) {
            const std::string toponym = name["toponym"];
            CAPTURE(toponym);
            CHECK(names.insert(ascii_lower(toponym)).second);
            CHECK_FALSE(toponym.starts_with("the "));
            CHECK(name["lang"].get<std::string>().size() >= 2);
            REQUIRE_FALSE(name["citations"].empty());
            CHECK_FALSE(name["citations"][0]["label"].get<std::string>().empty());
            if (name.contains("when")) check_when(name["when"]);
        }
    }
}

TEST_CASE("every curated place has a sound geometry inside its box") {
    for (const json* place : all_places()) {
        CAPTURE((*place)["@id"].get<std::string>());
        const std::string extent = (*place)["properties"]["extent"];
        CHECK((extent == "point" || extent == "line" || extent == "area"));
        const json point = check_geometry((*place)["geometry"], extent);
        if (extent == "point") continue;
        REQUIRE(place->contains("bbox"));
        const json& box = (*place)["bbox"];
        REQUIRE(box.size() == 4);
        const double west = box[0], south = box[1], east = box[2], north = box[3];
        const double lon = point[0], lat = point[1];
        CHECK(south < north);
        CHECK((lat >= south && lat <= north));
        CHECK((west < east ? lon >= west && lon <= east : lon >= west || lon <= east));
    }
}

TEST_CASE("places of the South Caucasus gazetteer lie near it, but for capitals and empires") {
    for (const json& place : places_of("south_caucasus")) {
        if (place["properties"]["extent"] != "point") continue;
        if (place["properties"]["feature_code"] == "PPLC") continue;
        CAPTURE(place["@id"].get<std::string>());
        const json& position = place["geometry"]["coordinates"];
        const double lon = position[0], lat = position[1];
        CHECK((lon > 28.0 && lon < 51.0));
        CHECK((lat > 37.0 && lat < 45.0));
    }
}

TEST_CASE("the parents of a curated place are curated places") {
    for (const json* place : all_places()) {
        CAPTURE((*place)["@id"].get<std::string>());
        if (!place->contains("relations")) continue;
        for (const json& relation : (*place)["relations"]) {
            CHECK(relation["relationType"] == "gvp:broaderPartitive");
            const std::string parent = relation["relationTo"];
            CAPTURE(parent);
            CHECK(parent != (*place)["@id"]);
            CHECK(find_place(parent) != nullptr);
        }
    }
}

TEST_CASE("a former state or oblast is an area with years") {
    for (const json* place : all_places()) {
        const json& properties = (*place)["properties"];
        const std::string code = properties["feature_code"];
        if (code != "PCLH" && code != "ADMDH") continue;
        CAPTURE((*place)["@id"].get<std::string>());
        CHECK(properties["extent"] == "area");
        REQUIRE(place->contains("when"));
        check_when((*place)["when"]);
        CHECK((*place)["when"]["timespans"][0].contains("end"));
    }
}

TEST_CASE("the towns of the first articles are named in four languages and as both sides write them") {
    const std::vector<std::pair<std::string, std::vector<std::string>>> towns = {
        {"geonames:148619", {"Aghdam", "Agdam", "Ağdam", "Akna", "Ակնա", "Агдам"}},
        {"geonames:146970", {"Khankendi", "Xankəndi", "Stepanakert", "Степанакерт", "Ստեփանակերտ"}},
        {"geonames:147774", {"Khojaly", "Khojali", "Xocalı", "Ivanyan", "Իվանյան", "Ходжалы"}},
        {"geonames:147625", {"Lachin", "Laçın", "Berdzor", "Բերձոր", "Лачин"}},
        {"geonames:147105", {"Shusha", "Shushi", "Şuşa", "Շուշի", "Шуша"}},
    };
    for (const auto& [id, names] : towns) {
        const json* place = find_place(id);
        REQUIRE_MESSAGE(place != nullptr, id);
        std::set<std::string> languages, toponyms;
        for (const json& name : (*place)["names"]) {
            languages.insert(name["lang"].get<std::string>());
            toponyms.insert(name["toponym"].get<std::string>());
        }
        for (const char* language : {"en", "az", "hy", "ru"}) CHECK(languages.contains(language));
        for (const auto& name : names) {
            CAPTURE(name);
            CHECK(toponyms.contains(name));
        }
    }
}

TEST_CASE("Khankendi was officially Stepanakert from 1923 to 1991") {
    const json* place = find_place("geonames:146970");
    REQUIRE(place != nullptr);
    CHECK(has_name(*place, "Xankəndi", "az"));
    for (const json& name : (*place)["names"]) {
        if (name["toponym"] != "Степанакерт") continue;
        CHECK(name["official"] == true);
        CHECK(name["when"]["timespans"][0]["start"]["in"].get<std::string>().substr(0, 4) == "1923");
        CHECK(name["when"]["timespans"][0]["end"]["in"].get<std::string>().substr(0, 4) == "1991");
    }
}

TEST_CASE("every named period has an id, names, a date and a source, and no name means two periods") {
    std::set<std::string> ids, names;
    const json document = read_asset("periods.json");
    CHECK(document["periods"].size() >= 80);
    for (const json& period : document["periods"]) {
        CAPTURE(period["id"].get<std::string>());
        CHECK(ids.insert(period["id"].get<std::string>()).second);
        CHECK_FALSE(period["names"].empty());
        CHECK_FALSE(period["source"].get<std::string>().empty());
        for (const json& name : period["names"]) {
            CAPTURE(name.get<std::string>());
            CHECK(names.insert(ascii_lower(name.get<std::string>())).second);
        }
        const auto date = chronomap::EdtfDate::parse(period["edtf"].get<std::string>());
        REQUIRE(date);
        CHECK(date->span().begin < date->span().end);
        CHECK(date->text() == period["edtf"].get<std::string>());
    }
}

TEST_CASE("the demo article has a dateline and every place that it names is curated") {
    std::ifstream file(CHRONOMAP_SOURCE_DIR "/assets/demo/karabakh_road.txt");
    const std::string text((std::istreambuf_iterator<char>(file)), {});
    REQUIRE_FALSE(text.empty());
    CHECK(text.find("AGHDAM, Azerbaijan, 5 October 2023") != std::string::npos);
    for (const std::string name : {"Khankendi",
                                   "Stepanakert",
                                   "Aghdam-Khankendi road",
                                   "Soviet Union",
                                   "Armenia",
                                   "Georgia",
                                   "Transcaucasian SFSR",
                                   "Baku",
                                   "Nagorno-Karabakh Autonomous Oblast",
                                   "Azerbaijan SSR",
                                   "Armenian SSR",
                                   "Moscow",
                                   "Sumgait",
                                   "Khojaly",
                                   "Yerevan",
                                   "Shusha",
                                   "Lachin",
                                   "Kalbajar",
                                   "Bishkek",
                                   "Talish",
                                   "Ganja",
                                   "Barda",
                                   "Jabrayil",
                                   "Fuzuli",
                                   "Hadrut",
                                   "Russia",
                                   "Lachin Corridor",
                                   "Lachin-Khankendi road",
                                   "Hakari bridge",
                                   "Karabakh",
                                   "Goris"}) {
        CAPTURE(name);
        CHECK(text.find(name) != std::string::npos);
        const auto places = all_places();
        CHECK(
            std::any_of(places.begin(), places.end(), [&](const json* place) { return has_name(*place, name, "en"); }));
    }
}
