#include <algorithm>

#include "geo/dates/extract_dates.hpp"
#include "geo/text/article_reader.hpp"
#include "geo/text/ascii.hpp"
#include "geo/text/characters.hpp"

namespace chronomap {
namespace {

bool is_separator(std::string_view text, const Token& token) {
    return token.kind == TokenKind::punctuation && is_dash(character_at(text, token.range.begin).code);
}

/// Words of a name in lower case; dashes of any kind do not count ("Armenian–Azerbaijani" is "armenian azerbaijani").
std::vector<std::string> words_of(const std::string& name) {
    Article article;
    article.text = name;
    std::vector<std::string> words;
    for (const Token& token : tokenise(article).tokens)
        if (!is_separator(name, token)) words.push_back(lower_ascii(token.range.of(name)));
    return words;
}

}  // namespace

void PeriodTable::index_names() {
    for (std::size_t i = 0; i < periods_.size(); ++i)
        for (const std::string& name : periods_[i].names) {
            IndexedName entry{words_of(name), i};
            if (entry.words.empty()) continue;
            IndexedName curly = entry;  // "New Year’s Eve"
            for (std::string& word : curly.words)
                if (word.starts_with('\'')) word.replace(0, 1, "’");
            if (curly.words != entry.words) by_first_word_[curly.words.front()].push_back(std::move(curly));
            by_first_word_[entry.words.front()].push_back(std::move(entry));
        }
    for (auto& [word, names] : by_first_word_) {
        first_words_.add(word);
        std::stable_sort(names.begin(), names.end(),
                         [](const auto& a, const auto& b) { return a.words.size() > b.words.size(); });
    }
}

PeriodTable::Match PeriodTable::match(std::string_view text, const std::vector<Token>& tokens, std::size_t first,
                                      std::size_t end) const {
    const std::string_view first_word = tokens[first].range.of(text);
    if (!first_words_.may_have(first_word)) return {};
    const auto names = by_first_word_.find(lower_ascii(first_word));
    if (names == by_first_word_.end()) return {};
    for (const IndexedName& name : names->second) {
        std::size_t at = first, word = 0;
        while (at < end && word < name.words.size()) {
            if (word > 0 && is_separator(text, tokens[at])) {
                ++at;
                continue;
            }
            if (lower_ascii(tokens[at].range.of(text)) != name.words[word]) break;
            ++at;
            ++word;
        }
        if (word == name.words.size()) return {&periods_[name.period], at};
    }
    return {};
}

}  // namespace chronomap
