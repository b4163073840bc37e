#pragma once

#include <bitset>
#include <cstdint>
#include <string_view>

namespace chronomap {

/// Tells at once of most words that a table does not have them: by their first two letters, the last one and the
/// length. ASCII letters count in any case.
class WordFilter {
  public:
    void add(std::string_view word) {
        if (is_plain(word))
            places_.set(place_of(word));
        else
            has_others_ = true;
    }
    /// False: the table has no such word. O(1).
    bool may_have(std::string_view word) const { return is_plain(word) ? places_.test(place_of(word)) : has_others_; }

  private:
    static constexpr unsigned bits = 13;

    static unsigned letter(char c) { return static_cast<unsigned char>(c) | 0x20U; }
    static bool is_plain(std::string_view word) {
        return !word.empty() && (static_cast<unsigned char>(word.front()) | static_cast<unsigned char>(word.back()) |
                                 static_cast<unsigned char>(word[word.size() > 1 ? 1 : 0])) < 0x80;
    }
    static std::size_t place_of(std::string_view word) {
        const unsigned letters =
            letter(word.front()) | letter(word[word.size() > 1 ? 1 : 0]) << 8 | letter(word.back()) << 16;
        // Knuth's multiplicative hash (The Art of Computer Programming, 6.4).
        const auto mixed = (letters ^ static_cast<std::uint32_t>(word.size()) << 24) * 2654435769U;
        return mixed >> (32 - bits);
    }

    std::bitset<(1U << bits)> places_;
    bool has_others_ = false;  ///< words that begin or end otherwise than in ASCII
};

}  // namespace chronomap
