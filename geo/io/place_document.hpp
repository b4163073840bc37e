#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "geo/base/result.hpp"
#include "geo/places/mention.hpp"

namespace chronomap {

/// A place with all that is known of it, as one line of JSON from which place_from_document makes it again, to the last
/// digit. Days are counted from 1970-01-01; what has its usual value is left out.
std::string document_from(const Place& place);

/// Error: not such JSON.
Result<Place> place_from_document(std::string_view json);

/// The candidates of a mention as a JSON list [{"place", "score", "rule"}]; empty when there are none. `number_of`
/// gives the number that stands for a place.
std::string candidates_document(std::span<const PlaceCandidate> candidates,
                                const std::function<std::int64_t(const PlacePtr&)>& number_of);

/// Error: not such JSON, or a number for which `place_of` gives null.
Result<std::vector<PlaceCandidate>> candidates_from_document(std::string_view json,
                                                             const std::function<PlacePtr(std::int64_t)>& place_of);

}  // namespace chronomap
