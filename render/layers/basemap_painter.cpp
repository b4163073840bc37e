#include "render/layers/basemap_painter.hpp"

#include <algorithm>
#include <cmath>

#include "render/mesh/shape_projector.hpp"

namespace chronomap {
namespace {

constexpr double metres_per_degree = 111320;

/// Zoom of the web's maps (256 px tiles) that has this scale at the equator, in nominal pixels.
double web_zoom(const View& view) {
    return std::log2(156543.03 / (view.metres_per_px * view.pixel_ratio));
}

double graticule_step(const View& view) {
    const double span = view.metres_per_px * std::max(view.width_px, view.height_px) / metres_per_degree;
    for (const double step : {0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 15.0})
        if (span / step < 14) return step;
    return 30;
}

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
    void areas(BasemapLayer layer, FillMesh& fill, LineMesh& outline, double least_px, PlanePoint origin) const {
        const double least_degrees = least_px * degrees_per_px_;
        std::vector<PlanePoints> rings, lines;
        each(layer, [&](const BasemapFeature& feature) {
            for (std::uint32_t i = 0; i < feature.part_count; ++i) {
                PlanePoints ring = plane_points(basemap_.part(feature, i));
                if (ring.size() < 3) continue;
                const DegreeBox box = box_of(ring);
                if (box.east - box.west < least_degrees && box.north - box.south < least_degrees) continue;
                if (!projector_.may_show(box)) continue;
                projector_.add_ring(ring, rings);
                if (!(ring.front() == ring.back())) ring.push_back(ring.front());
                projector_.add_line(ring, ShapeProjector::Kind::outline, lines);
            }
        });
        for (const PlanePoints& ring : rings) add_ring(fill, ring, origin);
        for (const PlanePoints& line : lines) add_line(outline, line, origin);
    }

