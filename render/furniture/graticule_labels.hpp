#pragma once

#include <optional>
#include <vector>

#include "render/mesh/label_placement.hpp"
#include "render/scene/graticule.hpp"
#include "render/scene/style.hpp"
#include "render/text/text_item.hpp"

namespace chronomap {

/// The degrees of the graticule's lines along the picture's sides; the crossings are kept while the view is the same.
class GraticuleLabels {
  public:
    /// Lays out what keeps clear of `blocks`, the boxes of the furniture. A strip along the lower side moves that side.
    void lay_out(const View& view, const Style& style, const std::vector<PixelBox>& blocks, FontSet& fonts);

    std::vector<TextItem> texts;
    std::vector<PixelBox> boxes;   ///< of the texts
    std::vector<PanelItem> ticks;  ///< where the lines meet the sides

  private:
    std::optional<View> view_;
    double bottom_ = 0;
    std::vector<GraticuleCrossing> crossings_;
};

}  // namespace chronomap
