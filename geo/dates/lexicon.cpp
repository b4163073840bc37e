#include "geo/dates/lexicon.hpp"

#include <string>
#include <unordered_map>

namespace chronomap {
namespace {

using Table = std::unordered_map<std::string_view, DateWordEntry>;

void add(Table& table, DateWord kind, std::initializer_list<std::string_view> words, int first, int step = 1) {
    for (std::string_view word : words) {
        table.emplace(word, DateWordEntry{kind, first});
        first += step;
    }
}

Table make_table() {
    Table table;
    add(table, DateWord::month,
        {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
         "december"},
        1);
    add(table, DateWord::month, {"jan", "feb", "mar", "apr"}, 1);
    add(table, DateWord::month, {"jun", "jul", "aug", "sep", "oct", "nov", "dec"}, 6);
    add(table, DateWord::month, {"sept"}, 9);
    add(table, DateWord::weekday, {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}, 1);
    add(table, DateWord::season, {"spring", "summer", "autumn", "winter"}, 21);
    add(table, DateWord::season, {"fall"}, 23);
    for (const int plural : {0, 1}) {
        static constexpr std::string_view units[2][6] = {{"day", "week", "month", "year", "decade", "century"},
                                                         {"days", "weeks", "months", "years", "decades", "centuries"}};
        for (int i = 0; i < 6; ++i) table.emplace(units[plural][i], DateWordEntry{DateWord::unit, i});
    }
    add(table, DateWord::unit, {"quarter", "weekend", "fortnight"}, unit_quarter);
    add(table, DateWord::unit, {"quarters", "weekends", "fortnights"}, unit_quarter);
    add(table, DateWord::vague, {"now", "currently", "nowadays", "presently"}, vague_present, 0);
    add(table, DateWord::vague, {"recently", "lately"}, vague_past, 0);
    add(table, DateWord::vague, {"soon"}, vague_future);
    add(table, DateWord::day_part, {"morning", "afternoon", "evening", "night", "midnight", "noon", "dawn", "dusk"}, 0,
        0);
    add(table, DateWord::saying,
        {"said", "says", "told", "announced", "reported", "announcing", "saying", "added", "warned", "predicted"}, 0,
        0);
    add(table, DateWord::decade_word,
        {"twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"}, 1920, 10);
    add(table, DateWord::cardinal, {"one",     "two",     "three",     "four",     "five",     "six",      "seven",
                                    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen", "fourteen",
                                    "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"},
        1);
    add(table, DateWord::cardinal, {"thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred"}, 30,
        10);
    add(table, DateWord::cardinal, {"a", "an"}, 1, 0);
    add(table, DateWord::cardinal, {"couple"}, 2);
    add(table, DateWord::ordinal,
        {"first",     "second",    "third",       "fourth",     "fifth",      "sixth",      "seventh",
         "eighth",    "ninth",     "tenth",       "eleventh",   "twelfth",    "thirteenth", "fourteenth",
         "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"},
        1);
    add(table, DateWord::part, {"early"}, part_early);
    add(table, DateWord::part, {"mid", "middle"}, part_mid, 0);
    add(table, DateWord::part, {"late"}, part_late);
    add(table, DateWord::part, {"beginning", "start", "outset"}, part_begin, 0);
    add(table, DateWord::part, {"end", "close"}, part_end, 0);
    add(table, DateWord::day_word, {"yesterday", "today", "tomorrow"}, -1);
    add(table, DateWord::day_word, {"tonight"}, 0);
    add(table, DateWord::back, {"last", "previous", "past", "preceding"}, 0, 0);
    add(table, DateWord::forward, {"next", "following", "coming", "subsequent"}, 0, 0);
    add(table, DateWord::here, {"this", "current"}, 0, 0);
    add(table, DateWord::there, {"that", "same"}, 0, 0);
    add(table, DateWord::later, {"later", "afterwards", "afterward"}, 0, 0);
    add(table, DateWord::earlier, {"earlier", "previously"}, 0, 0);
    add(table, DateWord::ago, {"ago"}, 0);
    add(table, DateWord::after, {"after"}, 0);
    add(table, DateWord::before, {"before"}, 0);
    add(table, DateWord::about,
        {"about", "around", "nearly", "almost", "some", "roughly", "over", "approximately", "circa", "barely"}, 0, 0);
    add(table, DateWord::since, {"since"}, 0);
    add(table, DateWord::until, {"until", "till", "through"}, 0, 0);
    add(table, DateWord::from, {"from"}, 0);
    add(table, DateWord::between, {"between"}, 0);
    add(table, DateWord::and_, {"and"}, 0);
    add(table, DateWord::of, {"of"}, 0);
    add(table, DateWord::in, {"in", "by"}, 0, 0);
    add(table, DateWord::on, {"on"}, 0);
    add(table, DateWord::during, {"during"}, 0);
    add(table, DateWord::the, {"the"}, 0);
    add(table, DateWord::to, {"to"}, 0);
    add(table, DateWord::will,
        {"will", "would", "planned", "plans", "scheduled", "expected", "due", "upcoming", "set", "shall"}, 0, 0);
    return table;
}

}  // namespace

DateWordEntry date_word(std::string_view word) {
    static const Table table = make_table();
    if (word.empty() || word.size() > 12) return {};
    char lower[12];
    for (std::size_t i = 0; i < word.size(); ++i) {
        const auto c = static_cast<unsigned char>(word[i]);
        if (c >= 0x80) return {};
        lower[i] = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
    const auto found = table.find({lower, word.size()});
    return found == table.end() ? DateWordEntry{} : found->second;
}

}  // namespace chronomap
