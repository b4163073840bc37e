#pragma once

#include <chrono>
#include <span>

#include "render/layers/pen.hpp"

namespace chronomap {

/// A pen that draws a picture over several frames: what was drawn before is passed over, and when its time is up, so is
/// the rest. Each time it must be led through the whole drawing, in the same order.
class PartialPen {
  public:
    using Clock = std::chrono::steady_clock;
    /// `done` steps were drawn before; at least one more is.
    PartialPen(const Pen& pen, int done, Clock::duration time) : pen_(pen), done_(done), end_(Clock::now() + time) {}

    void fill(const View& view, const FillOnGpu& mesh, Colour colour) {
        step([&] { pen_.fill(view, mesh, colour); });
    }
    void stroke(const View& view, const LineOnGpu& mesh, const LineStyle& style) {
        step([&] { pen_.stroke(view, mesh, style); });
    }
    void fill_with_bands(const View& view, const FillOnGpu& mesh, Colour colour, const LineOnGpu& edge,
                         std::span<const LineStyle> bands) {
        step([&] { pen_.fill_with_bands(view, mesh, colour, edge, bands); });
    }
    template <class Draw>
    void inside(const View& view, const FillOnGpu& mesh, const Draw& draw) {
        step([&] { pen_.inside(view, mesh, draw); });
    }

    int done() const { return done_; }
    /// After the drawing: nothing of it was passed over for lack of time.
    bool whole() const { return met_ == done_; }

  private:
    template <class Draw>
    void step(const Draw& draw) {
        if (met_++ < done_ || is_late_) return;
        draw();
        ++done_;
        is_late_ = Clock::now() >= end_;
    }

    const Pen& pen_;
    int done_, met_ = 0;
    Clock::time_point end_;
    bool is_late_ = false;
};

}  // namespace chronomap
