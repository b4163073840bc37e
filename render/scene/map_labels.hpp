#pragma once

#include <cstdint>
#include <memory>
#include <unordered_map>
#include <vector>

#include "geo/io/basemap.hpp"
#include "geo/places/gazetteer.hpp"
#include "render/mesh/label_placement.hpp"
#include "render/scene/area_labels.hpp"
#include "render/scene/event_marks.hpp"
#include "render/scene/label_names.hpp"
#include "render/scene/river_labels.hpp"
#include "render/scene/scene.hpp"
#include "render/text/text_item.hpp"

namespace chronomap {

/// Tells a label from others through all frames: the same name of the same thing.
using LabelKey = std::uint64_t;

/// The names on the map, ready to be drawn: texts, and the dots of towns that have no event.
struct MapLabels {
    std::vector<TextItem> texts;
    std::vector<PanelItem> dots;
    std::vector<LabelKey> text_keys, dot_keys;  ///< of each text and each dot
    std::vector<int> candidates;                ///< of each text: which of its places it has taken
};

/// A town of the basemap in view.
struct SeenTown {
    const BasemapFeature* feature = nullptr;
    PixelPoint at;
    bool was_named = false;  ///< in the last layout
};

/// What is done with the places that names had in the last layout.
enum class LabelMemory : std::uint8_t {
    none,  ///< every layout stands for itself: the same view gives the same picture
    read,  ///< names stay at their places where they can
    keep   ///< and this layout is the next one's last
};

/// Chooses and places names: places of events first, then capitals, seas and countries, large towns, rivers, towns by
/// rank. No name overlaps another, a symbol or a block of furniture; no place is named twice, but for long rivers.
/// Names follow the scene's naming policy. Keeps what costs most while only time moves, or the view is panned.
class MapLabeller {
  public:
    /// `blocks` are the boxes of the furniture.
    MapLabels lay_out(const Scene& scene, const View& view, const Style& style, const EventMarks& marks,
                      const std::vector<PixelBox>& blocks, FontSet& fonts, LabelMemory memory = LabelMemory::none);

  private:
    friend class LabelBuilder;
    void look_at(const Scene& scene, const View& view, LabelMemory memory);

    /// Where a name stood.
    struct Stood {
        int candidate = 0;
        PlanePoint middle;  ///< of a name along a line
    };
    struct Past {
        std::unordered_map<LabelKey, Stood> labels;
        AreaAnchors areas;
        std::string crs;
    };
    Past past_;
    bool looked_with_past_ = false;

    std::shared_ptr<const Basemap> basemap_;
    View view_;
    std::vector<AreaLabel> areas_;  ///< of that basemap in that view
    std::vector<SeenTown> towns_;   ///< most important first
    GeoBox visible_;
    RiverLabels rivers_;
    GazetteerMatches matches_;
};

}  // namespace chronomap
