#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "geo/events/event.hpp"

namespace chronomap {

/// Finds events by their ids: a table of numbers with open addressing, eight bytes an event.
class IdIndex {
  public:
    IdIndex() = default;
    explicit IdIndex(const std::vector<Event>& events);
    /// The first event of that id in `events`, which are those that the index was made of; events.size() for none.
    std::uint32_t find(std::string_view id, const std::vector<Event>& events) const;

  private:
    static constexpr std::uint32_t empty = UINT32_MAX;
    std::vector<std::uint32_t> slots_;  ///< a power of two, at least twice as many as events
};

}  // namespace chronomap
