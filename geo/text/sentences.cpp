#include "geo/text/sentences.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "geo/text/ascii.hpp"
#include "geo/text/characters.hpp"

namespace chronomap {
namespace {

/// Words that end in a full stop without ending a sentence, in lower case and without it. Sorted.
constexpr std::array<std::string_view, 62> abbreviations{
    "adm",  "al",   "apr",  "assoc", "aug", "ave", "brig", "bros", "capt", "cf",   "cmdr",   "co",  "col",
    "corp", "dec",  "dept", "dr",    "ed",  "eg",  "esq",  "est",  "etc",  "feb",  "fig",    "gen", "gov",
    "hon",  "inc",  "jan",  "jr",    "jul", "jun", "lt",   "ltd",  "maj",  "mar",  "messrs", "mr",  "mrs",
    "ms",   "mt",   "no",   "nos",   "nov", "oct", "op",   "pp",   "pres", "prof", "rep",    "rev", "sen",
    "sep",  "sept", "sgt",  "sr",    "st",  "sts", "vol",  "vols", "vs",   "viz"};

bool is_abbreviation(std::string_view word) {
    if (word.size() > 6) return false;
    const std::string lower = lower_ascii(word);
    return std::binary_search(abbreviations.begin(), abbreviations.end(), std::string_view(lower));
}

/// Line ends between two tokens.
int line_ends(std::string_view gap) {
    return static_cast<int>(std::count(gap.begin(), gap.end(), '\n'));
}

class SentenceFinder {
  public:
    SentenceFinder(std::string_view text, const std::vector<Token>& tokens) : text_(text), tokens_(tokens) {}

    std::vector<Sentence> run() {
        for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
            const int lines = i == 0 ? 0 : line_ends(gap_before(i));
            if (lines > 1 || (lines == 1 && line_break_ends(i))) {
                finish(i);
                paragraph_ += lines > 1;
            } else if (after_end_ && begins_sentence(i)) {
                finish(i);
            }
            after_end_ = ends_sentence(i) || (after_end_ && closes(code(i)));
        }
        finish(static_cast<std::uint32_t>(tokens_.size()));
        return std::move(sentences_);
    }

  private:
    std::string_view gap_before(std::uint32_t i) const {
        return text_.substr(tokens_[i - 1].range.end, tokens_[i].range.begin - tokens_[i - 1].range.end);
    }
    char32_t code(std::uint32_t i) const { return character_at(text_, tokens_[i].range.begin).code; }
    bool is_mark(std::uint32_t i) const { return tokens_[i].kind == TokenKind::punctuation; }

    void finish(std::uint32_t end) {
        if (end > first_)
            sentences_.push_back({{tokens_[first_].range.begin, tokens_[end - 1].range.end}, first_, end, paragraph_});
        first_ = end;
        after_end_ = false;
    }

    /// A single line end: the text was wrapped if the line is long and the next one goes on in lower case; everything
    /// else is a heading, a list item or a paragraph of a text without empty lines.
    bool line_break_ends(std::uint32_t i) const {
        const std::size_t end_of_line = tokens_[i - 1].range.end;
        const auto before = text_.rfind('\n', end_of_line - 1);
        const std::size_t length = end_of_line - (before == text_.npos ? 0 : before + 1);
        if (length < 40 || length > 160) return true;
        if (after_end_) return true;
        return is_mark(i) && !opens(code(i));
    }

    bool ends_sentence(std::uint32_t i) const {
        if (!is_mark(i)) return false;
        const char32_t c = code(i);
        if (c == '!' || c == '?' || c == 0x2026 || c == 0x589 || c == 0x3002 || c == 0x61F) return true;
        if (c == ':' && i > 0 && tokens_[i - 1].kind == TokenKind::word && is_armenian(code(i - 1)))
            return tokens_[i - 1].range.end == tokens_[i].range.begin;  // written for the full stop of Armenian
        if (c != '.') return false;
        if (i == 0 || tokens_[i - 1].range.end != tokens_[i].range.begin) return true;
        const Token& word = tokens_[i - 1];
        const std::string_view surface = word.range.of(text_);
        if (word.kind == TokenKind::punctuation) return true;
        const bool letter = character_at(text_, word.range.begin).bytes == surface.size();
        // "U.S. Then" may end a sentence, "J. Smith" and the middle of "U.S." do not: decided by what follows.
        const bool of_several = i >= 2 && is_mark(i - 2) && tokens_[i - 2].range.end == word.range.begin;
        const bool initial = letter && (word.capitalised || (of_several && is_time_of_day(i - 3, surface)));
        if (!initial) return word.kind == TokenKind::number || !is_abbreviation(surface) || !next_is_close(i);
        return of_several && i + 1 < tokens_.size() && tokens_[i + 1].range.begin > tokens_[i].range.end &&
               is_starter(i + 1);
    }

    static bool is_armenian(char32_t c) { return c >= 0x531 && c <= 0x587; }

    /// "a.m.", whose "a" is token `first`.
    bool is_time_of_day(std::uint32_t first, std::string_view last) const {
        if (last != "m" || first >= tokens_.size()) return false;
        const std::string_view letter = tokens_[first].range.of(text_);
        return letter == "a" || letter == "p";
    }

    bool next_is_close(std::uint32_t i) const { return i + 1 < tokens_.size() && line_ends(gap_before(i + 1)) == 0; }

    /// Words that open a sentence far more often than they follow an abbreviation.
    bool is_starter(std::uint32_t i) const {
        static constexpr std::array<std::string_view, 24> starters{
            "A",  "After", "An", "And", "As", "At",  "But",  "For", "He",   "Her",  "His",  "However",
            "If", "In",    "It", "Its", "On", "She", "That", "The", "They", "This", "When", "While"};
        const std::string_view word = tokens_[i].range.of(text_);
        return std::find(starters.begin(), starters.end(), word) != starters.end();
    }

    bool begins_sentence(std::uint32_t i) const {
        const Token& token = tokens_[i];
        if (token.range.begin == tokens_[i - 1].range.end && !opens(code(i))) return false;
        if (closes(code(i)) && token.range.begin == tokens_[i - 1].range.end) return false;
        if (token.kind == TokenKind::number) return true;
        if (token.kind == TokenKind::punctuation) return !closes(code(i)) || opens(code(i)) || is_dash(code(i));
        return token.capitalised || !character_at(text_, token.range.begin).lower;
    }

    std::string_view text_;
    const std::vector<Token>& tokens_;
    std::vector<Sentence> sentences_;
    std::uint32_t first_ = 0;
    std::uint32_t paragraph_ = 0;
    bool after_end_ = false;
};

}  // namespace

std::vector<Sentence> find_sentences(std::string_view text, const std::vector<Token>& tokens) {
    return SentenceFinder(text, tokens).run();
}

}  // namespace chronomap
