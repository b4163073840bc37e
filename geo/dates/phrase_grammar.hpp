#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "geo/dates/phrase.hpp"
#include "geo/dates/sentence_words.hpp"

namespace chronomap {

/// The rules that read one sentence's date phrases. A rule reads from word `i` on: it fills the phrase and returns the
/// word after it, or returns `i` where it does not fit (the phrase's content does not count then).
class PhraseGrammar : private SentenceWords {
  public:
    PhraseGrammar(std::string_view text, const TokenisedText& tokens, const Sentence& sentence,
                  const PeriodTable& periods, const DateLexicon& lexicon)
        : SentenceWords(text, tokens, sentence, lexicon), periods_(periods) {}

    /// The phrases in order, not overlapping.
    std::vector<DatePhrase> run();

  private:
    /// "will", "planned" make the dates of their clause lie ahead; a comma, a quote or a verb of saying ends that.
    void look_ahead(std::uint32_t i);
    /// "the" before a phrase and the part of the day after it ("Thursday morning") belong to it.
    void include_frame(DatePhrase& phrase) const;
    std::uint32_t read(std::uint32_t i, DatePhrase& phrase);
    static bool begins_nothing(DateWord word);
    bool waits_for(const DatePhrase& phrase) const;
    /// "April 24 and 25": the second day, or `i`.
    std::uint32_t day_after_and(std::uint32_t i, const DatePhrase& before, DatePhrase& phrase) const;

    // phrase_numeric.cpp
    /// "2023-09-01", "01.09.2023", "13/05/2023" (only where the order is certain).
    std::uint32_t numeric(std::uint32_t i, DatePhrase& phrase);
    /// "on 4/22", "from 22/04": behind a word of time, only where the order is certain.
    std::uint32_t day_of_month(std::uint32_t i, DatePhrase& phrase);
    /// "on 11/20, 11/22 or 11/25"
    bool follows_day_of_month(std::uint32_t i) const;
    /// "2016 - 11", "11/2016", "2015-3" at the end of a clause.
    std::uint32_t spaced_month(std::uint32_t i, DatePhrase& phrase);
    /// "Oct2"
    std::uint32_t glued_month(std::uint32_t i, DatePhrase& phrase);

    // phrase_calendar.cpp
    /// A month's name as a name of a month: "May" and "March" are words too.
    bool is_month(std::uint32_t i) const;
    std::uint32_t after_month(std::uint32_t i) const;
    /// Behind what is written behind a number ("-cü", "'de"), or `i`.
    std::uint32_t after_ending(std::uint32_t i) const;
    /// Behind the ending of a year's number and the word that marks it as one ("года", "ildə"), or `i`.
    std::uint32_t after_year(std::uint32_t i) const;
    bool token_is_ordinal(std::uint32_t i) const;
    /// [,] 1993 after a month; "that year" and "the same year" too.
    std::uint32_t year_after(std::uint32_t i, DatePhrase& phrase);
    /// A day told by an ordinal in words, "fifth", "twenty-first": the token after it, or `i`.
    std::uint32_t day_in_words(std::uint32_t i, int& day) const;
    /// "12 October 2020", "12–15 October", "5th of May", "27 and 28 September".
    std::uint32_t day_month(std::uint32_t i, DatePhrase& phrase);
    /// "October 12, 2020", "October 12-15", "October 2020", "October".
    std::uint32_t month_day(std::uint32_t i, DatePhrase& phrase);
    std::uint32_t weekday(std::uint32_t i, DatePhrase& phrase);
    bool is_weekday(std::uint32_t i) const;
    /// "2016 June", "1993-cü ilin mayı": year before month, and a day after it.
    std::uint32_t year_month(std::uint32_t i, DatePhrase& phrase);

    // phrase_counted.cpp
    /// "the second Monday of next month", "first week of October", "20th of this month", "the last 3 weeks of 2019".
    std::uint32_t nth_of(std::uint32_t i, DatePhrase& phrase);
    /// A month, a year, "next month", "this year": what weeks and days are counted in.
    std::uint32_t container(std::uint32_t i, DatePhrase& phrase);
    /// "4 to 22 January 1995", "from 2 until 7 of Sept", "4 to 23 next month".
    std::uint32_t day_span(std::uint32_t i, DatePhrase& phrase);
    /// "the week of April 10", "the week starting on 4 February".
    std::uint32_t week_of(std::uint32_t i, DatePhrase& phrase);
    /// "week 31", "week 3 of 2027".
    std::uint32_t week_number(std::uint32_t i, DatePhrase& phrase);
    /// "the rest of the year".
    std::uint32_t rest(std::uint32_t i, DatePhrase& phrase);
    /// "H1 2016", "2016 H2".
    std::uint32_t half_year(std::uint32_t i, DatePhrase& phrase);
    /// "on the 15th", "since the 21st".
    std::uint32_t day_only(std::uint32_t i, DatePhrase& phrase);
    /// A day that something may be counted from: "May 13, 1999", "tomorrow", "next Friday".
    std::uint32_t single_day(std::uint32_t i, DatePhrase& phrase);
    /// "to", "until", a dash between two days: the token after it, or `i`.
    std::uint32_t joint(std::uint32_t i) const;

