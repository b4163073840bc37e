#include "geo/time/timeline.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "geo/time/edtf.hpp"

namespace chronomap {
namespace chr = std::chrono;
namespace {

/// Bin lengths: days first, then months, then years.
struct BinSize {
    int days = 0, months = 0, years = 0;
    double length() const { return days + 30.44 * months + 365.2425 * years; }
};

constexpr std::array<BinSize, 13> bin_sizes{{{1, 0, 0},
                                             {7, 0, 0},
                                             {0, 1, 0},
                                             {0, 3, 0},
                                             {0, 0, 1},
                                             {0, 0, 2},
                                             {0, 0, 5},
                                             {0, 0, 10},
                                             {0, 0, 20},
                                             {0, 0, 50},
                                             {0, 0, 100},
                                             {0, 0, 500},
                                             {0, 0, 1000}}};

int floor_to(int value, int step) {
    return value >= 0 ? value / step * step : -((-value + step - 1) / step) * step;
}

int month_index(Day day) {
    const int year = year_of(day);
    int month = 0;
    while (month < 11 && EdtfDate::of_month(year, static_cast<unsigned>(month + 2)).span().begin <= day) ++month;
    return year * 12 + month;
}

Day first_of_month_index(int index) {
    const int year = floor_to(index, 12) / 12;
    return EdtfDate::of_month(year, static_cast<unsigned>(index - year * 12 + 1)).span().begin;
}

/// Begin of the bin that `day` lies in, and of the one after it.
TimeSpan bin_of(Day day, const BinSize& size) {
    if (size.years) {
        const int year = floor_to(year_of(day), size.years);
        return {first_day_of(year), first_day_of(year + size.years)};
    }
    if (size.months) {
        const int index = floor_to(month_index(day), size.months);
        return {first_of_month_index(index), first_of_month_index(index + size.months)};
    }
    // Weeks begin on Mondays: 1970-01-01 was a Thursday.
    const int count = static_cast<int>(day.time_since_epoch().count()), shift = size.days == 7 ? 3 : 0;
    const int begin = floor_to(count + shift, size.days) - shift;
    return {Day{chr::days{begin}}, Day{chr::days{begin + size.days}}};
}

/// A span longer than this is a state of affairs (a war, a decade): it marks its begin only, and makes a stop of its own
/// only together with others or at an end of the story.
constexpr auto long_span = chr::days{400};
constexpr double weight_of_long = 0.4, least_weight = 0.5;

}  // namespace

TimeSpan TimeSelection::effective() const {
    switch (mode) {
        case TimeMode::until:
            return {open_begin, span.end};
        case TimeMode::since:
            return {span.begin, open_end};
        default:
            return span;
    }
}

std::vector<HistogramBin> histogram(const std::vector<TimeSpan>& spans, const TimeSpan& extent, std::size_t max_bins) {
    std::vector<HistogramBin> bins;
    if (extent.empty() || extent.begin == open_begin || extent.end == open_end || max_bins == 0) return bins;
    const double length = static_cast<double>((extent.end - extent.begin).count());
    const BinSize* size = &bin_sizes.back();
    for (const BinSize& candidate : bin_sizes)
        if (length / candidate.length() + 2 <= static_cast<double>(max_bins)) {
            size = &candidate;
            break;
        }
    for (Day at = extent.begin; at < extent.end && bins.size() < max_bins;) {
        const TimeSpan bin = bin_of(at, *size);
        bins.push_back({bin, 0});
        at = bin.end;
    }
    for (const TimeSpan& span : spans) {
        const auto first = std::partition_point(bins.begin(), bins.end(),
                                                [&](const HistogramBin& bin) { return bin.span.end <= span.begin; });
        const auto last =
            std::partition_point(first, bins.end(), [&](const HistogramBin& bin) { return bin.span.begin < span.end; });
        const auto count = last - first;
        for (auto bin = first; bin != last; ++bin) bin->weight += 1.0 / static_cast<double>(count);
    }
    return bins;
}

namespace {

/// Years (or months) with the weight of the events that gather there.
std::map<int, double> gather(const std::vector<TimeSpan>& spans, bool by_month) {
    std::map<int, double> weight;
    for (const TimeSpan& span : spans) {
        if (span.empty() || span.begin == open_begin) continue;
        const bool is_long = span.end == open_end || span.end - span.begin > long_span;
        const int key = by_month ? month_index(span.begin) : year_of(span.begin);
        // An event told to the day weighs more than a decade that happens to begin in that year.
        weight[key] += is_long ? weight_of_long : 1.0;
    }
    return weight;
}

}  // namespace

std::vector<TimelineStop> find_stops(const std::vector<TimeSpan>& spans, std::size_t max_stops) {
    std::map<int, double> weight = gather(spans, false);
    // A story of a year or two is told in months.
    const bool by_month = !weight.empty() && weight.rbegin()->first - weight.begin()->first <= 1;
    if (by_month) weight = gather(spans, true);
    if (weight.empty() || max_stops == 0) return {};

    std::vector<std::pair<int, double>> ranked(weight.begin(), weight.end());
    const int first = ranked.front().first, last = ranked.back().first;
    std::erase_if(ranked, [&](const auto& row) { return row.second < least_weight && row.first != first && row.first != last; });
    std::stable_sort(ranked.begin(), ranked.end(), [&](const auto& a, const auto& b) {
        const bool a_end = a.first == first || a.first == last, b_end = b.first == first || b.first == last;
        return a_end != b_end ? a_end : a.second > b.second;
    });
    if (ranked.size() > max_stops) ranked.resize(std::max<std::size_t>(max_stops, 2));
    std::sort(ranked.begin(), ranked.end());

    std::vector<TimelineStop> stops;
    for (const auto& [key, unused] : ranked) {
        const EdtfDate date =
            by_month ? EdtfDate::of_month(floor_to(key, 12) / 12, static_cast<unsigned>(key - floor_to(key, 12) + 1))
                     : EdtfDate::of_year(key);
        TimelineStop stop{date.span(), describe(date), 0, {}};
        stop.events = static_cast<std::size_t>(
            std::count_if(spans.begin(), spans.end(), [&](const TimeSpan& span) { return span.meets(stop.span); }));
        stops.push_back(std::move(stop));
    }
    return stops;
}

}  // namespace chronomap
