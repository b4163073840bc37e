#include "render/scene/mark_fan.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <set>

#include "tests/render/scenes.hpp"

using namespace chronomap;
using namespace chronomap::test;

namespace {

const View view = *fit_view({44, 38, 50, 42}, 800, 600, 1);

/// `count` events at one town, a day apart, and one at another town.
EventSetPtr events_at_one_town(std::size_t count) {
    const PlacePtr place = town("many", 46, 40);
    std::vector<Event> events{event_at(town("other", 48, 41), EventKind::visit)};
    for (std::size_t i = 0; i < count; ++i)
        events.push_back(event_at(place, i % 2 ? EventKind::battle : EventKind::visit, 1,
                                  ("19" + std::to_string(10 + i % 80)).c_str()));
    return event_set(std::move(events));
}

EventMarks fanned(const EventSet& set, const std::string& event, const std::string& selected = {}) {
    std::vector<EventIndex> all(set.events.size());
    for (EventIndex i = 0; i < all.size(); ++i) all[i] = i;
    return arrange_events(set, all, view, Style(), {selected, "", event});
}

const EventMark* hub_of(const EventMarks& marks) {
    for (const EventMark& mark : marks.symbols)
        if (mark.role == MarkRole::hub) return &mark;
    return nullptr;
}

std::string id_at(const EventSet& set, const char* place) {
    for (const Event& event : set.events)
        if (event.place->id == place) return event.id;
    return {};
}

}  // namespace

TEST_CASE("a fan shows each event of a place by itself, none over another, in order of time") {
    for (const std::size_t count : {2, 7, 30}) {
        const auto set = events_at_one_town(count);
        const auto marks = fanned(*set, id_at(*set, "many"));
        const EventMark* hub = hub_of(marks);
        REQUIRE(hub);
        CHECK(hub->events.empty());
        CHECK(marks.leaders.size() == count);
        std::vector<EventIndex> told;
        for (const EventMark& mark : marks.symbols)
            if (mark.role == MarkRole::fanned) told.push_back(mark.events.at(0));
        CHECK(told.size() == count);
        CHECK(std::ranges::is_sorted(told));
        for (std::size_t i = 0; i < marks.symbols.size(); ++i)
            for (std::size_t k = 0; k < i; ++k) {
                const EventMark &a = marks.symbols[i], &b = marks.symbols[k];
                CHECK(std::hypot(a.x_px - b.x_px, a.y_px - b.y_px) > a.radius_px + b.radius_px);
            }
    }
}

TEST_CASE("leaders begin at the event's own place") {
    const auto set =
        event_set({event_at(town("a", 46, 40), EventKind::battle), event_at(town("b", 46.02, 40), EventKind::battle)});
    const auto marks = fanned(*set, set->events[0].id);
    REQUIRE(marks.leaders.size() == 2);
    for (const FanLeader& leader : marks.leaders) {
        bool is_a_place = false;
        for (const Event& event : set->events) {
            const auto at = screen_from_lonlat(view, event.place->location);
            is_a_place = is_a_place || std::hypot(at->x - leader.from.x, at->y - leader.from.y) < 0.01;
        }
        CHECK(is_a_place);
    }
    CHECK(marks.leaders[0].from.x != doctest::Approx(marks.leaders[1].from.x));
}

TEST_CASE("what has no room in a fan stays with its hub") {
    const auto set = events_at_one_town(most_fanned + 25);
    const auto marks = fanned(*set, id_at(*set, "many"));
    const EventMark* hub = hub_of(marks);
    REQUIRE(hub);
    CHECK(hub->events.size() == 25);
    CHECK(marks.symbols.size() == most_fanned + 2);
    std::set<EventIndex> told;
    for (const EventMark& mark : marks.symbols) told.insert(mark.events.begin(), mark.events.end());
    CHECK(told.size() == set->events.size());
}

TEST_CASE("a single event is not fanned out, and neither is one that is not shown") {
    const auto set = events_at_one_town(5);
    CHECK(!hub_of(fanned(*set, id_at(*set, "other"))));
    CHECK(!hub_of(fanned(*set, "no such event")));
}

TEST_CASE("the selected event of a fan is drawn last") {
    const auto set = events_at_one_town(5);
    const std::string id = id_at(*set, "many");
    const auto marks = fanned(*set, id, id);
    CHECK(marks.symbols.back().selected);
    CHECK(set->events[marks.symbols.back().events[0]].id == id);
}
