#pragma once

#include <memory>
#include <optional>

#include "geo/io/basemap.hpp"
#include "render/layers/meshed_extent.hpp"
#include "render/layers/pen.hpp"
#include "render/layers/relief_painter.hpp"
#include "render/mesh/basemap_shapes.hpp"

namespace chronomap {

/// Land and water, rivers, borders. Drawn once for a view and kept as a picture: while only time moves, it is copied.
class BasemapPainter {
  public:
    BasemapPainter(const Pen& pen, ReliefPainter relief) : pen_(pen), relief_painter_(std::move(relief)) {}

    /// Fills the whole of `target`. Without a basemap: water and the graticule.
    void draw(const Frame& frame, const std::shared_ptr<const Basemap>& basemap, const ReliefPtr& relief,
              const std::shared_ptr<const Style>& style, unsigned target);

  private:
    using Meshes = BasemapParts<FillOnGpu, LineOnGpu>;
    void paint(const Frame& frame, unsigned target);
    void make_meshes(const Frame& frame, const Basemap* basemap);

    const Pen& pen_;
    ReliefPainter relief_painter_;
    ReliefPtr relief_;
    std::optional<Meshes> meshes_;
    MeshedExtent meshed_;
    std::shared_ptr<const Basemap> basemap_;
    std::shared_ptr<const Style> style_;
    RenderTarget picture_;
    View view_;
    bool picture_holds_ = false;
};

}  // namespace chronomap
