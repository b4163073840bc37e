#include <algorithm>
#include <array>

#include "geo/dates/phrase_grammar.hpp"

namespace chronomap {

bool PhraseGrammar::is_month(std::uint32_t i) const {
    if (word(i) != DateWord::month || !capitalised(i)) return false;
    if (!has_hint(i, hint_common_word)) return true;
    const DateWord before = i > first() ? word(i - 1) : DateWord::none;
    static constexpr std::array<DateWord, 16> lead{
        DateWord::in,    DateWord::of,     DateWord::since,   DateWord::until, DateWord::from,  DateWord::between,
        DateWord::part,  DateWord::back,   DateWord::forward, DateWord::here,  DateWord::there, DateWord::during,
        DateWord::after, DateWord::before, DateWord::on,      DateWord::to};
    if (std::find(lead.begin(), lead.end(), before) != lead.end()) return true;
    if (i > first() && day_number(i - 1) > 0) return true;
    if (number(i + 1, 4) > 0 || day_number(i + 1) > 0 || (is_mark(i + 1, ',') && number(i + 2, 4) > 31)) return true;
    if (is_mark(i + 1, '.') && day_number(i + 2) > 0) return true;
    return before == DateWord::and_ && i > first() + 1 && word(i - 2) == DateWord::month;
}

std::uint32_t PhraseGrammar::after_month(std::uint32_t i) const {
    return is_mark(i + 1, '.') && touches(i + 1) && surface(i).size() <= 4 ? i + 2 : i + 1;
}

std::uint32_t PhraseGrammar::year_after(std::uint32_t i, DatePhrase& phrase) {
    std::uint32_t at = i;
    if (is_mark(at, ',')) ++at;
    if (word(at) == DateWord::of && at == i) ++at;
    const int year = number(at, 4);
    const bool after_of = at > i && word(at - 1) == DateWord::of;
    if (year >= 1000 && year <= 2100) {
        phrase.year = year;
        return at + 1;
    }
    if (const std::uint32_t next = year_in_words(at, phrase); next > at) return next;
    if (after_of || at == i) {
        std::uint32_t that = at;
        if (word(that) == DateWord::the) ++that;
        if ((word(that) == DateWord::there || word(that) == DateWord::here) && word(that + 1) == DateWord::unit &&
            value(that + 1) == unit_year) {
            phrase.of_that_year = true;
            if (word(that) == DateWord::here) phrase.anchor = PhraseAnchor::published;
            return that + 2;
        }
        if ((word(that) == DateWord::back || word(that) == DateWord::forward) && word(that + 1) == DateWord::unit &&
            value(that + 1) == unit_year) {
            phrase.of_that_year = true;
            if (that == at && !has_hint(that, hint_from_story)) phrase.anchor = PhraseAnchor::published;
            phrase.step = word(that) == DateWord::back ? -1 : 1;
            return that + 2;
        }
    }
    return i;
}

std::uint32_t PhraseGrammar::day_in_words(std::uint32_t i, int& day) const {
    if (word(i) == DateWord::ordinal) {
        day = value(i);
        return i + 1;
    }
    if (word(i) != DateWord::cardinal || (value(i) != 20 && value(i) != 30)) return i;
    const std::uint32_t unit = is_dash_at(i + 1) ? i + 2 : i + 1;
    if (word(unit) != DateWord::ordinal || value(unit) > 9 || value(i) + value(unit) > 31) return i;
    day = value(i) + value(unit);
    return unit + 1;
}

std::uint32_t PhraseGrammar::day_month(std::uint32_t i, DatePhrase& phrase) {
    std::uint32_t at = i + 1;
    int day = day_number(i), last = 0;
    if (day < 0) {  // "the fifth of May", "twenty-first of June"
        at = day_in_words(i, day);
        if (at == i || word(at) != DateWord::of) return i;
    }
    if (is_dash_at(at) && day_number(at + 1) > day) {
        last = day_number(at + 1);
        at += 2;
    }
    if (word(at) == DateWord::of) ++at;
    if (!in(at) || !is_month(at)) return i;
    phrase.day = day;
    phrase.last_day = last;
    phrase.month = value(at);
    return year_after(after_month(at), phrase);
}

std::uint32_t PhraseGrammar::month_day(std::uint32_t i, DatePhrase& phrase) {
    if (!is_month(i)) return i;
    phrase.month = value(i);
    const std::uint32_t at = after_month(i);
    int day = day_number(at);
    if (day < 0 && in(at)) {
        const std::uint32_t next = day_in_words(at, day);
        if (next > at) {
            phrase.day = day;
            return year_after(next, phrase);
        }
    }
    if (day > 0 && !is_measure(at + 1)) {
        phrase.day = day;
        std::uint32_t next = at + 1;
        if (is_dash_at(next) && day_number(next + 1) > day) {
            phrase.last_day = day_number(next + 1);
            next += 2;
        }
        return year_after(next, phrase);
    }
    return year_after(at, phrase);
}

std::uint32_t PhraseGrammar::weekday(std::uint32_t i, DatePhrase& phrase) {
    std::uint32_t at = i;
    if (word(i) == DateWord::back || word(i) == DateWord::forward || word(i) == DateWord::here) ++at;
    if (word(at) != DateWord::weekday || !capitalised(at)) return i;
    // "Thursday, 12 October 2020": the date tells more.
    std::uint32_t next = at + 1;
    if (is_mark(next, ',')) ++next;
    for (const auto rule : {&PhraseGrammar::day_month, &PhraseGrammar::month_day}) {
        DatePhrase inner = phrase;
        if (!in(next)) break;
        const std::uint32_t end = (this->*rule)(next, inner);
        if (end > next && inner.day > 0) {
            phrase = inner;
            return end;
        }
    }
    phrase.form = PhraseForm::weekday;
    phrase.weekday = value(at);
    // "Friday last week", "Monday of next week"
    const std::uint32_t week = word(at + 1) == DateWord::of ? at + 2 : at + 1;
    const DateWord which = word(week);
    if (at == i && word(week + 1) == DateWord::unit && value(week + 1) == unit_week &&
        (which == DateWord::back || which == DateWord::forward || which == DateWord::here)) {
        phrase.in_week = true;
        phrase.step = which == DateWord::back ? -1 : which == DateWord::forward ? 1 : 0;
        return week + 2;
    }
    phrase.step = word(i) == DateWord::forward ? 1 : at > i && word(i) == DateWord::back ? -1 : 0;
    return at + 1;
}

}  // namespace chronomap
