#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "geo/base/result.hpp"
#include "geo/text/text_range.hpp"

namespace chronomap {

struct AppState;
struct Extraction;

/// What the reader of the shown article is at.
struct Reading {
    std::string sought;              ///< words sought in the article; empty: none
    std::size_t found_at = 0;        ///< which of the places found is looked at
    std::uint32_t find_asked = 0;    ///< grows when the field for them is to take the keys
    double scroll_pages = 0;         ///< how far the page is to be moved; to its ends by more than it has
    std::uint32_t scroll_asked = 0;  ///< grows with each move
};

/// Where `words` stand in a text one after the other, the last one perhaps only begun: folded, so that "karabag" finds
/// "Qarabağ" no less than "QARABAĞ". Nothing for fewer than two letters. O(text).
std::vector<TextRange> find_words(std::string_view text, std::string_view words);

/// Seeks words in the shown article and reveals the first place after what is marked; no words end it.
void seek(AppState& state, std::string words);

/// Goes to the next place found (+1) or the one before (-1), around the ends. Error: nothing is sought or found.
Result<void> go_to_found(AppState& state, int direction);

/// What a click on a mention does. A place: the map flies there, and the event told of it is selected; of several the
/// `choice`-th. A date: the timeline shows it. Error: no mention stands at byte `position`, it was not placed or dated,
/// or it has not that many events.
Result<void> open_mention(AppState& state, std::string_view article_id, std::uint32_t position, std::size_t choice);

/// The events of the set that an article tells of the place that it mentions at `range`, in the text's order.
std::vector<std::uint32_t> events_of_mention(const AppState& state, const Extraction& article, const TextRange& range);

/// Shows the article after or before the shown one in the order in which they were opened. Error: there is but one.
Result<void> show_neighbour_article(AppState& state, int direction);

}  // namespace chronomap
