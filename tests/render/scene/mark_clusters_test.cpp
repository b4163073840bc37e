#include "render/scene/mark_clusters.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <set>

#include "render/scene/camera.hpp"
#include "tests/render/scenes.hpp"

using namespace chronomap;
using namespace chronomap::test;

namespace {

const View view = *fit_view({44, 38, 50, 42}, 800, 600, 1);

std::vector<EventIndex> all_of(const EventSet& set) {
    std::vector<EventIndex> all(set.events.size());
    for (EventIndex i = 0; i < all.size(); ++i) all[i] = i;
    return all;
}

EventMarks marks_of(const EventSet& set, const View& seen = view, const Style& style = Style()) {
    return arrange_events(set, all_of(set), seen, style);
}

/// What each mark holds, whatever their order.
std::set<std::vector<EventIndex>> groups(const EventMarks& marks) {
    std::set<std::vector<EventIndex>> sets;
    for (const EventMark& mark : marks.symbols) sets.insert(mark.events);
    return sets;
}

}  // namespace

TEST_CASE("symbols that would cover each other are one, with all their events") {
    const auto set =
        event_set({event_at(town("a", 46, 40), EventKind::battle), event_at(town("b", 46.02, 40), EventKind::battle),
                   event_at(town("b2", 46.02, 40), EventKind::visit, 1, "1993~"),
                   event_at(town("far", 48, 40), EventKind::visit)});
    const auto marks = marks_of(*set);
    REQUIRE(marks.symbols.size() == 2);
    const EventMark& mark = marks.symbols[0];
    CHECK(mark.places == 3);
    CHECK(mark.events == std::vector<EventIndex>{0, 1, 2});
    CHECK(mark.kinds == std::vector<KindShare>{{EventKind::battle, 2}, {EventKind::visit, 1}});
    CHECK(mark.is_mixed());
    CHECK(!mark.uncertain);
    CHECK(!marks.symbols[1].is_counted());
}

TEST_CASE("a merged symbol stands at the place with the most events") {
    const auto large = town("z", 46.02, 40);
    const auto set = event_set({event_at(town("a", 46, 40), EventKind::battle), event_at(large, EventKind::battle),
                                event_at(large, EventKind::battle)});
    const auto marks = marks_of(*set);
    REQUIRE(marks.symbols.size() == 1);
    CHECK(marks.symbols[0].place == large);
    CHECK(surface_of(marks.symbols[0], *set) == "");
    const auto at = screen_from_lonlat(view, large->location);
    CHECK(marks.symbols[0].x_px == doctest::Approx(at->x));
}

TEST_CASE("merging loses no event and leaves no two symbols nearer than the style allows") {
    const Style style;
    for (const int towns : {2, 50, 3000}) {
        const auto set = scattered_events(towns);
        const auto marks = marks_of(*set);
        std::set<EventIndex> told;
        std::size_t places = 0;
        for (const EventMark& mark : marks.symbols) {
            told.insert(mark.events.begin(), mark.events.end());
            places += mark.places;
            std::size_t by_kind = 0;
            for (const KindShare& share : mark.kinds) by_kind += share.events;
            CHECK(by_kind == mark.events.size());
        }
        CHECK(told.size() == set->events.size());
        CHECK(places == static_cast<std::size_t>(towns));
        // Merged in steps of half a zoom level: the scale may be off by a quarter.
        const double tolerance = std::exp2(-0.25) * 0.999;
        for (std::size_t i = 0; i < marks.symbols.size(); ++i)
            for (std::size_t k = 0; k < i; ++k) {
                const EventMark &a = marks.symbols[i], &b = marks.symbols[k];
                CHECK(std::hypot(a.x_px - b.x_px, a.y_px - b.y_px) >=
                      tolerance * style.cluster_overlap * (a.radius_px + b.radius_px));
            }
    }
}

TEST_CASE("panning leaves clusters as they are; zooming in splits them") {
    const auto set = scattered_events(400);
    const auto marks = marks_of(*set);
    CHECK(groups(marks_of(*set, panned(view, 173, -59))) == groups(marks));
    View closer = view;
    std::size_t before = marks.symbols.size();
    for (int step = 0; step < 6; ++step) {
        closer = zoomed_at(closer, 2, 400, 300);
        const std::size_t now = marks_of(*set, closer).symbols.size();
        CHECK(now >= before);
        before = now;
    }
    CHECK(before == 400);
}

TEST_CASE("a dense screen has the same clusters") {
    const auto set = scattered_events(400);
    View dense = view;
    dense.pixel_ratio = 2;
    dense.metres_per_px /= 2;
    dense.width_px *= 2, dense.height_px *= 2;
    CHECK(groups(marks_of(*set, dense)) == groups(marks_of(*set)));
}

TEST_CASE("a style can have every place drawn by itself") {
    Style style;
    style.cluster_overlap = 0;
    CHECK(marks_of(*scattered_events(400), view, style).symbols.size() == 400);
}

TEST_CASE("a number has room in its symbol") {
    const Style style;
    EventMark one, many;
    one.events = {0};
    one.count = 1;
    many.events.resize(1234);
    many.kinds = {{EventKind::battle, 1234}};
    many.kind = EventKind::battle;
    many.count = 1;
    CHECK(symbol_radius(one, style) == style.symbol_radius);
    CHECK(symbol_radius(many, style) > 2 * style.symbol_radius);
    CHECK(count_words(7) == "7");
    CHECK(count_words(9999) == "9999");
    CHECK(count_words(12345) == "12k");
    CHECK(count_words(2600000) == "3M");
}
