#pragma once

#include "geo/events/sentence_reading.hpp"

namespace chronomap {

/// Who the sentence says it from: the words around the verb of saying, and the speaker alone. Empty when the article
/// speaks for itself.
struct Attribution {
    TextRange range;      ///< "says Hikmet Haciyev"
    std::string speaker;  ///< "Hikmet Haciyev"
};

Attribution find_attribution(const SentenceReading& sentence);

}  // namespace chronomap
