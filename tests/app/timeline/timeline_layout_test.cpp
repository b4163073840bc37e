#include "app/timeline/timeline_layout.hpp"

#include <doctest/doctest.h>

using namespace chronomap;

namespace {

struct Story {
    TimeSpan extent{first_day_of(1922), first_day_of(2024)};
    StackedHistogram bars{{span_of_year(1922), span_of_year(1993), span_of_year(2023)}, {{1, 3, 0}, {0, 1, 0}},
                          {{0, 0, 0}, {0, 0, 0}}};
    std::vector<TimelineStop> stops{{span_of_year(1922), "1922", 1},
                                    {span_of_year(1993), "1993", 4},
                                    {span_of_year(2020), "2020", 2},
                                    {span_of_year(2021), "2021", 1},
                                    {span_of_year(2023), "2023", 3}};
    TimelineInput input;

    explicit Story(float width = 1000) {
        input.extent = extent;
        input.bars = &bars;
        input.stops = &stops;
        input.selection = {TimeMode::instant, span_of_year(1993)};
        input.area = {100, 500, width, 110};
        input.text_height = 16;
        input.text_width = [](std::string_view text) { return 8.0F * static_cast<float>(text.size()); };
    }
};

}  // namespace

TEST_CASE("days and pixels are turned into each other") {
    const TimelineAxis axis{{first_day_of(1900), first_day_of(2000)}, 50, 1000};
    CHECK(axis.x_from_day(first_day_of(1900)) == 50);
    CHECK(axis.x_from_day(first_day_of(2000)) == 1050);
    CHECK(axis.x_from_day(open_end) == 1050);
    const Day middle = first_day_of(1950);
    const Day back = axis.day_from_x(axis.x_from_day(middle) + 0.01F);
    CHECK(std::abs((back - middle).count()) <= 36);
    CHECK(axis.day_from_x(-1000) == axis.span.begin);
    CHECK(axis.span.contains(axis.day_from_x(1e6)));
}

TEST_CASE("long gaps without events collapse, and days and pixels still fit") {
    const TimeSpan extent{first_day_of(1920), first_day_of(2025)};
    const std::vector<TimeSpan> spans{span_of_year(1922), {first_day_of(1950), first_day_of(1990)},
                                      span_of_year(1993), span_of_year(2020), span_of_year(2023)};
    const auto busy = busy_spans(spans, extent);
    REQUIRE(busy.size() == 5);  // the long one counts by its begin
    const TimelineAxis axis = collapsed_axis(extent, 50, 1000, busy, 26);
    std::size_t breaks = 0;
    float at = axis.x;
    Day day = extent.begin;
    for (const AxisPiece& piece : axis.pieces) {
        CHECK(piece.x == doctest::Approx(at));
        CHECK(piece.span.begin == day);
        at += piece.width;
        day = piece.span.end;
        breaks += piece.is_break;
        if (!piece.is_break) continue;
        CHECK(piece.width == 26);
        for (const TimeSpan& each : busy) CHECK_FALSE(each.meets(piece.span));
    }
    CHECK(breaks == 3);  // before 1950, 1993 and 2020; the years to 2023 are too few
    CHECK(at == doctest::Approx(1050));
    CHECK(day == extent.end);
    // A year's room is many times what it has on an even axis.
    CHECK(axis.x_from_day(first_day_of(1994)) - axis.x_from_day(first_day_of(1993)) > 3 * 1000.0 / 105);
    float last = 0;
    for (int year = 1920; year <= 2025; ++year) {
        const float x = axis.x_from_day(first_day_of(year));
        CHECK(x > last);
        last = x;
        if (year < 2025) CHECK(std::abs((axis.day_from_x(x + 0.01F) - first_day_of(year)).count()) <= 200);
    }
    const auto ticks = axis_ticks(axis, 80);
    for (std::size_t i = 1; i < ticks.size(); ++i) CHECK(ticks[i].x - ticks[i - 1].x >= 47);
    for (const AxisTick& tick : ticks)
        for (const AxisPiece& piece : axis.pieces)
            if (piece.is_break) CHECK_FALSE((tick.x > piece.x && tick.x < piece.x + piece.width));
}

