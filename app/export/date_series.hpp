#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/state/time_steps.hpp"
#include "geo/base/result.hpp"
#include "geo/time/edtf.hpp"
#include "geo/time/time_span.hpp"

namespace chronomap {

/// Which dates a series of pictures shows. Without `unit`: the stops found from the data.
struct DateSeries {
    std::optional<CalendarUnit> unit;
    EdtfDate from, to;  ///< no date: from the first, to the last span
};

/// "stop" (no unit), "day", "month", "year", "decade", "century". Error: names them.
Result<std::optional<CalendarUnit>> series_unit_from(const std::string& name);

/// The dates of the series in order, for events (or features of layers) of these spans: the stops that meet [from, to],
/// or every unit between the two. Error: no event is dated and no bounds are given; `to` before `from`; more than
/// 100,000 dates.
Result<std::vector<EdtfDate>> dates_of(const DateSeries& series, const std::vector<TimeSpan>& spans);

/// `path` with the date before its extension, as file names have it: "map.png" of 1988/1994 is "map-1988_1994.png".
std::string path_for_date(const std::string& path, const EdtfDate& date);

/// For programs that read pictures by number: true when the file's name holds one "%d" or "%04d".
bool is_numbered(const std::string& path);
/// `path` with `number` in place of that: "frames/%04d.png" of 7 is "frames/0007.png".
std::string path_for_number(const std::string& path, std::size_t number);

}  // namespace chronomap
