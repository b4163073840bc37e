#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "geo/events/event_set.hpp"
#include "geo/places/place.hpp"
#include "geo/text/text_range.hpp"

namespace chronomap {

/// What of the source card is open for editing.
enum class CardEditor : std::uint8_t { none, place, date, said_by, merge };

/// A field in which a place is searched for, and what the gazetteer said.
struct PlaceSearch {
    std::string typed;
    std::string answered;  ///< what `found` answers
    std::vector<PlacePtr> found;
};

/// What the source card remembers from frame to frame: half-typed text.
struct CardMemory {
    std::string event;  ///< whose; another one begins anew
    CardEditor editor = CardEditor::none;
    bool begun = false;  ///< the editor was opened in this frame: its field takes the keys
    std::string typed;
    std::string mistake;
    PlaceSearch search;
    bool whole_mention = true;  ///< a new place is that of all events of the mention
    // Looked for once in each set of events, of which there may be a million.
    EventSetPtr looked_in;
    std::size_t of_mention = 1;      ///< events placed by the same words
    std::vector<EventIndex> likely;  ///< that may tell the same
    std::string note;
    std::string note_read;  ///< the event's note when `note` was taken from it
};

/// Words of the article that the user marked with the mouse, to make an event of them.
struct TextSelection {
    std::string article;
    std::uint32_t anchor = 0;  ///< byte where the mouse was pressed
    TextRange range;
    bool dragging = false;
    bool moved = false;  ///< since it was pressed: no click any more
    bool open = false;   ///< the form for a new event is shown
    std::string date;
    PlacePtr place;
    std::string mistake;
    PlaceSearch search;
};

}  // namespace chronomap
