#include <unistd.h>

#include "tests/geo/places/fixtures.hpp"

#include "geo/places/linked_places.hpp"
#include "geo/places/normalise.hpp"

using namespace chronomap;
using namespace chronomap::test;

TEST_CASE("names are folded: case, diacritics, hyphens and apostrophes") {
    CHECK(name_key("NAGORNO-KARABAKH") == "nagorno karabakh");
    CHECK(name_key("Xankəndi") == "xankandi");
    CHECK(name_key("Şuşa") == "susa");
    CHECK(name_key("Côte d’Ivoire") == "cote d ivoire");
    CHECK(name_key("İzmir") == "izmir");
    CHECK(name_key("Степанакерт") == "степанакерт");
    CHECK(name_key("Ստեփանակերտ") == "ստեփանակերտ");
    CHECK(name_key(" . ").empty());
}

TEST_CASE("Azerbaijani names are found in their English spellings") {
    const auto keys = name_keys("Ağdərə");
    CHECK(std::count(keys.begin(), keys.end(), "aghdara") == 1);
    CHECK(std::count(keys.begin(), keys.end(), "agdere") == 1);
    const auto closed = name_keys("N'Djamena");
    CHECK(std::count(closed.begin(), closed.end(), "ndjamena") == 1);
}

TEST_CASE("broken bytes do not stop the cutting of words") {
    const auto words = split_words("Baku \xFF\xFE Agd\xC3");
    REQUIRE(words.size() == 2);
    CHECK(words[1].key == "agd");
}

TEST_CASE("the world index finds cities by main and alternate names, the most populous first") {
    const Folder folder;
    auto gazetteer = Gazetteer::load({build_small_world(folder), {}, {}, write_name_words(folder)});
    REQUIRE(gazetteer);
    const auto paris = gazetteer->lookup("PARIS");
    REQUIRE(paris.size() == 2);
    CHECK(paris[0]->country == "FR");
    CHECK(paris[0]->feature_code == "PPLC");
    CHECK(paris[1]->admin1 == "TX");
    REQUIRE(gazetteer->lookup("Баку").size() == 1);
    CHECK(gazetteer->lookup("Баку")[0]->id == "geonames:1");
    CHECK(gazetteer->lookup("Tel Aviv Yafo").size() == 1);
    // Airport codes and lower-case transliterations are left out.
    CHECK(gazetteer->lookup("TLV").empty());
    CHECK(gazetteer->lookup("tel avibu").empty());
    CHECK(gazetteer->lookup("Atlantis").empty());
    CHECK(gazetteer->lookup("").empty());
}

TEST_CASE("countries carry their box, and provinces are found by name and by id") {
    const Folder folder;
    auto gazetteer = Gazetteer::load({build_small_world(folder), {}, {}, write_name_words(folder)});
    REQUIRE(gazetteer);
    const auto country = gazetteer->lookup("Republic of Azerbaijan");
    REQUIRE(country.size() == 1);
    CHECK(country[0]->extent == ExtentClass::area);
    REQUIRE(country[0]->box);
    CHECK(country[0]->box->west == doctest::Approx(44.8));
    CHECK(gazetteer->lookup("Texas").at(0)->id == "geonames:4736286");
    const auto rayon = gazetteer->by_id("naturalearth:AZ.agdam");
    REQUIRE(rayon);
    CHECK(rayon->feature_code == "ADM1");
    CHECK(gazetteer->by_id("geonames:99999999999999999999") == nullptr);
    CHECK_FALSE(gazetteer->sources().empty());
}

TEST_CASE("the same sources give the same world index, byte for byte") {
    const Folder one, two;
    const auto bytes = [](const std::string& path) {
        std::ifstream file(path, std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(file), {});
    };
    CHECK(bytes(build_small_world(one)) == bytes(build_small_world(two)));
}

TEST_CASE("a damaged world index is refused with its name and a remedy") {
    const Folder folder;
    const std::string path = build_small_world(folder);
    std::filesystem::resize_file(path, std::filesystem::file_size(path) - 8);
    const auto gazetteer = Gazetteer::load({path, {}, {}, write_name_words(folder)});
    REQUIRE_FALSE(gazetteer);
    CHECK(gazetteer.error().file == path);
    CHECK_FALSE(gazetteer.error().remedy.empty());
    CHECK_FALSE(Gazetteer::load({folder.path("none.gaz"), {}, {}, write_name_words(folder)}));
}

TEST_CASE("Linked Places: names with their time, lines, areas and the years of a former state") {
    const Folder folder;
    const auto file = read_linked_places(write_small_gazetteer(folder));
    REQUIRE(file);
    REQUIRE(file->places.size() == 5);
    const Place& road = file->places[3];
    CHECK(road.extent == ExtentClass::line);
    CHECK(road.parts.at(0).size() == 2);
    const Place& soviet = file->places[4];
    CHECK(soviet.extent == ExtentClass::area);
    CHECK(soviet.when == TimeSpan{Day{std::chrono::year{1922} / 12 / 30}, Day{std::chrono::year{1991} / 12 / 27}});
}

