#pragma once

#include <string>

#include "app/state/app_state.hpp"

namespace chronomap {

/// The state's work as it is now.
Work work_of(const AppState& state);

/// True when something would be lost without a question: the project's file tells otherwise, or there is none and the
/// user has edited.
bool has_unsaved_work(const AppState& state);

/// What the window calls the project: its file's name without its endings, or "" when it has no file.
std::string project_name(const AppState& state);

/// Does what is postponed at once when nothing would be lost, or asks first.
void ask_before(AppState& state, Postponed postponed);

/// Does what was postponed.
void go_on(AppState& state);

/// Closes everything: an empty project without a file.
void begin_new(AppState& state);

/// Puts a path at the head of the recent ones.
void remember_recent(AppState& state, const std::string& path);

}  // namespace chronomap
