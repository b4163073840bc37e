#pragma once

#include <cstdint>

namespace chronomap {

/// What a text is for; each role is a list of fonts, the first that has a letter draws it.
enum class FontRole : std::uint8_t { regular, bold, italic, serif, serif_bold };

}  // namespace chronomap
