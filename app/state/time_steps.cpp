#include "app/state/time_steps.hpp"

namespace chronomap {

namespace {

using std::chrono::days;

bool is_whole(const TimeSpan& span, CalendarUnit unit) {
    return unit_around(span.begin, unit) == span;
}

}  // namespace

EdtfDate edtf_from_span(const TimeSpan& span) {
    if (span.empty() || span == all_time) return {};
    const bool from_open = span.begin == open_begin;
    const bool to_open = span.end == open_end;
    if (!from_open && !to_open) {
        const auto [year, month, day] = civil_date(span.begin);
        if (is_whole(span, CalendarUnit::day)) return EdtfDate::of_day(span.begin);
        if (is_whole(span, CalendarUnit::month)) return EdtfDate::of_month(year, month);
        if (is_whole(span, CalendarUnit::year)) return EdtfDate::of_year(year);
        // EDTF counts the decades before year 0 the other way round, and knows none beyond four digits.
        if (is_whole(span, CalendarUnit::decade) && year >= 0 && year < 10000) return EdtfDate::of_decade(year);
    }
    const CivilDate first = civil_date(from_open ? Day{} : span.begin);
    const CivilDate last = civil_date(to_open ? Day{} : span.end - days{1});
    const bool first_starts_year = first.month == 1 && first.day == 1;
    const bool last_ends_year = last.month == 12 && last.day == 31;
    const bool whole_years = (from_open || first_starts_year) && (to_open || last_ends_year);
    const bool whole_months = (from_open || first.day == 1) && (to_open || civil_date(span.end).day == 1);
    const auto end_of = [&](const CivilDate& date, Day day) {
        return whole_years    ? EdtfDate::of_year(date.year)
               : whole_months ? EdtfDate::of_month(date.year, date.month)
                              : EdtfDate::of_day(day);
    };
    return EdtfDate::of_interval(from_open ? EdtfDate{} : end_of(first, span.begin),
                                 to_open ? EdtfDate{} : end_of(last, span.end - days{1}));
}

std::string caption_of(const TimeSelection& selection) {
    if (selection.effective() == all_time) return "all dates";
    const std::string words = describe(edtf_from_span(selection.span));
    switch (selection.mode) {
        case TimeMode::until:
            return "until " + words;
        case TimeMode::since:
            return "since " + words;
        default:
            return words;
    }
}

std::string_view name_of(TimeMode mode) {
    switch (mode) {
        case TimeMode::instant:
            return "instant";
        case TimeMode::window:
            return "window";
        case TimeMode::until:
            return "until";
        case TimeMode::since:
            return "since";
    }
    return {};
}

std::optional<TimeMode> time_mode_from(std::string_view name) {
    for (const TimeMode mode : {TimeMode::instant, TimeMode::window, TimeMode::until, TimeMode::since})
        if (name_of(mode) == name) return mode;
    return std::nullopt;
}

}  // namespace chronomap
