#include "render/scene/river_labels.hpp"

#include <algorithm>
#include <cmath>

#include "render/mesh/shape_projector.hpp"
#include "render/scene/camera.hpp"
#include "render/text/text_path.hpp"

namespace chronomap {

PixelPoint corner_in_plane(const View& view) {
    return {view.centre_x / view.metres_per_px - view.width_px / 2.0,
            -view.centre_y / view.metres_per_px - view.height_px / 2.0};
}

std::vector<std::vector<PixelPoint>> plane_lines(const View& view, std::vector<PlanePoint> degrees) {
    const auto projection = projection_for(view.crs);
    if (!projection) return {};
    constexpr double longest_edge_m = 1.5e6;  // longer ones cross a tear
    (*projection)->forward(degrees);
    std::vector<std::vector<PixelPoint>> lines(1);
    PlanePoint last;
    for (const PlanePoint& point : degrees) {
        const bool torn = !point.finite() ||
                          (!lines.back().empty() && std::hypot(point.x - last.x, point.y - last.y) > longest_edge_m);
        if (torn && !lines.back().empty()) lines.emplace_back();
        if (!point.finite()) continue;
        lines.back().push_back({point.x / view.metres_per_px, -point.y / view.metres_per_px});
        last = point;
    }
    return lines;
}

std::vector<LineLabel> labels_along(const std::vector<std::vector<PixelPoint>>& lines, const std::string& text,
                                    const TextFace& look, double gap_px, double repeat_px, FontSet& fonts) {
    std::vector<LineLabel> labels;
    const ShapedText& shaped = fonts.shape(text, look.role, look.size_px, look.letter_spacing_px);
    const LineText wanted{shaped.width, look.size_px, gap_px, repeat_px};
    for (const auto& line : lines)
        for (auto& stretch : places_along(line, wanted)) {
            LineLabel label;
            label.text = text;
            for (LinePlace& place : stretch) {
                // Float pixels are exact enough only near the place itself.
                const PixelPoint origin = place.baseline.front();
                TextPath path;
                for (const PixelPoint& point : place.baseline)
                    path.push_back({static_cast<float>(point.x - origin.x), static_cast<float>(point.y - origin.y)});
                LineLabel::Place found{std::move(place), {}};
                for (const TurnedBox& box : boxes_along(shaped, path, shaped.ascent * 0.75f, shaped.descent * 0.7f))
                    found.letters.push_back(
                        {box.left + origin.x, box.top + origin.y, box.right + origin.x, box.bottom + origin.y});
                label.places.push_back(std::move(found));
            }
            labels.push_back(std::move(label));
        }
    return labels;
}

bool RiverLabels::meets(const BasemapFeature& feature, const GeoBox& visible) {
    if (feature.south > visible.north || feature.north < visible.south) return false;
    for (const double turn : {-360.0, 0.0, 360.0})
        if (feature.west + turn <= visible.east && feature.east + turn >= visible.west) return true;
    return false;
}

void RiverLabels::begin(const std::shared_ptr<const Basemap>& basemap, const View& view, const TextFace& look) {
    if (basemap_ == basemap && scale_.crs == view.crs && scale_.metres_per_px == view.metres_per_px &&
        scale_.pixel_ratio == view.pixel_ratio && look_.role == look.role && look_.size_px == look.size_px &&
        look_.letter_spacing_px == look.letter_spacing_px)
        return;
    basemap_ = basemap;
    scale_ = view;
    look_ = look;
    rivers_.clear();
    const double zoom = web_zoom(view);
    for (const BasemapFeature& feature :
         basemap->features(BasemapLayer::rivers, level_of_detail(*basemap, view.metres_per_px))) {
        if (feature.name == 0 || feature.min_zoom_x10 > zoom * 10 + 4) continue;
        rivers_.emplace_back().feature = &feature;
    }
}

void RiverLabels::find_places(River& river, const std::string& text, const TextFace& look, double gap_px,
                              double repeat_px, FontSet& fonts) {
    if (!river.projected) {
        for (std::uint32_t i = 0; i < river.feature->part_count; ++i)
            for (auto& line : plane_lines(scale_, plane_points(basemap_->part(*river.feature, i))))
                if (line.size() > 1) river.lines.push_back(std::move(line));
        river.projected = true;
    }
    if (river.text == text) return;
    river.text = text;
    river.labels = labels_along(river.lines, text, look, gap_px, repeat_px, fonts);
}

}  // namespace chronomap
