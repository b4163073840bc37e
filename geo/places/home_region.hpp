#pragma once

#include <string_view>

#include "geo/places/gazetteer_impl.hpp"

namespace chronomap {

/// The place that a publisher's home names: an id ("geonames:5197079"), or a name with what it lies in behind a comma
/// ("Lancaster, Pennsylvania", "Paris, TX", "Baku"). Null when there is none of that name.
PlacePtr home_place(const Gazetteer::Impl& gazetteer, std::string_view home);

}  // namespace chronomap
