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

/// The entry of a word in any case; DateWord::none for the others. O(1).
DateWordEntry date_word(std::string_view word);

}  // namespace chronomap
