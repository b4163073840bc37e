#include "geo/dates/phrase_resolver.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "geo/dates/calendar.hpp"

namespace chronomap {
namespace chr = std::chrono;

namespace {

/// TIMEX3 value of a part ("late November"): that of the whole, as its "mod" tells the part. Weeks in ISO form.
std::string timex_of(const EdtfDate& whole, int part) {
    if (part == 0 || part == part_first_half || part == part_second_half) return {};
    if (whole.precision() != DatePrecision::interval) return whole.text();
    const TimeSpan& span = whole.span();
    if (span.end - span.begin != chr::days{7} || weekday_of(span.begin) != 1) return {};
    const int year = year_of(span.begin + chr::days{3});  // the year of its Thursday
    return fmt::format("{:04}-W{:02}", year, (span.begin + chr::days{3} - first_day_of(year)).count() / 7 + 1);
}

constexpr int nearest_ahead_days = 100;

bool is_precise(const EdtfDate& date) {
    return date.precision() == DatePrecision::day || date.precision() == DatePrecision::month ||
           date.precision() == DatePrecision::year;
}

}  // namespace

DateMention PhraseResolver::resolve(const DatePhrase& phrase) {
    Reading reading = read(phrase);
    if (phrase.approximate && !reading.date.empty()) reading.date = reading.date.with_approximate();
    remember(phrase, reading);
    DateMention mention;
    mention.range = phrase.range;
    mention.date = reading.date;
    mention.timex = reading.timex;
    mention.dated_by = reading.by;
    mention.rule = reading.rule;
    if (phrase.form == PhraseForm::period || phrase.form == PhraseForm::holiday)
        mention.rule += ":" + phrase.period->id;
    mention.confidence = reading.by == DatedBy::explicit_date ? 0.95 : reading.by == DatedBy::named_period ? 0.9 : 0.75;
    if (phrase.form == PhraseForm::vague) {
        mention.kind = DateMentionKind::vague;
        mention.reason = "tells no day";
        mention.confidence = 0.3;
    } else if (mention.date.empty()) {
        mention.reason = phrase.anchor == PhraseAnchor::published ? "no day of publication to count from"
                                                                  : "no date before it to count from";
        mention.confidence = 0;
    }
    return mention;
}

PhraseResolver::Reading PhraseResolver::read(const DatePhrase& phrase) const {
    switch (phrase.form) {
        case PhraseForm::calendar:
            return phrase.season ? season(phrase) : calendar(phrase);
        case PhraseForm::decade:
            return {part_of_decade(phrase.year, phrase.part), "decade", DatedBy::explicit_date,
                    phrase.part ? EdtfDate::of_decade(phrase.year).text() : ""};
        case PhraseForm::century:
            return {part_of_century(phrase.year, phrase.part), "century", DatedBy::explicit_date,
                    fmt::format("{:02}XX", phrase.year / 100)};
        case PhraseForm::quarter:
            return quarter(phrase);
        case PhraseForm::vague:
            return {{},
                    "vague",
                    DatedBy::relative,
                    phrase.vague == vague_present ? "PRESENT_REF"
                    : phrase.vague == vague_past  ? "PAST_REF"
                                                  : "FUTURE_REF"};
        case PhraseForm::weekday:
            return weekday(phrase);
        case PhraseForm::day_word:
            return {published_ ? EdtfDate::of_day(*published_ + chr::days{phrase.step}) : EdtfDate{}, "day-word",
                    DatedBy::relative};
        case PhraseForm::unit:
            return unit(phrase);
        case PhraseForm::offset:
            return offset(phrase);
        case PhraseForm::recent:
            return recent(phrase);
        case PhraseForm::half:
            return {part_of_year(phrase.year, phrase.amount == 1 ? part_first_half : part_second_half), "half",
                    DatedBy::explicit_date};
        case PhraseForm::nth:
            return nth(phrase);
        case PhraseForm::ends:
            return ends(phrase);
        case PhraseForm::week_of: {
            const EdtfDate day = read(*phrase.inner).date;
            return {day.empty() ? EdtfDate{} : unit_around(day.span().begin, phrase.unit, 0), "week-of",
                    DatedBy::relative};
        }
        case PhraseForm::week:
            return week(phrase);
        case PhraseForm::rest:
            return rest(phrase);
        case PhraseForm::holiday:
            return holiday(phrase);
        case PhraseForm::day:
            return bare_day(phrase);
        case PhraseForm::period:
            return {part_of_span(phrase.period->date, phrase.part), "named-period", DatedBy::named_period};
    }
    return {};
}

/// The year that a bare month or day belongs to.
std::optional<int> PhraseResolver::year_for(const DatePhrase& phrase) const {
    if (phrase.has_year()) return phrase.year;
    if (phrase.here && published_) return year_of(*published_);
    if (phrase.of_that_year && phrase.anchor == PhraseAnchor::published && published_)
        return year_of(*published_) + phrase.step;
    if (phrase.of_that_year && last_year_) return *last_year_ + phrase.step;
    if (phrase.following && phrase.anchor != PhraseAnchor::published && !last_.empty()) {
        const Day after = last_.span().begin;
        return year_of(after) + (month_of(after) >= phrase.month ? 1 : 0);
    }
    const bool told_another = last_year_ && (!published_ || *last_year_ != year_of(*published_));
    if (told_another && !phrase.ahead && (year_is_near() || !published_)) return last_year_;
    if (!published_) return last_year_;
    const int year = year_of(*published_);
    const Day begin = phrase.day ? day_of(year, phrase.month, phrase.day).value_or(first_day_of(year))
                                 : EdtfDate::of_month(year, static_cast<unsigned>(phrase.month)).span().begin;
    if (phrase.following || (phrase.ahead && phrase.step == 0))
        return begin < *published_ && month_of(begin) != month_of(*published_) ? year + 1 : year;
    // A day told without its year is a near one: in November "Jan. 14" lies ahead, in September "May 26" does not.
    if (phrase.day && phrase.step == 0) {
        const auto ahead = (begin - *published_).count();
        if (ahead > 0) return ahead <= nearest_ahead_days ? year : year - 1;
        return -ahead >= 365 - nearest_ahead_days ? year + 1 : year;
    }
    if (phrase.step < 0) return begin >= *published_ || month_of(begin) == month_of(*published_) ? year - 1 : year;
    return begin > *published_ ? year - 1 : year;
}

PhraseResolver::Reading PhraseResolver::calendar(const DatePhrase& phrase) const {
    const std::optional<int> year = year_for(phrase);
    const DatedBy by = phrase.has_year() ? DatedBy::explicit_date : DatedBy::relative;
    if (!year) return {{}, "month", by};
    if (phrase.month == 0)
        return {part_of_year(*year, phrase.part), "year", by, timex_of(EdtfDate::of_year(*year), phrase.part)};
    if (phrase.day == 0)
        return {part_of_month(*year, phrase.month, phrase.part), "month", by,
                timex_of(EdtfDate::of_month(*year, static_cast<unsigned>(phrase.month)), phrase.part)};
    auto first = day_of(*year, phrase.month, phrase.day);
    // "February 29" without its year: that of the last leap year
    if (!phrase.has_year() && phrase.month == 2 && phrase.day == 29)
        for (int back = 1; !first && back <= 8; ++back) first = day_of(*year - back, phrase.month, phrase.day);
    if (!first) return {{}, "day", by};
    const EdtfDate day = EdtfDate::of_day(*first);
    if (phrase.last_day == 0) return {day, "day", by};
    const auto last = day_of(*year, phrase.month, phrase.last_day);
    return {last ? EdtfDate::of_interval(day, EdtfDate::of_day(*last)) : day, "days", by};
}

PhraseResolver::Reading PhraseResolver::season(const DatePhrase& phrase) const {
    const DatedBy by = phrase.has_year() ? DatedBy::explicit_date : DatedBy::relative;
    std::optional<int> year;
    if (phrase.has_year())
        year = phrase.year;
    else if (phrase.of_that_year && phrase.anchor == PhraseAnchor::published && published_)
        year = year_of(*published_) + phrase.step;
    else if (phrase.of_that_year && last_year_)
        year = *last_year_ + phrase.step;
    else if (last_year_ && (year_is_near() || !published_) && (!published_ || *last_year_ != year_of(*published_)))
        year = last_year_;
    else if (published_) {
        year = year_of(*published_);
        const Day begin = season_of(*year, phrase.season).span().begin;
        if (phrase.here) return season_reading(*year, phrase.season, by);
        if (phrase.following && begin <= *published_) ++*year;
        if (!phrase.following && (begin > *published_ || phrase.step < 0) && !phrase.ahead) --*year;
    }
    return year ? season_reading(*year, phrase.season, by) : Reading{{}, "season", by};
}

PhraseResolver::Reading PhraseResolver::season_reading(int year, int season, DatedBy by) {
    static constexpr std::array<std::string_view, 4> codes{"SP", "SU", "FA", "WI"};
    return {season_of(year, season), "season", by,
            fmt::format("{:04}-{}", year, codes[static_cast<std::size_t>(season - 21)])};
}

PhraseResolver::Reading PhraseResolver::weekday(const DatePhrase& phrase) const {
    if (published_ && phrase.in_week) {
        const Day monday = unit_around(*published_, unit_week, phrase.step).span().begin;
        return {EdtfDate::of_day(monday + chr::days{phrase.weekday - 1}), "weekday", DatedBy::relative};
    }
    // "next Friday" is one of next week, "this Friday" one of this.
    if (published_ && (phrase.step > 0 || phrase.here)) {
        const Day monday = unit_around(*published_, unit_week, phrase.step).span().begin;
        return {EdtfDate::of_day(monday + chr::days{phrase.weekday - 1}), "weekday", DatedBy::relative};
    }
    if (published_) {
        const int back = (weekday_of(*published_) - phrase.weekday + 7) % 7;
        Day day = *published_ - chr::days{back};
        if (phrase.ahead && phrase.step == 0 && back != 0) day = *published_ + chr::days{back == 0 ? 7 : 7 - back};
        if (phrase.step < 0 && back == 0) day -= chr::days{7};
        return {EdtfDate::of_day(day), "weekday", DatedBy::relative};
    }
    if (last_.precision() != DatePrecision::day) return {{}, "weekday", DatedBy::relative};
    const Day from = last_.span().begin;
    return {EdtfDate::of_day(from + chr::days{(phrase.weekday - weekday_of(from) + 7) % 7}), "weekday",
            DatedBy::relative};
}

std::optional<Day> PhraseResolver::anchor_day(const DatePhrase& phrase) const {
    if (phrase.anchor == PhraseAnchor::published && published_) return published_;
    if (!last_.empty() && last_.span().begin != open_begin) return last_.span().begin;
    return published_;
}

/// "last week", "that year", "the next day", "the end of the month".
PhraseResolver::Reading PhraseResolver::unit(const DatePhrase& phrase) const {
    const std::optional<Day> anchor = anchor_day(phrase);
    // A day counted from something coarser than a day would be false precision.
    const bool from_published = phrase.anchor == PhraseAnchor::published || last_.empty();
    if (!anchor || (!from_published && !is_fine_enough(last_, phrase.unit))) return {{}, "unit", DatedBy::relative};
    const EdtfDate moved = unit_around(*anchor, phrase.unit, phrase.step);
    return {phrase.part ? part_of_span(moved, phrase.part) : moved, "unit", DatedBy::relative,
            timex_of(moved, phrase.part)};
}

/// "the third quarter of 1990": three months; without a year the last such quarter, or the next one.
PhraseResolver::Reading PhraseResolver::quarter(const DatePhrase& phrase) const {
    if (phrase.amount == 0 && phrase.has_year())
        return {last_quarter_.empty() ? EdtfDate::of_year(phrase.year)
                                      : quarter_of(phrase.year, (month_of(last_quarter_.span().begin) - 1) / 3 + 1),
                "that-quarter", last_quarter_.empty() ? DatedBy::explicit_date : DatedBy::relative};
    if (phrase.amount == 0) return {last_quarter_, "that-quarter", DatedBy::relative};
    std::optional<int> year;
    if (phrase.has_year())
        year = phrase.year;
    else if (phrase.of_that_year && phrase.anchor == PhraseAnchor::published && published_)
        year = year_of(*published_) + phrase.step;
    else if (phrase.of_that_year && last_year_)
        year = *last_year_ + phrase.step;
    else if (published_) {
        year = year_of(*published_);
        const bool begun = month_of(*published_) > 3 * (phrase.amount - 1);
        if (!begun && !phrase.ahead) --*year;
    } else
        year = last_year_;
    const DatedBy by = phrase.has_year() ? DatedBy::explicit_date : DatedBy::relative;
    return {year ? quarter_of(*year, phrase.amount) : EdtfDate{}, "quarter", by};
}

PhraseResolver::Reading PhraseResolver::offset(const DatePhrase& phrase) const {
    const bool ago = phrase.anchor == PhraseAnchor::published;
    const int step = phrase.inverted ? -phrase.step : phrase.step;
    // Results are compared with those of the same quarter: "profit rose in the third quarter from a year ago".
    constexpr int near_sentences = 4;
    if (!last_quarter_.empty() && sentences_since_quarter_ <= near_sentences && step < 0 && phrase.unit == unit_year &&
        !phrase.inner)
        return {moved_quarter(last_quarter_, step * phrase.amount), "same-quarter", DatedBy::relative};
    if (ago && !published_) return {{}, "ago", DatedBy::relative};
    if (!ago && !phrase.inner && last_.empty()) return {{}, "offset", DatedBy::relative};
    const EdtfDate from = phrase.inner ? read(*phrase.inner).date : ago ? EdtfDate::of_day(*published_) : last_;
    if (!phrase.more.empty() && from.precision() == DatePrecision::day) {
        Day day = moved_day(from.span().begin, phrase.unit, step * phrase.amount);
        for (const auto& [unit, amount] : phrase.more) day = moved_day(day, unit, step * amount);
        const bool days = phrase.more.back().first == unit_day || phrase.more.back().first == unit_week;
        return {days ? EdtfDate::of_day(day) : EdtfDate::of_month(year_of(day), static_cast<unsigned>(month_of(day))),
                ago ? "ago" : "offset", DatedBy::relative};
    }
    if (phrase.to_the_day && from.precision() == DatePrecision::day)
        return {EdtfDate::of_day(moved_day(from.span().begin, phrase.unit, step * phrase.amount)), "offset",
                DatedBy::relative};
    return {moved_by(from, phrase.unit, step * phrase.amount), ago ? "ago" : "offset", DatedBy::relative};
}

Day PhraseResolver::end_of_coming(const DatePhrase& phrase) const {
    Day end = moved_day(*published_, phrase.unit, phrase.amount);
    for (const auto& [unit, amount] : phrase.more) end = moved_day(end, unit, amount);
    return end;
}

PhraseResolver::Reading PhraseResolver::recent(const DatePhrase& phrase) const {
    if (phrase.inner) {  // "two weeks starting on May 20"
        const EdtfDate first = read(*phrase.inner).date;
        if (first.precision() != DatePrecision::day) return {{}, "lasting", DatedBy::relative};
        Day after = moved_day(first.span().begin, phrase.unit, phrase.amount);
        for (const auto& [unit, amount] : phrase.more) after = moved_day(after, unit, amount);
        return {EdtfDate::of_interval(first, EdtfDate::of_day(after - chr::days{1})), "lasting", DatedBy::relative};
    }
    if (!published_) return {{}, "recent", DatedBy::relative};
    if (phrase.unit == unit_quarter && phrase.more.empty()) {  // "the last two quarters": whole ones
        const Day now = unit_around(*published_, unit_quarter, 0).span().begin;
        const Day begin = phrase.step > 0 ? unit_around(*published_, unit_quarter, 1).span().begin
                                          : moved_day(now, unit_month, -3 * phrase.amount);
        const Day after = phrase.step > 0 ? moved_day(begin, unit_month, 3 * phrase.amount) : now;
        return {EdtfDate::of_interval(EdtfDate::of_day(begin), EdtfDate::of_day(after - chr::days{1})), "quarters",
                DatedBy::relative};
    }
    if (phrase.step > 0)
        return {EdtfDate::of_interval(EdtfDate::of_day(*published_ + chr::days{phrase.here ? 0 : 1}),
                                      EdtfDate::of_day(end_of_coming(phrase))),
                "coming", DatedBy::relative};
    const EdtfDate end = EdtfDate::of_day(*published_);
    Day begin = moved_day(*published_, phrase.unit, -phrase.amount);
    for (const auto& [unit, amount] : phrase.more) begin = moved_day(begin, unit, -amount);
    return {EdtfDate::of_interval(EdtfDate::of_day(begin), end), "recent", DatedBy::relative};
}

void PhraseResolver::remember(const DatePhrase& phrase, const Reading& reading) {
    if (reading.date.empty()) return;
    const bool compared = phrase.form == PhraseForm::quarter && phrase.amount == 0 && phrase.has_year();
    if (compared) return;  // "the 1988 quarter"
    // A quarter that has not ended has no results to compare: "a fourth-quarter charge" stays in the third.
    const bool unended = published_ && reading.date.span().end > *published_ && !last_quarter_.empty();
    if (phrase.form == PhraseForm::quarter && !unended) {
        last_quarter_ = reading.date;
        sentences_since_quarter_ = 0;
    }
    // What is compared with it does not become what is told of.
    if (reading.rule == std::string_view("same-quarter")) return;
    const TimeSpan& span = reading.date.span();
    const bool bounded = span.begin != open_begin && span.end != open_end;
    const bool one_year = bounded && year_of(span.begin) == year_of(span.end - chr::days{1});
    if (phrase.form == PhraseForm::period) {
        if (one_year && !last_year_) last_year_ = year_of(span.begin);
        if (one_year && last_.empty()) last_ = EdtfDate::of_year(year_of(span.begin));
        return;
    }
    if (phrase.form == PhraseForm::century || phrase.form == PhraseForm::decade || phrase.form == PhraseForm::recent)
        return;
    // A month or day whose year the day of publication told tells no year to those after it.
    const bool own_year =
        phrase.has_year() || phrase.of_that_year || phrase.following ||
        (phrase.form != PhraseForm::calendar && phrase.form != PhraseForm::day && phrase.form != PhraseForm::holiday);
    const bool same_year = last_year_ && bounded && *last_year_ == year_of(span.begin);
    if (bounded && (own_year || same_year || !published_) && (one_year || is_precise(reading.date))) {
        last_year_ = year_of(span.begin);
        // "… each year since 1980. In September, it announced": a year in passing does not reach the next sentence.
        sentences_since_year_ = phrase.narrates || phrase.month || phrase.season || !published_ ? 0 : 1;
    }
    if (bounded) last_ = reading.date;
}

}  // namespace chronomap
