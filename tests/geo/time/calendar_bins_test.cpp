#include "geo/time/calendar_bins.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "geo/time/timeline.hpp"

using namespace chronomap;

TEST_CASE("the stacked bars of all groups together are the plain histogram") {
    std::mt19937 random(7);
    const TimeSpan extent{first_day_of(1900), first_day_of(2000)};
    std::vector<TimeSpan> spans;
    std::uniform_int_distribution<int> begin(0, 36000), length(1, 4000);
    for (int i = 0; i < 500; ++i) {
        const Day from = extent.begin + std::chrono::days{begin(random)};
        spans.push_back({from, from + std::chrono::days{i % 3 == 0 ? length(random) : 1}});
    }
    spans.push_back({open_begin, first_day_of(1950)});
    spans.push_back({first_day_of(1950), open_end});
    spans.push_back({first_day_of(2010), first_day_of(2011)});
    std::ranges::sort(spans, {}, &TimeSpan::begin);
    std::vector<std::uint16_t> group;
    std::vector<std::uint8_t> uncertain;
    for (std::size_t i = 0; i < spans.size(); ++i) {
        group.push_back(static_cast<std::uint16_t>(i % 3));
        uncertain.push_back(i % 2);
    }
    for (const std::size_t most : {12U, 120U, 1300U, 20000U}) {
        const auto plain = histogram(spans, extent, most);
        const auto stacked = stacked_histogram(spans, group, uncertain, 3,
                                               calendar_bins(extent, bin_length_for(extent, most), most));
        REQUIRE(stacked.bins.size() == plain.size());
        double worst = 0;
        for (std::size_t i = 0; i < plain.size(); ++i) {
            CHECK(stacked.bins[i] == plain[i].span);
            double sum = 0;
            for (int g = 0; g < 3; ++g) {
                sum += stacked.weight[g][i];
                CHECK(stacked.uncertain[g][i] <= stacked.weight[g][i] + 1e-5F);
            }
            worst = std::max(worst, std::abs(sum - plain[i].weight));
        }
        CHECK(worst < 1e-4);
    }
}

TEST_CASE("bins reach as far as years do") {
    const TimeSpan extent{first_day_of(-600'000), first_day_of(2024)};
    const auto bins = calendar_bins(extent, bin_length_for(extent, 100), 100);
    CHECK(bins.size() > 5);
    CHECK(bins.front().begin <= extent.begin);
    CHECK(bins.back().end >= extent.end);
    for (std::size_t i = 1; i < bins.size(); ++i) CHECK(bins[i].begin == bins[i - 1].end);
}
