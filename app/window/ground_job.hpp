#pragma once

#include <functional>
#include <future>
#include <stop_token>
#include <vector>

#include "app/state/app_state.hpp"
#include "geo/base/worker_pool.hpp"
#include "render/scene/ground.hpp"

namespace chronomap {

/// Draws relief and rasters for the view on a thread of its own: the map shows the old picture, moved, until the new
/// one is there.
class GroundJob {
  public:
    /// `wake` is called from the worker when a picture is ready.
    explicit GroundJob(std::function<void()> wake) : wake_(std::move(wake)) {}

    /// To be called before each frame: takes what is ready, and begins what the map needs next. A raster that cannot be
    /// read is told once and not tried again while the map asks for it; a relief is let go. True when the map has
    /// changed.
    bool follow(AppState& state);
    /// True while something is being drawn.
    bool running() const { return drawing_.valid(); }

    /// What was drawn of a wish, and for which part of the plane.
    struct Drawn {
        GroundWish wish;
        View view;
        std::vector<GroundPicturePtr> pictures;
        std::size_t last_use = 0;
    };

  private:
    bool take(AppState& state);

    std::function<void()> wake_;
    std::vector<Drawn> drawn_;
    std::vector<GroundWish> failed_;
    Drawn next_;             ///< what is being drawn
    std::stop_source stop_;  ///< of the drawing
    std::future<Result<std::vector<GroundPicturePtr>>> drawing_;
    std::size_t uses_ = 0;
    WorkerPool worker_{1};  // last: it ends before what it uses
};

}  // namespace chronomap
