#pragma once

#include <cstdint>
#include <string>

#include "geo/places/place.hpp"

namespace chronomap {

enum class FoundKind : std::uint8_t {
    event,
    note,  ///< of the user, to an event
    stop,  ///< of the timeline, by its name or its note
    step,  ///< of the story, by its title, text or notes
    place,
    text
};

/// Something that a search found.
struct Found {
    FoundKind kind = FoundKind::event;
    std::string title;           ///< place and date of the event; the stop; the step; the place; the article's heading
    std::string detail;          ///< the sentence; the note; which names the place has; the words around
    std::string id;              ///< of the event or the article
    LonLat at;                   ///< of a place
    std::uint32_t position = 0;  ///< byte of the article's text; number of the stop or the step, from 1
};

}  // namespace chronomap
