#pragma once

#include <cstdint>
#include <string_view>

namespace chronomap {

/// What a word does in a date phrase. English for now; another language is another table.
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
    saying,       ///< "said", "told": what follows is not ahead any more
    will          ///< "will", "planned": what follows lies ahead
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
using DateHints = std::uint32_t;
enum DateHint : DateHints {
    hint_measure = 1u << 0,         ///< "km", "soldiers": the number before it counts, it is no year
    hint_people = 1u << 1,          ///< of the measures those that act: "in 1993 soldiers"
    hint_numbered_thing = 1u << 2,  ///< "Resolution", "page": the number after it is no year
    hint_event_noun = 1u << 3,      ///< "battle": a period's name with it tells what happened, not when
    hint_common_word = 1u << 4,     ///< "May", "fall": a month or season that is also another word
    hint_from_story = 1u << 5,      ///< "previous", "following": counted from what was told before, not from today
    hint_half = 1u << 6,
    hint_final = 1u << 7,    ///< "final", "closing" (months of)
    hint_opening = 1u << 8,  ///< "opening" (days of)
    hint_than = 1u << 9,
    hint_before_amount = 1u << 10,  ///< "more", "just": may stand before an amount
    hint_several = 1u << 11,
    hint_few = 1u << 12,
    hint_couple = 1u << 13,
    hint_about_year = 1u << 14,       ///< "circa": a year after it is a guess
    hint_article = 1u << 15,          ///< "a": a cardinal that ends no number
    hint_not_after_vague = 1u << 16,  ///< "soon after", "now as": no time without a place on the calendar
    hint_recent = 1u << 17,
    hint_current = 1u << 18,
    hint_near = 1u << 19,  ///< "near", "foreseeable" (future)
    hint_future = 1u << 20,
    hint_past = 1u << 21,
    hint_these = 1u << 22,
    hint_days = 1u << 23
};

/// The hints of a word as it is written: most words are listed in small letters and with a capital, some in one form
/// only ("May", but not "may"). O(1).
DateHints date_hints(std::string_view word);

/// "weeks", but not "week".
bool looks_plural(std::string_view word);
/// "21" of "21st".
std::string_view without_ordinal_ending(std::string_view number);

/// The entry of a word in any case; DateWord::none for the others. O(1).
DateWordEntry date_word(std::string_view word);

}  // namespace chronomap
