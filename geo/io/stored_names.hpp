#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "geo/dates/mention.hpp"
#include "geo/events/event.hpp"
#include "geo/places/mention.hpp"

namespace chronomap {

// Words by which files hold kinds. Those of events, residue and ways of dating are where these are defined.

std::string_view name_of(PlaceMentionKind kind);
std::string_view name_of(DateMentionKind kind);
std::string_view name_of(ExtentClass extent);

/// The value whose name is `name`, among those up to `last`, which are numbered without gaps. Nothing: none has it.
template <class Kind>
std::optional<Kind> kind_named(std::string_view name, Kind last) {
    for (int i = 0; i <= static_cast<int>(last); ++i)
        if (name_of(static_cast<Kind>(i)) == name) return static_cast<Kind>(i);
    return std::nullopt;
}

}  // namespace chronomap
