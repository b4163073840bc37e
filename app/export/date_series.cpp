#include "app/export/date_series.hpp"

#include <algorithm>
#include <filesystem>

#include "geo/time/timeline.hpp"

namespace chronomap {
namespace {

constexpr int most_dates = 100000;

/// From the first to the last day that an event is known to lie in; open ends do not count.
TimeSpan extent_of(const std::vector<TimeSpan>& spans) {
    TimeSpan extent{open_end, open_begin};
    for (const TimeSpan& span : spans) {
        if (span.empty()) continue;
        if (span.begin != open_begin) extent.begin = std::min(extent.begin, span.begin);
        if (span.end != open_end) extent.end = std::max(extent.end, span.end);
        // An event open to one side still has the other.
        if (span.begin != open_begin) extent.end = std::max(extent.end, span.begin + std::chrono::days{1});
        if (span.end != open_end) extent.begin = std::min(extent.begin, span.end - std::chrono::days{1});
    }
    return extent;
}

/// Where in a path its file's name says how a number is written.
struct NumberPlace {
    std::size_t begin = 0, end = 0;  ///< of "%04d"; equal: the name has none, or more than one
    std::size_t digits = 1;          ///< at least
};

NumberPlace number_place(const std::string& path) {
    const std::size_t name = path.find_last_of('/') + 1;  // 0 when there is no folder
    NumberPlace place;
    place.begin = path.find('%', name);
    if (place.begin == std::string::npos || path.find('%', place.begin + 1) != std::string::npos) return {};
    std::size_t at = place.begin + 1;
    if (at + 1 < path.size() && path[at] == '0' && path[at + 1] >= '1' && path[at + 1] <= '9') {
        place.digits = static_cast<std::size_t>(path[at + 1] - '0');
        at += 2;
    }
    if (at >= path.size() || path[at] != 'd') return {};
    place.end = at + 1;
    return place;
}

}  // namespace

bool is_numbered(const std::string& path) {
    const NumberPlace place = number_place(path);
    return place.begin != place.end;
}

std::string path_for_number(const std::string& path, std::size_t number) {
    const NumberPlace place = number_place(path);
    std::string digits = std::to_string(number);
    if (digits.size() < place.digits) digits.insert(0, place.digits - digits.size(), '0');
    return path.substr(0, place.begin) + digits + path.substr(place.end);
}

Result<std::optional<CalendarUnit>> series_unit_from(const std::string& name) {
    if (name == "stop") return std::nullopt;
    if (name == "day") return CalendarUnit::day;
    if (name == "month") return CalendarUnit::month;
    if (name == "year") return CalendarUnit::year;
    if (name == "decade") return CalendarUnit::decade;
    if (name == "century") return CalendarUnit::century;
    return fail("'" + name + "' is no step; write stop, day, month, year, decade or century");
}

Result<std::vector<EdtfDate>> dates_of(const DateSeries& series, const std::vector<TimeSpan>& spans) {
    TimeSpan bounds = extent_of(spans);
    const bool open = (series.from.empty() || series.from.span().begin == open_begin) ||
                      (series.to.empty() || series.to.span().end == open_end);
    if (open && bounds.empty())
        return fail("nothing here has a date, so there is no series", {}, 0, "give --from and --to");
    if (!series.from.empty() && series.from.span().begin != open_begin) bounds.begin = series.from.span().begin;
    if (!series.to.empty() && series.to.span().end != open_end) bounds.end = series.to.span().end;
    if (bounds.empty()) return fail("the series ends before it begins: look at --from and --to");

    std::vector<EdtfDate> dates;
    if (!series.unit) {
        for (const TimelineStop& stop : find_stops(spans))
            if (stop.span.meets(bounds)) dates.push_back(edtf_from_span(stop.span));
        if (dates.empty()) return fail("no stop of the story lies between --from and --to");
        return dates;
    }
    const int last = units_between(bounds.begin, bounds.end - std::chrono::days{1}, *series.unit);
    if (last >= most_dates)
        return fail("the series has " + std::to_string(last + 1) + " pictures, more than " + std::to_string(most_dates),
                    {}, 0, "choose a coarser step, or --from and --to");
    const TimeSpan first = unit_around(bounds.begin, *series.unit);
    for (int step = 0; step <= last; ++step) dates.push_back(edtf_from_span(shifted(first, *series.unit, step)));
    return dates;
}

std::string path_for_date(const std::string& path, const EdtfDate& date) {
    std::string text = date.text();
    std::ranges::replace(text, '/', '_');
    const std::filesystem::path whole(path);
    return (whole.parent_path() / (whole.stem().string() + "-" + text + whole.extension().string())).string();
}

}  // namespace chronomap
