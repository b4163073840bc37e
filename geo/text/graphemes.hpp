#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace chronomap {

/// The bytes after which a UTF-8 text may be cut without tearing a letter from its marks: the ends of its grapheme
/// clusters (Unicode Standard Annex 29), ascending, the last one text.size(). A byte that is no UTF-8 is one of its
/// own.
std::vector<std::uint32_t> grapheme_ends(std::string_view text);

}  // namespace chronomap
