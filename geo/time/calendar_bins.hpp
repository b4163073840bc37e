#pragma once

#include <cstdint>
#include <vector>

#include "geo/time/time_span.hpp"

namespace chronomap {

/// A "nice" length of bins: days, a week, months, quarters, 1, 2, 5, 10, 20, 50 … years.
using BinLength = std::size_t;

/// The shortest length of which at most `max_bins` cover `extent` (not empty, no open end).
BinLength bin_length_for(const TimeSpan& extent, std::size_t max_bins);

/// Bins of that length over `extent`, in order, without gaps: at most `max_bins`.
std::vector<TimeSpan> calendar_bins(const TimeSpan& extent, BinLength length, std::size_t max_bins);

/// How much happens in each bin, for each group of events. An event that spans several bins counts in each, with weight
/// 1/bins.
struct StackedHistogram {
    std::vector<TimeSpan> bins;
    std::vector<std::vector<float>> weight;     ///< [group][bin]
    std::vector<std::vector<float>> uncertain;  ///< the part of `weight` whose date is not certain
};

/// `spans` are sorted by their begins, as an EventSet's; `group` (below `groups`) and `uncertain` (0 or 1) are columns
/// beside it.
StackedHistogram stacked_histogram(const std::vector<TimeSpan>& spans, const std::vector<std::uint16_t>& group,
                                   const std::vector<std::uint8_t>& uncertain, std::size_t groups,
                                   std::vector<TimeSpan> bins);

}  // namespace chronomap
