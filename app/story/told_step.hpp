#pragma once

#include <string>

#include "app/story/story.hpp"
#include "render/furniture/story_sheet.hpp"
#include "render/scene/scene.hpp"

namespace chronomap {

/// What is told beside a step's map: its text, and the sentences of its events as their sources have them. `index` is
/// below the number of steps; `title` is the story's. Without notes.
StoryPage page_of_step(const Story& story, const std::string& title, std::size_t index, const Scene& scene);

/// Title and caption are told beside the map, not on it; date, legend and sources are on it.
void tell_beside(Scene& scene);

/// `scene` as a step shows it: its date, names and events; the title is told beside the map, not on it.
Scene scene_of_step(const Scene& scene, const StoryStep& step);

/// How long people take to read a step aloud or to themselves, in seconds: 170 words a minute, and time to look at the
/// map.
double seconds_to_read(const StoryPage& page);

}  // namespace chronomap
