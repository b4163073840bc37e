#pragma once

#include <string>
#include <string_view>

#include "geo/base/result.hpp"
#include "geo/events/corrections.hpp"

namespace chronomap {

/// The corrections as a JSON document, indented, with a version; the same text for the same corrections. Places are
/// written whole. Byte ranges are hints and stay bytes.
std::string corrections_to_json(const EventCorrections& corrections);

/// What corrections_to_json wrote. Error: not JSON, a later version, or something missing or unknown in it, told in
/// words; `file` is named in the error.
Result<EventCorrections> corrections_from_json(std::string_view text, const std::string& file = {});

}  // namespace chronomap
