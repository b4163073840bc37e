#pragma once

#include <span>
#include <string>
#include <string_view>

#include "app/state/requests.hpp"
#include "geo/base/result.hpp"

namespace chronomap {

/// A whole number or a number with a point; errors say what was expected and what was given.
Result<double> number_from(std::string_view text, std::string_view what);
Result<int> integer_from(std::string_view text, std::string_view what, int smallest, int largest);
/// The words as one text, with blanks between them; empty ones at the front leave none.
std::string joined(std::span<const std::string> words);
/// "1920x1080", both between 1 and 16384.
Result<WindowSize> size_from(std::string_view text);

}  // namespace chronomap
