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

std::uint32_t PhraseGrammar::day_of_month(std::uint32_t i, DatePhrase& phrase) {
    const int a = number(i, 2), b = number(i + 2, 2);
    const bool joined = is_mark(i + 1, '/') && touches(i + 1) && touches(i + 2) && a > 0 && b > 0 && !touches(i);
    if (!joined || (touches(i + 3) && (is_mark(i + 3, '/') || is_mark(i + 3, '%'))) || is_measure(i + 3)) return i;
    const bool month_first = a <= 12 && b > 12 && b <= 31, day_first = a > 12 && a <= 31 && b <= 12;
    if (!month_first && !day_first) return i;
    const DateWord lead = i > first() ? word(i - 1) : DateWord::none;
    const bool led = lead == DateWord::on || lead == DateWord::from || lead == DateWord::to ||
                     lead == DateWord::between || lead == DateWord::since || lead == DateWord::until ||
                     lead == DateWord::weekday || (i > first() && has_hint(i - 1, hint_by)) || follows_day_of_month(i);
    if (!led) return i;
    phrase.month = month_first ? a : b;
    phrase.day = month_first ? b : a;
    return i + 3;
}

bool PhraseGrammar::follows_day_of_month(std::uint32_t i) const {
    if (i < first() + 4) return false;
    const bool joined = word(i - 1) == DateWord::and_ || is_mark(i - 1, ',') || has_hint(i - 1, hint_small_word);
    return joined && is_mark(i - 3, '/') && touches(i - 3) && touches(i - 2) && number(i - 2, 2) > 0 &&
           number(i - 4, 2) > 0;
}

std::uint32_t PhraseGrammar::spaced_month(std::uint32_t i, DatePhrase& phrase) {
    if (touches(i) || !in(i + 2) || !(is_mark(i + 1, '/') || is_dash_at(i + 1))) return i;
    const bool ends = !in(i + 3) || (token(i + 3).kind == TokenKind::punctuation && !is_dash_at(i + 3) &&
                                     !is_mark(i + 3, '/') && !is_mark(i + 3, '%'));
    if (!ends) return i;
    const bool tight = touches(i + 1) && touches(i + 2);
    const auto year_at = [&](std::uint32_t k) { return surface(k).size() == 4 ? number(k, 4) : -1; };
    const auto month_at = [&](std::uint32_t k) {
        return surface(k).size() == 2 || tight ? number(k, 2) : -1;  // "2015-3", but not "2015 - 3"
    };
    const bool year_first = year_at(i) >= 1900 && year_at(i) <= 2100;
    const std::uint32_t year = year_first ? i : i + 2, month = year_first ? i + 2 : i;
    if (year_at(year) < 1900 || year_at(year) > 2100 || month_at(month) < 1 || month_at(month) > 12) return i;
    // "2008/09" may be a season, "2008 - 10" two years
    if (year_first && surface(month).size() == 2 && year_at(year) % 100 < month_at(month)) return i;
    phrase.year = year_at(year);
    phrase.month = month_at(month);
    return i + 3;
}

std::uint32_t PhraseGrammar::glued_month(std::uint32_t i, DatePhrase& phrase) {
    const std::string_view s = surface(i);
    const std::size_t digits = s.find_first_of("0123456789");
    if (digits == std::string_view::npos || digits < 3 || s.size() - digits > 2) return i;
    const DateWordEntry entry = lexicon().word(s.substr(0, digits));
    const int day = digits_value(s.substr(digits));
    if (entry.word != DateWord::month || day < 1 || day > 31) return i;
    phrase.month = entry.value;
    phrase.day = day;
    return year_after(i + 1, phrase);
}

std::uint32_t PhraseGrammar::numeric(std::uint32_t i, DatePhrase& phrase) {
    if (token(i).kind != TokenKind::number) return i;
    const std::string_view s = surface(i);
    if (s.size() == 8 && digits_value(s.substr(0, 4)) >= 1900 && digits_value(s.substr(0, 4)) <= 2100 &&
        digits_value(s.substr(4)) >= 0)  // 20161016
        return set_day(phrase, i + 1, digits_value(s.substr(0, 4)), digits_value(s.substr(4, 2)),
                       digits_value(s.substr(6)), i);
    if (s.size() >= 8 && s.size() <= 10 && s.find('.') == 4 && std::count(s.begin(), s.end(), '.') == 2)  // 2015.5.13
        return set_day(phrase, i + 1, digits_value(s.substr(0, 4)), digits_value(s.substr(5, s.rfind('.') - 5)),
                       digits_value(s.substr(s.rfind('.') + 1)), i);
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
    if (const std::uint32_t next = day_of_month(i, phrase); next > i) return next;
    if (const std::uint32_t next = spaced_month(i, phrase); next > i) return next;
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
