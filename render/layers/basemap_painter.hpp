#pragma once

#include <memory>
#include <optional>

#include "geo/io/basemap.hpp"
#include "render/layers/ground_painter.hpp"
#include "render/layers/meshed_extent.hpp"
#include "render/layers/pen.hpp"
#include "render/mesh/basemap_shapes.hpp"

namespace chronomap {

/// Land and water, what lies on them, rivers, borders. Drawn once for a view and kept as a picture: while only time
/// moves, it is copied.
class BasemapPainter {
  public:
    BasemapPainter(const Pen& pen, GroundPainter ground) : pen_(pen), ground_painter_(std::move(ground)) {}

    /// What can be done before the ground is known.
    void prepare(const Frame& frame, const std::shared_ptr<const Basemap>& basemap);
    /// Fills the whole of `target`. Without a basemap: water and the graticule.
    void draw(const Frame& frame, const std::shared_ptr<const Basemap>& basemap, std::vector<GroundSheet> ground,
              const std::shared_ptr<const Style>& style, unsigned target);

  private:
    using Meshes = BasemapParts<FillOnGpu, LineOnGpu>;
    void paint(const Frame& frame, unsigned target);
    void make_meshes(const Frame& frame, const Basemap* basemap);

    const Pen& pen_;
    GroundPainter ground_painter_;
    std::vector<GroundSheet> ground_;
    std::optional<Meshes> meshes_;
    MeshedExtent meshed_;
    std::shared_ptr<const Basemap> basemap_;
    std::shared_ptr<const Style> style_;
    RenderTarget picture_;
    View view_;
    bool picture_holds_ = false;
};

}  // namespace chronomap
