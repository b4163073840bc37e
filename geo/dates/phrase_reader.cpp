#include <array>
#include <span>

#include "geo/dates/phrase_grammar.hpp"

namespace chronomap {
namespace {
constexpr int longest_look_ahead = 9;
}

std::vector<DatePhrase> PhraseGrammar::run() {
    std::vector<DatePhrase> phrases;
    DatePhrase phrase;
    for (std::uint32_t i = first(); i < end();) {
        look_ahead(i);
        std::uint32_t next = read(i, phrase);
        if (next <= i && !phrases.empty()) next = day_after_and(i, phrases.back(), phrase);
        if (next <= i) {
            ++i;
            continue;
        }
        phrase.end_token = next;
        phrase.range = {token(phrase.first_token).range.begin, token(next - 1).range.end};
        phrase.ahead = phrase.ahead || ahead_ > 0 || (phrase.first_token > first() && waits_for(phrase));
        phrase.narrates = phrase.first_token <= first() + 2 || word(phrase.first_token - 1) == DateWord::in;
        include_frame(phrase);
        if (!phrases.empty() && phrases.back().range.end > phrase.range.begin)
            phrase.range.begin = token(i).range.begin;
        phrases.push_back(phrase);
        i = phrase.end_token;
    }
    return phrases;
}

/// Words that stand before and within phrases only.
bool PhraseGrammar::begins_nothing(DateWord word) {
    switch (word) {
        case DateWord::of:
        case DateWord::in:
        case DateWord::on:
        case DateWord::to:
        case DateWord::and_:
        case DateWord::from:
        case DateWord::since:
        case DateWord::until:
        case DateWord::between:
        case DateWord::during:
        case DateWord::after:
        case DateWord::before:
        case DateWord::saying:
        case DateWord::will:
        case DateWord::ending:
            return true;
        default:
            return false;
    }
}

void PhraseGrammar::look_ahead(std::uint32_t i) {
    const DateWord w = word(i);
    const bool ends = token(i).kind == TokenKind::punctuation ? !is_dash_at(i) && !is_mark(i, '.') && !is_mark(i, '$')
                                                              : w == DateWord::saying;
    const bool to_come = has_hint(i, hint_to_come) &&
                         (w == DateWord::forward || (i > first() && word(i - 1) == DateWord::to));  // "is to be held"
    const bool will = w == DateWord::will || to_come ||
                      (w == DateWord::none && token(i).kind == TokenKind::word &&
                       (surface(i).ends_with("'ll") || surface(i).ends_with("’ll")));
    if (will)
        ahead_ = longest_look_ahead;
    else if (ends)
        ahead_ = 0;
    else if (ahead_ > 0)
        --ahead_;
}

/// "by August", "until Tuesday": a bare date behind such a word has not come yet.
bool PhraseGrammar::waits_for(const DatePhrase& phrase) const {
    const bool bare = (phrase.form == PhraseForm::holiday && !phrase.has_year() && phrase.step == 0) ||
                      (phrase.form == PhraseForm::calendar && !phrase.has_year() && phrase.step == 0) ||
                      (phrase.form == PhraseForm::weekday && phrase.step == 0 && !phrase.here);
    if (!bare) return false;
    std::uint32_t before = phrase.first_token - 1;
    // "until 9 a.m. EST Tuesday"
    constexpr std::uint32_t longest_time = 6;
    for (std::uint32_t at = before; at > first() && before - at < longest_time; --at) {
        if (number(at, 2) > 0 && at > first()) before = at - 1;
        const bool time = number(at, 2) >= 0 || is_mark(at, '.') || is_mark(at, ':') || has_hint(at, hint_article) ||
                          (surface(at).size() <= 4 && word(at) == DateWord::none && !has_hint(at, ~hint_measure));
        if (!time) break;
    }
    const bool as_soon_as = has_hint(before, hint_as) && before >= first() + 2 && has_hint(before - 2, hint_as);
    return has_hint(before, hint_by) || as_soon_as;
}

std::uint32_t PhraseGrammar::day_after_and(std::uint32_t i, const DatePhrase& before, DatePhrase& phrase) const {
    const bool day = before.form == PhraseForm::calendar && before.month > 0 && before.day > 0 &&
                     before.last_day == 0 && !before.has_year();
    if (!day || before.end_token + 1 != i || word(i - 1) != DateWord::and_ || day_number(i) <= before.day) return i;
    const bool ends = !in(i + 1) || token(i + 1).kind == TokenKind::punctuation || has_hint(i + 1, hint_small_word);
    if (!ends || is_measure(i + 1)) return i;
    phrase = before;
    phrase.first_token = i;
    phrase.day = day_number(i);
    return i + 1;
}

void PhraseGrammar::include_frame(DatePhrase& phrase) const {
    const std::uint32_t i = phrase.first_token;
    const bool framed = phrase.part || phrase.form == PhraseForm::century || phrase.form == PhraseForm::quarter;
    if (framed && i > first() && word(i - 1) == DateWord::the)
        phrase.range.begin = token(--phrase.first_token).range.begin;
    const bool day = phrase.form == PhraseForm::weekday || phrase.form == PhraseForm::day_word;
    if (day && word(phrase.end_token) == DateWord::day_part) {
        phrase.range.end = token(phrase.end_token).range.end;
        ++phrase.end_token;
    }
    if (day && i > first() && !phrase.part && in(i - 1) &&
        (word(i - 1) == DateWord::part || word(i - 1) == DateWord::later || word(i - 1) == DateWord::earlier ||
         word(i - 1) == DateWord::day_part))
        phrase.range.begin = token(i - 1).range.begin;
}

std::uint32_t PhraseGrammar::read(std::uint32_t i, DatePhrase& phrase) {
    using Rule = std::uint32_t (PhraseGrammar::*)(std::uint32_t, DatePhrase&);
    using Self = PhraseGrammar;
    static constexpr std::array<Rule, 29> rules{
        &Self::period,    &Self::numeric,      &Self::year_month,  &Self::half_year, &Self::day_span,
        &Self::day_month, &Self::month_day,    &Self::part_of,     &Self::nth_of,    &Self::ordinal_half,
        &Self::decade,    &Self::century,      &Self::season,      &Self::weekday,   &Self::offset,
        &Self::relative,  &Self::day_word,     &Self::year,        &Self::quarter,   &Self::from_now,
        &Self::weekend,   &Self::week_of,      &Self::week_number, &Self::rest,      &Self::day_only,
        &Self::year_ago,  &Self::that_quarter, &Self::whole_unit,  &Self::vague};
    // Most words are none of time: names may begin with them ("Q3" is one, too).
    static constexpr std::array<Rule, 4> rules_of_other_words{&Self::period, &Self::half_year, &Self::quarter,
                                                              &Self::glued_month};
    if (token(i).kind == TokenKind::punctuation) return i;
    const bool other = token(i).kind == TokenKind::word &&
                       (begins_nothing(word(i)) || (word(i) == DateWord::none && !has_hint(i, ~DateHints{0})));
    const std::string_view s = surface(i);
    const bool glued = s.back() >= '0' && s.back() <= '9';  // "Oct2"
    if (other && s.size() != 2 && !glued && !periods_.may_begin(s)) return i;
    const std::span<const Rule> fitting =
        other ? std::span<const Rule>(rules_of_other_words) : std::span<const Rule>(rules);
    for (const Rule rule : fitting) {
        phrase.clear();  // what a rule that does not fit has filled in is of no use to the next
        phrase.first_token = i;
        if (const std::uint32_t next = (this->*rule)(i, phrase); next > i) return next;
    }
    return i;
}

std::vector<DatePhrase> read_phrases(std::string_view text, const TokenisedText& tokens, const Sentence& sentence,
                                     const PeriodTable& periods, const DateLexicon& lexicon) {
    return PhraseGrammar(text, tokens, sentence, periods, lexicon).run();
}

}  // namespace chronomap
