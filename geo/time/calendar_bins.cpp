#include "geo/time/calendar_bins.hpp"

#include <algorithm>
#include <array>

#include "geo/time/calendar_unit.hpp"

namespace chronomap {
namespace {

using std::chrono::days;

/// One of the three.
struct BinSize {
    int days = 0, months = 0, years = 0;
    double length() const { return days + 30.44 * months + 365.2425 * years; }
};

constexpr std::array<BinSize, 17> bin_sizes{{{1, 0, 0},     {7, 0, 0},    {0, 1, 0},    {0, 3, 0},   {0, 0, 1},
                                             {0, 0, 2},     {0, 0, 5},    {0, 0, 10},   {0, 0, 20},  {0, 0, 50},
                                             {0, 0, 100},   {0, 0, 500},  {0, 0, 1000}, {0, 0, 5000}, {0, 0, 10000},
                                             {0, 0, 50000}, {0, 0, 100000}}};

int floor_to(int value, int step) {
    return value >= 0 ? value / step * step : -((-value + step - 1) / step) * step;
}

/// The bin that `day` lies in.
TimeSpan bin_of(Day day, const BinSize& size) {
    if (size.years) {
        const int year = floor_to(year_of(day), size.years);
        return {first_day_of(year), first_day_of(year + size.years)};
    }
    if (size.months) {
        const CivilDate date = civil_date(day);
        const int month = floor_to(static_cast<int>(date.month) - 1, size.months) + 1;
        return {first_of_month(date.year, month), first_of_month(date.year, month + size.months)};
    }
    // Weeks begin on Mondays: 1970-01-01 was a Thursday.
    const int count = day.time_since_epoch().count(), shift = size.days == 7 ? 3 : 0;
    const int begin = floor_to(count + shift, size.days) - shift;
    return {Day{days{begin}}, Day{days{begin + size.days}}};
}

}  // namespace

BinLength bin_length_for(const TimeSpan& extent, std::size_t max_bins) {
    const double length = static_cast<double>((extent.end - extent.begin).count());
    for (BinLength i = 0; i < bin_sizes.size(); ++i)
        if (length / bin_sizes[i].length() + 2 <= static_cast<double>(max_bins)) return i;
    return bin_sizes.size() - 1;
}

std::vector<TimeSpan> calendar_bins(const TimeSpan& extent, BinLength length, std::size_t max_bins) {
    std::vector<TimeSpan> bins;
    for (Day at = extent.begin; at < extent.end && bins.size() < max_bins; at = bins.back().end)
        bins.push_back(bin_of(at, bin_sizes[length]));
    return bins;
}

StackedHistogram stacked_histogram(const std::vector<TimeSpan>& spans, const std::vector<std::uint16_t>& group,
                                   const std::vector<std::uint8_t>& uncertain, std::size_t groups,
                                   std::vector<TimeSpan> bins) {
    StackedHistogram stacked{std::move(bins), {}, {}};
    const std::size_t count = stacked.bins.size();
    // First as differences from bin to bin, so that a long span costs no more than a short one. In doubles: their sums
    // of a million parts still come back to nothing.
    std::vector<std::vector<double>> sums(2 * groups, std::vector<double>(count + 1, 0));
    auto first = stacked.bins.begin();
    for (std::size_t i = 0; i < spans.size(); ++i) {
        const TimeSpan& span = spans[i];
        if (span.empty()) continue;
        while (first != stacked.bins.end() && first->end <= span.begin) ++first;
        if (first == stacked.bins.end()) break;
        auto last = first;
        if (span.end > first->end)
            last = std::partition_point(first, stacked.bins.end(),
                                        [&](const TimeSpan& bin) { return bin.begin < span.end; }) -
                   1;
        if (span.end <= first->begin) continue;
        const auto from = static_cast<std::size_t>(first - stacked.bins.begin());
        const auto to = static_cast<std::size_t>(last - stacked.bins.begin()) + 1;
        const double part = 1.0 / static_cast<double>(to - from);
        sums[group[i]][from] += part;
        sums[group[i]][to] -= part;
        if (uncertain[i] == 0) continue;
        sums[groups + group[i]][from] += part;
        sums[groups + group[i]][to] -= part;
    }
    for (std::size_t row = 0; row < sums.size(); ++row) {
        std::vector<float> weights(count);
        double sum = 0;
        for (std::size_t i = 0; i < count; ++i) {
            sum += sums[row][i];
            weights[i] = sum < 1e-7 ? 0.0F : static_cast<float>(sum);
        }
        (row < groups ? stacked.weight : stacked.uncertain).push_back(std::move(weights));
    }
    return stacked;
}

}  // namespace chronomap
