#include "geo/time/timeline.hpp"

#include <doctest/doctest.h>

#include <string>

#include "geo/time/edtf.hpp"
#include "geo/time/playback.hpp"

using namespace chronomap;

namespace {

TimeSpan span(std::string_view edtf) {
    return EdtfDate::parse(edtf)->span();
}

std::string labels(const std::vector<TimelineStop>& stops) {
    std::string out;
    for (const TimelineStop& stop : stops)
        out += (out.empty() ? "" : " ") + stop.label + ":" + std::to_string(stop.events);
    return out;
}

}  // namespace

TEST_CASE("the stops are the years where events gather, with both ends of the story") {
    const std::vector<TimeSpan> spans{
        span("1922/1993"), span("1993"), span("1993-07-23"), span("2020-11"), span("2020-09-27/2020-11-10"),
        span("2023-08-31")};
    CHECK(labels(find_stops(spans)) == "1922:1 1993:3 2020:2 2023:1");
    CHECK(labels(find_stops(spans, 2)) == "1922:1 2023:1");
    CHECK(find_stops({}).empty());
}

TEST_CASE("the begin of one war is no stop by itself") {
    CHECK(labels(find_stops({span("1922/1993"), span("1988-02-20/1994-05-12"), span("1993"), span("2020-11"), span("2023-08-31")})) ==
          "1922:1 1993:3 2020:1 2023:1");
    CHECK(labels(find_stops({span("1988/1994"), span("2003/2005")})) == "1988:1 2003:1");
}

TEST_CASE("a story within a year is told in months") {
    CHECK(labels(find_stops({span("2020-09-27"), span("2020-10-04"), span("2020-10-17"), span("2020-11-08")})) ==
          "September 2020:1 October 2020:2 November 2020:1");
}

TEST_CASE("an event spreads over the bins that it spans, with a total weight of one") {
    const auto bins = histogram({span("1990/1999"), span("1993")}, span("1990/1999"), 20);
    REQUIRE(bins.size() == 10);
    CHECK(bins[0].weight == doctest::Approx(0.1));
    CHECK(bins[3].weight == doctest::Approx(1.1));
    double total = 0;
    for (const auto& bin : histogram({span("1990/1999"), span("1993")}, span("1900/2020"), 30)) total += bin.weight;
    CHECK(total == doctest::Approx(2));
}

TEST_CASE("bins are calendar units and never more than asked for") {
    CHECK(histogram({}, span("2020-11"), 40).size() == 30);
    for (const char* extent : {"2020-11-01", "2020", "1988/1994", "1066/2023", "-4000/2023"})
        for (std::size_t most : {1u, 5u, 50u, 400u}) CHECK(histogram({}, span(extent), most).size() <= most);
    CHECK(histogram({}, all_time, 10).empty());
    CHECK(histogram({}, span("1990"), 0).empty());
}

TEST_CASE("until and since reach from the far past and into the far future") {
    const TimeSelection until{TimeMode::until, span("1993")}, since{TimeMode::since, span("1993")};
    CHECK(until.effective().meets(span("0500")));
    CHECK_FALSE(until.effective().meets(span("1994")));
    CHECK(since.effective().meets(span("2500")));
    CHECK_FALSE(since.effective().meets(span("1992")));
}

TEST_CASE("playback moves with time, not with calls, and stops at the end") {
    Playback playback;
    playback.set_count(4);
    playback.set_steps_per_second(2);
    playback.play();
    CHECK(playback.tick(0.4) == 0);
    CHECK(playback.tick(0.2) == 1);
    CHECK(playback.tick(10) == 2);
    CHECK(playback.position() == 3);
    CHECK_FALSE(playback.playing());
    playback.play();
    CHECK(playback.position() == 0);
}

TEST_CASE("playback loops, dwells at stops and runs backward") {
    Playback playback;
    playback.set_count(3);
    playback.set_loop(PlaybackLoop::all);
    playback.play();
    playback.tick(3);
    CHECK(playback.position() == 0);
    CHECK(playback.playing());
    playback.set_dwell(1);
    const auto first_is_stop = [](int position) { return position == 0; };
    CHECK(playback.tick(1.5, first_is_stop) == 0);
    CHECK(playback.tick(0.5, first_is_stop) == 1);
    playback.set_direction(PlaybackDirection::backward);
    playback.tick(1, first_is_stop);
    CHECK(playback.position() == 0);
    playback.set_count(0);
    CHECK_FALSE(playback.playing());
    playback.play();
    CHECK_FALSE(playback.playing());
}
