#pragma once

#include <string>
#include <string_view>

namespace chronomap {

/// Well-formed UTF-8 for files whose formats take no other: broken bytes and noncharacters become U+FFFD, control
/// characters spaces.
std::string clean_utf8(std::string_view text);

}  // namespace chronomap
