#pragma once

#include <memory>
#include <vector>

#include "render/furniture/furniture_layout.hpp"
#include "render/furniture/graticule_labels.hpp"
#include "render/furniture/locator.hpp"
#include "render/scene/map_labels.hpp"

namespace chronomap {

/// All that is written on and around the map, laid out but not drawn: names of places, and the furniture. Every kind of
/// picture draws the same layout. Laid out anew only when the view, the marks or the words change.
class Writing {
  public:
    /// `marks_changed`: the marks are not those of the last call.
    void update(const Scene& scene, const View& view, const std::shared_ptr<const Style>& style,
                const EventMarks& marks, bool marks_changed, FontSet& fonts, LabelMemory memory = LabelMemory::none);

    std::vector<PanelItem> grounds;          ///< below the labels
    GraticuleLabels graticule;               ///< below the labels
    MapLabels labels;                        ///< to be drawn below the symbols
    std::vector<TextItem> counts;            ///< on the symbols
    FurnitureLayout furniture;               ///< above all
    std::shared_ptr<const Locator> locator;  ///< above all, at its place in the furniture; null: there is none

  private:
    MapLabeller labeller_;
    std::optional<PixelBox> locator_box_;
    bool laid_out_ = false;
    View view_;
    std::shared_ptr<const Style> style_;
    Scene words_;  ///< the scene of the last layout
};

}  // namespace chronomap
