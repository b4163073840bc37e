#pragma once

#include <memory>

#include "app/state/app_state.hpp"
#include "app/timeline/timeline_layout.hpp"
#include "app/window/map_canvas.hpp"
#include "render/furniture/story_sheet.hpp"

namespace chronomap {

/// A story on the whole window: what is told beside the map, drawn anew only when it has changed. Lives on the GL
/// thread.
class Presentation {
  public:
    /// Draws the step that is shown into the canvas' sheet for a window of that size, and gives the map's place on it.
    /// The story has a step. Error: no fonts; larger than the driver draws.
    Result<PixelRect> update(const AppState& state, MapCanvas& canvas, int width_px, int height_px);

  private:
    std::unique_ptr<FontSet> fonts_;
    StoryPage page_;
    std::shared_ptr<const Style> style_;
    int width_px_ = 0, height_px_ = 0;
    PixelRect map_{};
};

}  // namespace chronomap
