#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "geo/dates/extract_dates.hpp"
#include "geo/dates/lexicon.hpp"

namespace chronomap {

enum class PhraseForm : std::uint8_t {
    calendar,  ///< any of year, month, day, season; missing ones come from the context
    decade,
    century,
    weekday,   ///< "Thursday"
    day_word,  ///< "yesterday"
    unit,      ///< "last week", "that year", "the next day": `step` units from the anchor
    offset,    ///< "three days later", "two years ago"
    recent,    ///< "the last three months": `amount` units up to the anchor
    period,    ///< a named period
    vague,     ///< "now", "recently"
    quarter,   ///< "the third quarter of 1990": `amount` is its number, 0: the one told before
    half,      ///< "H1 2016": `amount` is its number
    nth,       ///< "the second Monday of next month", "the third week of 2015", "the 20th of this month"
    ends,      ///< "the last three weeks of this year": `amount` units of `inner`, its first (step 1) or last (-1)
    week_of,   ///< "the week of April 10": the week that `inner` lies in
    week,      ///< "week 31 of 2027": `amount` is its number
    holiday,   ///< "Easter 2019": a `period` of every year
    rest,      ///< "the rest of the year"
    day        ///< "the 15th", "Friday the 15th": the month is the context's
};

/// What a phrase is counted from.
enum class PhraseAnchor : std::uint8_t { none, published, last };

/// What a phrase tells in plain values: they are set back at once, which is done for each rule that does not fit.
struct PhraseValues {
    TextRange range;
    std::uint32_t first_token = 0, end_token = 0;
    PhraseForm form = PhraseForm::calendar;
    int year = no_year;
    int month = 0, day = 0, last_day = 0;  ///< 0: not told; last_day of "12–15 October"
    int season = 0;
    int weekday = 0;
    int part = 0;  ///< DatePart
    int unit = unit_day, amount = 1, step = 0;
    int vague = 0;                  ///< VagueTime
    std::uint32_t whole_begin = 0;  ///< byte where a range that begins with the phrase does, if not at it; else 0
    bool in_week = false;           ///< a weekday of the week `step` weeks from now
    bool approximate = false;
    bool ahead = false;         ///< the sentence looks forward ("will", "planned")
    bool of_that_year = false;  ///< "September of that year"
    bool following = false;     ///< "the following February"
    bool inverted = false;      ///< ", two weeks after the vote": counted back from the date before it
    bool to_the_day = false;    ///< "thirteen years later to the day"
    bool narrates = false;      ///< opens its sentence, or stands behind "in": others may be counted from it
    bool here = false;          ///< "this September": of the year that is
    int nth = 0;                ///< of PhraseForm::nth; -1: the last
    PhraseAnchor anchor = PhraseAnchor::none;
    const NamedPeriod* period = nullptr;

    static constexpr int no_year = -99999;
    bool has_year() const { return year != no_year; }
};

/// A date phrase as read, before the context fills in what it leaves out.
struct DatePhrase : PhraseValues {
    /// Of an offset: further units and amounts, "2 years, 1 month and 21 days".
    std::vector<std::pair<int, int>> more;
    std::shared_ptr<const DatePhrase> inner;  ///< what it is counted from, or in

    /// Nothing read yet.
    void clear() {
        static_cast<PhraseValues&>(*this) = {};
        if (!more.empty()) more.clear();
        if (inner) inner.reset();
    }
};

/// Finds the date phrases of a sentence, in order, not overlapping.
std::vector<DatePhrase> read_phrases(std::string_view text, const TokenisedText& tokens, const Sentence& sentence,
                                     const PeriodTable& periods, const DateLexicon& lexicon);

}  // namespace chronomap
