#include "render/mesh/basemap_shapes.hpp"

#include <algorithm>
#include <cmath>

#include "render/mesh/shape_projector.hpp"
#include "render/scene/camera.hpp"
#include "render/scene/graticule.hpp"

namespace chronomap {
namespace {

constexpr double metres_per_degree = 111320;

using Shapes = std::vector<PlanePoints>;

/// Reads layers of a basemap as projected shapes.
class LayerReader {
  public:
    LayerReader(const ShapeProjector& projector, const Basemap& basemap, const View& view)
        : projector_(projector),
          basemap_(basemap),
          level_(level_of_detail(basemap, view.metres_per_px)),
          zoom_(web_zoom(view)),
          degrees_per_px_(view.metres_per_px / metres_per_degree) {}

    /// Hands every feature that may show to `take(feature)`.
    template <class Take>
    void each(BasemapLayer layer, const Take& take) const {
        for (const BasemapFeature& feature : basemap_.features(layer, level_)) {
            if (feature.min_zoom_x10 > zoom_ * 10 + 10) continue;
            if (!projector_.may_show({feature.west, feature.south, feature.east, feature.north})) continue;
            take(feature);
        }
    }

    /// Rings to `fill` and their outlines to `outline`; islands and lakes below `least_px` are left out.
    void areas(BasemapLayer layer, Shapes& fill, Shapes& outline, double least_px) const {
        const double least_degrees = least_px * degrees_per_px_;
        each(layer, [&](const BasemapFeature& feature) {
            for (std::uint32_t i = 0; i < feature.part_count; ++i) {
                PlanePoints ring = plane_points(basemap_.part(feature, i));
                if (ring.size() < 3) continue;
                const DegreeBox box = box_of(ring);
                if (box.east - box.west < least_degrees && box.north - box.south < least_degrees) continue;
                if (!projector_.may_show(box)) continue;
                projector_.add_ring(ring, fill);
                if (!(ring.front() == ring.back())) ring.push_back(ring.front());
                projector_.add_line(ring, ShapeProjector::Kind::outline, outline);
            }
        });
    }

    void lines(const BasemapFeature& feature, Shapes& out) const {
        for (std::uint32_t i = 0; i < feature.part_count; ++i)
            projector_.add_line(plane_points(basemap_.part(feature, i)), ShapeProjector::Kind::line, out);
    }
    void lines(BasemapLayer layer, Shapes& out) const {
        each(layer, [&](const BasemapFeature& feature) { lines(feature, out); });
    }
    double zoom() const { return zoom_; }

  private:
    const ShapeProjector& projector_;
    const Basemap& basemap_;
    int level_;
    double zoom_;
    double degrees_per_px_;
};

}  // namespace

BasemapShapes basemap_shapes(const ShapeProjector& projector, const View& view, const Basemap* basemap) {
    BasemapShapes shapes;
    shapes.globe = projector.globe();
    if (projector.visible().east - projector.visible().west >= 359) {
        shapes.globe_edge = shapes.globe;
        for (PlanePoints& ring : shapes.globe_edge) ring.push_back(ring.front());
    }
    shapes.graticule = projector.graticule(graticule_step(view));
    if (!basemap) return shapes;

    const LayerReader reader(projector, *basemap, view);
    reader.areas(BasemapLayer::land, shapes.land, shapes.coast, 2);
    reader.areas(BasemapLayer::lakes, shapes.lakes, shapes.shores, reader.zoom() < 4 ? 9 : 4);
    reader.lines(BasemapLayer::country_lines, shapes.country_lines);
    if (reader.zoom() > 4.3) reader.lines(BasemapLayer::province_lines, shapes.province_lines);
    reader.lines(BasemapLayer::disputed_lines, shapes.disputed_lines);
    reader.each(BasemapLayer::rivers, [&](const BasemapFeature& feature) {
        const auto river_class = std::min<std::size_t>(feature.rank / 3, river_classes - 1);
        reader.lines(feature, shapes.rivers[river_class]);
    });
    return shapes;
}

}  // namespace chronomap
