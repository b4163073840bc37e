#include "app/export/view_document.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "tests/render/temporary_folder.hpp"

using namespace chronomap;

namespace {

ViewDocument some_document(const TemporaryFolder& folder) {
    std::filesystem::create_directory(folder.path / "articles");
    std::ofstream(folder.path / "articles" / "story.txt") << "In 1993 Aghdam was captured.";
    ViewDocument document;
    document.inputs = {document_file((folder.path / "articles" / "story.txt").string())};
    document.time = {TimeMode::until, span_of_year(1993)};
    document.fade_days = 1826;
    document.naming = NamingPolicy::dual;
    document.style = "dark";
    document.title = "Road \"from\" Ağdam < Լաչին";
    document.selected_event = "story-1";
    document.fanned_event = "story-2";
    document.filter.kinds = {EventKind::battle};
    document.filter.said_by = {"Smith, John", ""};
    document.furniture.subtitle = "below";
    document.furniture.caption = "one line\nand another";
    document.furniture.of(FurnitureBlock::legend) = FurniturePlace::top;
    document.furniture.sources = SourcesForm::brief;
    document.view = *fit_view({44, 38, 50, 42}, 320, 200, 1.5);
    document.dpi = 300;
    document.layers = {{(folder.path / "areas.gpkg").string(), "ab"}, {(folder.path / "scan.tif").string(), "cd", 0.4}};
    document.relief = {(folder.path / "heights.tif").string(), "ef"};
    document.relief_style = ReliefStyle::tint;
    document.own_layers = false;
    return document;
}

}  // namespace

TEST_CASE("a picture's document says all that is needed to show the same again") {
    const TemporaryFolder folder;
    const ViewDocument document = some_document(folder);
    const std::string picture = folder.file("map.png");
    const auto back = read_view_document(json_from(document, picture), picture);
    REQUIRE_MESSAGE(back, (back ? "" : back.error().text()));
    CHECK(back->view == document.view);
    CHECK(back->time == document.time);
    CHECK(back->fade_days == document.fade_days);
    CHECK(back->naming == document.naming);
    CHECK(back->style == "dark");
    CHECK(back->title == document.title);
    CHECK(back->selected_event == document.selected_event);
    CHECK(back->fanned_event == "story-2");
    CHECK(back->filter == document.filter);
    CHECK(back->furniture == document.furniture);
    CHECK(back->dpi == 300);
    CHECK(back->layers == std::vector<DocumentFile>{{"areas.gpkg", "ab"}, {"scan.tif", "cd", 0.4}});
    CHECK(back->relief == DocumentFile{"heights.tif", "ef"});
    CHECK(back->relief_style == ReliefStyle::tint);
    CHECK(!back->own_layers);
    REQUIRE(back->inputs.size() == 1);
    CHECK(back->inputs[0].path == "articles/story.txt");
    CHECK(back->inputs[0].sha256 == document.inputs[0].sha256);
    // All dates, and days, come back too.
    ViewDocument other = document;
    for (const TimeSpan span : {all_time, TimeSpan{Day{std::chrono::days{10000}}, Day{std::chrono::days{10001}}},
                                TimeSpan{open_begin, first_day_of(1995)}}) {
        other.time.span = span;
        CHECK(read_view_document(json_from(other, picture), picture)->time.span == span);
    }
}

TEST_CASE("the files of a picture are found where they were, or beside it, and a change is noticed") {
    const TemporaryFolder folder;
    const std::string picture = folder.file("map.png");
    const auto document = read_view_document(json_from(some_document(folder), picture), picture);
    REQUIRE(document);
    const DocumentFile& story = document->inputs[0];
    CHECK(find_file(story, picture).state == FoundFile::State::same);
    // Both moved together.
    std::filesystem::create_directory(folder.path / "moved");
    std::filesystem::rename(folder.path / "articles", folder.path / "moved" / "articles");
    CHECK(find_file(story, picture).state == FoundFile::State::missing);
    CHECK(find_file(story, (folder.path / "moved" / "map.png").string()).state == FoundFile::State::same);
    // Beside the picture.
    std::filesystem::copy(folder.path / "moved" / "articles" / "story.txt", folder.path / "story.txt");
    CHECK(find_file(story, picture).path == (folder.path / "story.txt").string());
    std::ofstream(folder.path / "story.txt") << "In 1994 it was quiet.";
    CHECK(find_file(story, picture).state == FoundFile::State::changed);
    CHECK(find_file({"-", ""}, picture).state == FoundFile::State::missing);
}

TEST_CASE("a file of gigabytes is known by its place alone") {
    const TemporaryFolder folder;
    std::ofstream(folder.file("huge.tif")) << "II*";
    std::filesystem::resize_file(folder.file("huge.tif"), std::uintmax_t{3} << 30);  // sparse
    const DocumentFile huge = document_file(folder.file("huge.tif"));
    CHECK(huge.sha256.empty());
    CHECK(find_file({"huge.tif", ""}, folder.file("map.png")).state == FoundFile::State::same);
}

TEST_CASE("a document that is none, is wrong or is newer gives an error, not a view") {
    const TemporaryFolder folder;
    const std::string sound = json_from(some_document(folder), "map.png");
    const auto with = [&](const std::string& from, const std::string& to) {
        std::string text = sound;
        REQUIRE(text.find(from) != text.npos);
        return text.replace(text.find(from), from.size(), to);
    };
    CHECK(read_view_document(sound, "map.png"));
    for (const std::string& text :
         {std::string(), std::string("[]"), std::string("{}"), sound.substr(0, sound.size() / 2),
          with("\"format\":1", "\"format\":2"), with("\"until\"", "\"sometimes\""), with("\"1993\"", "\"1993-02-30\""),
          with("+proj=", "+prrj="), with("\"centre\":[", "\"centre\":[\"x\","),
          with("\"size_px\":[320", "\"size_px\":[-1"), with("\"dual\"", "\"none\""), with("\"tint\"", "\"dots\"")}) {
        CAPTURE(text);
        const auto read = read_view_document(text, "map.png");
        REQUIRE(!read);
        CHECK(read.error().file == "map.png");
    }
}

TEST_CASE("a document can leave out where files lie; a comparison tells both its dates") {
    const TemporaryFolder folder;
    ViewDocument document = some_document(folder);
    document.leave_out_paths = true;
    document.compared = {*EdtfDate::parse("1993"), *EdtfDate::parse("2020-11")};
    const std::string picture = folder.file("map.png"), text = json_from(document, picture);
    CHECK(text.find("articles/") == std::string::npos);
    CHECK(text.find(folder.path.string()) == std::string::npos);
    const auto back = read_view_document(text, picture);
    REQUIRE(back);
    CHECK(back->inputs.at(0).path == "story.txt");
    CHECK(back->inputs[0].sha256 == document.inputs[0].sha256);
    REQUIRE(back->compared.size() == 2);
    CHECK(back->compared[1].text() == "2020-11");
    Scene scene;
    CHECK(view_document_from(*back, scene, back->view).time.span == document.compared[0].span());
}
