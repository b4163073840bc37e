#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "app/state/app_state.hpp"
#include "app/window/map_canvas.hpp"

namespace chronomap {

/// Small pictures of what each step of the story shows, kept while step, events and style stay the same. A step that is
/// only moved keeps its picture. Lives on the GL thread.
class StepPictures {
  public:
    StepPictures();
    ~StepPictures();
    void clear();
    /// Draws at most one picture that is missing, so that no frame waits for all. True when it drew one. `unit`: pixels
    /// per nominal pixel.
    bool follow(const AppState& state, MapCanvas& canvas, float unit);
    /// True while a step of the story has no picture.
    bool due() const { return due_; }
    /// OpenGL's name of each step's picture, first row the highest; 0: not drawn yet.
    const std::vector<std::uintptr_t>& textures() const { return textures_; }

  private:
    struct Drawn;
    std::vector<std::unique_ptr<Drawn>> drawn_;
    std::vector<std::uintptr_t> textures_;
    bool due_ = false;
};

}  // namespace chronomap
