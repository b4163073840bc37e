#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "geo/base/result.hpp"
#include "render/scene/scene.hpp"
#include "render/scene/view.hpp"

namespace chronomap {

struct MapPage;  // render/furniture/page.hpp

/// What a click at a mark means.
enum class HitKind : std::uint8_t {
    event,    ///< a symbol for one event
    cluster,  ///< a symbol for several, to be opened
    hub,      ///< of a fan, to be folded
    shape     ///< an area or a line with its events
};

/// Something drawn that can be pointed at: an event symbol (or several at one place) in pixels of the last frame.
struct HitTarget {
    std::vector<EventIndex> events;
    HitKind kind = HitKind::event;
    std::size_t places = 1;  ///< of a cluster
    double x_px = 0, y_px = 0, radius_px = 0;
};

/// How names, and the ground of a map that is zoomed, behave from frame to frame.
enum class LabelMotion : std::uint8_t {
    none,    ///< each frame stands for itself: the same scene and view give the same picture
    steady,  ///< names stay where the last fading frame had them, where they can
    fading   ///< and appear and vanish over a moment, the ground may be rough: frames differ while fading() is true
};

/// Draws a Scene as seen by a View into the framebuffer that is bound. One class for window and export.
/// Needs a current OpenGL 3.3 core context for its whole life; lives and dies on the GL thread.
class MapRenderer {
  public:
    static Result<std::unique_ptr<MapRenderer>> create();
    ~MapRenderer();

    /// Draws the whole frame at (0, 0, view.width_px, view.height_px) of framebuffer `target` (0: the window).
    void render(const Scene& scene, const View& view, unsigned target);
    /// Draws one part of that frame at (0, 0, part.width, part.height) of `target`: tiles of a picture that is too
    /// large to draw at once. Everything is laid out for the whole picture, once, so tiles meet without a seam.
    void render(const Scene& scene, const View& view, unsigned target, const PixelWindow& part);
    /// Draws a part of what is written around the maps of a page, on its paper. The maps themselves are frames of their
    /// own.
    void render_around(const MapPage& page, unsigned target, const PixelWindow& part);
    /// Symbols of the last frame, topmost first.
    const std::vector<HitTarget>& hits() const;
    /// What the furniture covers in the last frame.
    const std::vector<PixelBox>& furniture_boxes() const;

    /// From the next frame on; LabelMotion::none at first.
    void move_labels(LabelMotion motion);
    /// True when the last frame is to be drawn again soon, for names are appearing or vanishing, the ground is rough,
    /// or marks are late.
    bool fading() const;

  private:
    struct Impl;
    explicit MapRenderer(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace chronomap
