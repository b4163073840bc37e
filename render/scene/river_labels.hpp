#pragma once

#include <memory>
#include <string>
#include <vector>

#include "geo/io/basemap.hpp"
#include "render/mesh/label_placement.hpp"
#include "render/mesh/line_places.hpp"
#include "render/scene/style.hpp"
#include "render/scene/view.hpp"
#include "render/text/font_set.hpp"

namespace chronomap {

/// A text along a line, and the box of each of its letters in each of its places. Pixels of the projected plane: its
/// metres over the view's metres a pixel, y down; the same wherever the view is panned to.
struct LineLabel {
    std::string text;
    double rank = 0;
    struct Place {
        LinePlace line;
        std::vector<PixelBox> letters;
    };
    std::vector<Place> places;  ///< best first
};

/// Where in such pixels the image's top left corner lies.
PixelPoint corner_in_plane(const View& view);

/// The labels of one line, one for each stretch of it. `lines` in pixels of the plane; `look` in device pixels.
std::vector<LineLabel> labels_along(const std::vector<std::vector<PixelPoint>>& lines, const std::string& text,
                                    const TextFace& look, double gap_px, double repeat_px, FontSet& fonts);

/// A line in degrees on the plane of the view, in its pixels, cut where the projection tears.
std::vector<std::vector<PixelPoint>> plane_lines(const View& view, std::vector<PlanePoint> degrees);

/// The rivers of a basemap at one scale, and where their names may stand. Kept while the view is panned.
class RiverLabels {
  public:
    /// Hands `take(label)` the labels of the rivers that meet `visible` and are drawn at the view's zoom; `name_of`
    /// gives the words for a feature.
    template <class NameOf, class Take>
    void each(const std::shared_ptr<const Basemap>& basemap, const View& view, const GeoBox& visible,
              const TextFace& look, double gap_px, double repeat_px, FontSet& fonts, const NameOf& name_of,
              const Take& take) {
        begin(basemap, view, look);
        for (River& river : rivers_) {
            if (!meets(*river.feature, visible)) continue;
            const std::string text = name_of(*river.feature);
            if (text.empty()) continue;
            find_places(river, text, look, gap_px, repeat_px, fonts);
            for (const LineLabel& label : river.labels) take(*river.feature, label);
        }
    }

  private:
    struct River {
        const BasemapFeature* feature = nullptr;
        std::vector<std::vector<PixelPoint>> lines;
        bool projected = false;
        std::string text;  ///< of the labels
        std::vector<LineLabel> labels;
    };
    static bool meets(const BasemapFeature& feature, const GeoBox& visible);
    /// Forgets all where the scale or the type is another.
    void begin(const std::shared_ptr<const Basemap>& basemap, const View& view, const TextFace& look);
    void find_places(River& river, const std::string& text, const TextFace& look, double gap_px, double repeat_px,
                     FontSet& fonts);

    std::shared_ptr<const Basemap> basemap_;
    View scale_;
    TextFace look_;
    std::vector<River> rivers_;
};

}  // namespace chronomap
