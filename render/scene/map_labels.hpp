#pragma once

#include <memory>
#include <vector>

#include "geo/io/basemap.hpp"
#include "geo/places/gazetteer.hpp"
#include "render/mesh/label_placement.hpp"
#include "render/scene/event_marks.hpp"
#include "render/scene/label_names.hpp"
#include "render/scene/placed_labels.hpp"
#include "render/scene/plane_memo.hpp"
#include "render/scene/province_labels.hpp"
#include "render/scene/river_labels.hpp"
#include "render/scene/scene.hpp"

namespace chronomap {

/// A town of the basemap in view.
struct SeenTown {
    const BasemapFeature* feature = nullptr;
    PixelPoint at;
    bool was_named = false;  ///< in the last layout
};

/// Chooses and places names: places of events first, then capitals, seas and countries, large towns, rivers, towns by
/// rank, provinces. No name overlaps another, a symbol or a block of furniture; no place is named twice, but for long
/// rivers. Names follow the scene's naming policy. Keeps what costs most while only time moves, or the view is panned.
class MapLabeller {
  public:
    /// `blocks` are the boxes of the furniture.
    MapLabels lay_out(const Scene& scene, const View& view, const Style& style, const EventMarks& marks,
                      const std::vector<PixelBox>& blocks, FontSet& fonts, LabelMemory memory = LabelMemory::none);

  private:
    friend class LabelBuilder;
    void look_at(const Scene& scene, const View& view, LabelMemory memory);

    LabelPast past_;
    bool looked_with_past_ = false;

    std::shared_ptr<const Basemap> basemap_;
    View view_;
    std::vector<AreaLabel> areas_;  ///< of that basemap in that view
    std::vector<ProvinceLabel> provinces_;
    std::vector<SeenTown> towns_;  ///< most important first
    PlaneMemo town_points_, province_points_;  ///< of that basemap
    GeoBox visible_;
    RiverLabels rivers_;
    GazetteerMatches matches_;
};

}  // namespace chronomap