    // phrase_spans.cpp
    std::uint32_t period(std::uint32_t i, DatePhrase& phrase);
    /// The name of a single event ("Battle of Shusha") tells what happened; it tells when only after "during" and the
    /// like.
    bool names_an_event(std::size_t i, std::size_t end) const;
    bool is_led_by_time(std::uint32_t i) const;
    /// "early", "mid-", "the end of", "first half of" before a year, a month, a decade, a season, a period.
    std::uint32_t part_of(std::uint32_t i, DatePhrase& phrase);
    std::uint32_t ordinal_half(std::uint32_t i, DatePhrase& phrase);
    std::uint32_t rest_of_part(std::uint32_t i, std::uint32_t at, int part, DatePhrase& phrase);
    /// "1990s", "'90s".
    std::uint32_t decade(std::uint32_t i, DatePhrase& phrase);
    /// "19th century", "nineteenth century".
    std::uint32_t century(std::uint32_t i, DatePhrase& phrase);
    /// "spring of 1993", "summer 2020", "the autumn", "last winter".
    std::uint32_t season(std::uint32_t i, DatePhrase& phrase);
    /// "the third quarter of 1990", "third-quarter", "Q3 2019", "1988 third quarter".
    /// 3 of "Q3"; 0: it is none.
    int numbered_part(std::uint32_t i, char letter) const;
    std::uint32_t quarter(std::uint32_t i, DatePhrase& phrase);

    // phrase_relative.cpp
    /// "three", "some 20", "a", "several", "a few", "half a": how many; the token after it, or `i`.
    std::uint32_t amount(std::uint32_t i, int& count, bool& approximate) const;
    /// "3 days", "2 years, 1 month and 21 days": the token after it, or `i`.
    std::uint32_t amounts(std::uint32_t i, DatePhrase& phrase) const;
    /// "three days later", "nearly three decades later", "two years ago", "a decade after that", ", two days after …".
    std::uint32_t offset(std::uint32_t i, DatePhrase& phrase);
    /// "year-ago", "the year-earlier quarter".
    std::uint32_t year_ago(std::uint32_t i, DatePhrase& phrase);
    /// "the quarter", "the latest quarter": the one told before.
    std::uint32_t that_quarter(std::uint32_t i, DatePhrase& phrase);
    /// "last week", "the next day", "that year", "the following February", "the last three months", "earlier this
    /// month".
    std::uint32_t relative(std::uint32_t i, DatePhrase& phrase);
    std::uint32_t unit_phrase(std::uint32_t i, std::uint32_t at, DateWord how, bool the, DatePhrase& phrase);
    /// "yesterday"; "the day before", "the day after".
    std::uint32_t day_word(std::uint32_t i, DatePhrase& phrase);
    /// "in two weeks", "two months from now": counted from the day of publication.
    std::uint32_t from_now(std::uint32_t i, DatePhrase& phrase);
    /// "the weekend": the last one, or the one that a sentence looks forward to.
    std::uint32_t weekend(std::uint32_t i, DatePhrase& phrase);
    /// "for the full year", "by year-end": of the year, the week … of publication.
    std::uint32_t whole_unit(std::uint32_t i, DatePhrase& phrase);
    /// "now", "recently", "recent years", "the future": a time without a place on the calendar.
    std::uint32_t vague(std::uint32_t i, DatePhrase& phrase);

    // phrase_years.cpp
    /// What stands behind a number that counts something.
    bool is_measure(std::uint32_t i) const;
    bool names_people(std::uint32_t i) const;
    /// Four digits that stand where a year stands.
    bool is_year(std::uint32_t i) const;
    /// "138-2010-2015", "410-1687-4": a number among others that dashes join, which is no year.
    bool is_in_code(std::uint32_t i) const;
    /// "Resolution 1974", "No. 1920", "Flight 1812", "page 1900".
    bool names_a_thing(std::uint32_t i) const;
    /// A word in small letters that numbers may count.
    bool is_plain_noun(std::uint32_t i) const;
    std::uint32_t plain_year(std::uint32_t i, DatePhrase& phrase);
    /// "nineteen ninety-six", as speakers say years.
    std::uint32_t year_in_words(std::uint32_t i, DatePhrase& phrase) const;
    /// "1993"; also after "about" ("around 1920").
    std::uint32_t year(std::uint32_t i, DatePhrase& phrase);

    const PeriodTable& periods_;
    int ahead_ = 0;  ///< how many more words "will" reaches
};

}  // namespace chronomap
