#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "geo/dates/lexicon.hpp"
#include "geo/text/sentences.hpp"

namespace chronomap {

/// The words of one sentence as a date reader sees them. Word numbers are token numbers of the article; questions about
/// a word outside the sentence are answered with "none" or "no", except surface(), token() and value().
class SentenceWords {
  public:
    SentenceWords(std::string_view text, const TokenisedText& tokens, const Sentence& sentence,
                  const DateLexicon& lexicon);

    std::string_view text() const { return text_; }
    const std::vector<Token>& tokens() const { return tokens_; }
    std::uint32_t first() const { return first_; }
    std::uint32_t end() const { return end_; }
    bool in(std::uint32_t i) const { return i >= first_ && i < end_; }

    const Token& token(std::size_t i) const { return tokens_[i]; }
    std::string_view surface(std::uint32_t i) const { return tokens_[i].range.of(text_); }
    int value(std::uint32_t i) const { return words_[i - first_].value; }

    DateWord word(std::uint32_t i) const { return in(i) ? words_[i - first_].word : DateWord::none; }
    /// Whether the word, as it is written, has one of these hints.
    bool has_hint(std::uint32_t i, DateHints hints) const { return in(i) && (hints_[i - first_] & hints) != 0; }
    bool capitalised(std::uint32_t i) const { return in(i) && tokens_[i].capitalised; }
    bool is_mark(std::uint32_t i, char c) const { return in(i) && surface(i).size() == 1 && surface(i)[0] == c; }
    bool is_dash_at(std::uint32_t i) const;
    /// No space before it.
    bool touches(std::uint32_t i) const {
        return in(i) && i > first_ && tokens_[i].range.begin == tokens_[i - 1].range.end;
    }

    /// A number of digits only, at most `digits` of them; -1 when it is none.
    int number(std::uint32_t i, std::size_t digits) const;
    /// "5", "5th", "21st" as a day of a month; -1 when it is none.
    int day_number(std::uint32_t i) const;

    const DateLexicon& lexicon() const { return lexicon_; }

  private:
    const DateLexicon& lexicon_;
    std::string_view text_;
    const std::vector<Token>& tokens_;
    std::uint32_t first_, end_;
    std::vector<DateWordEntry> words_;
    std::vector<DateHints> hints_;
};

/// The number that up to five digits write; -1 when anything else is among them or it is larger.
int digits_value(std::string_view digits);

}  // namespace chronomap
