#pragma once

#include <cstddef>
#include <vector>

#include "geo/events/sentence_reading.hpp"

namespace chronomap {

/// May the word tell what happened: a verb of the table, or any past tense or participle?
bool may_tell(const ReadWord& word);

/// Is the verb at word `i` used of something else than what happened somewhere: "captured the title", "prices shot up",
/// "shot a film", "demonstrated that"? O(1).
bool is_figurative(const std::vector<ReadWord>& words, std::size_t i);

}  // namespace chronomap
