#pragma once

#include <string>

#include "render/scene/event_marks.hpp"
#include "render/scene/scene.hpp"

namespace chronomap {

/// What stands behind a mark: its place, then the date, sentence and article of each of its events, a line each.
/// Many events: the first ones, and how many more there are.
std::string event_note(const EventMark& mark, const Scene& scene);

}  // namespace chronomap
