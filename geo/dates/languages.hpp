#pragma once

#include <string>
#include <vector>

#include "geo/dates/lexicon.hpp"
#include "geo/text/article.hpp"

namespace chronomap {

/// The languages whose dates can be read, from data files (assets/languages). Immutable, never empty.
class Languages {
  public:
    /// The first file is the language of articles that none of them fits.
    static Result<Languages> load(const std::vector<std::string>& paths);

    /// The language whose common words, months and own letters are the most frequent among the first words of the
    /// article. O(1).
    const DateLexicon& of(const Article& article, const TokenisedText& tokens) const;

  private:
    std::vector<DateLexicon> lexicons_;
};

}  // namespace chronomap
