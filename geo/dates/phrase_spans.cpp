#include <algorithm>

#include "geo/dates/phrase_grammar.hpp"
#include "geo/text/ascii.hpp"

namespace chronomap {

std::uint32_t PhraseGrammar::period(std::uint32_t i, DatePhrase& phrase) {
    std::uint32_t at = i;  // "last Easter"
    if (word(i) == DateWord::back || word(i) == DateWord::forward || word(i) == DateWord::here) ++at;
    if (!in(at)) return i;
    const auto match = periods_.match(text(), tokens(), at, end());
    if (!match.period) return i;
    if (match.period->yearly) {
        phrase.form = PhraseForm::holiday;
        phrase.period = match.period;
        phrase.step = at == i ? 0 : word(i) == DateWord::back ? -1 : word(i) == DateWord::forward ? 1 : 0;
        phrase.here = at > i && word(i) == DateWord::here;
        std::uint32_t next = year_after(static_cast<std::uint32_t>(match.end), phrase);
        const auto is_weekend = [&](std::uint32_t k) {
            return word(k) == DateWord::unit && value(k) == unit_weekend && !looks_plural(surface(k));
        };
        if (is_weekend(next)) {  // "Labor Day weekend 2021"
            phrase.unit = unit_weekend;
            next = phrase.has_year() ? next + 1 : year_after(next + 1, phrase);
        } else if (i > first() + 1 && word(i - 1) == DateWord::of && is_weekend(i - 2)) {  // "the weekend of Halloween"
            phrase.unit = unit_weekend;
        }
        return next;
    }
    if (at > i) return i;
    // A name, not common words: one of its words is written large or is a number.
    bool named = false;
    for (std::size_t k = i; k < match.end; ++k) named = named || token(k).capitalised;
    if (!named || (names_an_event(i, match.end) && !is_led_by_time(i))) return i;
    phrase.form = PhraseForm::period;
    phrase.period = match.period;
    return static_cast<std::uint32_t>(match.end);
}

bool PhraseGrammar::names_an_event(std::size_t i, std::size_t end) const {
    for (; i < end; ++i)
        if (lexicon().hints(lower_ascii(surface(static_cast<std::uint32_t>(i)))) & hint_event_noun) return true;
    return false;
}

bool PhraseGrammar::is_led_by_time(std::uint32_t i) const {
    if (i == first()) return false;
    const std::uint32_t at = word(i - 1) == DateWord::the && i - 1 > first() ? i - 2 : i - 1;
    const DateWord lead = word(at);
    return lead == DateWord::during || lead == DateWord::after || lead == DateWord::before || lead == DateWord::since ||
           lead == DateWord::until || lead == DateWord::in || lead == DateWord::unit;
}

std::uint32_t PhraseGrammar::part_of(std::uint32_t i, DatePhrase& phrase) {
    if (word(i) != DateWord::part) return i;
    const int part = value(i);
    std::uint32_t at = i + 1;
    if (is_dash_at(at)) ++at;
    if (part == part_early && word(at) == DateWord::in) return i;
    return rest_of_part(i, at, part, phrase);
}

std::uint32_t PhraseGrammar::ordinal_half(std::uint32_t i, DatePhrase& phrase) {
    const bool first = word(i) == DateWord::ordinal && value(i) == 1;
    const bool second = word(i) == DateWord::ordinal && value(i) == 2;
    if ((first || second) && has_hint(i + 1, hint_half))
        return rest_of_part(i, i + 2, first ? part_first_half : part_second_half, phrase);
    // "final months of", "last days of", "first weeks of"
    const bool last = word(i) == DateWord::back || has_hint(i, hint_final);
    const bool opening = first || has_hint(i, hint_opening);
    if ((last || opening) && word(i + 1) == DateWord::unit && value(i + 1) != unit_quarter &&
        word(i + 2) == DateWord::of)
        return rest_of_part(i, i + 2, last ? part_end : part_begin, phrase);
    return i;
}

std::uint32_t PhraseGrammar::rest_of_part(std::uint32_t i, std::uint32_t at, int part, DatePhrase& phrase) {
    if (word(at) == DateWord::of) ++at;
    if (word(at) == DateWord::the) ++at;
    if (!in(at)) return i;
    for (const auto rule :
         {&PhraseGrammar::period, &PhraseGrammar::month_day, &PhraseGrammar::decade, &PhraseGrammar::century,
          &PhraseGrammar::season, &PhraseGrammar::relative, &PhraseGrammar::plain_year}) {
        DatePhrase inner = phrase;
        const std::uint32_t next = (this->*rule)(at, inner);
        if (next <= at || inner.day > 0) continue;
        phrase = inner;
        phrase.part = part;
        phrase.first_token = i;
        return next;
    }
    // "the end of the month"
    if (word(at) == DateWord::unit && value(at) != unit_day && word(at - 1) == DateWord::the) {
        phrase.form = PhraseForm::unit;
        phrase.unit = value(at);
        phrase.part = part;
        phrase.anchor = PhraseAnchor::last;
        return at + 1;
    }
    return i;
}

std::uint32_t PhraseGrammar::decade(std::uint32_t i, DatePhrase& phrase) {
    // "the nineteen seventies"
    if (word(i) == DateWord::cardinal && value(i) >= 17 && value(i) <= 19 && word(i + 1) == DateWord::decade_word) {
        phrase.form = PhraseForm::decade;
        phrase.year = value(i) * 100 + value(i + 1) % 100;
        return i + 2;
    }
    if (word(i) == DateWord::decade_word) {  // "the nineties", but not "in his nineties"
        const bool led = i > first() && (word(i - 1) == DateWord::the || word(i - 1) == DateWord::part ||
                                         (is_dash_at(i - 1) && i > first() + 1 && word(i - 2) == DateWord::part));
        if (!led) return i;
        phrase.form = PhraseForm::decade;
        phrase.year = value(i);
        return i + 1;
    }
    if (token(i).kind != TokenKind::number) return i;
    std::string_view s = surface(i);
    std::uint32_t next = i + 1;
    // "1990-х годов", "1990'larda", "1990-cı illərdə"
    const bool mark = in(i + 1) && token(i + 1).kind == TokenKind::punctuation && touches(i + 1) && touches(i + 2);
    const bool ends_decade =
        mark && word(i + 2) == DateWord::ending && (value(i + 2) == 10 || has_hint(i + 3, hint_decade_mark));
    if (ends_decade && s.size() == 4 && s[3] == '0' && digits_value(s) >= 1000 && digits_value(s) <= 2090) {
        phrase.form = PhraseForm::decade;
        phrase.year = digits_value(s);
        return has_hint(i + 3, hint_year_mark | hint_decade_mark) ? i + 4 : i + 3;
    }
    // "the 1970's", "the '90's", "1990-х"
    const bool led = i > first() && (word(i - 1) == DateWord::the || word(i - 1) == DateWord::part ||
                                     word(i - 1) == DateWord::in || is_dash_at(i - 1));
    const bool apostrophe = led && touches(next) && (surface(next) == "'s" || surface(next) == "’s");
    if (apostrophe)
        ++next;
    else if (s.ends_with('s'))
        s.remove_suffix(1);
    else
        return i;
    if (s.size() == 4 && s[3] == '0' && digits_value(s) >= 1000 && digits_value(s) <= 2090) {
        phrase.form = PhraseForm::decade;
        phrase.year = digits_value(s);
        return next;
    }
    if (s.size() == 2 && s[1] == '0' && digits_value(s) >= 20) {  // 20s to 90s, of the twentieth century
        phrase.form = PhraseForm::decade;
        phrase.year = 1900 + digits_value(s);
        return next;
    }
    return i;
}

std::uint32_t PhraseGrammar::century(std::uint32_t i, DatePhrase& phrase) {
    int count = word(i) == DateWord::ordinal ? value(i) : -1;
    if (count < 0) count = day_number(i) > 0 && surface(i).size() > 2 ? day_number(i) : -1;
    if (count < 1 || count > 21) return i;
    std::uint32_t at = i + 1;
    if (is_dash_at(at)) ++at;
    if (word(at) != DateWord::unit || value(at) != unit_century) return i;
    phrase.form = PhraseForm::century;
    phrase.year = (count - 1) * 100;
    return at + 1;
}

std::uint32_t PhraseGrammar::season(std::uint32_t i, DatePhrase& phrase) {
    if (word(i) != DateWord::season) return i;
    phrase.season = value(i);
    const std::uint32_t next = year_after(i + 1, phrase);
    if (next > i + 1) return next;
    const DateWord before = i > first() ? word(i - 1) : DateWord::none;
    const DateWord lead = before == DateWord::the && i > first() + 1 ? word(i - 2) : before;
    if (before == DateWord::back || before == DateWord::forward || before == DateWord::here) {
        phrase.first_token = i - 1;
        phrase.anchor = PhraseAnchor::published;
        phrase.step = before == DateWord::back ? -1 : before == DateWord::forward ? 1 : 0;
        if (phrase.step < 0 && i > first() + 1 && word(i - 2) == DateWord::here) {  // "this past spring"
            phrase.first_token = i - 2;
            phrase.step = 0;
        }
        phrase.following = before == DateWord::forward;
        return i + 1;
    }
    const bool timed = lead == DateWord::in || lead == DateWord::since || lead == DateWord::until ||
                       lead == DateWord::during || lead == DateWord::part || lead == DateWord::of ||
                       lead == DateWord::from;
    // "fall" is a verb unless it stands like a season.
    return timed && before == DateWord::the ? i + 1 : (timed && !has_hint(i, hint_common_word) ? i + 1 : i);
}

int PhraseGrammar::numbered_part(std::uint32_t i, char letter) const {
    if (!in(i) || surface(i).size() != 2) return 0;
    const char part = surface(i)[0], digit = surface(i)[1];
    return (part == letter || part == lower_ascii(letter)) && digit >= '1' && digit <= '4' ? digit - '0' : 0;
}

std::uint32_t PhraseGrammar::quarter(std::uint32_t i, DatePhrase& phrase) {
    std::uint32_t at = i;
    int count = 0;
    if (numbered_part(i, 'Q') > 0) {
        count = numbered_part(i, 'Q');
        at = is_dash_at(i + 1) && number(i + 2, 4) > 1000 ? i + 2 : i + 1;
    } else {
        if (word(i) == DateWord::ordinal)
            count = value(i);
        else if (surface(i).size() == 3 && token(i).kind == TokenKind::number)
            count = std::max(day_number(i), 0);
        if (count < 1 || count > 4) return i;
        at = i + 1;
        if (is_dash_at(at)) ++at;
        if (word(at) != DateWord::unit || value(at) != unit_quarter || looks_plural(surface(at))) return i;
        ++at;
    }
    phrase.form = PhraseForm::quarter;
    phrase.amount = count;
    return year_after(at, phrase);
}

}  // namespace chronomap