    void lines(const BasemapFeature& feature, LineMesh& mesh, PlanePoint origin) const {
        std::vector<PlanePoints> lines;
        for (std::uint32_t i = 0; i < feature.part_count; ++i)
            projector_.add_line(plane_points(basemap_.part(feature, i)), ShapeProjector::Kind::line, lines);
        for (const PlanePoints& line : lines) add_line(mesh, line, origin);
    }
    void lines(BasemapLayer layer, LineMesh& mesh, PlanePoint origin) const {
        each(layer, [&](const BasemapFeature& feature) { lines(feature, mesh, origin); });
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

void BasemapPainter::make_meshes(const Frame& frame, const Basemap* basemap) {
    meshed_.remake_for(frame.view);
    if (!meshes_) meshes_.emplace();
    Meshes& meshes = *meshes_;
    const ShapeProjector projector(frame.projection, frame.view, meshed_.margin);
    const PlanePoint origin{frame.view.centre_x, frame.view.centre_y};

    FillMesh globe;
    LineMesh globe_edge, graticule;
    for (const PlanePoints& ring : projector.globe()) {
        add_ring(globe, ring, origin);
        if (projector.visible().east - projector.visible().west >= 359)
            add_line(globe_edge, ring, origin, Ends::closed);
    }
    for (const PlanePoints& line : projector.graticule(graticule_step(frame.view))) add_line(graticule, line, origin);
    meshes.globe.upload(globe, origin);
    meshes.globe_edge.upload(globe_edge, origin);
    meshes.graticule.upload(graticule, origin);
    if (!basemap) return;

    const LayerReader reader(projector, *basemap, frame.view);
    FillMesh land, lakes;
    LineMesh coast, shores, country, province, disputed;
    reader.areas(BasemapLayer::land, land, coast, 2, origin);
    reader.areas(BasemapLayer::lakes, lakes, shores, reader.zoom() < 4 ? 9 : 4, origin);
    reader.lines(BasemapLayer::country_lines, country, origin);
    if (reader.zoom() > 4.3) reader.lines(BasemapLayer::province_lines, province, origin);
    reader.lines(BasemapLayer::disputed_lines, disputed, origin);
    std::array<LineMesh, river_classes> rivers;
    reader.each(BasemapLayer::rivers, [&](const BasemapFeature& feature) {
        const auto river_class = std::min<std::size_t>(feature.rank / 3, river_classes - 1);
        reader.lines(feature, rivers[river_class], origin);
    });
    meshes.land.upload(land, origin);
    meshes.lakes.upload(lakes, origin);
    meshes.coast.upload(coast, origin);
    meshes.shores.upload(shores, origin);
    meshes.country_lines.upload(country, origin);
    meshes.province_lines.upload(province, origin);
    meshes.disputed_lines.upload(disputed, origin);
    for (std::size_t i = 0; i < river_classes; ++i) meshes.rivers[i].upload(rivers[i], origin);
}

void BasemapPainter::paint(const Frame& frame) const {
    const Style& style = frame.style;
    const View& view = frame.view;
    const Meshes& meshes = *meshes_;
    pen_.clear(view, style.page);
    pen_.fill(view, meshes.globe, style.water);
    // Bands on the water along the coast; the land covers their other half. Narrower where the whole world is small.
    const double zoom = web_zoom(view);
    const float band_scale = static_cast<float>(std::clamp((zoom - 1.0) / 4.0, 0.25, 1.0));
    std::array<LineStyle, 3> bands = style.coast_bands;
    for (LineStyle& band : bands) band.width *= band_scale;
    for (const LineStyle& band : bands) pen_.stroke(view, meshes.coast, band);
    pen_.stroke(view, meshes.graticule, style.graticule);
    pen_.fill(view, meshes.land, style.land);
    const float thin = static_cast<float>(std::clamp(0.55 + (zoom - 2) * 0.15, 0.55, 1.0));
    for (std::size_t i = 0; i < river_classes; ++i) {
        LineStyle river = style.river;
        river.width *= thin * std::max(0.3f, 1 - style.river_thinning * 3 * static_cast<float>(i));
        pen_.stroke(view, meshes.rivers[i], river);
    }
    if (band_scale > 0.6f)
        pen_.fill_with_bands(view, meshes.lakes, style.water, meshes.shores, bands);
    else
        pen_.fill(view, meshes.lakes, style.water);
    const auto thinner = [&](LineStyle line) {
        line.width *= thin;
        return line;
    };
    pen_.stroke(view, meshes.shores, thinner(style.lake_shore));
    pen_.stroke(view, meshes.coast, thinner(style.coast));
    pen_.stroke(view, meshes.country_lines, thinner(style.country_band));
    pen_.stroke(view, meshes.province_lines, thinner(style.province_line));
    pen_.stroke(view, meshes.country_lines, thinner(style.country_line));
    pen_.stroke(view, meshes.disputed_lines, thinner(style.disputed_line));
    pen_.stroke(view, meshes.globe_edge, style.globe_edge);
}

void BasemapPainter::draw(const Frame& frame, const std::shared_ptr<const Basemap>& basemap,
                          const std::shared_ptr<const Style>& style, unsigned target) {
    const bool same_sources = basemap == basemap_ && style == style_;
    if (!picture_holds_ || !same_sources || !(picture_view_ == frame.view)) {
        if (basemap != basemap_) meshed_ = {};
        basemap_ = basemap;
        style_ = style;
        if (!meshed_.serves(frame.view)) make_meshes(frame, basemap.get());
        if (picture_.width() != frame.view.width_px || picture_.height() != frame.view.height_px) {
            auto made = RenderTarget::create(frame.view.width_px, frame.view.height_px);
            picture_ = made ? std::move(*made) : RenderTarget();
        }
        picture_view_ = frame.view;
        picture_holds_ = picture_.framebuffer() != 0;
        bind_framebuffer(picture_holds_ ? picture_.framebuffer() : target);
        paint(frame);
    }
    if (!picture_holds_) return;
    picture_.copy_to(target);
    pen_.clear_stencil();
}

}  // namespace chronomap