TEST_CASE("an axis stays even where no gap is long, and where there is no room to break it") {
    const TimeSpan extent{first_day_of(1990), first_day_of(2000)};
    std::vector<TimeSpan> years;
    for (int year = 1990; year < 2000; ++year) years.push_back(span_of_year(year));
    CHECK(collapsed_axis(extent, 0, 1000, busy_spans(years, extent), 26).pieces.empty());
    CHECK(collapsed_axis(extent, 0, 1000, {}, 26).pieces.empty());
    const std::vector<TimeSpan> ends{span_of_year(1990), span_of_year(1999)};
    CHECK(collapsed_axis(extent, 0, 1000, busy_spans(ends, extent), 26).pieces.size() == 3);
    CHECK(collapsed_axis(extent, 0, 100, busy_spans(ends, extent), 26).pieces.empty());
}

TEST_CASE("the wheel zooms towards the mouse and out to the whole; dragging pans as far as the story goes") {
    const TimeSpan whole{first_day_of(1900), first_day_of(2000)};
    const TimelineAxis axis{whole, 0, 1000};
    const TimeSpan nearer = zoomed_axis(axis, 750, 1, whole);
    CHECK(std::abs(double((nearer.end - nearer.begin).count()) - 36524 / 1.25) < 3);
    const TimelineAxis zoomed{nearer, 0, 1000};
    CHECK(std::abs((zoomed.day_from_x(750) - axis.day_from_x(750)).count()) <= 40);
    CHECK(zoomed_axis(zoomed, 100, -20, whole) == whole);
    TimelineAxis closest = axis;
    for (int i = 0; i < 100; ++i) closest.span = zoomed_axis(closest, 300, 1, whole);
    CHECK((closest.span.end - closest.span.begin).count() >= 2);
    const TimeSpan panned = panned_axis(zoomed, 100, whole);
    CHECK(panned.end - panned.begin == nearer.end - nearer.begin);
    CHECK(panned.begin > nearer.begin);
    CHECK(panned_axis(zoomed, 1e6F, whole).end == whole.end);
    CHECK(panned_axis(zoomed, -1e6F, whole).begin == whole.begin);
}

TEST_CASE("ticks stand at round years, as far apart as asked") {
    const TimelineAxis axis{{first_day_of(1917), first_day_of(2025)}, 0, 1000};
    const auto ticks = axis_ticks(axis, 80);
    REQUIRE(ticks.size() >= 5);
    CHECK(ticks.front().label == "1920");
    for (std::size_t i = 1; i < ticks.size(); ++i) CHECK(ticks[i].x - ticks[i - 1].x >= 79);
}

TEST_CASE("ticks of a short story are days and months") {
    using namespace std::chrono_literals;
    const TimelineAxis axis{{Day{2020y / 9 / 25}, Day{2020y / 11 / 12}}, 0, 800};
    const auto ticks = axis_ticks(axis, 80);
    bool has_october = false;
    for (const AxisTick& tick : ticks) has_october = has_october || tick.label == "Oct 2020";
    CHECK(has_october);
}

TEST_CASE("years before the first are labelled as such") {
    const auto ticks = axis_ticks({{first_day_of(-600), first_day_of(-300)}, 0, 900}, 80);
    bool found = false;
    for (const AxisTick& tick : ticks) found = found || tick.label.ends_with(" BCE");
    CHECK(found);
}

TEST_CASE("labels of stops never lie over each other, and the busiest have theirs") {
    for (const float width : {1600.0F, 1000.0F, 600.0F, 300.0F}) {
        Story story(width);
        const TimelineLayout layout = layout_timeline(story.input);
        REQUIRE(layout.stops.size() == story.stops.size());
        CHECK(layout.stops[1].label_fits);
        for (const auto& a : layout.stops)
            for (const auto& b : layout.stops)
                if (&a != &b && a.label_fits && b.label_fits) CHECK_FALSE(a.label.overlaps(b.label));
        for (const auto& stop : layout.stops) {
            if (!stop.label_fits) continue;
            CHECK(stop.label.x >= story.input.area.x);
            CHECK(stop.label.right() <= story.input.area.right() + 0.01F);
        }
    }
}

