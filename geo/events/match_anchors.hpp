#pragma once

#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "geo/events/corrections.hpp"

namespace chronomap {

/// The event that each anchor means; null where there is none, or no article of that id. Each event answers to one
/// anchor at most. First by id; for what was read anew by the sentence's words, and among the events of one sentence by
/// the place as written, the date and the place as read. A sentence that is now cut otherwise is met where its words
/// contain the old ones or are contained in them, and place and date are the same.
std::vector<const Event*> match_anchors(const std::unordered_map<std::string_view, const Extraction*>& articles,
                                        std::span<const EventAnchor* const> anchors);

}  // namespace chronomap
