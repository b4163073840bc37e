#include "geo/dates/phrase_grammar.hpp"

// Phrases that name no number and no step: "the quarter", "the weekend", "by year-end", "now".

namespace chronomap {

std::uint32_t PhraseGrammar::year_ago(std::uint32_t i, DatePhrase& phrase) {
    std::uint32_t at = word(i) == DateWord::the ? i + 1 : i;
    const bool year = word(at) == DateWord::unit && value(at) == unit_year && !looks_plural(surface(at));
    if (!year || !is_dash_at(at + 1)) return i;
    if (word(at + 2) != DateWord::ago && word(at + 2) != DateWord::earlier) return i;
    at += 3;
    const bool quarter = has_hint(at, hint_period) ||
                         (word(at) == DateWord::unit && value(at) == unit_quarter && !looks_plural(surface(at)));
    phrase.form = PhraseForm::offset;
    phrase.unit = unit_year;
    phrase.step = -1;
    phrase.anchor = PhraseAnchor::published;
    if (quarter) return at + 1;
    DatePhrase numbered;  // "the year-ago third quarter"
    const std::uint32_t next = in(at) ? this->quarter(at, numbered) : at;
    if (next == at || numbered.has_year() || numbered.of_that_year) return at;
    phrase.form = PhraseForm::quarter;
    phrase.amount = numbered.amount;
    phrase.of_that_year = true;
    return next;
}

std::uint32_t PhraseGrammar::that_quarter(std::uint32_t i, DatePhrase& phrase) {
    if (word(i) != DateWord::the) return i;
    const std::uint32_t at = has_hint(i + 1, hint_latest) ? i + 2 : i + 1;
    const bool quarter = word(at) == DateWord::unit && value(at) == unit_quarter && !looks_plural(surface(at)) &&
                         !capitalised(at) && word(at + 1) != DateWord::of && !is_dash_at(at + 1);
    if (!quarter && !(at == i + 2 && has_hint(at, hint_period))) return i;
    phrase.form = PhraseForm::quarter;
    phrase.amount = 0;
    return at + 1;
}

std::uint32_t PhraseGrammar::weekend(std::uint32_t i, DatePhrase& phrase) {
    if (word(i) != DateWord::the || word(i + 1) != DateWord::unit || value(i + 1) != unit_weekend ||
        looks_plural(surface(i + 1)) || word(i + 2) == DateWord::of)
        return i;
    phrase.form = PhraseForm::unit;
    phrase.unit = unit_weekend;
    phrase.step = ahead_ > 0 ? 1 : -1;
    phrase.anchor = PhraseAnchor::published;
    return i + 2;
}

std::uint32_t PhraseGrammar::whole_unit(std::uint32_t i, DatePhrase& phrase) {
    if (word(i) == DateWord::the && i > first() && has_hint(i - 1, hint_for)) {  // "for the year", "for the full year"
        const std::uint32_t unit = has_hint(i + 1, hint_full) ? i + 2 : i + 1;
        const bool one = word(unit) == DateWord::unit && !looks_plural(surface(unit)) && value(unit) != unit_quarter &&
                         value(unit) != unit_weekend && value(unit) <= unit_year;
        const bool ends = !in(unit + 1) || token(unit + 1).kind == TokenKind::punctuation;
        if (!one || !ends || is_dash_at(unit + 1) ||
            (touches(unit + 1) && !is_mark(unit + 1, ',') && !is_mark(unit + 1, '.')))
            return i;
        phrase.form = PhraseForm::unit;
        phrase.unit = value(unit);
        phrase.anchor = PhraseAnchor::published;
        return unit + 1;
    }
    // "by year-end", "at year's end", "year end"
    if (word(i) != DateWord::unit || value(i) != unit_year || looks_plural(surface(i)) || i == first()) return i;
    std::uint32_t end = i + 1;
    if (is_dash_at(end) || (touches(end) && (surface(end) == "'s" || surface(end) == "’s"))) ++end;
    const bool led = word(i - 1) == DateWord::in || word(i - 1) == DateWord::since || word(i - 1) == DateWord::until ||
                     word(i - 1) == DateWord::about || has_hint(i - 1, hint_by | hint_small_word);
    if (!led || word(end) != DateWord::part || value(end) != part_end || looks_plural(surface(end))) return i;
    phrase.form = PhraseForm::unit;
    phrase.unit = unit_year;
    phrase.part = part_end;
    phrase.anchor = PhraseAnchor::published;
    return end + 1;
}

std::uint32_t PhraseGrammar::vague(std::uint32_t i, DatePhrase& phrase) {
    std::uint32_t end = i;
    int which = vague_present;
    if (word(i) == DateWord::vague && !has_hint(i + 1, hint_not_after_vague)) {
        which = value(i);
        end = i + 1;
    } else if (has_hint(i, hint_recent)) {
        which = vague_past;
        end = word(i + 1) == DateWord::unit ? i + 2 : i + 1;
    } else if (has_hint(i, hint_current)) {
        end = i + 1;
    } else if (word(i) == DateWord::the) {
        const std::uint32_t noun = has_hint(i + 1, hint_near) ? i + 2 : i + 1;
        const bool ends =
            !in(noun + 1) || token(noun + 1).kind == TokenKind::punctuation || word(noun + 1) == DateWord::and_;
        if (has_hint(noun, hint_future) || (has_hint(noun, hint_past) && ends)) {
            which = has_hint(noun, hint_past) ? vague_past : vague_future;
            end = noun + 1;
        }
    } else if (has_hint(i, hint_these) && has_hint(i + 1, hint_days)) {
        end = i + 2;
    }
    if (end == i) return i;
    phrase.form = PhraseForm::vague;
    phrase.vague = which;
    return end;
}

}  // namespace chronomap
