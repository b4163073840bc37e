#pragma once

#include <string_view>

#include "geo/base/result.hpp"

namespace chronomap {

/// Over how many days events fade (Scene::fade_days), of "5 years", "a month", "90" (days) or "off". Error: anything
/// else, less than a day or more than 10000 years.
Result<int> fade_days_from(std::string_view words);

}  // namespace chronomap
