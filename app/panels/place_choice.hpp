#pragma once

#include "app/panels/card_memory.hpp"
#include "app/panels/ui.hpp"

namespace chronomap {

/// "AZ, town, 40 000 people": what tells places of one name apart.
std::string details_of(const Place& place);

/// A row with a place to choose, `score` behind it (negative: none). True when pressed.
bool place_row(Ui& ui, const Place& place, double score, bool lit);

/// A field to search the gazetteer, with its answers below. The place that was chosen, or null.
PlacePtr search_place(Ui& ui, PlaceSearch& search, bool take_keys);

}  // namespace chronomap
