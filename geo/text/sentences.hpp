#pragma once

#include <string_view>
#include <vector>

#include "geo/text/article.hpp"

namespace chronomap {

/// Groups tokens into sentences. A sentence ends at . ! ? … (but not after an abbreviation or an initial), at an empty
/// line, at a line end that is no wrapping (headings, list items), never elsewhere.
std::vector<Sentence> find_sentences(std::string_view text, const std::vector<Token>& tokens);

}  // namespace chronomap
