#include "geo/io/project_file.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include <gdal.h>
#include <ogr_api.h>

#include "geo/events/extractor.hpp"
#include "geo/io/event_dataset.hpp"
#include "geo/io/extraction_writer.hpp"
#include "geo/text/article_reader.hpp"
#include "test_paths.hpp"
#include "tests/geo/io/same_extraction.hpp"

using namespace chronomap;
namespace fs = std::filesystem;

namespace {

struct TemporaryFolder {
    fs::path path = fs::temp_directory_path() / ("chronomap-project-test-" + std::to_string(getpid()));
    TemporaryFolder() {
        fs::remove_all(path);
        fs::create_directories(path);
    }
    ~TemporaryFolder() { fs::remove_all(path); }
    std::string file(const std::string& name) const { return (path / fs::u8path(name)).string(); }
    std::size_t count() const {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(path), fs::directory_iterator()));
    }
};

std::string content(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void put(const std::string& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
}

/// Everything that an extraction can hold, in letters of two and three bytes, with a day that SQL cannot hold.
ExtractionPtr everything() {
    auto whole = std::make_shared<Extraction>();
    Article& article = whole->article;
    article.id = "a b/ş";
    article.title = "Şuşa – Շուշի";
    article.publisher = "Agency";
    article.path = "/somewhere/ş.txt";
    article.text = "ŞUŞA, 3 May — Şuşa fell, says Őrs, in 480 BCE.\r\nThe city was quiet.";
    article.published = first_day_of(-479);
    const auto range = [&](const std::string& part) {
        const auto begin = static_cast<std::uint32_t>(article.text.find(part));
        return TextRange{begin, begin + static_cast<std::uint32_t>(part.size())};
    };
    article.published_range = range("3 May");
    article.dateline = range("ŞUŞA");
    article.body_begin = range("Şuşa fell").begin;
    auto place = std::make_shared<Place>();
    place->id = "test:shusha";
    place->name = "Shusha";
    place->names = {{"Շուշի", "hy", {}, false, false}, {"Şuşa", "az", all_time, true, true}};
    place->location = {46.1 + 1e-13, 1.0 / 3};
    place->box = GeoBox{46, 39, 47, 40};
    place->extent = ExtentClass::area;
    place->feature = FeatureClass::region;
    place->feature_code = "RGN";
    place->country = "AZ";
    place->admin1 = "09";
    place->parents = {"test:parent"};
    place->population = 12345678901;
    place->when = {open_begin, first_day_of(2020)};
    place->sources = {"a source"};
    place->parts = {{{46, 39}, {47, 39}, {47, 40}, {46, 39}}, {{46.5, 39.1}, {46.6, 39.1}, {46.6, 39.2}}};
    auto other = std::make_shared<Place>(*place);  // another gazetteer says otherwise of the same id
    other->population = 0;
    other->unnamed = true;
    PlaceMention mention;
    mention.range = range("Şuşa");
    mention.kind = PlaceMentionKind::anaphor;
    mention.candidates = {{place, 0.1 + 0.2, "a rule"}, {other, 0, ""}};
    mention.place = place;
    mention.reason = "inferred";
    mention.confidence = 2.0 / 3;
    PlaceMention unknown;
    unknown.kind = PlaceMentionKind::part_of_name;
    whole->places = {mention, unknown};
    DateMention date;
    date.range = range("480 BCE");
    date.kind = DateMentionKind::vague;
    date.dated_by = DatedBy::named_period;
    date.date = *EdtfDate::parse("-0479~");
    date.timex = "PAST_REF";
    date.rule = "year";
    date.reason = "because";
    date.confidence = 0.7;
    whole->dates = {date, {}};
    Event event;
    event.id = "an id";
    event.article_id = article.id;
    event.place = other;
    event.place_surface = "Şuşa";
    event.date = *EdtfDate::parse("../1994");
    event.dated_by = DatedBy::narrative;
    event.kind = EventKind::protest;
    event.modality = Modality::denied;
    event.sentence = range("Şuşa fell, says Őrs, in 480 BCE.");
    event.place_range = range("Şuşa");
    event.date_range = range("480 BCE");
    event.trigger = range("fell");
    event.attribution_range = range("says Őrs");
    event.attribution = "Őrs";
    event.quote = "Şuşa fell, says Őrs, in 480 BCE.";
    event.confidence = 1.0 / 7;
    event.count = 12;
    Event bare;
    bare.id = "bare";
    bare.article_id = article.id;
    whole->events = {event, bare};
    whole->residue = {{ResidueReason::not_an_event, range("The city was quiet."), "detail"}, {}};
    return whole;
}

ExtractionPtr extraction_of(const std::string& path) {
    static const auto extractor = Extractor::load(Extractor::default_files());
    REQUIRE(extractor);
    auto article = read_article(path);
    REQUIRE(article);
    return std::make_shared<const Extraction>(extractor->extract(std::move(*article)));
}

/// The project after it was written and read again.
ProjectContents reopened(const ProjectContents& contents) {
    const TemporaryFolder folder;
    const std::string path = folder.file("p.chronomap.gpkg");
    const auto written = write_project(path, contents);
    REQUIRE_MESSAGE(written.has_value(), (written ? "" : written.error().text()));
    CHECK(folder.count() == 1);
    auto read = read_project(path);
    REQUIRE_MESSAGE(read.has_value(), (read ? "" : read.error().text()));
    return std::move(*read);
}

}  // namespace

