#pragma once

#include <memory>
#include <optional>

#include "geo/io/basemap.hpp"
#include "render/layers/gradual_picture.hpp"
#include "render/layers/ground_painter.hpp"
#include "render/layers/meshed_extent.hpp"
#include "render/layers/pen.hpp"
#include "render/mesh/basemap_shapes.hpp"

namespace chronomap {

/// Land and water, what lies on them, rivers, borders. Drawn once for a view and kept as a picture: while only time
/// moves, it is copied. While the map is pushed aside or zoomed, the picture reaches further than the map, and is
/// copied or stretched until it is worn; the next one is made over several frames, before the map leaves this one.
class BasemapPainter {
  public:
    /// `window` is the one that `pen` and `ground` draw in.
    BasemapPainter(const Pen& pen, GroundPainter ground, std::shared_ptr<DrawWindow> window)
        : pen_(pen), ground_painter_(std::move(ground)), window_(std::move(window)) {}

    /// Fills the whole of `target`. Without a basemap: water and the graticule. `style` is the frame's before it was
    /// fitted to the zoom. With `rough` a map that is being zoomed may be a stretched picture: see is_rough().
    void draw(const Frame& frame, const std::shared_ptr<const Basemap>& basemap, std::vector<GroundSheet> ground,
              const std::shared_ptr<const Style>& style, unsigned target, bool rough);
    /// True when the last frame is to be drawn again: what is sharp is being made, a little in each frame.
    bool is_rough() const { return is_rough_; }

  private:
    template <class AnyPen>
    void draw_with(AnyPen& pen, const Frame& frame, const BasemapMeshes& meshes);
    void paint(const Frame& frame, unsigned target);
    bool paint_picture(const Frame& frame, const View& wanted);
    bool copy_picture(const View& view, unsigned target) const;
    bool stretch_picture(const View& view, unsigned target) const;
    void make_meshes(const Frame& frame);
    bool is_worn(const View& view) const;
    void look_ahead(const Frame& frame, const View& before);

    const Pen& pen_;
    GroundPainter ground_painter_;
    std::shared_ptr<DrawWindow> window_;
    std::vector<GroundSheet> ground_;
    std::optional<BasemapMeshes> meshes_;
    MeshedExtent meshed_;
    std::shared_ptr<const Basemap> basemap_;
    std::shared_ptr<const Style> style_;
    RenderTarget picture_;
    std::optional<View> pictured_;  ///< what the picture shows; none: it does not hold
    View view_;                     ///< of the last frame
    GradualPicture next_;
    bool is_rough_ = false;
};

}  // namespace chronomap