TEST_CASE("labels take a second row only where they need it, whichever stop is shown") {
    for (const float width : {6000.0F, 300.0F}) {
        Story story(width);
        const float rows = width > 1000 ? 1 : 2;
        for (const TimelineStop& stop : Story().stops) {
            story.input.selection = {TimeMode::instant, stop.span};
            CHECK(layout_timeline(story.input).labels.height == rows * story.input.text_height);
        }
    }
}

TEST_CASE("the stop that is shown always has its label") {
    for (const TimelineStop& stop : Story().stops) {
        Story story(220);
        story.input.selection = {TimeMode::instant, stop.span};
        const TimelineLayout layout = layout_timeline(story.input);
        for (const auto& mark : layout.stops)
            if (mark.lit) CHECK(mark.label_fits);
    }
}

TEST_CASE("bars stand on the base line, grow with the events and are lit inside the selection") {
    Story story;
    const TimelineLayout layout = layout_timeline(story.input);
    REQUIRE(layout.bars.size() == 3);  // a bin without events has no bar
    CHECK(layout.bars[0].rect.bottom() == doctest::Approx(layout.histogram.bottom()));
    CHECK(layout.bars[1].rect.height > layout.bars[0].rect.height);
    CHECK_FALSE(layout.bars[0].lit);
    CHECK(layout.bars[1].lit);
    // A kind for three of four events has three quarters of the stack, the other stands on it.
    CHECK(layout.bars[1].group == 0);
    CHECK(layout.bars[2].rect.bottom() == doctest::Approx(layout.bars[1].rect.y));
    CHECK(layout.bars[1].rect.height == doctest::Approx(3 * layout.bars[2].rect.height));
}

TEST_CASE("handle, stops and track are hit where they are drawn") {
    Story story;
    const TimelineLayout layout = layout_timeline(story.input);
    const float y = layout.histogram.y + 5;
    const auto hit = [&](float x, float at_y) { return hit_timeline(layout, TimeMode::instant, x, at_y, 1); };
    CHECK(hit(layout.handle.x + 2, y).part == TimelinePart::handle);
    CHECK(hit(layout.axis.x_from_day(first_day_of(1950)), y).part == TimelinePart::track);
    const PixelRect label = layout.stops[1].label;
    const TimelineHit stop = hit(label.x + 3, label.y + 3);
    CHECK(stop.part == TimelinePart::stop);
    CHECK(stop.number == 1);
    CHECK(hit(layout.histogram.x - 10, y).part == TimelinePart::nothing);
    CHECK(hit(layout.histogram.x + 10, story.input.area.y - 10).part == TimelinePart::nothing);
}

TEST_CASE("the edges of a window can be gripped, those of a single year cannot") {
    Story story;
    story.input.selection = {TimeMode::window, {first_day_of(1988), first_day_of(1995)}};
    const TimelineLayout layout = layout_timeline(story.input);
    const float y = layout.histogram.y + 5;
    CHECK(hit_timeline(layout, TimeMode::window, layout.selection.x + 1, y, 1).part == TimelinePart::begin_edge);
    CHECK(hit_timeline(layout, TimeMode::window, layout.selection.right() - 1, y, 1).part == TimelinePart::end_edge);
    CHECK(hit_timeline(layout, TimeMode::instant, layout.selection.x + 1, y, 1).part != TimelinePart::begin_edge);
}

