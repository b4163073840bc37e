#include <algorithm>

#include "geo/dates/calendar.hpp"
#include "geo/dates/phrase_resolver.hpp"

// What is counted in or from something else: the nth of a month, weeks of a year, the rest of a unit, holidays, days
// without a month.

namespace chronomap {
namespace chr = std::chrono;

PhraseResolver::Reading PhraseResolver::nth(const DatePhrase& phrase) const {
    const Reading whole = read(*phrase.inner);
    if (whole.date.empty()) return {{}, "nth", DatedBy::relative};
    const TimeSpan& span = whole.date.span();
    if (phrase.weekday > 0) return {nth_weekday(span, phrase.weekday, phrase.nth), "nth-weekday", whole.by};
    if (phrase.unit == unit_week) return {nth_week(span, phrase.nth), "nth-week", whole.by};
    if (phrase.unit == unit_month) {  // "the third month of 2021"
        const bool year = whole.date.precision() == DatePrecision::year && phrase.nth >= 1 && phrase.nth <= 12;
        return {year ? EdtfDate::of_month(year_of(span.begin), static_cast<unsigned>(phrase.nth)) : EdtfDate{},
                "nth-month", whole.by};
    }
    const Day first = phrase.nth < 0 ? span.end - chr::days{1} : span.begin + chr::days{phrase.nth - 1};
    const Day last = phrase.last_day > 0 ? span.begin + chr::days{phrase.last_day - 1} : first;
    if (first >= span.end || last >= span.end) return {{}, "nth-day", whole.by};
    return {first == last ? EdtfDate::of_day(first)
                          : EdtfDate::of_interval(EdtfDate::of_day(first), EdtfDate::of_day(last)),
            "nth-day", whole.by};
}

PhraseResolver::Reading PhraseResolver::ends(const DatePhrase& phrase) const {
    const Reading whole = read(*phrase.inner);
    if (whole.date.empty()) return {{}, "ends", DatedBy::relative};
    const TimeSpan& span = whole.date.span();
    const Day first = phrase.step < 0 ? moved_day(span.end, phrase.unit, -phrase.amount) : span.begin;
    const Day after = phrase.step < 0 ? span.end : moved_day(span.begin, phrase.unit, phrase.amount);
    if (first < span.begin || after > span.end || first >= after) return {{}, "ends", whole.by};
    return {EdtfDate::of_interval(EdtfDate::of_day(first), EdtfDate::of_day(after - chr::days{1})), "ends", whole.by};
}

PhraseResolver::Reading PhraseResolver::week(const DatePhrase& phrase) const {
    const int step = phrase.of_that_year ? phrase.step : 0;  // "week 27 of last year"
    const std::optional<int> year = phrase.has_year() ? std::optional(phrase.year)
                                    : published_      ? std::optional(year_of(*published_) + step)
                                                      : last_year_;
    const DatedBy by = phrase.has_year() ? DatedBy::explicit_date : DatedBy::relative;
    return {year ? iso_week(*year, phrase.amount) : EdtfDate{}, "week", by};
}

PhraseResolver::Reading PhraseResolver::rest(const DatePhrase& phrase) const {
    if (!published_) return {{}, "rest", DatedBy::relative};
    const Day end = unit_around(*published_, phrase.unit, 0).span().end;
    return {EdtfDate::of_interval(EdtfDate::of_day(*published_), EdtfDate::of_day(end - chr::days{1})), "rest",
            DatedBy::relative};
}

namespace {

/// The weekend nearest to a holiday, with the holiday itself where it lies from Thursday to Monday.
EdtfDate weekend_of(const EdtfDate& holiday) {
    const Day day = holiday.span().begin;
    const int weekday = weekday_of(day);  // 1 Monday
    const int to_saturday = weekday >= 3 ? 6 - weekday : -1 - weekday;
    const Day saturday = day + chr::days{to_saturday}, sunday = saturday + chr::days{1};
    const bool near = weekday >= 4 || weekday == 1;
    return EdtfDate::of_interval(EdtfDate::of_day(near ? std::min(day, saturday) : saturday),
                                 EdtfDate::of_day(near ? std::max(day, sunday) : sunday));
}

}  // namespace

/// Without a year the last one, as news looks back; or the next, or that of the year told.
PhraseResolver::Reading PhraseResolver::holiday(const DatePhrase& phrase) const {
    const YearlyRule& rule = *phrase.period->yearly;
    const DatedBy by = phrase.has_year() ? DatedBy::explicit_date : DatedBy::relative;
    const auto in_year = [&](int year) {
        const EdtfDate day = holiday_in(year, rule).value_or(EdtfDate{});
        return phrase.unit == unit_weekend && !day.empty() ? weekend_of(day) : day;
    };
    if (phrase.has_year()) return {in_year(phrase.year), "holiday", by};
    if (phrase.of_that_year && phrase.anchor == PhraseAnchor::published && published_)
        return {in_year(year_of(*published_) + phrase.step), "holiday", by};
    const bool told_another = last_year_ && (!published_ || *last_year_ != year_of(*published_));
    if (phrase.of_that_year && last_year_) return {in_year(*last_year_ + phrase.step), "holiday", by};
    if (told_another && phrase.step == 0 && !phrase.here && (year_is_near() || !published_))
        return {in_year(*last_year_), "holiday", by};
    if (!published_) return {{}, "holiday", by};
    const int year = year_of(*published_);
    const EdtfDate now = in_year(year);
    if (phrase.here || now.empty()) return {now, "holiday", by};
    const bool come = now.span().begin <= *published_;
    const bool forward = phrase.step > 0 || (phrase.ahead && phrase.step == 0);
    return {in_year(forward == come ? (forward ? year + 1 : year - 1) : year), "holiday", by};
}

/// The month of a day without one: the last one told, where it is near, or that of the day of publication. Of a weekday
/// the nearest month in which the day is one.
PhraseResolver::Reading PhraseResolver::bare_day(const DatePhrase& phrase) const {
    const bool told = !last_.empty() && year_is_near() && is_fine_enough(last_, unit_month) && phrase.weekday == 0;
    if (!told && !published_) return {{}, "day", DatedBy::relative};
    const Day from = told ? last_.span().begin : *published_;
    constexpr int months_to_try = 24;
    for (int i = 0; i < months_to_try; ++i) {
        for (const int way : {-1, 1}) {
            const Day month = unit_around(from, unit_month, (phrase.ahead ? -way : way) * i).span().begin;
            const auto day = day_of(year_of(month), month_of(month), phrase.day);
            const bool late = !told && phrase.weekday == 0 && day && (phrase.ahead ? *day < from : *day > from);
            if (day && !late && (phrase.weekday == 0 || weekday_of(*day) == phrase.weekday))
                return {EdtfDate::of_day(*day), "day", DatedBy::relative};
            if (i == 0) break;
        }
    }
    return {{}, "day", DatedBy::relative};
}

}  // namespace chronomap
