#pragma once

#include <functional>
#include <span>
#include <string>

#include "app/state/app_state.hpp"

namespace chronomap {

/// The event of that id, also one that was rejected; "selected" is the one that is selected. Error: there is none.
Result<const Event*> event_named(const AppState& state, const std::string& id);

/// The place that the arguments name: an id of the open articles or of the gazetteer, or longitude, latitude and a name
/// for a point on the map. `surface` is its name where none is given. Error: no such place, not on earth.
Result<PlacePtr> place_named(const AppState& state, std::span<const std::string> arguments, const std::string& surface);

/// Changes the corrections as one undoable step and offers to undo it. Error: that of `change`, and nothing changed.
Result<void> change_corrections(AppState& state, const std::string& what,
                                const std::function<Result<void>(EventCorrections&)>& change);

/// "Aghdam, 1993".
std::string short_name_of(const AppState& state, const Event& event);

}  // namespace chronomap
