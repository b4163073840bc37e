#pragma once

#include <string>
#include <vector>

#include "geo/time/time_span.hpp"

namespace chronomap {

/// How the slider selects. instant: one day or the whole of a coarser date; window: [begin, end); until: everything up
/// to the end of the date; since: everything from its begin.
enum class TimeMode : std::uint8_t { instant, window, until, since };

/// The slider's selection: mode and the span that was set ("1993" is the whole year).
struct TimeSelection {
    TimeMode mode = TimeMode::instant;
    TimeSpan span = all_time;

    /// The span that an event must meet to be shown.
    TimeSpan effective() const;
    friend bool operator==(const TimeSelection&, const TimeSelection&) = default;
};

/// A date at which the story stops: a year or month that matters.
struct TimelineStop {
    TimeSpan span;
    std::string label;       ///< "1993", "November 2020", or a name that the user gave
    std::size_t events = 0;  ///< events that meet it
    std::string note;        ///< the user's
};

/// One bar of the histogram. An event that spans several bins counts in each, with weight 1/bins.
struct HistogramBin {
    TimeSpan span;
    double weight = 0;
};

/// Bins of equal calendar length ("nice": day, month, year, 5, 10, 50, 100 years) over `extent`, at most `max_bins`.
std::vector<HistogramBin> histogram(const std::vector<TimeSpan>& spans, const TimeSpan& extent, std::size_t max_bins);

/// The stops that the data suggest: calendar years (or months, for a short story) around which events gather, both ends
/// of the story always among them, at most `max_stops`, in time order. Long spans (wars, decades) mark their begin
/// only.
std::vector<TimelineStop> find_stops(const std::vector<TimeSpan>& spans, std::size_t max_stops = 9);

}  // namespace chronomap
