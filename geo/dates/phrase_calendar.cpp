#include <algorithm>
#include <array>

#include "geo/dates/phrase_grammar.hpp"

namespace chronomap {

bool PhraseGrammar::is_month(std::uint32_t i) const {
    if (word(i) != DateWord::month) return false;
    if (!has_hint(i, hint_common_word)) return true;
    const std::uint32_t after = after_month(i);
    int day = 0;
    const bool numbered = (i > first() && day_number(i - 1) > 0) || number(after, 4) > 1000 || day_number(after) > 0 ||
                          (is_mark(i + 1, ',') && number(i + 2, 4) > 31) ||
                          (in(after) && day_in_words(after, day) > after);
    // "in may", but "they may", "to march".
    if (lexicon().capitalises_names() && !capitalised(i)) return numbered || has_hint(i - 1, hint_within);
    const DateWord before = i > first() ? word(i - 1) : DateWord::none;
    static constexpr std::array<DateWord, 16> lead{
        DateWord::in,    DateWord::of,     DateWord::since,   DateWord::until, DateWord::from,  DateWord::between,
        DateWord::part,  DateWord::back,   DateWord::forward, DateWord::here,  DateWord::there, DateWord::during,
        DateWord::after, DateWord::before, DateWord::on,      DateWord::to};
    if (std::find(lead.begin(), lead.end(), before) != lead.end()) return true;
    if (numbered) return true;
    if (is_mark(i + 1, '.') && day_number(i + 2) > 0) return true;
    return before == DateWord::and_ && i > first() + 1 && word(i - 2) == DateWord::month;
}

std::uint32_t PhraseGrammar::after_month(std::uint32_t i) const {
    // "Oct. 2", "Oct-2", "Oct/2"
    const bool mark = is_mark(i + 1, '.') || ((is_dash_at(i + 1) || is_mark(i + 1, '/')) && touches(i + 2) &&
                                              in(i + 2) && token(i + 2).kind == TokenKind::number);
    return mark && touches(i + 1) && (surface(i).size() <= 4 || day_number(i + 2) > 0) ? i + 2 : i + 1;
}

std::uint32_t PhraseGrammar::year_after(std::uint32_t i, DatePhrase& phrase) {
    std::uint32_t at = i;
    if (is_mark(at, ',')) ++at;
    if (word(at) == DateWord::of && at == i) ++at;
    // "28 June in 2020"
    if (at == i && has_hint(at, hint_within) && number(at + 1, 4) >= 1000 && surface(at + 1).size() == 4 &&
        !is_measure(at + 2))
        ++at;
    const int year = number(at, 4);
    const bool after_of = at > i && word(at - 1) == DateWord::of;
    if (after_of && number(at, 2) > 31 && phrase.month > 0 && !is_measure(at + 1)) {  // "April of 87"
        phrase.year = 1900 + number(at, 2);
        return at + 1;
    }
    if (year >= 1000 && year <= 2100) {
        phrase.year = year;
        return after_year(at + 1);
    }
    if (const std::uint32_t next = year_in_words(at, phrase); next > at) return next;
    if (after_of || at == i) {
        std::uint32_t that = at;
        if (word(that) == DateWord::the) ++that;
        if (that > at && word(that) == DateWord::unit && value(that) == unit_year && !looks_plural(surface(that))) {
            phrase.of_that_year = true;  // "the first quarter of the year"
            phrase.anchor = PhraseAnchor::published;
            return that + 1;
        }
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

std::uint32_t PhraseGrammar::after_ending(std::uint32_t i) const {
    const bool mark = in(i) && token(i).kind == TokenKind::punctuation && touches(i) && touches(i + 1);
    return mark && word(i + 1) == DateWord::ending ? i + 2 : i;
}

std::uint32_t PhraseGrammar::after_year(std::uint32_t i) const {
    const std::uint32_t at = after_ending(i);
    if (!has_hint(at, hint_year_mark)) return at;
    return is_mark(at + 1, '.') && touches(at + 1) && surface(at).size() <= 4 ? at + 2 : at + 1;
}

std::uint32_t PhraseGrammar::day_in_words(std::uint32_t i, int& day) const {
    if (word(i) == DateWord::ordinal) {
        day = value(i);
        return i + 1;
    }
    if (word(i) != DateWord::cardinal || (value(i) != 20 && value(i) != 30)) return i;
    const std::uint32_t unit = is_dash_at(i + 1) ? i + 2 : i + 1;
    const bool small = word(unit) == DateWord::ordinal || (word(unit) == DateWord::cardinal && value(unit) > 0);
    if (!small || has_hint(unit, hint_article) || value(unit) > 9 || value(i) + value(unit) > 31) return i;
    day = value(i) + value(unit);
    return unit + 1;
}

std::uint32_t PhraseGrammar::day_month(std::uint32_t i, DatePhrase& phrase) {
    std::uint32_t at = i + 1;
    int day = day_number(i), last = 0;
    if (i > first() && is_mark(i - 1, '$')) return i;
    if (day < 0) {  // "the fifth of May", "twenty-first of June"
        at = day_in_words(i, day);
        if (at == i) return i;
        if (word(at) == DateWord::unit && value(at) == unit_day) ++at;  // "the third day of September"
        if (word(at) != DateWord::of && !(in(at) && is_month(at))) return i;
    }
    if (is_mark(at, '.') && touches(at)) ++at;  // "16. Nov. 2016"
    at = after_ending(at);
    if (is_dash_at(at) && day_number(at + 1) > day) {
        last = day_number(at + 1);
        at = after_ending(at + 2);
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
    const bool comma = is_mark(at, ',') && token_is_ordinal(at + 1);  // "October, 1st"
    std::uint32_t day_at = word(at) == DateWord::the || comma ? at + 1 : at, next = day_at + 1;
    int day = day_number(day_at);
    if (day < 0 && in(day_at)) next = day_in_words(day_at, day);
    // "Aug. 7 killed 258 people"
    const bool verb = in(next + 1) && token(next + 1).kind == TokenKind::number;
    if (day > 0 && next > day_at && (!is_measure(next) || verb)) {
        phrase.day = day;
        next = after_ending(next);
        std::uint32_t last = joint(next);
        if (last > next) {  // "October 12-15", "April ninth through seventeenth"
            if (word(last) == DateWord::the) ++last;
            int last_day = day_number(last);
            std::uint32_t after = last + 1;
            if (last_day < 0 && in(last)) after = day_in_words(last, last_day);
            const bool of_another = in(after) && (is_month(after) || word(after) == DateWord::of);
            if (last_day > day && after > last && !of_another && !is_measure(after)) {
                phrase.last_day = last_day;
                next = after_ending(after);
            }
        }
        return year_after(next, phrase);
    }
    return year_after(at, phrase);
}

std::uint32_t PhraseGrammar::weekday(std::uint32_t i, DatePhrase& phrase) {
    std::uint32_t at = i;
    if (word(i) == DateWord::back || word(i) == DateWord::forward || word(i) == DateWord::here) ++at;
    if (word(i) == DateWord::here && word(at) == DateWord::forward) ++at;  // "this coming Friday"
    if (!is_weekday(at)) return i;
    // "Thursday, 12 October 2020": the date tells more.
    std::uint32_t next = at + 1;
    const bool bracket = is_mark(next, '(');
    if (is_mark(next, ',') || bracket || (is_dash_at(next) && touches(next))) ++next;
    for (const auto rule : {&PhraseGrammar::day_month, &PhraseGrammar::month_day, &PhraseGrammar::numeric}) {
        DatePhrase inner = phrase;
        if (!in(next)) break;
        const std::uint32_t end = (this->*rule)(next, inner);
        if (end > next && inner.day > 0) {
            phrase = inner;
            return bracket && is_mark(end, ')') ? end + 1 : end;
        }
    }
    phrase.form = PhraseForm::weekday;
    phrase.weekday = value(at);
    if (at == i) {  // "Friday the 15th"
        const std::uint32_t day = word(at + 1) == DateWord::the ? at + 2 : at + 1;
        const bool last_word = !in(day + 1) || token(day + 1).kind == TokenKind::punctuation;
        const bool plain = last_word && !is_dash_at(day + 1) && !is_mark(day + 1, ':') && !is_mark(day + 1, '%') &&
                           !is_mark(day + 1, '/') && !(is_mark(day + 1, '.') && touches(day + 2));
        int number = token_is_ordinal(day) || plain ? day_number(day) : -1;  // "Sunday 31."
        std::uint32_t end = day + 1;
        if (number < 0 && day > at + 1 && in(day)) end = day_in_words(day, number);
        if (number < 0 && day > at + 1 && word(day) == DateWord::cardinal && value(day) > 1 && value(day) <= 31) {
            number = value(day);  // "Friday the fifteen"
            end = day + 1;
        }
        if (number > 0 && end > day && (!in(end) || !is_month(end))) {
            phrase.form = PhraseForm::day;
            phrase.day = number;
            return end;
        }
    }
    // "Friday last week", "Monday of next week", "Monday of the following week"
    std::uint32_t week = word(at + 1) == DateWord::of ? at + 2 : at + 1;
    if (week == at + 2 && word(week) == DateWord::the) ++week;
    const DateWord which = word(week);
    if (at == i && word(week + 1) == DateWord::unit && value(week + 1) == unit_week &&
        (which == DateWord::back || which == DateWord::forward || which == DateWord::here)) {
        phrase.in_week = true;
        phrase.step = which == DateWord::back ? -1 : which == DateWord::forward ? 1 : 0;
        return week + 2;
    }
    phrase.step = word(i) == DateWord::forward ? 1 : at > i && word(i) == DateWord::back ? -1 : 0;
    phrase.here = at > i && word(i) == DateWord::here;
    return at + 1;
}

bool PhraseGrammar::is_weekday(std::uint32_t i) const {
    if (word(i) != DateWord::weekday) return false;
    if (!lexicon().capitalises_names() || !has_hint(i, hint_common_word)) return true;
    // "Sat", "sun": words and names of their own.
    if (i == first()) return capitalised(i) && (is_mark(i + 1, ',') || is_mark(i + 1, '.'));
    const DateWord before = word(i - 1);
    return before == DateWord::on || before == DateWord::back || before == DateWord::forward ||
           before == DateWord::here || before == DateWord::unit || before == DateWord::from ||
           before == DateWord::until || (capitalised(i) && token_is_ordinal(i + 1));
}

bool PhraseGrammar::token_is_ordinal(std::uint32_t i) const {
    return in(i) && token(i).kind == TokenKind::number && day_number(i) > 0 && surface(i).size() > 2;
}

std::uint32_t PhraseGrammar::year_month(std::uint32_t i, DatePhrase& phrase) {
    const int year = number(i, 4);
    if (year < 1000 || year > 2100 || surface(i).size() != 4) return i;
    std::uint32_t at = after_year(i + 1);
    const bool comma = at == i + 1 && is_mark(at, ',') && word(at + 1) == DateWord::month;  // "2016, November."
    if (comma && (!in(at + 2) || token(at + 2).kind == TokenKind::punctuation)) ++at;
    if (at == i + 1 && (is_dash_at(at) || is_mark(at, '/')) && word(at + 1) == DateWord::month) ++at;
    if (word(at) == DateWord::month && is_month(at)) {
        phrase.year = year;
        phrase.month = value(at);
        const std::uint32_t day = after_month(at);
        if (day_number(day) < 1 || is_measure(day + 1)) return day;
        phrase.day = day_number(day);
        std::uint32_t next = after_ending(day + 1);
        if (is_dash_at(next) && day_number(next + 1) > phrase.day) {
            phrase.last_day = day_number(next + 1);
            next = after_ending(next + 2);
        }
        return next;
    }
    if (day_number(at) > 0 && word(at + 1) == DateWord::month && at > i + 1) {  // "2020-ci il 27 sentyabr"
        phrase.year = year;
        phrase.day = day_number(at);
        phrase.month = value(at + 1);
        return at + 2;
    }
    return i;
}

}  // namespace chronomap
