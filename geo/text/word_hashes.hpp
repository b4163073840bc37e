#pragma once

#include <bit>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace chronomap {

/// A set of words, told apart by 64 bits of their hash: made for each article, without memory for each word.
class WordHashes {
  public:
    /// Room for so many words.
    explicit WordHashes(std::size_t most = 0) : slots_(most > 0 ? std::bit_ceil(2 * most) : 0) {}

    /// At most as many different words as there is room for.
    void insert(std::string_view word) {
        const std::uint64_t hash = hash_of(word);
        std::size_t at = hash & (slots_.size() - 1);
        while (slots_[at] != 0 && slots_[at] != hash) at = (at + 1) & (slots_.size() - 1);
        slots_[at] = hash;
    }
    bool contains(std::string_view word) const {
        if (slots_.empty()) return false;
        const std::uint64_t hash = hash_of(word);
        std::size_t at = hash & (slots_.size() - 1);
        while (slots_[at] != 0 && slots_[at] != hash) at = (at + 1) & (slots_.size() - 1);
        return slots_[at] == hash;
    }

  private:
    static std::uint64_t hash_of(std::string_view word) {
        const std::uint64_t hash = std::hash<std::string_view>{}(word);
        return hash != 0 ? hash : 1;
    }
    std::vector<std::uint64_t> slots_;  ///< 0: free
};

}  // namespace chronomap
