#pragma once

#include "geo/time/timeline.hpp"
#include "render/scene/event_marks.hpp"

namespace chronomap {

/// How far the oldest marks go towards the paper.
inline constexpr float most_faded = 0.78f;

/// In mode `until` marks fade with the age of their youngest event: not at all within the date shown, wholly
/// (EventMark::faded = 1) `fade_days` before it. Nothing fades in other modes, or over 0 days.
void fade_marks(EventMarks& marks, const EventSet& events, const TimeSelection& time, int fade_days);

/// "a month", "5 years", "90 days": the unit that fits.
std::string words_of_days(int days);

}  // namespace chronomap
