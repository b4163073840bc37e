#include <unistd.h>

#include <algorithm>

#include "tests/geo/places/fixtures.hpp"

#include "geo/places/world_index.hpp"
#include "geo/places/world_sources/translations.hpp"

using namespace chronomap;
using namespace chronomap::test;

namespace {

/// A catalogue of translations as msgfmt writes it.
std::string catalogue(const std::vector<std::pair<std::string, std::string>>& messages) {
    std::string words, texts;
    const auto put = [&](std::uint32_t value) { words.append(reinterpret_cast<const char*>(&value), sizeof(value)); };
    const auto count = static_cast<std::uint32_t>(messages.size());
    constexpr std::uint32_t header_bytes = 28;
    const std::uint32_t texts_at = header_bytes + 16 * count;
    for (const std::uint32_t value : {0x950412deU, 0U, count, header_bytes, header_bytes + 8 * count, 0U, 0U})
        put(value);
    for (const bool translated : {false, true})
        for (const auto& [original, translation] : messages) {
            const std::string& text = translated ? translation : original;
            put(static_cast<std::uint32_t>(text.size()));
            put(texts_at + static_cast<std::uint32_t>(texts.size()));
            texts += text + '\0';
        }
    return words + texts;
}

WorldIndexInputs small_inputs(const Folder& folder) {
    const std::string cities = folder.write(
        "cities500.json", "{" + city(1, "Baku", 40.38, 49.89, "AZ", 1116513, "09", "\"باكو\",\"巴库\",\"bakw\"") + "}");
    const std::string countries =
        folder.write("countries.json",
                     R"({"FR":{"geonameid":3017382,"name":"France","capital":"Paris","population":66987244},
            "CL":{"geonameid":3895114,"name":"Chile","capital":"Santiago","population":18729160}})");
    const std::string provinces = folder.write(
        "provinces.json",
        R"({"countries":[],"provinces":[{"country":"US","fips":"US48","name":"Texas","gn_name":"Texas","woe_name":"Texas",
            "lon":-99,"lat":31,"west":-106.6,"south":25.8,"east":-93.5,"north":36.5}]})");
    return {cities, countries, "", "", provinces, "", ""};
}

Gazetteer gazetteer_of(const Folder& folder, const WorldIndexInputs& inputs) {
    const auto built = build_world_index(inputs, folder.path("world.gaz"));
    REQUIRE_MESSAGE(built, built.error().text());
    auto gazetteer = Gazetteer::load({folder.path("world.gaz"), {}, {}, write_name_words(folder)});
    REQUIRE(gazetteer);
    return std::move(*gazetteer);
}

}  // namespace

TEST_CASE(
    "countries are found by their names in Russian, Armenian, Turkish and Arabic, not by words of other languages") {
    const Folder folder;
    const Gazetteer gazetteer = gazetteer_of(folder, small_inputs(folder));
    for (const char* name : {"France", "Франция", "Ֆրանսիա", "Fransa", "فرنسا"}) {
        CAPTURE(name);
        REQUIRE(gazetteer.lookup(name).size() == 1);
        CHECK(gazetteer.lookup(name)[0]->id == "geonames:3017382");
    }
    CHECK(gazetteer.lookup("Frankreich").empty());
    CHECK(found(gazetteer, "В Франция он говорил.") == Names{"Франция=geonames:3017382"});
    // "Çili" is Chile in Azerbaijani.
    CHECK(gazetteer.lookup("Çili").size() == 1);
}

TEST_CASE("towns are found by their names in any script") {
    const Folder folder;
    const Gazetteer gazetteer = gazetteer_of(folder, small_inputs(folder));
    CHECK(gazetteer.lookup("باكو").size() == 1);
    CHECK(gazetteer.lookup("巴库").size() == 1);
    CHECK(gazetteer.lookup("bakw").empty());
    const auto world = WorldIndex::open(folder.path("world.gaz"));
    REQUIRE(world);
    // Baku in three scripts, two countries in all their languages, Texas.
    CHECK((*world)->names() > 100);
    CHECK((*world)->size() == 4);
}

