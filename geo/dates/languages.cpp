#include "geo/dates/languages.hpp"

#include <algorithm>

#include "geo/text/case_folding.hpp"

namespace chronomap {

Result<Languages> Languages::load(const std::vector<std::string>& paths) {
    Languages languages;
    for (const std::string& path : paths) {
        auto lexicon = DateLexicon::load(path);
        if (!lexicon) return tl::unexpected(lexicon.error());
        languages.lexicons_.push_back(std::move(*lexicon));
    }
    if (languages.lexicons_.empty()) return fail("no language is given");
    return languages;
}

const DateLexicon& Languages::of(const Article& article, const TokenisedText& tokens) const {
    constexpr int words_to_read = 100, sure_lead = 12;
    std::vector<int> common(lexicons_.size(), 0);
    int read = 0;
    for (auto token = tokens.tokens.begin(); token != tokens.tokens.end() && read < words_to_read; ++token) {
        const int others = lexicons_.size() > 1 ? *std::max_element(common.begin() + 1, common.end()) : 0;
        if (common[0] >= others + sure_lead) break;
        if (token->kind != TokenKind::word) continue;
        ++read;
        const std::string word = case_folded(token->range.of(article.text));
        for (std::size_t i = 0; i < lexicons_.size(); ++i) {
            const bool telling = lexicons_[i].is_common(word) || lexicons_[i].word(word).word == DateWord::month;
            common[i] += (telling ? 2 : 0) + (lexicons_[i].has_own_letter(word) ? 1 : 0);
        }
    }
    std::size_t best = 0;
    for (std::size_t i = 1; i < lexicons_.size(); ++i)
        if (common[i] > common[best]) best = i;
    return lexicons_[best];
}

}  // namespace chronomap
