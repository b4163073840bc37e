#pragma once

#include <string>

#include "app/story/story.hpp"
#include "geo/base/progress.hpp"
#include "geo/base/result.hpp"
#include "render/scene/scene.hpp"
#include "render/scene/view.hpp"
#include "render/snapshot/picture_writer.hpp"

namespace chronomap {

/// A story and the map that it is told on.
struct StoryTelling {
    Story story;  ///< has a step
    std::string title;
    Scene scene;
    View view;  ///< its size and pixel ratio are those of the pages or frames, its projection that of steps without one
};

/// A PDF to hand out: one or two steps a page, each with its map, text and quotes. In one step: an error or a stop
/// leaves no file. Needs no OpenGL. Error: as view_of_step; a page that is too small.
Result<void> write_handout(const StoryTelling& telling, const std::string& path, const PictureOptions& options,
                           const Progress& progress);

/// A film (.mp4, .webm): each step is held for as long as its words take to be read, with flights between. In one step
/// too. `frames_per_second` 0: 25. Error: another format; as view_of_step; of the renderer; the file cannot be written.
Result<void> write_story_film(PictureWriter& pictures, const StoryTelling& telling, const std::string& path,
                              double frames_per_second, const PictureOptions& options, const Progress& progress);

}  // namespace chronomap
