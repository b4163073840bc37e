#include "geo/dates/phrase_grammar.hpp"

namespace chronomap {
namespace {
constexpr int longest_look_ahead = 9;
}

std::vector<DatePhrase> PhraseGrammar::run() {
    std::vector<DatePhrase> phrases;
    for (std::uint32_t i = first(); i < end();) {
        look_ahead(i);
        DatePhrase phrase;
        phrase.first_token = i;
        const std::uint32_t next = read(i, phrase);
        if (next <= i) {
            ++i;
            continue;
        }
        phrase.end_token = next;
        phrase.range = {token(phrase.first_token).range.begin, token(next - 1).range.end};
        phrase.ahead = phrase.ahead || ahead_ > 0;
        include_frame(phrase);
        if (!phrases.empty() && phrases.back().range.end > phrase.range.begin)
            phrase.range.begin = token(i).range.begin;
        phrases.push_back(phrase);
        i = phrase.end_token;
    }
    return phrases;
}

void PhraseGrammar::look_ahead(std::uint32_t i) {
    const DateWord w = word(i);
    const bool ends = token(i).kind == TokenKind::punctuation ? !is_dash_at(i) && !is_mark(i, '.') && !is_mark(i, '$')
                                                              : w == DateWord::saying;
    if (w == DateWord::will)
        ahead_ = longest_look_ahead;
    else if (ends)
        ahead_ = 0;
    else if (ahead_ > 0)
        --ahead_;
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
    if (token(i).kind == TokenKind::punctuation) return i;
    for (const auto rule :
         {&PhraseGrammar::period, &PhraseGrammar::numeric, &PhraseGrammar::day_month, &PhraseGrammar::month_day,
          &PhraseGrammar::part_of, &PhraseGrammar::ordinal_half, &PhraseGrammar::decade, &PhraseGrammar::century,
          &PhraseGrammar::season, &PhraseGrammar::weekday, &PhraseGrammar::offset, &PhraseGrammar::relative,
          &PhraseGrammar::day_word, &PhraseGrammar::year, &PhraseGrammar::quarter, &PhraseGrammar::from_now,
          &PhraseGrammar::weekend, &PhraseGrammar::vague})
        if (const std::uint32_t next = (this->*rule)(i, phrase); next > i) return next;
    return i;
}

std::vector<DatePhrase> read_phrases(std::string_view text, const TokenisedText& tokens, const Sentence& sentence,
                                     const PeriodTable& periods) {
    return PhraseGrammar(text, tokens, sentence, periods).run();
}

}  // namespace chronomap
