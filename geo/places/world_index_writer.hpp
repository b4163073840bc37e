#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "geo/base/result.hpp"
#include "geo/places/place.hpp"
#include "geo/places/world_index_format.hpp"

namespace chronomap {

/// Collects places and their names and writes them as world.gaz.
class WorldIndexWriter {
  public:
    /// `place.names` are kept as aliases to show; names are found only when given to add_name too.
    std::uint32_t add_place(const Place& place);
    /// Makes `place` findable under all keys of `name`.
    void add_name(std::uint32_t place, std::string_view name, bool primary);
    /// Makes `place` findable under exactly this key.
    void add_key(std::uint32_t place, std::string_view key, bool primary);
    void add_source(const std::string& line) { sources_ += line + "\n"; }
    Result<void> write(const std::string& output);

  private:
    struct Posting {
        std::uint64_t hash;
        std::uint32_t place;
        bool primary;
    };
    std::uint32_t intern(std::string_view text);
    std::vector<world_format::NameSlot> sort_names(std::vector<std::uint32_t>& postings);
    std::vector<world_format::WordSlot> word_slots() const;

    std::vector<world_format::PlaceRow> rows_;
    std::vector<Posting> names_;
    std::unordered_map<std::string, std::uint32_t> first_words_;
    std::unordered_map<std::string, std::uint32_t> interned_;
    std::string strings_ = std::string(1, '\0');
    std::string sources_;
};

}  // namespace chronomap
