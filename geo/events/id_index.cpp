#include "geo/events/id_index.hpp"

#include <bit>
#include <functional>

namespace chronomap {

IdIndex::IdIndex(const std::vector<Event>& events) : slots_(std::bit_ceil(events.size() * 2 + 1), empty) {
    const std::size_t mask = slots_.size() - 1;
    for (std::uint32_t i = 0; i < events.size(); ++i) {
        std::size_t slot = std::hash<std::string_view>{}(events[i].id) & mask;
        while (slots_[slot] != empty && events[slots_[slot]].id != events[i].id) slot = (slot + 1) & mask;
        if (slots_[slot] == empty) slots_[slot] = i;
    }
}

std::uint32_t IdIndex::find(std::string_view id, const std::vector<Event>& events) const {
    const auto none = static_cast<std::uint32_t>(events.size());
    if (slots_.empty()) return none;
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t slot = std::hash<std::string_view>{}(id) & mask; slots_[slot] != empty; slot = (slot + 1) & mask)
        if (events[slots_[slot]].id == id) return slots_[slot];
    return none;
}

}  // namespace chronomap
