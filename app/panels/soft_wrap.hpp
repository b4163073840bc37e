#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "app/panels/text_layout.hpp"

namespace chronomap {

// ImGui's text fields do not wrap. What they show is the text with a soft break in place of the blank where a line
// would be too long; it is no part of the text.

/// What stands for the blank at a soft break: a narrow no-break space, then a line break.
inline constexpr std::string_view soft_break = "\u202F\n";

/// The text as a field of that width shows it. A word longer than a line stays whole.
std::string soft_wrapped(std::string_view text, float width_px, const MeasureText& measure);
/// The text that a field shows.
std::string unwrapped(std::string_view shown);

/// A text that was wrapped anew, and where its cursor went.
struct Rewrapped {
    std::string shown;
    std::size_t cursor = 0;
};
/// After something was typed into `shown`: `cursor` is a byte of it. A soft break that lost its line break was deleted
/// by the user: so is its blank.
Rewrapped rewrapped(std::string_view shown, std::size_t cursor, float width_px, const MeasureText& measure);

}  // namespace chronomap
