#include "render/scene/mark_cells.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <map>
#include <set>

#include "render/scene/camera.hpp"
#include "render/scene/mark_clusters.hpp"
#include "tests/render/scenes.hpp"

using namespace chronomap;
using namespace chronomap::test;

namespace {

constexpr int towns = 9000;
static_assert(towns > static_cast<int>(most_arranged_by_place));

/// Towns by a fixed pattern over two countries' width, some of them told of with a doubtful date.
EventSetPtr many_events() {
    std::vector<Event> events;
    for (int i = 0; i < towns; ++i) {
        const double east = i * 7919 % 1000 / 1000.0, north = i * 104729 % 997 / 997.0;
        events.push_back(event_at(town(("t" + std::to_string(i)).c_str(), 40 + 14 * east, 36 + 8 * north),
                                  static_cast<EventKind>(i % 10), 1 + i % 3, i % 5 == 0 ? "1993~" : "1993"));
        if (i % 2 == 0) events.back().modality = Modality::possible;
    }
    return event_set(std::move(events));
}

std::vector<EventIndex> all_of(const EventSet& set) {
    std::vector<EventIndex> all(set.events.size());
    for (EventIndex i = 0; i < all.size(); ++i) all[i] = i;
    return all;
}

View view_of(const GeoBox& box) {
    return *fit_view(box, 800, 600, 1);
}

}  // namespace

TEST_CASE("thousands of events keep their sums, and each has one mark or is counted beyond the view") {
    const auto set = many_events();
    for (const GeoBox& box : {GeoBox{40, 36, 54, 44}, GeoBox{46, 39, 47, 40}}) {
        const EventMarks marks = arrange_events(*set, all_of(*set), view_of(box), Style());
        std::set<EventIndex> told;
        std::size_t places = 0, beyond = 0;
        for (const EventMark& mark : marks.symbols) {
            std::int64_t count = 0;
            std::map<EventKind, std::size_t> kinds;
            bool certain = false, uncertain = false, fact = false, not_fact = false;
            CHECK(std::ranges::is_sorted(mark.events));
            for (const EventIndex event : mark.events) {
                CHECK(told.insert(event).second);
                count += set->events[event].count;
                ++kinds[set->events[event].kind];
                (is_uncertain(set->events[event]) ? uncertain : certain) = true;
                (set->events[event].modality == Modality::fact ? fact : not_fact) = true;
            }
            CHECK(mark.count == count);
            CHECK(mark.uncertain == !certain);
            CHECK(mark.some_uncertain == uncertain);
            CHECK(mark.not_fact == !fact);
            CHECK(mark.some_not_fact == not_fact);
            REQUIRE(mark.kinds.size() == kinds.size());
            for (const KindShare& share : mark.kinds) CHECK(kinds[share.kind] == share.events);
            CHECK(mark.kind == mark.kinds.front().kind);
            REQUIRE(mark.first < set->events.size());
            CHECK(set->events[mark.first].place == mark.place);
            places += mark.places;
        }
        for (const KindShare& share : marks.beyond.kinds) beyond += share.events;
        CHECK(told.size() + beyond == towns);
        CHECK(places == told.size());
        CHECK((beyond > 0) == (box.west > 40));
    }
}

TEST_CASE("nothing that a view of many events shows is missing") {
    const auto set = many_events();
    const View view = view_of({46, 39, 47, 40});
    std::set<EventIndex> told;
    for (const EventMark& mark : arrange_events(*set, all_of(*set), view, Style()).symbols)
        told.insert(mark.events.begin(), mark.events.end());
    for (EventIndex i = 0; i < set->events.size(); ++i) {
        const auto at = screen_from_lonlat(view, set->events[i].place->location);
        REQUIRE(at);
        const bool in_view = at->x >= -50 && at->y >= -50 && at->x < view.width_px + 50 && at->y < view.height_px + 50;
        if (in_view) CHECK(told.contains(i));
    }
}

TEST_CASE("symbols of many events leave each other the room that the style wants") {
    const auto set = many_events();
    const Style style;
    const View view = view_of({40, 36, 54, 44});
    const EventMarks marks = arrange_events(*set, all_of(*set), view, style);
    CHECK(marks.symbols.size() > 20);
    CHECK(marks.symbols.size() < 1500);
    const double shown = cluster_scale(view) / (view.metres_per_px * view.pixel_ratio);
    for (std::size_t i = 0; i < marks.symbols.size(); ++i)
        for (std::size_t j = i + 1; j < marks.symbols.size(); ++j) {
            const EventMark &a = marks.symbols[i], &b = marks.symbols[j];
            const double distance = std::hypot(a.x_px - b.x_px, a.y_px - b.y_px);
            CHECK(distance >= 0.99 * shown * style.cluster_overlap * (a.radius_px + b.radius_px));
        }
}

TEST_CASE("a selected event of many marks its symbol and gives it its kind") {
    const auto set = many_events();
    const EventIndex chosen = 1234;
    PickedEvents picked;
    picked.selected = set->events[chosen].id;
    const EventMarks marks = arrange_events(*set, all_of(*set), view_of({40, 36, 54, 44}), Style(), picked);
    int selected = 0;
    for (const EventMark& mark : marks.symbols) {
        if (!mark.selected) continue;
        ++selected;
        CHECK(std::ranges::binary_search(mark.events, chosen));
        CHECK(mark.kind == set->events[chosen].kind);
    }
    CHECK(selected == 1);
    // Drawn last, on top.
    CHECK(marks.symbols.back().selected);
}
