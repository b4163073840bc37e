#include <algorithm>

#include "geo/dates/phrase_grammar.hpp"

namespace chronomap {
namespace {

std::uint32_t set_day(DatePhrase& phrase, std::uint32_t next, int year, int month, int day, std::uint32_t i) {
    if (month < 1 || month > 12 || day < 1 || day > 31 || year < 0) return i;
    phrase.year = year;
    phrase.month = month;
    phrase.day = day;
    return next;
}

}  // namespace

std::uint32_t PhraseGrammar::numeric(std::uint32_t i, DatePhrase& phrase) {
    if (token(i).kind != TokenKind::number) return i;
    const std::string_view s = surface(i);
    if (s.size() >= 8 && s.size() <= 10 && std::count(s.begin(), s.end(), '.') == 2) {  // one token: 01.09.2023
        const auto a = s.find('.'), b = s.rfind('.');
        if (s.size() - b != 5) return i;
        return set_day(phrase, i + 1, digits_value(s.substr(b + 1)), digits_value(s.substr(a + 1, b - a - 1)),
                       digits_value(s.substr(0, a)), i);
    }
    const bool joined = touches(i + 1) && touches(i + 2) && touches(i + 3) && touches(i + 4);
    if (joined && surface(i + 1) == surface(i + 3) && word(i + 2) == DateWord::month &&
        (is_dash_at(i + 1) || is_mark(i + 1, '/'))) {  // 05-Aug-2016, 22/Jan/2019, 2019-aug-01
        const int month = value(i + 2);
        if (s.size() == 4 && day_number(i + 4) > 0)
            return set_day(phrase, i + 5, number(i, 4), month, day_number(i + 4), i);
        if (day_number(i) > 0 && number(i + 4, 4) >= 1000)
            return set_day(phrase, i + 5, number(i + 4, 4), month, day_number(i), i);
    }
    // 2015/08/12
    if (joined && is_mark(i + 1, '/') && is_mark(i + 3, '/') && s.size() == 4 && number(i + 4, 2) > 0)
        return set_day(phrase, i + 5, number(i, 4), number(i + 2, 2), number(i + 4, 2), i);
    const bool goes_on = touches(i + 3) && (is_mark(i + 3, '/') || is_dash_at(i + 3));
    // 2015-12: a year and its month, unless the second number could be a year ("1918-20")
    if (s.size() == 4 && touches(i + 1) && touches(i + 2) && !goes_on && number(i, 4) >= 1000 && number(i, 4) <= 2100 &&
        surface(i + 2).size() == 2 && number(i + 2, 2) >= 1 && number(i + 2, 2) <= 12 &&
        (is_mark(i + 1, '/') || (is_dash_at(i + 1) && number(i, 4) % 100 >= number(i + 2, 2)))) {
        phrase.year = number(i, 4);
        phrase.month = number(i + 2, 2);
        return i + 3;
    }
    // 12/2015, 12-2015
    const bool month_year = touches(i + 1) && touches(i + 2) && !goes_on && surface(i + 2).size() == 4;
    if (month_year && s.size() <= 2 && number(i, 2) >= 1 && number(i, 2) <= 12 && number(i + 2, 4) >= 1900 &&
        number(i + 2, 4) <= 2100 && (is_mark(i + 1, '/') || is_dash_at(i + 1)) && !touches(i)) {
        phrase.year = number(i + 2, 4);
        phrase.month = number(i, 2);
        return i + 3;
    }
    if (!joined || surface(i + 1) != surface(i + 3)) return i;
    const int a = number(i, 4), b = number(i + 2, 2), c = number(i + 4, 4);
    if (a < 0 || b < 0 || c < 0) return i;
    if (is_dash_at(i + 1) && s.size() == 4) return set_day(phrase, i + 5, a, b, c, i);
    const bool marks = is_mark(i + 1, '/') || is_dash_at(i + 1);
    if (marks && surface(i + 4).size() == 2 && s.size() <= 2) {  // 21/04/16, where the order is certain
        const int year = c >= 50 ? 1900 + c : 2000 + c;
        if ((a > 12 || a == b) && b <= 12) return set_day(phrase, i + 5, year, b, a, i);
        return b > 12 && a <= 12 ? set_day(phrase, i + 5, year, a, b, i) : i;
    }
    if (!marks || surface(i + 4).size() != 4) return i;
    if (a > 12 || a == b) return set_day(phrase, i + 5, c, b, a, i);
    if (b > 12) return set_day(phrase, i + 5, c, a, b, i);
    phrase.year = c;  // the order of day and month is not certain
    return i + 5;
}

}  // namespace chronomap
