#pragma once

#include "geo/time/calendar_unit.hpp"
#include "geo/time/timeline.hpp"

namespace chronomap {

/// What a selection shows after `steps` units on (or back, when negative). Both ends of the span must be closed and the
/// span not empty, else it is returned as it is; so it is with 0 steps.
///
/// - instant shows one whole unit, as a frame of QGIS's Temporal Controller. A span that holds units is entered: from
///   1922 by months forward to 1922-01, backward to 1922-12. From a part of a unit to the unit after or before it: from
///   2020-11 by years to 2021 or 2019.
/// - window keeps its width, as ArcGIS's time slider does: 1988/1994 becomes 1989/1995, 1922 by months
///   1922-02/1923-01, 2020-11 by years 2021-11.
/// - until moves its end, since its begin, to the next border between units, and shows the unit there: until 1922 by
///   months to until 1923-01 or until 1922-11, since 1922 by months to since 1922-02 or since 1921-12.
TimeSpan stepped(const TimeSelection& shown, CalendarUnit unit, int steps);

}  // namespace chronomap
