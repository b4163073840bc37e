#include "geo/dates/phrase_grammar.hpp"

namespace chronomap {

std::uint32_t PhraseGrammar::amount(std::uint32_t i, int& count, bool& approximate) const {
    std::uint32_t at = i;
    if (has_hint(at, hint_than)) return i;
    const std::uint32_t longest = at + 4;  // "about", "just", "more than": no longer, so that no text is slow
    while (at < longest && (word(at) == DateWord::about || has_hint(at, hint_before_amount))) {
        approximate = approximate || word(at) == DateWord::about;
        ++at;
    }
    if (number(at, 3) > 0) {
        count = number(at, 3);
        return at + 1;
    }
    if (has_hint(at, hint_several | hint_few)) {
        count = 3;
        approximate = true;
        return at + 1;
    }
    if (word(at) != DateWord::cardinal) return i;
    count = value(at++);
    if (is_dash_at(at) && word(at + 1) == DateWord::cardinal && count >= 20 && value(at + 1) < 10) {
        count += value(at + 1);
        at += 2;
    }
    if (has_hint(at, hint_few | hint_couple)) {
        count = has_hint(at, hint_few) ? 3 : 2;
        approximate = true;
        ++at;
        if (word(at) == DateWord::of) ++at;
    }
    return at;
}

std::uint32_t PhraseGrammar::amounts(std::uint32_t i, DatePhrase& phrase) const {
    const std::uint32_t unit = amount(i, phrase.amount, phrase.approximate);
    if (unit == i || word(unit) != DateWord::unit) return i;
    phrase.unit = value(unit);
    std::uint32_t at = unit + 1;
    for (int last = phrase.unit; last <= unit_year;) {  // ever finer units, so that it ends
        std::uint32_t next = at;
        if (is_mark(next, ',')) ++next;
        if (word(next) == DateWord::and_) ++next;
        int count = 0;
        bool approximate = false;
        const std::uint32_t finer = amount(next, count, approximate);
        if (finer == next || approximate || word(finer) != DateWord::unit || value(finer) >= last) break;
        last = value(finer);
        phrase.more.emplace_back(last, count);
        at = finer + 1;
    }
    return at;
}

std::uint32_t PhraseGrammar::offset(std::uint32_t i, DatePhrase& phrase) {
    if (word(i) == DateWord::the && word(i + 1) == DateWord::unit && !looks_plural(surface(i + 1)) &&
        (word(i + 2) == DateWord::before || word(i + 2) == DateWord::after)) {  // "the week before Christmas"
        phrase.unit = value(i + 1);
        phrase.form = PhraseForm::offset;
        phrase.step = word(i + 2) == DateWord::after ? 1 : -1;
        const std::uint32_t next = in(i + 3) ? single_day(i + 3, phrase) : i + 3;
        return next > i + 3 ? next : i;
    }
    const std::uint32_t after_units = amounts(i, phrase);
    if (after_units == i) {  // "10 previous weeks", "five upcoming years"
        const std::uint32_t at = amount(i, phrase.amount, phrase.approximate);
        const bool turned = at > i && (word(at) == DateWord::back || word(at) == DateWord::forward);
        if (!turned || word(at + 1) != DateWord::unit || !looks_plural(surface(at + 1))) return i;
        phrase.form = PhraseForm::recent;
        phrase.unit = value(at + 1);
        phrase.step = word(at) == DateWord::forward ? 1 : -1;
        phrase.anchor = PhraseAnchor::published;
        return at + 2;
    }
    const std::uint32_t unit = after_units - 1;
    phrase.form = PhraseForm::offset;
    const bool for_units = i > first() && has_hint(i - 1, hint_for);
    if (for_units && is_mark(unit + 1, ',') && word(unit + 2) == DateWord::from && in(unit + 3)) {
        DatePhrase counted = phrase;
        const std::uint32_t next = single_day(unit + 3, counted);
        if (next > unit + 3) {  // "for three days, from Tuesday"
            phrase = counted;
            phrase.form = PhraseForm::recent;
            phrase.step = 1;
            return next;
        }
    }
    const DateWord way = word(unit + 1);
    if ((way == DateWord::after || way == DateWord::before || way == DateWord::from) && in(unit + 2)) {
        DatePhrase counted = phrase;
        const std::uint32_t next = single_day(unit + 2, counted);
        if (next > unit + 2) {  // "two weeks before May 13", "3 days from Tuesday"
            phrase = counted;
            phrase.step = way == DateWord::before ? -1 : 1;
            phrase.anchor = PhraseAnchor::none;
            // "for three days from Tuesday", "within two weeks after May 13", "less than ten days from today": all of
            // them
            const bool bounded = i > first() && way != DateWord::before &&
                                 (has_hint(i - 1, hint_inside) || (has_hint(i - 1, hint_than) && i > first() + 1 &&
                                                                   !has_hint(i - 2, hint_before_amount)));
            if (bounded || (way == DateWord::from && for_units)) phrase.form = PhraseForm::recent;
            return next;
        }
    }
    if (has_hint(unit + 1, hint_starting)) {  // "two weeks starting on May 20"
        std::uint32_t at = unit + 2;
        if (word(at) == DateWord::from || word(at) == DateWord::on) ++at;
        DatePhrase counted = phrase;
        const std::uint32_t next = in(at) ? single_day(at, counted) : at;
        if (next > at) {
            phrase = counted;
            phrase.form = PhraseForm::recent;
            phrase.step = 1;
            return next;
        }
    }
    if (way == DateWord::ago) {
        phrase.anchor = PhraseAnchor::published;
        phrase.step = -1;
        return unit + 2;
    }
    phrase.anchor = PhraseAnchor::last;
    if (way == DateWord::later || way == DateWord::earlier) {
        phrase.step = way == DateWord::later ? 1 : -1;
        phrase.to_the_day = word(unit + 2) == DateWord::to && word(unit + 3) == DateWord::the &&
                            word(unit + 4) == DateWord::unit && value(unit + 4) == unit_day &&
                            !looks_plural(surface(unit + 4));
        return unit + (phrase.to_the_day ? 5 : 2);
    }
    if (way == DateWord::after || way == DateWord::before) {
        const bool after_that =
            word(unit + 2) == DateWord::there || is_mark(unit + 2, ',') || is_mark(unit + 2, '.') || !in(unit + 2);
        phrase.step = way == DateWord::after ? 1 : -1;
        if (after_that) return unit + (word(unit + 2) == DateWord::there ? 3 : 2);
        // "signed on Monday, two weeks after the vote": the vote's day is two weeks before.
        phrase.inverted = i > first() && (is_mark(i - 1, ',') || (phrase.approximate && is_mark(i - 1, ',')));
        if (!phrase.inverted) return i;
        return unit + 2;
    }
    return i;
}

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

std::uint32_t PhraseGrammar::relative(std::uint32_t i, DatePhrase& phrase) {
    std::uint32_t at = i;
    if (word(at) == DateWord::earlier || word(at) == DateWord::later) {
        if (word(at + 1) != DateWord::here && word(at + 1) != DateWord::there && word(at + 1) != DateWord::the)
            return i;
        ++at;
    }
    const bool the = word(at) == DateWord::the;
    if (the) ++at;
    const DateWord how = word(at);
    if (how != DateWord::back && how != DateWord::forward && how != DateWord::here && how != DateWord::there) return i;
    ++at;
    if (!in(at)) return i;
    if (how == DateWord::there && word(at) == DateWord::there) ++at;  // "that same day"
    if (word(at) == DateWord::unit) return unit_phrase(i, at, how, the, phrase);
    if (is_month(at) || (word(at) == DateWord::month && capitalised(at))) {
        phrase.month = value(at);
        phrase.following = how == DateWord::forward;
        phrase.step = how == DateWord::back ? -1 : 0;
        phrase.here = how == DateWord::here;
        phrase.anchor = the || how == DateWord::there ? PhraseAnchor::last : PhraseAnchor::published;
        const std::uint32_t day = after_month(at);
        if (phrase.anchor == PhraseAnchor::published && day_number(day) > 0 && !is_measure(day + 1)) {
            phrase.day = day_number(day);  // "last Oct. 23"
            return day + 1;
        }
        return at + 1;
    }
    if (word(at) == DateWord::day_part) {  // "this morning", "last night", "that evening", "the next morning"
        const bool told = the || how == DateWord::there;
        phrase.form = told ? PhraseForm::unit : PhraseForm::day_word;
        phrase.unit = unit_day;
        phrase.anchor = told ? PhraseAnchor::last : PhraseAnchor::published;
        phrase.step = how == DateWord::back ? -1 : how == DateWord::forward ? 1 : 0;
        return at + 1;
    }
    if (how == DateWord::back || how == DateWord::forward) {
        std::uint32_t after_units = amounts(at, phrase);
        if (after_units > at) {
            // "for the last three months, and two days ago they …": another time begins behind the first unit
            if (word(after_units) == DateWord::ago && !phrase.more.empty()) {
                phrase.more.clear();
                after_units = amount(at, phrase.amount, phrase.approximate) + 1;
            }
            phrase.form = PhraseForm::recent;
            phrase.step = how == DateWord::forward ? 1 : -1;
            phrase.here = i > first() && has_hint(i - 1, hint_inside);  // "within the next ten days"
            phrase.anchor = PhraseAnchor::published;
            return after_units;
        }
    }
    return i;
}

std::uint32_t PhraseGrammar::unit_phrase(std::uint32_t i, std::uint32_t at, DateWord how, bool the,
                                         DatePhrase& phrase) {
    phrase.form = PhraseForm::unit;
    phrase.unit = value(at);
    phrase.step = how == DateWord::back ? -1 : how == DateWord::forward ? 1 : 0;
    // "last week" looks back from today, "the next day" and "the previous week" from what was told before.
    const bool told = (the && how != DateWord::here) || how == DateWord::there || has_hint(at - 1, hint_from_story);
    phrase.anchor = told ? PhraseAnchor::last : PhraseAnchor::published;
    if (how == DateWord::forward && phrase.unit == unit_day) phrase.anchor = PhraseAnchor::last;
    if (looks_plural(surface(at))) return i;  // "the following days" is no date
    if (phrase.unit == unit_year && touches(at + 1) && (surface(at + 1) == "'s" || surface(at + 1) == "’s")) {
        DatePhrase part;  // "next year's first quarter"
        const std::uint32_t next = in(at + 2) ? quarter(at + 2, part) : at + 2;
        if (next > at + 2 && !part.has_year()) {
            part.first_token = phrase.first_token;
            part.of_that_year = true;
            part.step = phrase.step;
            part.anchor = phrase.anchor;
            phrase = part;
            return next;
        }
    }
    if (phrase.unit == unit_week && !told) {  // "next week on Friday", "last week Sunday"
        const std::uint32_t day = word(at + 1) == DateWord::on || is_mark(at + 1, ',') ? at + 2 : at + 1;
        if (in(day) && is_weekday(day)) {
            phrase.form = PhraseForm::weekday;
            phrase.weekday = value(day);
            phrase.in_week = true;
            return day + 1;
        }
    }
    return at + 1;
}

std::uint32_t PhraseGrammar::day_word(std::uint32_t i, DatePhrase& phrase) {
    if (word(i) == DateWord::day_word) {
        phrase.form = PhraseForm::day_word;
        phrase.step = value(i);
        phrase.anchor = PhraseAnchor::published;
        return i + 1;
    }
    if (word(i) == DateWord::the && word(i + 1) == DateWord::unit && word(i + 2) == DateWord::after) {
        const std::uint32_t next = word(i + 3) == DateWord::the ? i + 4 : i + 3;
        const bool ends = !in(next + 1) || token(next + 1).kind == TokenKind::punctuation;
        if (word(next) == DateWord::forward && !has_hint(next, hint_from_story) && ends) {
            phrase.form = PhraseForm::unit;  // "the week after next"
            phrase.unit = value(i + 1);
            phrase.step = 2;
            phrase.anchor = PhraseAnchor::published;
            return next + 1;
        }
    }
    if (word(i) == DateWord::unit && value(i) == unit_day && !looks_plural(surface(i)) &&
        (word(i + 1) == DateWord::before || word(i + 1) == DateWord::after) && word(i + 2) == DateWord::day_word &&
        value(i + 2) != 0) {
        phrase.form = PhraseForm::day_word;  // "day after tomorrow"
        phrase.step = 2 * value(i + 2);
        phrase.anchor = PhraseAnchor::published;
        return i + 3;
    }
    const bool day = word(i) == DateWord::the && word(i + 1) == DateWord::unit &&
                     (value(i + 1) == unit_day || value(i + 1) == unit_year);
    if (!day || (word(i + 2) != DateWord::before && word(i + 2) != DateWord::after)) return i;
    if (value(i + 1) == unit_day && word(i + 3) == DateWord::day_word && value(i + 3) != 0) {
        phrase.form = PhraseForm::day_word;  // "the day before yesterday"
        phrase.step = 2 * value(i + 3);
        phrase.anchor = PhraseAnchor::published;
        return i + 4;
    }
    const bool ends = !in(i + 3) || token(i + 3).kind == TokenKind::punctuation;
    if (!ends) return i;
    phrase.form = PhraseForm::unit;
    phrase.unit = value(i + 1);
    phrase.anchor = PhraseAnchor::last;
    phrase.step = word(i + 2) == DateWord::before ? -1 : 1;
    return i + 3;
}

std::uint32_t PhraseGrammar::from_now(std::uint32_t i, DatePhrase& phrase) {
    const std::uint32_t after_units = amounts(i, phrase);
    if (after_units == i) return i;
    const std::uint32_t unit = after_units - 1;
    if (ahead_ > 0 && i > first() && has_hint(i - 1, hint_inside)) {  // "will be back within ten months"
        phrase.form = PhraseForm::recent;
        phrase.anchor = PhraseAnchor::published;
        phrase.step = 1;
        phrase.here = true;
        return after_units;
    }
    if (ahead_ > 0 && i > first() && has_hint(i - 1, hint_within)) {  // "will leave in two weeks"
        phrase.form = PhraseForm::offset;
        phrase.anchor = PhraseAnchor::published;
        phrase.step = 1;
        return after_units;
    }
    if (word(unit + 1) != DateWord::from || !in(unit + 2)) return i;
    const bool now = (word(unit + 2) == DateWord::vague && value(unit + 2) == vague_present) ||
                     (word(unit + 2) == DateWord::day_word && value(unit + 2) == 0);
    if (!now) return i;
    phrase.here = i > first() && has_hint(i - 1, hint_inside);  // "within two weeks from today"
    phrase.form = phrase.here ? PhraseForm::recent : PhraseForm::offset;
    phrase.anchor = PhraseAnchor::published;
    phrase.step = 1;
    return unit + 3;
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
