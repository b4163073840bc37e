#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "geo/time/calendar_unit.hpp"
#include "geo/time/edtf.hpp"
#include "geo/time/timeline.hpp"

namespace chronomap {

/// The shortest EDTF that says the same: a whole year, month, day or decade, else an interval of years, months or days.
/// Empty for an empty span.
EdtfDate edtf_from_span(const TimeSpan& span);

/// What the map's caption and the date field say: "1993", "until 1993", "since November 2020", "all dates".
std::string caption_of(const TimeSelection& selection);

/// "instant", "window", "until", "since".
std::string_view name_of(TimeMode mode);
std::optional<TimeMode> time_mode_from(std::string_view name);

}  // namespace chronomap
