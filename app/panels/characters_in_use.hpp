#pragma once

#include <bitset>
#include <cstdint>
#include <string_view>
#include <vector>

namespace chronomap {

/// Characters outside the scripts whose faces are always loaded: those of titles, paths and texts that are shown.
/// Faces for them are loaded when they turn up, for loading all of them takes seconds.
class CharactersInUse {
  public:
    /// Those of a UTF-8 text. True when one is new.
    bool add(std::string_view text);
    bool empty() const { return used_.none(); }
    /// As ImGui takes ranges, whose characters have 16 bits: pairs of first and last, closed by 0.
    std::vector<std::uint16_t> ranges() const;

  private:
    std::bitset<0x10000> used_;
};

}  // namespace chronomap
