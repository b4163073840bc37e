#include <algorithm>
#include <array>
#include <string_view>

#include "geo/text/article_reader.hpp"
#include "geo/text/characters.hpp"
#include "geo/text/sentences.hpp"

namespace chronomap {
namespace {

/// Reads tokens one after the other.
class Tokeniser {
  public:
    explicit Tokeniser(std::string_view text) : text_(text) {}

    std::vector<Token> run() {
        std::vector<Token> tokens;
        tokens.reserve(text_.size() / 5);
        while (at_ < text_.size()) {
            const Character c = character_at(text_, at_);
            if (c.kind == CharacterClass::space || c.kind == CharacterClass::line_end)
                at_ += c.bytes;
            else if (c.kind == CharacterClass::letter && !is_apostrophe(c.code))  // U+02BC is a letter, too
                tokens.push_back(word());
            else if (c.kind == CharacterClass::digit)
                tokens.push_back(number());
            else
                tokens.push_back(mark(c));
        }
        return tokens;
    }

  private:
    bool letter_at(std::size_t at) const {
        return at < text_.size() && character_at(text_, at).kind == CharacterClass::letter;
    }

    /// "'s" and "’s" at the end of a word are a token of their own, so that "Baku’s" is the name and its ending.
    bool is_possessive(std::size_t after_apostrophe) const {
        return after_apostrophe < text_.size() && (text_[after_apostrophe] | 0x20) == 's' &&
               !letter_at(after_apostrophe + 1);
    }

    Token word() {
        Token token;
        token.range.begin = at32();
        bool first = true, any_lower = false;
        std::size_t letters = 0;
        while (at_ < text_.size()) {
            const Character c = character_at(text_, at_);
            if (is_apostrophe(c.code)) {
                // Inside a word (O'Brien, Step'anakert), not at its end.
                if (!letter_at(at_ + c.bytes) || is_possessive(at_ + c.bytes)) break;
            } else if (c.kind == CharacterClass::letter) {
                token.capitalised = token.capitalised || (first && c.upper);
                any_lower = any_lower || !c.upper;
                first = false;
                ++letters;
            } else if (c.kind != CharacterClass::digit && c.kind != CharacterClass::mark) {
                break;
            }
            at_ += c.bytes;
        }
        token.all_upper = letters > 1 && !any_lower;
        token.range.end = at32();
        return token;
    }

    /// "1993", "1,000", "3.5", "1990s", "19th": digits with their separators and what letters hang on to them.
    Token number() {
        Token token;
        token.kind = TokenKind::number;
        token.range.begin = at32();
        while (at_ < text_.size()) {
            const Character c = character_at(text_, at_);
            const bool separator = (c.code == ',' || c.code == '.') && digits_from(at_ + 1) > 0 &&
                                   (c.code == '.' || digits_from(at_ + 1) == 3);
            if (c.kind != CharacterClass::digit && c.kind != CharacterClass::letter && c.kind != CharacterClass::mark &&
                !separator)
                break;
            at_ += c.bytes;
        }
        token.range.end = at32();
        return token;
    }

    /// Digits from `at` on, counted up to four.
    int digits_from(std::size_t at) const {
        int count = 0;
        while (count < 4 && at < text_.size() && text_[at] >= '0' && text_[at] <= '9') ++at, ++count;
        return count;
    }

    Token mark(const Character& c) {
        Token token;
        token.kind = TokenKind::punctuation;
        token.range.begin = at32();
        const std::size_t after = at_ + c.bytes;
        at_ = is_apostrophe(c.code) && at_ > 0 && is_possessive(after) ? after + 1 : after;
        token.range.end = at32();
        return token;
    }

    std::uint32_t at32() const { return static_cast<std::uint32_t>(at_); }

    std::string_view text_;
    std::size_t at_ = 0;
};

}  // namespace

TokenisedText tokenise(const Article& article) {
    TokenisedText out;
    out.tokens = Tokeniser(article.text).run();
    out.sentences = find_sentences(article.text, out.tokens);
    return out;
}

}  // namespace chronomap
