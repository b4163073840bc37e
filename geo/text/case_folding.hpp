#pragma once

#include <string>
#include <string_view>

namespace chronomap {

/// `text` without case, in any script, as Unicode folds it; a dotted capital I becomes a plain i. O(n).
std::string case_folded(std::string_view text);

}  // namespace chronomap
