#include "geo/dates/lexicon.hpp"

#include <functional>
#include <string>
#include <unordered_map>

#include "geo/text/ascii.hpp"

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

/// Keys own their text: the capitalised forms are made here.
struct HashText {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
using HintTable = std::unordered_map<std::string, DateHints, HashText, std::equal_to<>>;

enum class Spelling { as_listed, capital_too };

void add(HintTable& table, DateHints hints, Spelling spelling, std::initializer_list<std::string_view> words) {
    for (std::string_view word : words) {
        std::string key(word);
        table[key] |= hints;
        if (spelling == Spelling::as_listed) continue;
        key[0] = static_cast<char>(key[0] - 'a' + 'A');
        table[key] |= hints;
    }
}

HintTable make_hints() {
    HintTable table;
    add(table, hint_measure, Spelling::as_listed,
        {"km",        "kilometres", "kilometers", "miles",    "metres",    "meters",   "m",          "feet",
         "tons",      "tonnes",     "people",     "men",      "women",     "children", "soldiers",   "troops",
         "civilians", "dead",       "wounded",    "killed",   "percent",   "per",      "dollars",    "euros",
         "rubles",    "pounds",     "houses",     "homes",    "families",  "refugees", "residents",  "inhabitants",
         "members",   "fighters",   "square",     "hectares", "barrels",   "bodies",   "casualties", "prisoners",
         "tanks",     "villages",   "deaths",     "million",  "villagers", "hours"});
    add(table, hint_people, Spelling::as_listed,
        {"soldiers", "troops", "fighters", "refugees", "residents", "members", "villagers", "civilians"});
    add(table, hint_numbered_thing, Spelling::as_listed,
        {"Resolution", "resolution", "No", "Flight", "flight", "page", "Highway", "Route", "Article", "Order", "nearly",
         "over"});
    add(table, hint_event_noun, Spelling::as_listed,
        {"battle", "siege", "massacre", "pogrom", "offensive", "operation", "events", "clashes", "earthquake",
         "blockade", "accords"});
    add(table, hint_common_word, Spelling::as_listed, {"May", "March", "Mar", "Sep", "Dec", "Jan", "fall"});
    add(table, hint_from_story, Spelling::capital_too, {"previous", "following", "preceding"});
    add(table, hint_half, Spelling::as_listed, {"half"});
    add(table, hint_final, Spelling::as_listed, {"final", "closing"});
    add(table, hint_opening, Spelling::as_listed, {"opening"});
    add(table, hint_than, Spelling::as_listed, {"than"});
    add(table, hint_before_amount, Spelling::as_listed, {"more", "than", "just", "only"});
    add(table, hint_several, Spelling::capital_too, {"several"});
    add(table, hint_few, Spelling::as_listed, {"few"});
    add(table, hint_couple, Spelling::as_listed, {"couple"});
    add(table, hint_about_year, Spelling::as_listed, {"circa", "around", "about"});
    add(table, hint_article, Spelling::capital_too, {"a"});
    add(table, hint_not_after_vague, Spelling::capital_too, {"as", "after"});
    add(table, hint_recent, Spelling::capital_too, {"recent"});
    add(table, hint_current, Spelling::capital_too, {"current"});
    add(table, hint_near, Spelling::capital_too, {"near", "foreseeable"});
    add(table, hint_future, Spelling::capital_too, {"future"});
    add(table, hint_past, Spelling::capital_too, {"past"});
    add(table, hint_these, Spelling::capital_too, {"these"});
    add(table, hint_days, Spelling::capital_too, {"days"});
    return table;
}

}  // namespace

DateHints date_hints(std::string_view word) {
    static const HintTable table = make_hints();
    const auto found = table.find(word);
    return found == table.end() ? 0 : found->second;
}

bool looks_plural(std::string_view word) {
    return word.ends_with('s');
}

std::string_view without_ordinal_ending(std::string_view number) {
    for (std::string_view ending : {"th", "st", "nd", "rd"})
        if (number.size() > 2 && number.ends_with(ending)) {
            number.remove_suffix(2);
            break;
        }
    return number;
}

DateWordEntry date_word(std::string_view word) {
    static const Table table = make_table();
    if (word.empty() || word.size() > 12) return {};
    char lower[12];
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (static_cast<unsigned char>(word[i]) >= 0x80) return {};
        lower[i] = lower_ascii(word[i]);
    }
    const auto found = table.find({lower, word.size()});
    return found == table.end() ? DateWordEntry{} : found->second;
}

}  // namespace chronomap
