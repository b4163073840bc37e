#pragma once

#include <cstdint>
#include <string>

#include "geo/places/place.hpp"

namespace chronomap {

enum class FoundKind : std::uint8_t { event, place, text };

/// Something that a search found.
struct Found {
    FoundKind kind = FoundKind::event;
    std::string title;           ///< the place's name and the event's date; the place; the article's heading
    std::string detail;          ///< the sentence; which names the place has; the words around
    std::string id;              ///< of the event or the article
    LonLat at;                   ///< of a place
    std::uint32_t position = 0;  ///< byte of the article's text
};

}  // namespace chronomap
