#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "geo/base/result.hpp"
#include "geo/places/name_endings.hpp"
#include "geo/text/word_filter.hpp"

namespace chronomap {

/// What a word does in a date phrase, in any language: the words are data (assets/languages).
enum class DateWord : std::uint8_t {
    none,
    month,     ///< value 1..12
    weekday,   ///< value 1 (Monday) .. 7
    season,    ///< value 21 spring .. 24 winter, the codes of EDTF
    unit,      ///< value: DateUnit
    cardinal,  ///< "three", "a", "several": value is the number
    ordinal,   ///< "third", "nineteenth"
    part,      ///< "early", "end": value is a DatePart
    day_word,  ///< "today": value is days from the day of publication
    back,      ///< "last", "previous", "past"
    forward,   ///< "next", "following", "coming"
    here,      ///< "this", "current"
    there,     ///< "that", "same"
    later,
    earlier,
    ago,
    after,
    before,
    about,  ///< "nearly", "some", "around"
    since,
    until,
    from,
    between,
    and_,
    of,
    in,
    on,
    during,
    the,
    to,
    vague,        ///< "now", "recently": value is a VagueTime
    day_part,     ///< "morning", "night"
    decade_word,  ///< "nineties": value is the first year
    thousand,     ///< "two thousand and twelve"
    saying,       ///< "said", "told": what follows is not ahead any more
    will,         ///< "will", "planned": what follows lies ahead
    ending        ///< what is written behind numbers: "1993-cü", "12-ին"; value 10: it makes a decade ("1990-х")
};

enum DateUnit {
    unit_day,
    unit_week,
    unit_month,
    unit_year,
    unit_decade,
    unit_century,
    unit_quarter,
    unit_weekend,
    unit_fortnight
};
enum VagueTime { vague_present, vague_past, vague_future };
enum DatePart { part_early = 1, part_mid, part_late, part_begin, part_end, part_first_half, part_second_half };

struct DateWordEntry {
    DateWord word = DateWord::none;
    int value = 0;
};

/// What else a word tells a date reader, whatever its DateWord is; a word may have several.
using DateHints = std::uint64_t;
enum DateHint : DateHints {
    hint_measure = 1ull << 0,         ///< "km", "soldiers": the number before it counts, it is no year
    hint_people = 1ull << 1,          ///< of the measures those that act: "in 1993 soldiers"
    hint_numbered_thing = 1ull << 2,  ///< "Resolution", "page": the number after it is no year
    hint_event_noun = 1ull << 3,      ///< "battle": a period's name with it tells what happened, not when
    hint_common_word = 1ull << 4,     ///< "May", "fall": a month or season that is also another word
    hint_from_story = 1ull << 5,      ///< "previous", "following": counted from what was told before, not from today
    hint_half = 1ull << 6,
    hint_final = 1ull << 7,    ///< "final", "closing" (months of)
    hint_opening = 1ull << 8,  ///< "opening" (days of)
    hint_than = 1ull << 9,
    hint_before_amount = 1ull << 10,  ///< "more", "just": may stand before an amount
    hint_several = 1ull << 11,
    hint_few = 1ull << 12,
    hint_couple = 1ull << 13,
    hint_about_year = 1ull << 14,       ///< "circa": a year after it is a guess
    hint_article = 1ull << 15,          ///< "a": a cardinal that ends no number
    hint_not_after_vague = 1ull << 16,  ///< "soon after", "now as": no time without a place on the calendar
    hint_recent = 1ull << 17,
    hint_current = 1ull << 18,
    hint_near = 1ull << 19,  ///< "near", "foreseeable" (future)
    hint_future = 1ull << 20,
    hint_past = 1ull << 21,
    hint_these = 1ull << 22,
    hint_days = 1ull << 23,
    hint_within = 1ull << 24,       ///< "in": where a length of time may be counted ("in two weeks")
    hint_starting = 1ull << 25,     ///< "starting": a week from a day on
    hint_rest = 1ull << 26,         ///< "rest", "remainder" (of the year)
    hint_by = 1ull << 27,           ///< "by", "until": before a bare date that has not come yet
    hint_small_word = 1ull << 28,   ///< "at", "and": a day's number may stand before it ("on the 15th at noon")
    hint_inside = 1ull << 30,       ///< "within"
    hint_for = 1ull << 31,          ///< "for"
    hint_as = 1ull << 32,           ///< "as": "as soon as Tuesday"
    hint_to_come = 1ull << 35,      ///< "be" after "to", "upcoming": what follows lies ahead
    hint_period = 1ull << 36,       ///< "period": the quarter told of ("the latest period", "the 1988 period")
    hint_full = 1ull << 37,         ///< "full" (year)
    hint_latest = 1ull << 34,       ///< "latest" (quarter)
    hint_decade_mark = 1ull << 33,  ///< "illərdə": years, behind the first of a decade
    hint_year_mark = 1ull << 29,    ///< "года", "ildə": written behind a year's number
};

/// "weeks", but not "week".
bool looks_plural(std::string_view word);
/// "21" of "21st".
std::string_view without_ordinal_ending(std::string_view number);

/// The words of one language, from a data file (assets/languages/*.json). Immutable.
class DateLexicon {
  public:
    static Result<DateLexicon> load(const std::string& path);

    /// The entry of a word in any case; DateWord::none for the others. O(word).
    DateWordEntry word(std::string_view word) const;
    /// The hints of a word as it is written: most words are listed in small letters and with a capital, some in one
    /// form only ("May", but not "may"). O(word).
    DateHints hints(std::string_view word) const;
    /// Is the word, in small letters, one of the most frequent of the language? They tell which language a text is in.
    bool is_common(std::string_view word) const { return common_.find(word) != common_.end(); }
    /// Does the word, in small letters, have one of the letters that tell the language from most others?
    bool has_own_letter(std::string_view word) const;
    /// How the language inflects names of places.
    const NameEndings& name_endings() const { return name_endings_; }
    /// Code of the language, "en".
    const std::string& code() const { return code_; }
    /// Are so many verbs of the language known (assets/triggers) that a sentence without one tells no event?
    bool knows_verbs() const { return knows_verbs_; }
    /// Are months and weekdays written with a capital, as in English?
    bool capitalises_names() const { return capitalises_names_; }

  private:
    struct HashText {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    template <class Value>
    using Table = std::unordered_map<std::string, Value, HashText, std::equal_to<>>;

    std::string code_;
    Table<DateWordEntry> words_;
    Table<DateHints> hints_;
    WordFilter words_filter_, hints_filter_;
    std::unordered_set<std::string, HashText, std::equal_to<>> common_;
    std::vector<std::string> letters_;
    NameEndings name_endings_;
    bool capitalises_names_ = true;
    bool knows_verbs_ = false;
    bool has_endings_ = false;  ///< words may carry endings behind an apostrophe
    bool only_ascii_ = true;    ///< no word has other letters
};

}  // namespace chronomap
