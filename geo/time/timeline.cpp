#include "geo/time/timeline.hpp"

#include <algorithm>
#include <map>

#include "geo/time/calendar_bins.hpp"
#include "geo/time/calendar_unit.hpp"
#include "geo/time/edtf.hpp"

namespace chronomap {
namespace chr = std::chrono;
namespace {

int floor_to(int value, int step) {
    return value >= 0 ? value / step * step : -((-value + step - 1) / step) * step;
}

/// Months since the begin of year 0.
int month_index(Day day) {
    const CivilDate date = civil_date(day);
    return date.year * 12 + static_cast<int>(date.month) - 1;
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
    for (const TimeSpan& bin : calendar_bins(extent, bin_length_for(extent, max_bins), max_bins))
        bins.push_back({bin, 0});
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