TEST_CASE("provinces are found by the names that a catalogue of translations has") {
    const Folder folder;
    WorldIndexInputs inputs = small_inputs(folder);
    inputs.iso_3166_2 = folder.write("iso.json", R"({"3166-2":[{"code":"US-TX","name":"Texas","type":"State"},
                                                               {"code":"CL-TX","name":"Texas","type":"Comuna"}]})");
    std::filesystem::create_directories(folder.path("locale/ru/LC_MESSAGES"));
    folder.write("locale/ru/LC_MESSAGES/iso_3166-2.mo", catalogue({{"", "header"}, {"Texas", "Техас"}}));
    inputs.locales = folder.path("locale");
    const Gazetteer gazetteer = gazetteer_of(folder, inputs);
    REQUIRE(gazetteer.lookup("Техас").size() == 1);
    CHECK(gazetteer.lookup("Техас")[0]->name == "Texas");
}

TEST_CASE("a catalogue that is cut short, or is none, is an error or has no text, and nothing else") {
    const Folder folder;
    const std::string whole = catalogue({{"Texas", "Техас"}, {"Utah", "Юта"}});
    for (std::size_t length = 0; length <= whole.size(); ++length) {
        const auto messages = read_catalogue(folder.write("a.mo", whole.substr(0, length)));
        if (length == whole.size()) {
            REQUIRE(messages);
            REQUIRE(messages->size() == 2);
            CHECK((*messages)[1].second == "Юта");
        }
    }
    CHECK_FALSE(read_catalogue(folder.write("b.mo", "no catalogue at all")));
    CHECK_FALSE(read_catalogue(folder.path("none.mo")));
}

TEST_CASE("rivers and airports come with all their names") {
    const Folder folder;
    WorldIndexInputs inputs = small_inputs(folder);
    inputs.rivers = folder.write("rivers.json",
                                 R"json([{"name":"Yarlung (Brahmaputra)","name_alt":"","rank":2,"lon":91,"lat":29.3,
                                      "west":82,"south":24,"east":96,"north":31},
                                     {"name":"White","name_alt":"","rank":8,"lon":-91,"lat":34,
                                      "west":-94,"south":33,"east":-90,"north":37}])json");
    inputs.airports = folder.write(
        "airports.csv",
        "\"icao\",\"iata\",\"name\",\"city\",\"subd\",\"country\",\"elevation\",\"lat\",\"lon\",\"tz\",\"lid\"\n"
        "\"UBBB\",\"GYD\",\"Heydar Aliyev International Airport\",\"Baku\",\"\",\"AZ\",10,40.46,50.05,\"\",\"\"\n"
        "\"00AL\",\"\",\"Epps Airpark Airport\",\"Harvest\",\"Alabama\",\"US\",820,34.86,-86.77,\"\",\"\"\n");
    const Gazetteer gazetteer = gazetteer_of(folder, inputs);
    for (const char* name : {"Brahmaputra River", "River Brahmaputra", "Brahmaputra", "Yarlung River", "White River"}) {
        CAPTURE(name);
        REQUIRE(gazetteer.lookup(name).size() == 1);
        CHECK(gazetteer.lookup(name)[0]->feature_code == "STM");
        CHECK(gazetteer.lookup(name)[0]->box.has_value());
    }
    CHECK(gazetteer.lookup("White").empty());  // too small to be meant by its name alone
    REQUIRE(gazetteer.lookup("Heydar Aliyev International Airport").size() == 1);
    const PlacePtr airport = gazetteer.by_id("iata:GYD");
    REQUIRE(airport);
    CHECK(airport->sources.at(0).find("airportsdata") != std::string::npos);
    CHECK(gazetteer.lookup("Epps Airpark Airport").empty());
    CHECK(found(gazetteer, "He swam in the White River.") == Names{"White River=naturalearth:river.white"});
}
