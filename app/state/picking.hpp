#pragma once

#include "app/state/app_state.hpp"

namespace chronomap {

/// So many rows can be picked at once.
inline constexpr std::size_t most_picked = 1000;

/// Picks these events and no others. Error: no such event, or too many; nothing is picked then.
Result<void> pick_rows(AppState& state, const std::vector<std::string>& ids);
/// Picks a row beside those that are picked, or leaves it out again. The selected event is picked with the first one.
Result<void> toggle_pick(AppState& state, const std::string& id);
/// Picks the rows from the one picked last, or the selected one, to this one. Error: they are too many.
Result<void> pick_to(AppState& state, const std::string& id);
void drop_picks(AppState& state);

/// To be called when the events changed: what is gone is picked no more.
void prune_picks(AppState& state);

/// The events that an argument of a command names: one by its id or as "selected", or all that are "picked".
/// Error: there is none.
Result<std::vector<const Event*>> events_named(const AppState& state, const std::string& id);

}  // namespace chronomap
