#include "app/window/window_layout.hpp"

#include <doctest/doctest.h>

using namespace chronomap;

TEST_CASE("no panel covers the map, at any size and scale") {
    for (const float unit : {1.0F, 1.5F, 2.0F})
        for (const auto& [width, height] :
             {std::pair{640.0F, 480.0F}, {800.0F, 600.0F}, {1024.0F, 700.0F}, {1920.0F, 1080.0F}, {3840.0F, 2160.0F}}) {
            const WindowLayout layout = layout_window({}, width, height, unit);
            for (const PixelRect& part : {layout.bar, layout.left, layout.right, layout.timeline})
                if (part.width > 0 && part.height > 0) CHECK_FALSE(part.overlaps(layout.map));
            CHECK(layout.map.width >= width * 0.4F);
            CHECK(layout.map.height >= height * 0.3F);
            CHECK(layout.map.right() <= width);
            CHECK(layout.timeline.bottom() == height);
        }
}

TEST_CASE("the map's buttons lie in its corner; a small map has none") {
    const WindowLayout layout = layout_window({}, 1600, 900, 1.5F);
    CHECK(layout.map_buttons.overlaps(layout.map));
    CHECK(layout.map_buttons.right() < layout.map.right());
    CHECK(layout.map_buttons.y > layout.map.y);
    CHECK(layout_window({}, 300, 220, 1).map_buttons.width == 0);
}

TEST_CASE("the map's buttons keep clear of what is written on the map, and are left out where there is no room") {
    const WindowLayout first = layout_window({}, 1024, 700, 1);
    const double width = first.map.width, height = first.map.height;
    const auto buttons_beside = [&](const std::vector<PixelBox>& taken) {
        WindowLayout layout = first;
        keep_buttons_clear(layout, taken, 1);
        const PixelRect& buttons = layout.map_buttons;
        for (const PixelBox& each : taken)
            CHECK_FALSE(PixelBox{buttons.x - layout.map.x, buttons.y - layout.map.y, buttons.right() - layout.map.x,
                                 buttons.bottom() - layout.map.y}
                            .meets(each));
        return buttons;
    };
    CHECK(buttons_beside({}).y == first.map_buttons.y);
    const PixelBox date{width - 200, 16, width - 16, 70}, legend{width - 220, 80, width - 16, height - 40};
    CHECK(buttons_beside({date}).y > first.map.y + 70);
    CHECK(buttons_beside({date}).x == first.map_buttons.x);
    const PixelRect opposite = buttons_beside({date, legend, {16, 16, 200, 60}});
    CHECK(opposite.x < first.map.x + 20);
    CHECK(opposite.y > first.map.y + 60);
    CHECK(buttons_beside({date, legend, {0, 40, 60, height}}).width == 0);
}

TEST_CASE("hidden panels give their room to the map") {
    PanelState panels;
    panels.events = panels.article = panels.source = panels.timeline = false;
    const WindowLayout layout = layout_window(panels, 1600, 900, 1);
    CHECK(layout.map.width == 1600);
    CHECK(layout.map.bottom() == 900);
}

TEST_CASE("a narrow window has one column, which shows the panel asked for last") {
    CHECK(layout_window({}, 800, 600, 1).one_column);
    CHECK(layout_window({}, 1920, 1080, 2).one_column);
    CHECK_FALSE(layout_window({}, 1920, 1080, 1).one_column);
    PanelState panels;
    CHECK(front_panel(panels) == Panel::article);
    set_shown(panels, Panel::events, true);
    CHECK(front_panel(panels) == Panel::events);
    set_shown(panels, Panel::events, false);
    CHECK(front_panel(panels) == Panel::article);
}