TEST_CASE("a bad feature is skipped and counted, a bad file is an error with its line") {
    const Folder folder;
    const auto file = read_linked_places(folder.write(
        "a.jsonl", R"({"@id":"x:1","properties":{"title":"One"},"geometry":{"type":"Point","coordinates":[1,2]}}
{"@id":"x:2","properties":{"title":"No position"}}
not json
)"));
    REQUIRE(file);
    CHECK(file->places.size() == 1);
    CHECK(file->skipped == 2);
    CHECK(file->first_problem.find("a.jsonl:2") != std::string::npos);
    const auto bad = read_linked_places(folder.write("b.json", "{\"features\":\n [1,\n"));
    REQUIRE_FALSE(bad);
    CHECK(bad.error().line >= 2);
    CHECK_FALSE(read_gazetteer_file(folder.write("c.csv", "a,b")));
}

TEST_CASE("a number that is too large for any place is an error of its file, too") {
    const Folder folder;
    const auto read =
        read_linked_places(folder.write("own.lpf.json", R"({"type":"FeatureCollection","features":[1e999]})"));
    REQUIRE_FALSE(read);
    CHECK(read.error().text().find("own.lpf.json") != std::string::npos);
}

TEST_CASE("GeoNames dumps are read; rows with other columns are skipped and counted") {
    const Folder folder;
    const auto file =
        read_geonames_dump(folder.write("AZ.txt",
                                        "147105\tŞuşa\tSusa\tShusha,Shushi\t39.76006\t46."
                                        "74989\tP\tPPLA\tAZ\t\t55\t\t\t\t5000\t\t1368\tAsia/Baku\t2023-01-01\n"
                                        "1\ttoo\tfew\n"
                                        "2\tBad\tBad\t\tnorth\teast\tP\tPPL\tAZ\t\t\t\t\t\t0\t\t\t\t\n"));
    REQUIRE(file);
    REQUIRE(file->places.size() == 1);
    CHECK(file->places[0].population == 5000);
    CHECK(file->skipped == 2);
    CHECK_FALSE(read_geonames_dump(folder.write("empty.txt", "")));
}

TEST_CASE("a user's gazetteer wins over the curated one, that over the world") {
    const Folder folder;
    const std::string user = folder.write(
        "user.json",
        R"({"features":[{"@id":"geonames:148619","properties":{"title":"Agdam of the user"},"names":[{"toponym":"Aghdam"}],
            "geometry":{"type":"Point","coordinates":[46.9,39.9]}}]})");
    const Gazetteer gazetteer = small_gazetteer(folder, {user});
    CHECK(gazetteer.by_id("geonames:148619")->name == "Agdam of the user");
    const auto found = gazetteer.lookup("Aghdam");
    REQUIRE(found.size() == 2);  // the user's town and the world's district
    CHECK(found[0]->name == "Agdam of the user");
    CHECK(found[1]->feature == FeatureClass::administrative);
    // The world's alternate name leads to the place of the higher layer.
    REQUIRE(gazetteer.lookup("Aghdam Town").size() == 1);
    CHECK(gazetteer.lookup("Aghdam Town")[0]->name == "Agdam of the user");
}

TEST_CASE("fuzzy look-up finds a misspelling, not another word") {
    const Folder folder;
    const Gazetteer gazetteer = small_gazetteer(folder);
    REQUIRE(gazetteer.lookup_fuzzy("Khakendi").size() == 1);
    CHECK(gazetteer.lookup_fuzzy("Khakendi")[0]->id == "geonames:146970");
    CHECK(gazetteer.lookup_fuzzy("Kalends").empty());
    CHECK(gazetteer.lookup_fuzzy("").empty());
}

TEST_CASE("an id that no layer knows is no place") {
    const Folder folder;
    const Gazetteer gazetteer = small_gazetteer(folder);
    for (const char* id : {"geonames:77777777", "geonames:4000000000", "geonames:", "geonames:x", "nobody:1", ""})
        CHECK_MESSAGE(gazetteer.by_id(id) == nullptr, std::string(id));
}

TEST_CASE("names are shown by policy") {
    const Folder folder;
    const Gazetteer gazetteer = small_gazetteer(folder);
    const Place& town = *gazetteer.by_id("geonames:146970");
    CHECK(display_name(town, NamingPolicy::en) == "Khankendi");
    CHECK(display_name(town, NamingPolicy::az) == "Xankəndi");
    CHECK(display_name(town, NamingPolicy::ru) == "Степанакерт");
    CHECK(display_name(town, NamingPolicy::hy) == "Ստեփանակերտ");
    CHECK(display_name(town, NamingPolicy::source, "KHANKENDI") == "KHANKENDI");
    CHECK(display_name(town, NamingPolicy::official_at_date, "", span_of_year(1980)) == "Степанакерт");
    CHECK(display_name(town, NamingPolicy::official_at_date, "", span_of_year(2020)) == "Xankəndi");
    CHECK(display_name(town, NamingPolicy::dual) == "Khankendi / Stepanakert");
    Place country;
    country.name = "Türkiye";
    country.country = "TR";
    country.names = {{"Turkey", "en"}, {"Թուրքիա", "hy"}};
    CHECK(display_name(country, NamingPolicy::dual) == "Türkiye");  // no side of this conflict
    Place armenia;
    armenia.name = "Armenia";
    armenia.country = "AM";
    armenia.feature_code = "PCLI";
    armenia.names = {{"Ermənistan", "az"}};
    CHECK(display_name(armenia, NamingPolicy::dual) == "Armenia");  // nobody disputes the names of states
    CHECK(naming_policy_from("official-at-date") == NamingPolicy::official_at_date);
    CHECK_FALSE(naming_policy_from("klingon"));
    CHECK(name_of(NamingPolicy::dual) == "dual");
}
