#include "render/scene/event_marks.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "render/furniture/legend_rows.hpp"
#include "render/scene/mark_looks.hpp"
#include "tests/render/scenes.hpp"

using namespace chronomap;
using namespace chronomap::test;

namespace {

const View view = *fit_view({44, 38, 50, 42}, 800, 600, 1);

EventMarks marks_of(const EventSetPtr& set, const std::string& selected = {}) {
    std::vector<EventIndex> all(set->events.size());
    for (EventIndex i = 0; i < all.size(); ++i) all[i] = i;
    return arrange_events(*set, all, view, Style(), {selected, {}, {}});
}

}  // namespace

TEST_CASE("events at one place are one symbol with their count") {
    const auto aghdam = town("aghdam", 46.93, 39.99);
    const auto marks =
        marks_of(event_set({event_at(aghdam, EventKind::other), event_at(aghdam, EventKind::battle, 3)}));
    REQUIRE(marks.symbols.size() == 1);
    CHECK(marks.symbols[0].count == 4);
    CHECK(marks.symbols[0].events.size() == 2);
    CHECK(marks.symbols[0].kind == EventKind::battle);
}

TEST_CASE("a region or a road is never a symbol") {
    const auto marks =
        marks_of(event_set({event_at(region_in_box("r", {46, 39, 47, 40}), EventKind::battle),
                            event_at(vague_region("v", 46, 39), EventKind::battle),
                            event_at(region("l", {{46, 39}, {47, 40}}, ExtentClass::line), EventKind::visit)}));
    CHECK(marks.symbols.empty());
    CHECK(marks.shapes.size() == 3);
    CHECK(marks.shapes.back().place->extent == ExtentClass::line);
}

TEST_CASE("every shown event is in exactly one mark") {
    const auto set = all_sorts_of_events();
    const auto marks = marks_of(set);
    std::size_t total = 0;
    for (const auto& mark : marks.symbols) total += mark.events.size();
    for (const auto& mark : marks.shapes) total += mark.events.size();
    CHECK(total == set->events.size());
}

TEST_CASE("a symbol is light only when no event there has a certain date") {
    const auto place = town("p", 46, 40);
    CHECK(marks_of(event_set({event_at(place, EventKind::visit, 1, "1993~")})).symbols[0].uncertain);
    CHECK(!marks_of(event_set({event_at(place, EventKind::visit, 1, "1993~"), event_at(place, EventKind::visit)}))
               .symbols[0]
               .uncertain);
}

TEST_CASE("the selected event's symbol is drawn last and shows its kind") {
    const auto a = event_at(town("a", 46, 40), EventKind::visit, 1);
    auto b = event_at(town("b", 47, 40), EventKind::attack, 50);
    const auto set = event_set({b, event_at(b.place, EventKind::legal_act, 9), a});
    CHECK(marks_of(set).symbols.back().place->id == "a");
    const auto marks = marks_of(set, b.id);
    CHECK(marks.symbols.back().place->id == "b");
    CHECK(marks.symbols.back().kind == EventKind::attack);
}

TEST_CASE("a symbol's area grows with its count up to a limit") {
    const Style style;
    CHECK(style.radius_of(1) == doctest::Approx(style.symbol_radius));
    CHECK(std::pow(style.radius_of(5), 2) - std::pow(style.radius_of(3), 2) ==
          doctest::Approx(std::pow(style.radius_of(3), 2) - std::pow(style.radius_of(1), 2)));
    CHECK(style.radius_of(1e9) == style.symbol_radius_most);
}

TEST_CASE("a mark has the verdict of all its events, or is disputed where one is") {
    const auto place = town("p", 46, 40);
    const auto judged = [&](Verdict verdict) {
        Event event = event_at(place, EventKind::visit);
        auto mark = std::make_shared<UserMark>();
        mark->verdict = verdict;
        event.user = mark;
        return event;
    };
    const auto verdict_of_mark = [&](std::vector<Event> events) {
        return marks_of(event_set(std::move(events))).symbols[0].verdict;
    };
    const Event plain = event_at(place, EventKind::visit);
    CHECK(verdict_of_mark({plain}) == Verdict::none);
    CHECK(verdict_of_mark({judged(Verdict::verified), judged(Verdict::verified)}) == Verdict::verified);
    CHECK(verdict_of_mark({judged(Verdict::verified), plain}) == Verdict::none);
    CHECK(verdict_of_mark({plain, judged(Verdict::verified)}) == Verdict::none);
    CHECK(verdict_of_mark({plain, judged(Verdict::disputed), judged(Verdict::verified)}) == Verdict::disputed);
}

TEST_CASE("a mark whose events are all planned, possible or denied is hollow; one fact fills it") {
    const PlacePtr here = town("here", 46, 40), there = town("there", 47, 41);
    std::vector<Event> events{event_at(here, EventKind::attack), event_at(here, EventKind::attack),
                              event_at(there, EventKind::attack)};
    events[0].modality = Modality::denied;
    events[2].modality = Modality::planned;
    const auto set = event_set(events);
    const View view = *fit_view({44, 38, 50, 42}, 800, 600, 1);
    const Style style;
    const EventMarks marks = arrange_events(*set, {0, 1, 2}, view, style);
    REQUIRE(marks.symbols.size() == 2);
    for (const EventMark& mark : marks.symbols) {
        const bool is_here = mark.place == here;
        CHECK(mark.not_fact == !is_here);
        CHECK(mark.some_not_fact);
        CHECK((symbol_look(mark, style, 1).fill == style.mixed_fill) == !is_here);
    }
    std::vector<std::string> words;
    Scene scene;
    scene.events = set;
    for (const LegendRow& row : legend_rows(scene, view, style, marks)) words.push_back(row.words);
    CHECK(std::ranges::count(words, "hollow: planned, possible or denied") == 1);
    const EventMarks facts = arrange_events(*set, {1}, view, style);
    for (const LegendRow& row : legend_rows(scene, view, style, facts)) CHECK(!row.words.starts_with("hollow"));
}