TEST_CASE("dragging snaps to whole years and never turns a window inside out") {
    const Day from = first_day_of(1993);
    CHECK(dragged_span(TimelinePart::handle, span_of_year(1993), from, first_day_of(2001) + std::chrono::days{40},
                       CalendarUnit::year) == span_of_year(2001));
    const TimeSpan window{first_day_of(1988), first_day_of(1995)};
    CHECK(dragged_span(TimelinePart::begin_edge, window, from, first_day_of(2010), CalendarUnit::year).begin ==
          first_day_of(1994));
    CHECK(dragged_span(TimelinePart::end_edge, window, from, first_day_of(1950), CalendarUnit::year) == span_of_year(1988));
    const TimeSpan moved = dragged_span(TimelinePart::handle, window, from, first_day_of(2003), CalendarUnit::year);
    CHECK(moved == TimeSpan{first_day_of(1998), first_day_of(2005)});
}

TEST_CASE("dragging over the bars draws a window of whole units, to the right and to the left") {
    const Day early = first_day_of(1988) + std::chrono::days{40}, late = first_day_of(1993) + std::chrono::days{200};
    const TimeSpan years{first_day_of(1988), first_day_of(1994)};
    CHECK(brushed_span(early, late, CalendarUnit::year) == years);
    CHECK(brushed_span(late, early, CalendarUnit::year) == years);
    CHECK(brushed_span(late, late, CalendarUnit::month) == TimeSpan{first_of_month(1993, 7), first_of_month(1993, 8)});
}

TEST_CASE("a story without dates has an empty timeline") {
    TimelineInput input;
    input.area = {0, 0, 800, 100};
    const TimelineLayout layout = layout_timeline(input);
    CHECK(layout.bars.empty());
    CHECK(hit_timeline(layout, TimeMode::instant, 400, 50, 1).part == TimelinePart::nothing);
}

TEST_CASE("what is uncertain lies on top of its group, and nothing is drawn twice") {
    Story story;
    story.bars.uncertain = {{0, 1, 0}, {0, 1, 0}};
    const TimelineLayout layout = layout_timeline(story.input);
    REQUIRE(layout.bars.size() == 4);
    CHECK_FALSE(layout.bars[1].uncertain);
    CHECK(layout.bars[2].uncertain);
    CHECK(layout.bars[2].group == 0);
    CHECK(layout.bars[1].rect.height == doctest::Approx(2 * layout.bars[2].rect.height));
    CHECK(layout.bars[3].uncertain);
    CHECK(layout.bars[3].group == 1);
}

TEST_CASE("what lasts has lanes above the bars, side by side or below each other, as many as there is room for") {
    Story story;
    const auto lane = [](int from, int to) {
        TimelineLane lasting;
        lasting.span = {first_day_of(from), first_day_of(to)};
        return lasting;
    };
    std::vector<TimelineLane> lanes{lane(1950, 2000), lane(1960, 1990), lane(2001, 2020), lane(1993, 1994)};
    lanes.push_back({{open_begin, first_day_of(1940)}});
    story.input.lanes = &lanes;
    story.input.area.height = 160;
    const TimelineLayout layout = layout_timeline(story.input);
    REQUIRE(layout.lane_marks.size() == 4);  // a year is seen in its bar
    for (const TimelineLaneMark& a : layout.lane_marks) {
        CHECK(a.rect.bottom() <= layout.histogram.y);
        CHECK(a.rect.y >= layout.lanes.y);
        for (const TimelineLaneMark& b : layout.lane_marks)
            if (&a != &b) CHECK_FALSE(a.rect.overlaps(b.rect));
    }
    CHECK(layout.lane_marks[0].rect.y == layout.lane_marks[2].rect.y);
    CHECK(layout.lane_marks[3].open_begin);
    CHECK_FALSE(layout.lane_marks[3].open_end);
    CHECK(layout.lanes_left_out == 0);
    const PixelRect& second = layout.lane_marks[1].rect;
    const TimelineHit hit = hit_timeline(layout, TimeMode::instant, second.x + 3, second.y + 2, 1);
    CHECK(hit.part == TimelinePart::lane);
    CHECK(hit.number == 1);

    story.input.area.height = 86;
    const TimelineLayout low = layout_timeline(story.input);
    CHECK(low.lane_marks.size() + low.lanes_left_out == 4);
    CHECK(low.lanes_left_out > 0);
    CHECK(low.histogram.height >= 17);
}
