#include "geo/events/extractor.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "geo/text/article_reader.hpp"
#include "test_paths.hpp"

using namespace chronomap;

namespace {

std::string town(const std::string& name, double lon, double lat) {
    return R"({"type":"Feature","@id":"test:)" + name + R"(","properties":{"title":")" + name +
           R"(","ccodes":["AZ"],"fclasses":["P"],"feature_code":"PPL"},"names":[{"toponym":")" + name +
           R"("}],"geometry":{"type":"Point","coordinates":[)" + std::to_string(lon) + "," + std::to_string(lat) +
           "]}}";
}

/// The program's own triggers and periods with a gazetteer of four towns and a country.
const Extractor& extractor() {
    static const Extractor loaded = [] {
        const auto path = std::filesystem::temp_directory_path() / "chronomap-test-events.lpf.json";
        std::ofstream(path)
            << R"({"type":"FeatureCollection","features":[)" << town("Aghdam", 46.93, 39.99) << ","
            << town("Shusha", 46.75, 39.76) << "," << town("Lachin", 46.55, 39.64) << ","
            << town("Khojaly", 46.79, 39.91) << ","
            << R"({"type":"Feature","@id":"test:Azerbaijan","properties":{"title":"Azerbaijan","ccodes":["AZ"],
                               "fclasses":["A"],"feature_code":"PCLI"},"names":[{"toponym":"Azerbaijan"}],
                               "geometry":{"type":"Point","coordinates":[47.5,40.5]}}]})";
        Extractor::Files files;
        files.gazetteer.curated = {path.string()};
        const std::string assets = std::string(CHRONOMAP_SOURCE_DIR) + "/assets/";
        files.periods = {assets + "periods.json"};
        files.languages = {assets + "languages/en.json"};
        files.triggers = {assets + "triggers/en.json"};
        auto extractor = Extractor::load(files);
        REQUIRE_MESSAGE(extractor.has_value(), (extractor ? "" : extractor.error().text()));
        return std::move(*extractor);
    }();
    return loaded;
}

Extraction extract(const std::string& text) {
    auto article = article_from_bytes(text, "test.txt");
    REQUIRE(article);
    return extractor().extract(std::move(*article));
}

/// "place@edtf" of each event, sorted.
std::string events_of(const std::string& text) {
    std::vector<std::string> out;
    for (const Event& event : extract(text).events) out.push_back(event.place->name + "@" + event.date.text());
    std::sort(out.begin(), out.end());
    std::string joined;
    for (const std::string& event : out) joined += (joined.empty() ? "" : " ") + event;
    return joined;
}

}  // namespace

TEST_CASE("a sentence with a place and a date is an event that leads back to its words") {
    const std::string text = "It was cold. Soldiers entered Aghdam on 23 July 1993, says Human Rights Watch.";
    const Extraction read = extract(text);
    REQUIRE(read.events.size() == 1);
    const Event& event = read.events[0];
    CHECK(event.place->name == "Aghdam");
    CHECK(event.date.text() == "1993-07-23");
    CHECK(event.sentence.of(text) == "Soldiers entered Aghdam on 23 July 1993, says Human Rights Watch.");
    CHECK(event.place_range.of(text) == "Aghdam");
    CHECK(event.date_range.of(text) == "23 July 1993");
    CHECK(event.attribution == "Human Rights Watch");
    CHECK(event.kind == EventKind::control_change);
    CHECK(event.quote == event.sentence.of(text));
}

TEST_CASE("two places and two dates in a sentence make the right pairs") {
    CHECK(events_of("Troops captured Shusha on 9 May 1992, and on 18 May they entered Lachin.") ==
          "Lachin@1992-05-18 Shusha@1992-05-09");
    CHECK(events_of("Shusha fell in May 1992; Aghdam was seized in July 1993.") == "Aghdam@1993-07 Shusha@1992-05");
}

TEST_CASE("each clause has its own place, however it is named") {
    CHECK(events_of("Soldiers took Shusha on 9 May 1992 and, nine days later, Lachin.") ==
          "Lachin@1992-05-18 Shusha@1992-05-09");
}

TEST_CASE("the first sentence is quoted without the dateline") {
    const Extraction read =
        extract("AGHDAM, Azerbaijan, 1 September 2023 (Agency) - Soldiers entered Lachin on Monday.");
    REQUIRE(read.events.size() == 1);
    CHECK(read.events[0].quote == "Soldiers entered Lachin on Monday.");
    CHECK(read.events[0].date.text() == "2023-08-28");
}

TEST_CASE("several places share one date") {
    CHECK(events_of("In 1993 the army captured Aghdam and Lachin.") == "Aghdam@1993 Lachin@1993");
}

