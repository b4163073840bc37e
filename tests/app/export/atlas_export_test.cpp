#include "app/export/atlas_export.hpp"

#include <doctest/doctest.h>

#include <filesystem>

#include "render/scene/style.hpp"
#include "tests/render/scenes.hpp"

using namespace chronomap;
using namespace chronomap::test;

namespace {

Scene scene_in(int year, std::vector<Event> events) {
    Scene scene;
    scene.style = std::make_shared<const Style>();
    scene.events = event_set(std::move(events));
    scene.time = {TimeMode::instant, span_of_year(year)};
    scene.furniture.date_caption = std::to_string(year);
    return scene;
}

}  // namespace

TEST_CASE("an atlas' index tells the date, each place once and the number of events") {
    std::vector<Event> events{event_at(town("Aghdam", 47, 40), EventKind::battle),
                              event_at(town("Aghdam", 47, 40), EventKind::attack)};
    CHECK(atlas_entry(scene_in(1993, events)) == "1993: Aghdam (2 events)");
    CHECK(atlas_entry(scene_in(1950, events)) == "1950 (no events)");
    for (const char* name : {"Lachin", "Shusha", "Fuzuli", "Goris", "Kapan"})
        events.push_back(event_at(town(name, 46, 39), EventKind::battle));
    CHECK(atlas_entry(scene_in(1993, events)) == "1993: Aghdam, Lachin, Shusha, Fuzuli … (7 events)");
}

TEST_CASE("an atlas that is stopped leaves no file") {
    const std::filesystem::path path = std::filesystem::temp_directory_path() / "chronomap-stopped-atlas.pdf";
    std::filesystem::remove(path);
    MapSeries series;
    series.scene = scene_in(1993, {event_at(town("Aghdam", 47, 40), EventKind::battle)});
    series.view = *fit_view({44, 38, 50, 42}, 200, 120, 1);
    for (const char* year : {"1992", "1993", "1994"}) series.dates.push_back(*EdtfDate::parse(year));
    int calls = 0;
    const auto stopped = write_atlas(series, path.string(), {}, [&](double) { return ++calls < 3; });
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().message == cancelled);
    CHECK_FALSE(std::filesystem::exists(path));
    REQUIRE(write_atlas(series, path.string(), {}, {}));
    CHECK(std::filesystem::exists(path));
    std::filesystem::remove(path);
}