TEST_CASE("a project gives back every field of an extraction, to the last digit") {
    const ExtractionPtr whole = everything();
    auto empty = std::make_shared<Extraction>();
    empty->article.id = "empty";
    const ProjectContents again = reopened({{whole, empty}, {}});
    REQUIRE(again.extractions.size() == 2);
    test::check_same(*whole, *again.extractions[0]);
    test::check_same(*empty, *again.extractions[1]);
    // Places that were one are one again.
    CHECK(again.extractions[0]->places[0].place == again.extractions[0]->places[0].candidates[0].place);
}

TEST_CASE("a project gives back the demo article as the extractor read it") {
    const ExtractionPtr demo = extraction_of(CHRONOMAP_SOURCE_DIR "/assets/demo/karabakh_road.txt");
    REQUIRE(demo->events.size() > 4);
    const ProjectContents again = reopened({{demo}, {}});
    REQUIRE(again.extractions.size() == 1);
    test::check_same(*demo, *again.extractions[0]);
}

TEST_CASE("a project gives back a dataset with its rows as events") {
    const TemporaryFolder folder;
    const std::string path = folder.file("rows.csv");
    put(path,
        "id,date,latitude,longitude,notes\n1,1993-07-23,39.99,46.93,one\n2,,39.99,46.93,two\n3,2020,39.6,46.5,three\n");
    std::vector<std::string> warnings;
    auto rows = read_event_dataset(path, warnings);
    REQUIRE(rows);
    const auto dataset = std::make_shared<const Extraction>(std::move(*rows));
    const ProjectContents again = reopened({{dataset}, {}});
    REQUIRE(again.extractions.size() == 1);
    REQUIRE(again.extractions[0]->events.size() == 2);
    test::check_same(*dataset, *again.extractions[0]);
}

TEST_CASE("a project keeps documents of any name and text") {
    const std::map<std::string, std::string> documents{{"stops", R"({"a":"Շուշի 'x' \"y\""})"}, {"empty", ""}};
    CHECK(reopened({{}, documents}).documents == documents);
}

TEST_CASE("a project can have any name in any folder") {
    const TemporaryFolder folder;
    for (const char* name : {"Արցախ Ղարաբաղ.chronomap.gpkg", "Карабах 1993.chronomap.gpkg", "two words.gpkg"}) {
        CAPTURE(name);
        const std::string path = folder.file(name);
        REQUIRE(write_project(path, {{everything()}, {}}));
        CHECK(is_project_file(path));
        CHECK(read_project(path));
    }
}

TEST_CASE("a project replaces the one of that name, and leaves nothing beside it") {
    const TemporaryFolder folder;
    const std::string path = folder.file("p.gpkg");
    REQUIRE(write_project(path, {{everything()}, {{"round", "1"}}}));
    REQUIRE(write_project(path, {{}, {{"round", "2"}}}));
    CHECK(folder.count() == 1);
    const auto read = read_project(path);
    REQUIRE(read);
    CHECK(read->extractions.empty());
    CHECK(read->documents.at("round") == "2");
}

TEST_CASE("a folder that may not be written to leaves the old project and is told") {
    const TemporaryFolder folder;
    const auto missing = write_project(folder.file("no/such/p.gpkg"), {});
    REQUIRE_FALSE(missing);
    CHECK(missing.error().file == folder.file("no/such/p.gpkg"));
    if (geteuid() == 0) return;  // may write everywhere
    const std::string path = folder.file("p.gpkg");
    REQUIRE(write_project(path, {{everything()}, {}}));
    const std::string before = content(path);
    chmod(folder.path.c_str(), 0555);
    CHECK_FALSE(write_project(path, {}));
    chmod(folder.path.c_str(), 0755);
    CHECK(content(path) == before);
}

