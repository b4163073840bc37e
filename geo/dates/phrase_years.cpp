#include <algorithm>
#include <array>

#include "geo/dates/phrase_grammar.hpp"
#include "geo/text/characters.hpp"

namespace chronomap {

bool PhraseGrammar::is_measure(std::uint32_t i) const {
    if (!in(i)) return false;
    if (is_mark(i, '%')) return true;
    return has_hint(i, hint_measure);
}

bool PhraseGrammar::names_people(std::uint32_t i) const {
    return has_hint(i, hint_people);
}

bool PhraseGrammar::is_year(std::uint32_t i) const {
    const int year = number(i, 4);
    if (year < 1000 || year > 2100 || surface(i).size() != 4) return false;
    const DateWord before = i > first() ? word(i - 1) : DateWord::none;
    // "in 1993 soldiers": people act in years; "of 1993 soldiers" counts them.
    const bool in_time = before == DateWord::in || before == DateWord::since || before == DateWord::during;
    if (is_measure(i + 1) && !(in_time && names_people(i + 1))) return false;
    if (touches(i) && !is_dash_at(i - 1) && !is_mark(i - 1, '(') &&
        !opens(character_at(text(), token(i - 1).range.begin).code))
        return false;
    if (touches(i + 1) && is_mark(i + 1, '/') && number(i + 2, 4) < 0) return false;
    if (is_in_code(i)) return false;
    static constexpr std::array<DateWord, 15> lead{
        DateWord::in,      DateWord::of,   DateWord::since,  DateWord::until, DateWord::from,
        DateWord::between, DateWord::part, DateWord::during, DateWord::after, DateWord::before,
        DateWord::to,      DateWord::and_, DateWord::season, DateWord::month, DateWord::the};
    if (std::find(lead.begin(), lead.end(), before) != lead.end()) return before != DateWord::to || year >= 1500;
    if (i == first() || is_mark(i - 1, '(') || is_mark(i - 1, ',') || is_dash_at(i - 1) || is_dash_at(i + 1))
        return year >= 1500;
    // "the 1918 massacre", "2,000 in all": a bare number between other words.
    const bool counts = in(i + 1) && token(i + 1).kind == TokenKind::word && looks_plural(surface(i + 1)) &&
                        !capitalised(i + 1) && !(i > first() && word(i - 1) == DateWord::the);
    return year >= 1700 && year <= 2060 && !counts && !names_a_thing(i);
}

bool PhraseGrammar::is_in_code(std::uint32_t i) const {
    const auto is_part = [&](std::uint32_t dash, std::uint32_t part) {
        if (!in(part) || !in(dash) || !is_dash_at(dash)) return false;
        const bool year = surface(part).size() == 4 && number(part, 4) >= 1000 && number(part, 4) <= 2100;
        const bool short_year = part > dash && surface(part).size() == 2;  // "1988-94"
        return token(part).kind == TokenKind::number && !year && !short_year;
    };
    const bool before = i > first() + 1 && touches(i) && touches(i - 1) &&
                        (is_part(i - 1, i - 2) || (i > first() + 2 && is_dash_at(i - 1) && is_dash_at(i - 3) &&
                                                   touches(i - 2) && number(i - 2, 4) > 0));
    const bool behind =
        touches(i + 1) && touches(i + 2) &&
        (is_part(i + 1, i + 2) || (is_dash_at(i + 1) && touches(i + 3) && is_dash_at(i + 3) && touches(i + 4)));
    return before || behind;
}

bool PhraseGrammar::names_a_thing(std::uint32_t i) const {
    if (i == first()) return false;
    return has_hint(i - 1, hint_numbered_thing) || word(i - 1) == DateWord::about;
}

bool PhraseGrammar::is_plain_noun(std::uint32_t i) const {
    return in(i) && token(i).kind == TokenKind::word && !capitalised(i) && word(i) == DateWord::none &&
           !has_hint(i, hint_small_word);
}

std::uint32_t PhraseGrammar::plain_year(std::uint32_t i, DatePhrase& phrase) {
    if (const std::uint32_t next = year_in_words(i, phrase); next > i) return next;
    if (!is_year(i)) return i;
    phrase.year = number(i, 4);
    return after_year(i + 1);
}

std::uint32_t PhraseGrammar::year_in_words(std::uint32_t i, DatePhrase& phrase) const {
    if (word(i) == DateWord::cardinal && value(i) == 2 && word(i + 1) == DateWord::thousand) {
        // "two thousand and twelve"; "two thousand people" is none, "by the year two thousand" is.
        std::uint32_t at = word(i + 2) == DateWord::and_ ? i + 3 : i + 2;
        if (word(at) == DateWord::cardinal && value(at) >= 1 && value(at) < 100 && !has_hint(at, hint_article)) {
            phrase.year = 2000 + value(at);
            const std::uint32_t unit = is_dash_at(at + 1) ? at + 2 : at + 1;
            if (value(at) < 20 || word(unit) != DateWord::cardinal || value(unit) > 9 || has_hint(unit, hint_article))
                return is_plain_noun(at + 1) ? i : at + 1;
            phrase.year += value(unit);
            return is_plain_noun(unit + 1) ? i : unit + 1;
        }
        const bool dated = i > first() && ((word(i - 1) == DateWord::unit && value(i - 1) == unit_year) ||
                                           word(i - 1) == DateWord::month || is_mark(i - 1, ','));
        const bool named = i > first() && word(i - 1) == DateWord::unit;  // "the year two thousand has come"
        if (!dated || (is_plain_noun(i + 2) && !named)) return i;
        phrase.year = 2000;
        return i + 2;
    }
    if (word(i) != DateWord::cardinal || value(i) < 17 || value(i) > 19) return i;
    if (word(i + 1) == DateWord::cardinal && value(i + 1) == 100) {  // "nineteen hundred and ninety three"
        std::uint32_t tens = word(i + 2) == DateWord::and_ ? i + 3 : i + 2;
        if (word(tens) != DateWord::cardinal || value(tens) < 1 || value(tens) > 99 || has_hint(tens, hint_article))
            return i;
        phrase.year = value(i) * 100 + value(tens);
        const std::uint32_t unit = is_dash_at(tens + 1) ? tens + 2 : tens + 1;
        const bool more = value(tens) >= 20 && word(unit) == DateWord::cardinal && value(unit) >= 1 &&
                          value(unit) <= 9 && !has_hint(unit, hint_article);
        if (more) phrase.year += value(unit);
        const std::uint32_t next = more ? unit + 1 : tens + 1;
        return is_plain_noun(next) ? i : next;
    }
    if (word(i + 1) != DateWord::cardinal || value(i + 1) < 10 || value(i + 1) > 90) return i;
    phrase.year = value(i) * 100 + value(i + 1);
    const std::uint32_t unit = is_dash_at(i + 2) ? i + 3 : i + 2;
    if (value(i + 1) < 20 || word(unit) != DateWord::cardinal || value(unit) > 9 || has_hint(unit, hint_article))
        return i + 2;
    phrase.year += value(unit);
    return unit + 1;
}

std::uint32_t PhraseGrammar::year(std::uint32_t i, DatePhrase& phrase) {
    if (word(i) == DateWord::about && number(i + 1, 4) >= 1000 && surface(i + 1).size() == 4 &&
        number(i + 1, 4) <= 2100 && !is_measure(i + 2) && has_hint(i, hint_about_year)) {
        if (in(i + 2) && token(i + 2).kind == TokenKind::word && word(i + 2) == DateWord::none) return i;
        phrase.year = number(i + 1, 4);
        phrase.approximate = true;
        return i + 2;
    }
    return plain_year(i, phrase);
}

}  // namespace chronomap
