#include "geo/io/event_dataset.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

using namespace chronomap;

namespace {

/// A file in the temporary folder that goes with the object.
struct TemporaryFile {
    std::string path;
    TemporaryFile(const std::string& name, const std::string& content)
        : path((std::filesystem::temp_directory_path() / ("chronomap-dataset-" + name)).string()) {
        std::ofstream(path, std::ios::binary) << content;
    }
    ~TemporaryFile() { std::filesystem::remove(path); }
};

}  // namespace

TEST_CASE("a CSV gives one event a row, each leading to its line of text") {
    const TemporaryFile file("a.csv",
                             "id,date,latitude,longitude,notes\n"
                             "1,1993-07-23,39.99,46.93,\"first\nline\"\n"
                             "2,,39.99,46.93,no date\n"
                             "3,2020-11-20,39.99,46.93,third\n");
    std::vector<std::string> warnings;
    const auto read = read_event_dataset(file.path, warnings);
    REQUIRE(read);
    REQUIRE(read->events.size() == 2);
    CHECK(read->residue.size() == 1);
    CHECK(read->events[0].sentence.of(read->article.text) == "first line");
    CHECK(read->events[1].sentence.of(read->article.text) == "third");
    CHECK(read->residue[0].sentence.of(read->article.text) == "no date");
    CHECK(warnings.size() == 1);
}

TEST_CASE("delimited text of other kinds: semicolons, tabs, a byte order mark, doubled quotes, Cyrillic of Windows") {
    std::vector<std::string> warnings;
    const auto only_text = [&](const TemporaryFile& file) {
        const auto read = read_event_dataset(file.path, warnings);
        REQUIRE(read);
        REQUIRE(read->events.size() == 1);
        return std::string(read->events[0].sentence.of(read->article.text));
    };
    CHECK(only_text({"g.csv",
                     "\xEF\xBB\xBF"
                     "date;latitude;longitude;notes\r\n1993;39.99;46.93;\"a \"\"b\"\", c\"\r\n"}) == "a \"b\", c");
    CHECK(only_text({"h.tsv", "date\tlatitude\tlongitude\tnotes\n1993\t39.99\t46.93\ta, b\n"}) == "a, b");
    CHECK(only_text({"i.csv",
                     "date,latitude,longitude,notes\n1993,39.99,46.93,"
                     "\xC3\xEE\xF0\xEE\xE4 \xC0\xE3\xE4\xE0\xEC \xE1\xFB\xEB \xE2\xE7\xFF\xF2\n"}) ==
          "Город Агдам был взят");
    CHECK(only_text({"j.csv", "date,WKT,notes\n1993,POINT(46.93 39.99),by its WKT\n"}) == "by its WKT");
    CHECK(warnings.empty());
}

TEST_CASE("rows without shapes are told by their first bytes") {
    CHECK(is_plain_table(TemporaryFile("l.csv", "date,latitude,longitude\n1993,1,2\n").path));
    CHECK_FALSE(is_plain_table(TemporaryFile("m.csv", "date;\"wkt\"\n1993;POINT(1 2)\n").path));
    CHECK(is_plain_table(TemporaryFile("n.json", " \n[{}]").path));
    CHECK_FALSE(is_plain_table(TemporaryFile("o.json", R"({"type":"FeatureCollection","features":[]})").path));
    CHECK_FALSE(is_plain_table(TemporaryFile("p.gpkg", "").path));
    CHECK_FALSE(is_plain_table("/nowhere/x.json"));
}

TEST_CASE("a quote that is never closed is told; the rows before it are read") {
    const TemporaryFile file("k.csv",
                             "date,latitude,longitude,notes\n1993,39.99,46.93,first\n1994,39.99,46.93,\"second\n"
                             "1995,39.99,46.93,third\n");
    std::vector<std::string> warnings;
    const auto read = read_event_dataset(file.path, warnings);
    REQUIRE(read);
    CHECK(read->events.size() == 1);
    REQUIRE(warnings.size() == 1);
    CHECK(warnings[0].find("a quote that opens after row 1 is never closed") != std::string::npos);
}

TEST_CASE("GeoJSON in Web Mercator is read in degrees") {
    const TemporaryFile file("b.geojson",
                             R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:3857"}},
        "features":[{"type":"Feature","properties":{"date":"1993"},
                     "geometry":{"type":"Point","coordinates":[5223894.0,4865942.0]}}]})");
    std::vector<std::string> warnings;
    const auto read = read_event_dataset(file.path, warnings);
    REQUIRE(read);
    REQUIRE(read->events.size() == 1);
    CHECK(read->events[0].place->location.lon == doctest::Approx(46.927).epsilon(0.001));
    CHECK(read->events[0].place->location.lat == doctest::Approx(40.0).epsilon(0.01));
}

TEST_CASE("a JSON array of objects is read with coordinates as text and month-first dates") {
    const TemporaryFile file("c.json", R"([{"id":"A","date":"02/24/2022","latitude":"49.8","longitude":"36.6",
        "description":"one","sources":[{"id":1}]},
        {"id":"B","date":"03/04/2022","latitude":"49.8","longitude":"36.6","description":"two"}])");
    std::vector<std::string> warnings;
    const auto read = read_event_dataset(file.path, warnings);
    REQUIRE(read);
    REQUIRE(read->events.size() == 2);
    CHECK(read->events[1].date.text() == "2022-03-04");
}

TEST_CASE("what cannot be read is one error that names the file and what is missing") {
    std::vector<std::string> warnings;
    CHECK(read_event_dataset("/nowhere/x.csv", warnings).error().text().find("/nowhere/x.csv") != std::string::npos);
    const TemporaryFile columns("d.csv", "a,b\n1,2\n"), broken("e.json", "[{"), rubbish("f.fgb", "\x00\x01rubbish");
    CHECK(read_event_dataset(columns.path, warnings).error().text().find("no date column among: a, b") !=
          std::string::npos);
    CHECK_FALSE(read_event_dataset(broken.path, warnings));
    CHECK_FALSE(read_event_dataset(rubbish.path, warnings));
}
