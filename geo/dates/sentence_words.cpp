#include "geo/dates/sentence_words.hpp"

#include "geo/text/characters.hpp"

namespace chronomap {

SentenceWords::SentenceWords(std::string_view text, const TokenisedText& tokens, const Sentence& sentence,
                             const DateLexicon& lexicon)
    : lexicon_(lexicon), text_(text), tokens_(tokens.tokens), first_(sentence.first_token), end_(sentence.last_token) {
    words_.reserve(end_ - first_);
    hints_.reserve(end_ - first_);
    for (std::uint32_t i = first_; i < end_; ++i) {
        words_.push_back(tokens_[i].kind == TokenKind::word ? lexicon.word(surface(i)) : DateWordEntry{});
        hints_.push_back(lexicon.hints(surface(i)));
    }
}

bool SentenceWords::is_dash_at(std::uint32_t i) const {
    return in(i) && tokens_[i].kind == TokenKind::punctuation &&
           is_dash(character_at(text_, tokens_[i].range.begin).code);
}

int SentenceWords::number(std::uint32_t i, std::size_t digits) const {
    if (!in(i) || tokens_[i].kind != TokenKind::number || surface(i).size() > digits) return -1;
    return digits_value(surface(i));
}

int SentenceWords::day_number(std::uint32_t i) const {
    if (!in(i) || tokens_[i].kind != TokenKind::number) return -1;
    const std::string_view digits = without_ordinal_ending(surface(i));
    if (digits.empty() || digits.size() > 2) return -1;
    const int day = digits_value(digits);
    return day >= 1 && day <= 31 ? day : -1;
}

int digits_value(std::string_view digits) {
    if (digits.size() > 5) return -1;
    int out = 0;
    for (char c : digits) {
        if (c < '0' || c > '9') return -1;
        out = out * 10 + (c - '0');
    }
    return out;
}

}  // namespace chronomap
