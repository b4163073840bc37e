#include "geo/io/extraction_writer.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include <nlohmann/json.hpp>

#include "geo/events/user_mark.hpp"
#include "geo/io/event_dataset.hpp"
#include "geo/io/extraction_json.hpp"

using namespace chronomap;
using Json = nlohmann::json;

namespace {

/// A folder of its own that goes with the object.
struct TemporaryFolder {
    std::filesystem::path path = std::filesystem::temp_directory_path() / "chronomap-writer-test";
    TemporaryFolder() {
        std::filesystem::remove_all(path);
        std::filesystem::create_directory(path);
    }
    ~TemporaryFolder() { std::filesystem::remove_all(path); }
    std::string file(const std::string& name) const { return (path / name).string(); }
    std::size_t count() const {
        return std::distance(std::filesystem::directory_iterator(path), std::filesystem::directory_iterator());
    }
};

std::string content(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

TextRange range_of(const std::string& text, const std::string& part) {
    const auto begin = static_cast<std::uint32_t>(text.find(part));
    return {begin, begin + static_cast<std::uint32_t>(part.size())};
}

/// One event, one name that leads nowhere, one sentence without a date. "Şuşa" makes bytes and code points differ.
Extraction story() {
    Extraction story;
    story.article.id = "story";
    story.article.title = "A story";
    story.article.text = "Şuşa, \"the rock\", fell in May 1992. Nowhereville is quiet.";
    const std::string& text = story.article.text;
    auto place = std::make_shared<Place>();
    place->id = "test:shusha";
    place->name = "Shusha";
    place->country = "AZ";
    place->location = {46.75, 39.76};
    PlaceMention found;
    found.range = range_of(text, "Şuşa");
    found.place = place;
    PlaceMention unknown;
    unknown.range = range_of(text, "Nowhereville");
    unknown.reason = "unknown";
    story.places = {found, unknown};
    DateMention date;
    date.range = range_of(text, "May 1992");
    date.date = *EdtfDate::parse("1992-05");
    story.dates = {date};
    Event event;
    event.id = "story-1";
    event.article_id = "story";
    event.place = place;
    event.place_surface = "Şuşa";
    event.date = date.date;
    event.kind = EventKind::control_change;
    event.sentence = range_of(text, "Şuşa, \"the rock\", fell in May 1992.");
    event.place_range = found.range;
    event.date_range = date.range;
    event.quote = "Şuşa, \"the rock\", fell in May 1992.";
    event.confidence = 0.8;
    story.events = {event};
    story.residue = {{ResidueReason::undated, range_of(text, "Nowhereville is quiet."), "no date"}};
    return story;
}

/// What a format writes for the story; checks that nothing is seen before the end, and nothing else after it.
std::string written_as(const TemporaryFolder& folder, const std::string& format) {
    const std::string path = folder.file("out." + format);
    auto writer = ExtractionWriter::create(*output_format_from(format), path);
    REQUIRE_MESSAGE(writer.has_value(), (writer ? "" : writer.error().text()));
    REQUIRE((*writer)->add(story()));
    CHECK_FALSE(std::filesystem::exists(path));
    const auto finished = (*writer)->finish();
    REQUIRE_MESSAGE(finished.has_value(), (finished ? "" : finished.error().text()));
    writer->reset();
    CHECK(folder.count() == 1);
    return path;
}

/// The story whose event the user placed elsewhere, dated otherwise, disputed and wrote a note to.
Extraction corrected_story() {
    Extraction corrected = story();
    Event& event = corrected.events[0];
    auto mark = std::make_shared<UserMark>();
    mark->verdict = Verdict::disputed;
    mark->note = "two, sources";
    mark->read_date = event.date;
    mark->read_dated_by = event.dated_by;
    mark->read_place = event.place;
    mark->read_place_surface = event.place_surface;
    Event other = event;
    other.id = "other-1";
    other.quote = "It fell.";
    mark->merged = {other};
    auto place = std::make_shared<Place>(*event.place);
    place->id = "test:lachin";
    event.place = place;
    event.date = *EdtfDate::parse("1993");
    event.dated_by = DatedBy::user;
    event.user = mark;
    return corrected;
}

std::string corrected_as(const TemporaryFolder& folder, const std::string& format) {
    const std::string path = folder.file("corrected." + format);
    auto writer = ExtractionWriter::create(*output_format_from(format), path, Explain::no, UserColumns::yes);
    REQUIRE(writer);
    REQUIRE((*writer)->add(corrected_story()));
    REQUIRE((*writer)->add(story()));
    REQUIRE((*writer)->finish());
    return path;
}

}  // namespace

TEST_CASE("JSON tells the user's verdict and note, and what was extracted where he says otherwise") {
    const TemporaryFolder folder;
    std::istringstream lines(content(corrected_as(folder, "jsonl")));
    std::string line;
    std::getline(lines, line);
    const Json event = Json::parse(line)["events"][0];
    CHECK(event["edtf"] == "1993");
    CHECK(event["place"]["id"] == "test:lachin");
    CHECK(event["user"]["verdict"] == "disputed");
    CHECK(event["user"]["note"] == "two, sources");
    CHECK(event["user"]["extracted"]["edtf"] == "1992-05");
    CHECK(event["user"]["extracted"]["place"]["id"] == "test:shusha");
    CHECK_FALSE(event["user"]["extracted"].contains("kind"));
    CHECK(event["user"]["also_told_by"][0]["quote"] == "It fell.");
    std::getline(lines, line);
    CHECK_FALSE(Json::parse(line)["events"][0].contains("user"));
}

TEST_CASE("CSV, GeoJSON and GeoPackage have the same of the user in columns") {
    const TemporaryFolder folder;
    const std::string csv = content(corrected_as(folder, "csv"));
    CHECK(csv.find(",quote,verdict,note,origin,also_told_by,extracted_edtf,") != std::string::npos);
    CHECK(csv.find(",disputed,\"two, sources\",,other-1,1992-05,explicit,test:shusha,Shusha,Şuşa,,,\r\n") !=
          std::string::npos);
    CHECK(csv.ends_with("\",,,,,,,,,,,,\r\n"));
    const Json json = Json::parse(content(corrected_as(folder, "geojson")));
    CHECK(json["features"][0]["properties"]["verdict"] == "disputed");
    CHECK(json["features"][0]["properties"]["extracted_place"] == "Shusha");
    CHECK_FALSE(json["features"][1]["properties"].contains("verdict"));
    std::vector<std::string> warnings;
    const auto layer = read_event_dataset(corrected_as(folder, "gpkg"), warnings);
    REQUIRE(layer);
    CHECK(layer->events.size() == 2);
}

TEST_CASE("a line of JSON holds mentions, events and residue, with offsets in code points") {
    const TemporaryFolder folder;
    const Json json = Json::parse(content(written_as(folder, "jsonl")));
    CHECK(json["id"] == "story");
    CHECK(json["published"].is_null());
    REQUIRE(json["mentions"].size() == 3);
    CHECK(json["mentions"][0]["end"] == 4);
    CHECK(json["mentions"][0]["place"]["id"] == "test:shusha");
    CHECK(json["mentions"][1]["edtf"] == "1992-05");
    CHECK(json["mentions"][1]["start"] == 26);
    CHECK(json["mentions"][2]["place"].is_null());
    CHECK(json["mentions"][2]["reason"] == "unknown");
    REQUIRE(json["events"].size() == 1);
    CHECK(json["events"][0]["sentence"] == Json::array({0, 35}));
    CHECK(json["events"][0]["begin"] == "1992-05-01");
    CHECK(json["events"][0]["end_date"] == "1992-06-01");
    CHECK(json["events"][0]["attribution"].is_null());
    CHECK(json["residue"][0]["reason"] == "undated");
}

TEST_CASE("a name that no gazetteer has is a kind of its own, and what is told beside the events is listed") {
    Extraction extraction = story();
    extraction.places.back().kind = PlaceMentionKind::unlisted;
    Event aside = extraction.events.front();
    aside.modality = Modality::denied;
    extraction.asides = {aside};
    const Json line = Json::parse(json_line(extraction));
    std::vector<std::string> kinds;
    for (const Json& mention : line["mentions"])
        if (mention["kind"] != "time") kinds.push_back(mention["kind"]);
    CHECK(kinds == std::vector<std::string>{"place", "unlisted"});
    REQUIRE(line["events"].size() == extraction.events.size() + 1);
    CHECK(line["events"].front()["modality"] == "fact");
    CHECK(line["events"].back()["modality"] == "denied");
}

TEST_CASE("GeoJSON is one collection whose features lie where their places are") {
    const TemporaryFolder folder;
    const Json json = Json::parse(content(written_as(folder, "geojson")));
    CHECK(json["type"] == "FeatureCollection");
    REQUIRE(json["features"].size() == 1);
    CHECK(json["features"][0]["geometry"]["coordinates"] == Json::array({46.75, 39.76}));
    CHECK(json["features"][0]["properties"]["quote"] == story().events[0].quote);
}

TEST_CASE("CSV quotes cells that hold commas and quotes") {
    const TemporaryFolder folder;
    std::istringstream lines(content(written_as(folder, "csv")));
    std::string head, row, rest;
    std::getline(lines, head);
    std::getline(lines, row);
    CHECK(head.starts_with("id,article,edtf,begin,end,"));
    CHECK(row.find(R"("Şuşa, ""the rock"", fell in May 1992.")") != std::string::npos);
    CHECK_FALSE(std::getline(lines, rest));
}

TEST_CASE("each annotation points into the text by position and by quote") {
    const TemporaryFolder folder;
    std::istringstream lines(content(written_as(folder, "annotations")));
    std::vector<Json> annotations;
    for (std::string line; std::getline(lines, line);) annotations.push_back(Json::parse(line));
    REQUIRE(annotations.size() == 4);
    for (const Json& annotation : annotations) CHECK(annotation["type"] == "Annotation");
    const Json& selector = annotations[2]["target"]["selector"];
    CHECK(selector[0]["start"] == 26);
    CHECK(selector[0]["end"] == 34);
    CHECK(selector[1]["exact"] == "May 1992");
}

TEST_CASE("a GeoPackage opens again with the event it was given") {
    const TemporaryFolder folder;
    const std::string path = written_as(folder, "gpkg");
    CHECK(content(path).starts_with("SQLite format 3"));
    std::vector<std::string> warnings;
    const auto read = read_event_dataset(path, warnings);
    REQUIRE_MESSAGE(read.has_value(), (read ? "" : read.error().text()));
    REQUIRE(read->events.size() == 1);
    CHECK(read->events[0].date.span() == EdtfDate::parse("1992-05")->span());
    CHECK(read->events[0].place->location.lon == doctest::Approx(46.75));
}

TEST_CASE("a GeoPackage replaces the file of that name") {
    const TemporaryFolder folder;
    written_as(folder, "gpkg");
    const std::string path = folder.file("out.gpkg");
    auto again = ExtractionWriter::create(OutputFormat::gpkg, path);
    REQUIRE(again);
    REQUIRE((*again)->finish());
    again->reset();
    CHECK(folder.count() == 1);
    std::vector<std::string> warnings;
    const auto read = read_event_dataset(path, warnings);
    CHECK((!read || read->events.empty()));
}

TEST_CASE("a writer that is not finished leaves nothing behind") {
    const TemporaryFolder folder;
    for (const char* format : {"jsonl", "geojson", "csv", "gpkg", "annotations"}) {
        CAPTURE(format);
        auto writer = ExtractionWriter::create(*output_format_from(format), folder.file(std::string("out.") + format));
        REQUIRE(writer);
        REQUIRE((*writer)->add(story()));
        writer->reset();
        CHECK(folder.count() == 0);
    }
}

TEST_CASE("a GeoPackage needs a file, and a file needs a folder") {
    CHECK_FALSE(ExtractionWriter::create(OutputFormat::gpkg, ""));
    for (const OutputFormat format : {OutputFormat::jsonl, OutputFormat::gpkg})
        CHECK_FALSE(ExtractionWriter::create(format, "/no/such/folder/out"));
    CHECK_FALSE(output_format_from("xlsx"));
}
