#include "render/scene/arranged_marks.hpp"

#include <doctest/doctest.h>

#include <thread>

#include "render/scene/mark_clusters.hpp"
#include "tests/render/scenes.hpp"

using namespace chronomap;
using namespace chronomap::test;

namespace {

/// So many towns over ten degrees, by a fixed pattern; every third is told of later.
Scene scene_of(int towns) {
    std::vector<Event> events;
    for (int i = 0; i < towns; ++i)
        events.push_back(event_at(town(("t" + std::to_string(i)).c_str(), 42 + i * 7919 % 1000 / 100.0,
                                       36 + i * 104729L % 997 / 200.0),
                                  static_cast<EventKind>(i % 10), 1, i % 3 == 0 ? "2001" : "1993"));
    Scene scene;
    scene.events = event_set(std::move(events));
    return scene;
}

constexpr int many = static_cast<int>(most_arranged_by_place) * 2;

View first_view() {
    return *fit_view({44, 37, 47, 39}, 800, 600, 1);
}

void check_same(const EventMarks& one, const EventMarks& other) {
    REQUIRE(one.symbols.size() == other.symbols.size());
    for (std::size_t i = 0; i < one.symbols.size(); ++i) {
        CHECK(one.symbols[i].events == other.symbols[i].events);
        CHECK(one.symbols[i].x_px == doctest::Approx(other.symbols[i].x_px));
        CHECK(one.symbols[i].radius_px == doctest::Approx(other.symbols[i].radius_px));
        CHECK(one.symbols[i].selected == other.symbols[i].selected);
    }
}

EventMarks arranged(const Scene& scene, const View& view, const std::shared_ptr<const Style>& style) {
    ArrangedMarks marks;
    marks.update(scene, view, style, MarkArrival::in_time);
    return marks.marks();
}

}  // namespace

TEST_CASE("a view that is pushed aside keeps its marks, with few events and with many") {
    const auto style = std::make_shared<const Style>();
    for (const int towns : {300, many}) {
        const Scene scene = scene_of(towns);
        ArrangedMarks marks;
        CHECK(marks.update(scene, first_view(), style, MarkArrival::in_time));
        CHECK_FALSE(marks.update(scene, first_view(), style, MarkArrival::in_time));
        const EventMarks before = marks.marks();
        View moved = first_view();
        moved.centre_x += 30 * moved.metres_per_px;
        CHECK(marks.update(scene, moved, style, MarkArrival::in_time));
        REQUIRE(marks.marks().symbols.size() == before.symbols.size());
        for (std::size_t i = 0; i < before.symbols.size(); ++i) {
            CHECK(marks.marks().symbols[i].events == before.symbols[i].events);
            CHECK(marks.marks().symbols[i].x_px == doctest::Approx(before.symbols[i].x_px - 30));
        }
    }
}

TEST_CASE("marks of many events at another scale come late where they may, and are then those that come in time") {
    const auto style = std::make_shared<const Style>();
    Scene scene = scene_of(many);
    ArrangedMarks marks;
    marks.update(scene, first_view(), style, MarkArrival::late);
    CHECK_FALSE(marks.are_late());
    const std::size_t before = marks.marks().symbols.size();
    View closer = first_view();
    closer.metres_per_px /= 2;
    scene.selected_event = scene.events->events[17].id;
    CHECK(marks.update(scene, closer, style, MarkArrival::late));
    CHECK(marks.are_late());
    CHECK(marks.marks().symbols.size() == before);
    // A view that is asked for again does not pass for one that was arranged.
    marks.update(scene, closer, style, MarkArrival::late);
    for (int i = 0; i < 2000 && marks.are_late(); ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
        marks.update(scene, closer, style, MarkArrival::late);
    }
    REQUIRE_FALSE(marks.are_late());
    check_same(marks.marks(), arranged(scene, closer, style));
}

TEST_CASE("what is shown is never late: other dates, and a picture that stands for itself") {
    const auto style = std::make_shared<const Style>();
    Scene scene = scene_of(many);
    ArrangedMarks marks;
    marks.update(scene, first_view(), style, MarkArrival::late);
    View closer = first_view();
    closer.metres_per_px /= 2;
    marks.update(scene, closer, style, MarkArrival::late);
    scene.time.span = span_of_year(1993);
    marks.update(scene, closer, style, MarkArrival::late);
    CHECK_FALSE(marks.are_late());
    check_same(marks.marks(), arranged(scene, closer, style));
    marks.update(scene, first_view(), style, MarkArrival::late);
    View in_time = first_view();
    in_time.metres_per_px *= 3;
    marks.update(scene, in_time, style, MarkArrival::in_time);
    CHECK_FALSE(marks.are_late());
    check_same(marks.marks(), arranged(scene, in_time, style));
}

TEST_CASE("a large set of other events comes late, and no other events' marks stand for it until then") {
    const auto style = std::make_shared<const Style>();
    const Scene few = scene_of(300), large = scene_of(static_cast<int>(ArrangedMarks::least_placed_late));
    ArrangedMarks marks;
    marks.update(few, first_view(), style, MarkArrival::late);
    CHECK_FALSE(marks.are_late());
    CHECK(marks.update(large, first_view(), style, MarkArrival::late));
    CHECK(marks.are_late());
    CHECK(marks.marks().symbols.empty());
    for (int i = 0; i < 2000 && marks.are_late(); ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
        marks.update(large, first_view(), style, MarkArrival::late);
    }
    REQUIRE_FALSE(marks.are_late());
    check_same(marks.marks(), arranged(large, first_view(), style));
    // Given up for what is asked for next.
    marks.update(few, first_view(), style, MarkArrival::late);
    marks.update(large, first_view(), style, MarkArrival::late);
    marks.update(few, first_view(), style, MarkArrival::late);
    CHECK_FALSE(marks.are_late());
    check_same(marks.marks(), arranged(few, first_view(), style));
}