TEST_CASE("a country that acts is not where it happened, and a landmark is not either") {
    CHECK(events_of("In 2020 Azerbaijan attacked Shusha.") == "Shusha@2020");
    CHECK(events_of("In 1992 soldiers attacked Khojaly, a town not far from Aghdam.") == "Khojaly@1992");
}

TEST_CASE("a province right behind its town is no second place") {
    const auto path = std::filesystem::temp_directory_path() / "chronomap-test-provinces.txt";
    const auto row = [](int id, const char* name, const char* feature, const char* province) {
        return fmt::format("{0}\t{1}\t{1}\t\t40\t45\t{2}\tAZ\t\t{3}\t\t\t\t60000\t\t\t\t\n", id, name, feature,
                           province);
    };
    std::ofstream(path) << row(1, "Lower Town", "P\tPPL", "01") << row(2, "Western Province", "A\tADM1", "01")
                        << row(3, "Eastern Province", "A\tADM1", "02");
    Extractor::Files files = Extractor::default_files({path.string()});
    files.gazetteer.world_index.clear();
    const auto own = Extractor::load(files);
    REQUIRE_MESSAGE(own.has_value(), (own ? "" : own.error().text()));
    const auto places_in = [&](const char* text) {
        std::string names;
        for (const Event& event : own->extract(*article_from_bytes(text, "test.txt")).events)
            names += event.place->name + ";";
        return names;
    };
    CHECK(places_in("Shots were fired in Lower Town, Western Province, in May 1993.") == "Lower Town;");
    CHECK(places_in("Shots were fired in Lower Town and Western Province in May 1993.") ==
          "Lower Town;Western Province;");
    CHECK(places_in("Shots were fired in Lower Town, Eastern Province, in May 1993.") ==
          "Lower Town;Eastern Province;");
}

TEST_CASE("since and until make one lasting event") {
    CHECK(events_of("Aghdam remained closed since 1993 and up till 2020.") == "Aghdam@1993/2020");
}

TEST_CASE("narrative goes on with the last date, and says so") {
    const Extraction read = extract("On 23 July 1993 soldiers entered Aghdam. The houses in Aghdam burned.");
    REQUIRE(read.events.size() == 2);
    CHECK(read.events[1].date.text() == "1993-07-23");
    CHECK(read.events[1].dated_by == DatedBy::narrative);
    CHECK(read.events[1].confidence < read.events[0].confidence);
}

TEST_CASE("what the dateline reports of the present is dated by it, what it only describes is not") {
    const std::string head = "AGHDAM, Azerbaijan, 1 September 2023 (Agency) - ";
    const Extraction now = extract(head + "Officials now reopen a road between Aghdam and Shusha.");
    REQUIRE(now.events.size() == 2);
    CHECK(now.events[0].dated_by == DatedBy::dateline);
    CHECK(now.events[0].date.text() == "2023-09-01");
    CHECK(extract(head + "Shusha is located on a hill above the valley of the river.").events.empty());
}

TEST_CASE("nothing vanishes: a sentence with a place or a date gives events or stands in the residue") {
    const Extraction read =
        extract("Nothing here. In 1993 it rained. Lachin lies on a hill. Shots were fired in Aghdam in 1993.");
    CHECK(read.events.size() == 1);
    REQUIRE(read.residue.size() == 2);
    CHECK(read.residue[0].reason == ResidueReason::unplaced);
    CHECK(read.residue[1].reason == ResidueReason::undated);
}

TEST_CASE("an impossible date or an unknown place voids only its own sentence") {
    CHECK(events_of("On 30 February 1993 shots fell in Aghdam. On 1 March 1993 soldiers attacked Shusha.") ==
          "Shusha@1993-03-01");
}

TEST_CASE("event ids stay the same from run to run and do not repeat within an article") {
    const std::string text =
        "Soldiers attacked Aghdam in 1993. Soldiers attacked Aghdam in 1993. Soldiers attacked Shusha in 1993.";
    const Extraction first = extract(text), second = extract(text);
    REQUIRE(first.events.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) CHECK(first.events[i].id == second.events[i].id);
    CHECK(first.events[0].id != first.events[1].id);
    CHECK(first.events[0].id != first.events[2].id);
}

TEST_CASE("a text without full stops is residue, read in no time") {
    std::string text = "Shots fell in Aghdam";
    for (int i = 0; i < 100000; ++i) text += " in 1993";
    const Extraction read = extract(text);
    CHECK(read.events.empty());
    REQUIRE(read.residue.size() == 1);
    CHECK(read.residue[0].detail.find("too long") != std::string::npos);
}

TEST_CASE("missing data files are errors that name the file") {
    Extractor::Files files;
    files.triggers = {"/nowhere/triggers.json"};
    const auto loaded = Extractor::load(files);
    REQUIRE_FALSE(loaded);
    CHECK(loaded.error().text().find("/nowhere/triggers.json") != std::string::npos);
}
