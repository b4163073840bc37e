#include <algorithm>
#include <utility>

#include "geo/dates/phrase_grammar.hpp"

namespace chronomap {

std::uint32_t PhraseGrammar::joint(std::uint32_t i) const {
    return is_dash_at(i) || is_mark(i, '~') || word(i) == DateWord::to || word(i) == DateWord::until ? i + 1 : i;
}

std::uint32_t PhraseGrammar::container(std::uint32_t i, DatePhrase& phrase) {
    std::uint32_t at = i;
    if (word(at) == DateWord::of || has_hint(at, hint_within)) ++at;
    const bool joined = at > i;
    if (!in(at)) return i;
    for (const auto rule : {&PhraseGrammar::month_day, &PhraseGrammar::relative, &PhraseGrammar::plain_year}) {
        DatePhrase inner;
        const std::uint32_t next = (this->*rule)(at, inner);
        const bool span = inner.form == PhraseForm::calendar ||
                          (inner.form == PhraseForm::unit && (inner.unit == unit_month || inner.unit == unit_year));
        if (next <= at || inner.day > 0 || !span || (!joined && inner.form == PhraseForm::calendar)) continue;
        phrase.inner = std::make_shared<const DatePhrase>(inner);
        return next;
    }
    // "the third week of the month"
    if (joined && word(at) == DateWord::the && word(at + 1) == DateWord::unit &&
        (value(at + 1) == unit_month || value(at + 1) == unit_year)) {
        DatePhrase inner;
        inner.form = PhraseForm::unit;
        inner.unit = value(at + 1);
        inner.anchor = PhraseAnchor::last;
        phrase.inner = std::make_shared<const DatePhrase>(inner);
        return at + 2;
    }
    return i;
}

std::uint32_t PhraseGrammar::nth_of(std::uint32_t i, DatePhrase& phrase) {
    int nth = 0;
    std::uint32_t at = word(i) == DateWord::the ? i + 1 : i;
    if (word(at) == DateWord::back || has_hint(at, hint_final)) {
        nth = -1;
        ++at;
    } else if (const std::uint32_t next = day_in_words(at, nth); next > at) {
        at = next;
    } else if (day_number(at) > 0 && surface(at).size() > 2) {
        nth = day_number(at++);
    } else {
        return i;
    }
    phrase.nth = nth;
    phrase.form = PhraseForm::nth;
    if (is_weekday(at) && nth <= 5) {
        phrase.weekday = value(at);
        if (const std::uint32_t next = container(at + 1, phrase); next > at + 1) return next;
        const bool ends = !in(at + 1) || token(at + 1).kind == TokenKind::punctuation;
        if (nth < 1 || word(at - 1) == DateWord::back || !ends) return i;
        DatePhrase month;  // "the second Sunday": of the month told of
        month.form = PhraseForm::unit;
        month.unit = unit_month;
        month.anchor = PhraseAnchor::last;
        phrase.inner = std::make_shared<const DatePhrase>(month);
        return at + 1;
    }
    phrase.unit = unit_day;
    if (word(at) == DateWord::unit) {  // "third week of October"
        if (looks_plural(surface(at))) return i;
        phrase.unit = value(at);
        const bool counted = phrase.unit == unit_day || phrase.unit == unit_week || phrase.unit == unit_month;
        const std::uint32_t next = counted ? container(at + 1, phrase) : at + 1;
        return next > at + 1 ? next : i;
    }
    if (nth == -1 || nth == 1) {  // "the last 3 weeks of this year"
        const std::uint32_t unit = amounts(at, phrase);
        if (unit > at && !phrase.approximate) {
            phrase.form = PhraseForm::ends;
            phrase.step = nth;
            const std::uint32_t next = word(unit) == DateWord::of ? container(unit, phrase) : unit;
            return next > unit ? next : i;
        }
    }
    // "20th of next month", "the 21st this month"
    if (nth < 1 || (word(at) != DateWord::of && word(at) != DateWord::here)) return i;
    const std::uint32_t next = container(at, phrase);  // "20th of next month"
    return next > at && phrase.inner->form == PhraseForm::unit && phrase.inner->unit == unit_month ? next : i;
}

std::uint32_t PhraseGrammar::day_span(std::uint32_t i, DatePhrase& phrase) {
    int first_day = day_number(i);
    std::uint32_t at = i + 1;
    if (first_day < 0) {
        at = day_in_words(i, first_day);
        if (at == i) return i;
    }
    const std::uint32_t lead = i > first() && word(i - 1) == DateWord::the ? i - 1 : i;
    const bool between = lead > first() && word(lead - 1) == DateWord::between;
    std::uint32_t next = joint(at);
    if (next == at && between && word(at) == DateWord::and_) next = at + 1;
    if (next == at || !in(next)) return i;
    if (word(next) == DateWord::the) ++next;
    for (const auto rule : {&PhraseGrammar::day_month, &PhraseGrammar::month_day}) {
        DatePhrase last;
        const std::uint32_t end = (this->*rule)(next, last);
        if (end <= next || last.day <= first_day || last.last_day > 0) continue;
        last.first_token = phrase.first_token;
        phrase = last;
        phrase.last_day = last.day;
        phrase.day = first_day;
        return end;
    }
    int last_day = day_number(next);  // "4 to 23 next month"
    if (last_day <= first_day || !in(next + 1)) return i;
    DatePhrase month;
    std::uint32_t where = next + 1;
    if (word(where) == DateWord::of) ++where;
    const std::uint32_t end = in(where) ? relative(where, month) : where;
    if (end <= where || month.form != PhraseForm::unit || month.unit != unit_month) return i;
    phrase.form = PhraseForm::nth;
    phrase.unit = unit_day;
    phrase.nth = first_day;
    phrase.last_day = last_day;
    phrase.inner = std::make_shared<const DatePhrase>(month);
    return end;
}

std::uint32_t PhraseGrammar::single_day(std::uint32_t i, DatePhrase& phrase) {
    std::uint32_t at = i;
    if (word(at) == DateWord::the) ++at;
    if (!in(at)) return i;
    for (const auto rule : {&PhraseGrammar::period, &PhraseGrammar::numeric, &PhraseGrammar::day_month,
                            &PhraseGrammar::month_day, &PhraseGrammar::weekday, &PhraseGrammar::day_word}) {
        DatePhrase inner;
        const std::uint32_t next = (this->*rule)(at, inner);
        const bool day = (inner.form == PhraseForm::calendar && inner.day > 0 && inner.last_day == 0) ||
                         inner.form == PhraseForm::holiday || inner.form == PhraseForm::weekday ||
                         inner.form == PhraseForm::day_word;
        if (next <= at || !day) continue;
        inner.ahead = ahead_ > 0;
        phrase.inner = std::make_shared<const DatePhrase>(inner);
        return next;
    }
    return i;
}

std::uint32_t PhraseGrammar::week_of(std::uint32_t i, DatePhrase& phrase) {
    if (word(i) != DateWord::unit || value(i) != unit_week || looks_plural(surface(i))) return i;
    std::uint32_t at = i + 1;
    if (word(at) != DateWord::of && !has_hint(at, hint_starting)) return i;
    ++at;
    if (word(at) == DateWord::on) ++at;
    phrase.form = PhraseForm::week_of;
    phrase.unit = unit_week;
    if (const std::uint32_t next = single_day(at, phrase); next > at) return next;
    if (word(at) == DateWord::the) ++at;
    if (!token_is_ordinal(at)) return i;
    DatePhrase day;  // "the week of the 18th"
    day.form = PhraseForm::day;
    day.day = day_number(at);
    phrase.inner = std::make_shared<const DatePhrase>(day);
    return at + 1;
}

std::uint32_t PhraseGrammar::week_number(std::uint32_t i, DatePhrase& phrase) {
    if (word(i) != DateWord::unit || value(i) != unit_week || looks_plural(surface(i))) return i;
    const int week = number(i + 1, 2);
    if (week < 1 || week > 53) return i;
    phrase.form = PhraseForm::week;
    phrase.amount = week;
    return year_after(i + 2, phrase);
}

std::uint32_t PhraseGrammar::rest(std::uint32_t i, DatePhrase& phrase) {
    if (!has_hint(i, hint_rest)) return i;
    std::uint32_t at = i + 1;
    if (word(at) == DateWord::of) ++at;
    if (word(at) == DateWord::the || word(at) == DateWord::here) ++at;
    if (word(at) != DateWord::unit || looks_plural(surface(at)) || value(at) == unit_day) return i;
    phrase.form = PhraseForm::rest;
    phrase.unit = value(at);
    phrase.anchor = PhraseAnchor::published;
    return at + 1;
}

std::uint32_t PhraseGrammar::half_year(std::uint32_t i, DatePhrase& phrase) {
    const bool year_first = number(i, 4) >= 1000;
    std::uint32_t part = i, year = i + 1;
    if (is_dash_at(i + 1) && touches(i + 1)) ++year;
    if (year_first) std::swap(part, year);
    const int half = numbered_part(part, 'H'), quarter = year_first ? numbered_part(part, 'Q') : 0;
    const bool one_of_it =
        year_first && is_year(i) &&
        (has_hint(i + 1, hint_period) ||
         (word(i + 1) == DateWord::unit && value(i + 1) == unit_quarter && !looks_plural(surface(i + 1))));
    if (one_of_it) {  // "the 1988 quarter": the same as the one told
        phrase.form = PhraseForm::quarter;
        phrase.amount = 0;
        phrase.year = number(i, 4);
        return i + 2;
    }
    if (year_first && number(i, 4) <= 2100 && half < 1 && quarter < 1) {  // "the 1988 third quarter"
        const std::uint32_t next = in(i + 1) ? this->quarter(i + 1, phrase) : i + 1;
        if (next <= i + 1 || phrase.has_year() || phrase.of_that_year) return i;
        phrase.year = number(i, 4);
        return next;
    }
    if ((half < 1 || half > 2) && quarter < 1) return i;
    if (number(year, 4) < 1000 || number(year, 4) > 2100) return i;
    phrase.form = half > 0 ? PhraseForm::half : PhraseForm::quarter;
    phrase.amount = half > 0 ? half : quarter;
    phrase.year = number(year, 4);
    return std::max(part, year) + 1;
}

std::uint32_t PhraseGrammar::day_only(std::uint32_t i, DatePhrase& phrase) {
    if (i == first()) return i;
    const bool the = word(i - 1) == DateWord::the;
    const DateWord lead = !the ? word(i - 1) : i - 1 > first() ? word(i - 2) : DateWord::none;
    const bool led = lead == DateWord::on || lead == DateWord::since || lead == DateWord::until ||
                     lead == DateWord::from || lead == DateWord::before || lead == DateWord::after ||
                     (the && has_hint(i - 2, hint_for)) || has_hint(the ? i - 2 : i - 1, hint_by);
    if (!led) return i;
    std::uint32_t at = i + 1;
    int day = -1;
    if (token(i).kind == TokenKind::number)
        day = surface(i).size() > 2 || the ? day_number(i) : -1;
    else
        at = day_in_words(i, day);
    if (at == i || day < 1) return i;
    // "on the 5th floor", "on the second try": a noun of something else follows.
    const bool ends = !in(at) || token(at).kind == TokenKind::punctuation || has_hint(at, hint_small_word);
    if (!ends || (in(at) && is_mark(at, '%'))) return i;
    if (token(i).kind == TokenKind::word && in(at) && has_hint(at, hint_small_word)) return i;
    phrase.form = PhraseForm::day;
    phrase.day = day;
    return at;
}

}  // namespace chronomap
