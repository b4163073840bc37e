#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "geo/text/text_range.hpp"

namespace chronomap {

/// `text` with each run of white space as one blank, and none at its ends: a quote on one line.
std::string white_space_folded(std::string_view text);

/// Where `quote`, which is folded, stands in `text`, which is not: the place nearest to byte `near`. Nothing when it
/// does not, or the quote is empty. O(n).
std::optional<TextRange> find_folded(std::string_view text, std::string_view quote, std::uint32_t near);

}  // namespace chronomap
