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

}  // namespace chronomap