TEST_CASE("a project opens in GIS programs: layers with places and days, the rest as tables") {
    const TemporaryFolder folder;
    const std::string path = folder.file("p.gpkg");
    REQUIRE(write_project(path, {{everything()}, {{"view", "{}"}}}));
    GDALAllRegister();
    GDALDatasetH file = GDALOpenEx(path.c_str(), GDAL_OF_VECTOR, nullptr, nullptr, nullptr);
    REQUIRE(file);
    const auto rows = [&](const char* table) {
        OGRLayerH layer = GDALDatasetGetLayerByName(file, table);
        return layer ? OGR_L_GetFeatureCount(layer, TRUE) : -1;
    };
    CHECK(rows("events") == 2);
    CHECK(rows("mentions") == 4);
    CHECK(rows("places") == 2);
    CHECK(rows("articles") == 1);
    CHECK(rows("residue") == 2);
    CHECK(rows("chronomap_documents") == 1);
    OGRFeatureDefnH events = OGR_L_GetLayerDefn(GDALDatasetGetLayerByName(file, "events"));
    for (const char* day : {"begin", "end"}) {
        const int field = OGR_FD_GetFieldIndex(events, day);
        REQUIRE(field >= 0);
        CHECK(OGR_Fld_GetType(OGR_FD_GetFieldDefn(events, field)) == OFTDate);
    }
    GDALClose(file);
}

TEST_CASE("what is no project is not taken for one") {
    const TemporaryFolder folder;
    const std::string dataset = folder.file("strange.gpkg");
    {
        auto writer = ExtractionWriter::create(OutputFormat::gpkg, dataset);
        REQUIRE(writer);
        REQUIRE((*writer)->add(*everything()));
        REQUIRE((*writer)->finish());
    }
    CHECK_FALSE(is_project_file(dataset));
    const auto read = read_project(dataset);
    REQUIRE_FALSE(read);
    CHECK(read.error().message.find("no project") != std::string::npos);
    CHECK_FALSE(is_project_file(folder.file("missing.chronomap.gpkg")));
    CHECK_FALSE(is_project_file(folder.path.string()));
}

TEST_CASE("a project of a newer program is refused in plain words") {
    const TemporaryFolder folder;
    const std::string path = folder.file("p.gpkg");
    REQUIRE(write_project(path, {}));
    GDALDatasetH file = GDALOpenEx(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_UPDATE, nullptr, nullptr, nullptr);
    REQUIRE(file);
    GDALDatasetExecuteSQL(file, "UPDATE chronomap_project SET schema_version = 99", nullptr, nullptr);
    GDALClose(file);
    const auto read = read_project(path);
    REQUIRE_FALSE(read);
    CHECK(read.error().message.find("newer chronomap") != std::string::npos);
    CHECK(read.error().remedy == "update chronomap");
}

TEST_CASE("a project that was cut short or damaged gives one error, wherever it was") {
    const TemporaryFolder folder;
    const std::string path = folder.file("p.chronomap.gpkg");
    REQUIRE(write_project(path, {{everything()}, {{"stops", "[]"}}}));
    const std::string whole = content(path);
    for (std::size_t length = 0; length < whole.size(); length += 4096 + 1000) {
        CAPTURE(length);
        put(path, whole.substr(0, length));
        CHECK(is_project_file(path));
        const auto read = read_project(path);
        REQUIRE_FALSE(read);
        CHECK(read.error().file == path);
    }
    put(path, "This is no GeoPackage.");
    CHECK_FALSE(read_project(path));
}

TEST_CASE("a row that leads nowhere is an error that names it") {
    const TemporaryFolder folder;
    for (const char* spoil :
         {"DELETE FROM places", "DELETE FROM articles", "UPDATE events SET edtf = 'yesterday'",
          "UPDATE places SET document = '{'", "UPDATE mentions SET how = 'nonsense'",
          "UPDATE residue SET reason = 'none'", "UPDATE mentions SET candidates = '[{}]' WHERE kind = 'place'"}) {
        CAPTURE(spoil);
        const std::string path = folder.file("p.gpkg");
        REQUIRE(write_project(path, {{everything()}, {}}));
        GDALDatasetH file = GDALOpenEx(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_UPDATE, nullptr, nullptr, nullptr);
        GDALDatasetExecuteSQL(file, spoil, nullptr, nullptr);
        GDALClose(file);
        const auto read = read_project(path);
        REQUIRE_FALSE(read);
        CHECK(read.error().message.find("row ") != std::string::npos);
    }
}
