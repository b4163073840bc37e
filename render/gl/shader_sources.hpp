#pragma once

#include <string_view>

namespace chronomap {

/// Text of assets/shaders/NAME as it was when the program was built; empty when there is no such shader.
std::string_view shader_source(std::string_view name);

}  // namespace chronomap
