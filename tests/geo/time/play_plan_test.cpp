#include "geo/time/play_plan.hpp"

#include <doctest/doctest.h>

using namespace chronomap;

namespace {

struct Story {
    std::vector<TimeSpan> spans{span_of_year(1922),
                                {first_day_of(1988), first_day_of(1995)},
                                span_of_year(1993),
                                {first_of_month(2020, 11), first_of_month(2020, 12)}};
    std::vector<TimelineStop> stops{{span_of_year(1922), "", 1, ""}, {span_of_year(1993), "", 2, ""}};
    PlayWish wish;

    explicit Story(std::optional<CalendarUnit> unit) {
        wish = {&spans, &stops, {first_day_of(1922), first_of_month(2020, 12)}, unit, all_time, true};
    }
    std::string years() const {
        std::string words;
        const auto steps = plan_playback(wish);
        REQUIRE(steps);
        for (const PlayStep& step : *steps)
            words += std::to_string(year_of(step.span.begin)) + (step.is_stop ? "! " : " ");
        return words;
    }
};

}  // namespace

TEST_CASE("playback goes from stop to stop, within the range") {
    Story story(std::nullopt);
    CHECK(story.years() == "1922! 1993! ");
    story.wish.range = {first_day_of(1990), first_day_of(2000)};
    CHECK(story.years() == "1993! ");
}

TEST_CASE("playback by years leaves out those in which nothing begins or ends") {
    Story story(CalendarUnit::year);
    CHECK(story.years() == "1922! 1988 1993! 1994 2020 ");
    story.wish.range = {first_day_of(1993), open_end};
    CHECK(story.years() == "1993! 1994 2020 ");
    story.wish.skip_gaps = false;
    CHECK(story.years().starts_with("1993! 1994 1995 1996 "));
    CHECK(plan_playback(story.wish)->size() == 28);
}

TEST_CASE("a plan that nobody would watch is refused in words, and gaps left out make it short") {
    Story story(CalendarUnit::day);
    story.wish.extent.begin = first_day_of(-400'000);
    story.spans.insert(story.spans.begin(), span_of_year(-400'000));
    story.wish.skip_gaps = false;
    CHECK(plan_playback(story.wish).error().message.find("days") != std::string::npos);
    story.wish.skip_gaps = true;
    CHECK(plan_playback(story.wish)->size() == 10);
}

TEST_CASE("a window keeps the units that it is wide and ends with the step") {
    const PlayStep step{span_of_year(1994)};
    CHECK(window_at(step, CalendarUnit::year, 3) == TimeSpan{first_day_of(1992), first_day_of(1995)});
    CHECK(window_at(step, CalendarUnit::year, 0) == span_of_year(1994));
}
