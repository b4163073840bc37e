#include "render/scene/mark_fading.hpp"

#include <doctest/doctest.h>

using namespace chronomap;

namespace {

/// Events of these years, a mark for each, and one for all.
struct Years {
    EventSet events;
    EventMarks marks;

    explicit Years(const std::vector<int>& years) {
        EventMark all;
        for (const int year : years) {
            events.events.emplace_back();
            events.spans.push_back(span_of_year(year));
            const auto index = static_cast<EventIndex>(events.spans.size() - 1);
            marks.symbols.emplace_back();
            marks.symbols.back().events = {index};
            all.events.push_back(index);
        }
        marks.shapes.push_back(all);
    }
    float faded(std::size_t i) const { return marks.symbols[i].faded; }
};

}  // namespace

TEST_CASE("until a date, marks fade with the age of their youngest event, and not within the date") {
    Years years({1980, 1990, 1992, 1993});
    fade_marks(years.marks, years.events, {TimeMode::until, span_of_year(1993)}, 1826);
    CHECK(years.faded(0) == 1);
    CHECK(years.faded(1) == doctest::Approx(0.4).epsilon(0.01));
    CHECK(years.faded(2) == 0);
    CHECK(years.faded(3) == 0);
    CHECK(years.marks.shapes[0].faded == 0);
}

TEST_CASE("nothing fades in other modes, over no days, or where no date is chosen") {
    Years years({1980});
    fade_marks(years.marks, years.events, {TimeMode::instant, span_of_year(1993)}, 1826);
    fade_marks(years.marks, years.events, {TimeMode::since, span_of_year(1993)}, 1826);
    fade_marks(years.marks, years.events, {TimeMode::until, span_of_year(1993)}, 0);
    fade_marks(years.marks, years.events, {TimeMode::until, all_time}, 1826);
    CHECK(years.faded(0) == 0);
}

TEST_CASE("days are told in the unit that fits") {
    CHECK(words_of_days(1826) == "5 years");
    CHECK(words_of_days(365) == "a year");
    CHECK(words_of_days(91) == "3 months");
    CHECK(words_of_days(10) == "10 days");
}
