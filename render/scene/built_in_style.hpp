#pragma once

#include <string_view>

namespace chronomap {

/// Text of assets/styles/light.json as it was when the program was built.
std::string_view built_in_style();

}  // namespace chronomap
