#include "render/scene/frame_extent.hpp"

#include <doctest/doctest.h>

#include "tests/render/scenes.hpp"

using namespace chronomap;
using namespace chronomap::test;

TEST_CASE("a far capital does not stretch the frame and is counted") {
    std::vector<Event> events;
    for (const auto& [id, lon, lat] :
         {std::tuple{"a", 46.9, 39.9}, {"b", 46.7, 39.8}, {"c", 46.5, 39.6}, {"d", 47.1, 39.4}})
        events.push_back(event_at(town(id, lon, lat), EventKind::battle));
    events.push_back(event_at(town("moscow", 37.6, 55.75), EventKind::negotiation));
    const FrameExtent frame = frame_extent(*event_set(events));
    CHECK(frame.outside == 1);
    CHECK(frame.box.north < 45);
    CHECK(frame.box.west < 46.5);
    CHECK(frame.box.east > 47.1);
}

TEST_CASE("the frame does not depend on the time that is shown") {
    auto events = std::vector{event_at(town("a", 46.9, 39.9), EventKind::battle, 1, "1993"),
                              event_at(town("b", 48.9, 40.9), EventKind::battle, 1, "2020")};
    const FrameExtent both = frame_extent(*event_set(events));
    CHECK(both.box.west < 46.9);
    CHECK(both.box.east > 48.9);
    CHECK(both.outside == 0);
}

TEST_CASE("a country does not make the frame while towns do, but does alone") {
    const auto country = region_in_box("country", {20, 30, 60, 60});
    const auto with_town =
        event_set({event_at(country, EventKind::battle), event_at(town("a", 46.9, 39.9), EventKind::battle)});
    CHECK(frame_extent(*with_town).box.north < 45);
    const FrameExtent alone = frame_extent(*event_set({event_at(country, EventKind::battle)}));
    CHECK(alone.box.north >= 60);
    CHECK(alone.outside == 0);
}

TEST_CASE("events on two continents show both when neither is most of the story") {
    std::vector<Event> events;
    for (const auto& [id, lon, lat] :
         {std::tuple{"a", 46.9, 39.9}, {"b", 2.3, 48.8}, {"c", -74.0, 40.7}, {"d", 30.5, 50.4}})
        events.push_back(event_at(town(id, lon, lat), EventKind::negotiation));
    CHECK(frame_extent(*event_set(events)).outside <= 1);
}

TEST_CASE("no events: the world") {
    CHECK(frame_extent(*event_set({})).box.east == 180);
}
