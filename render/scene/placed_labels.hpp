#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "render/scene/area_labels.hpp"
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

/// What is done with the places that names had in the last layout.
enum class LabelMemory : std::uint8_t {
    none,  ///< every layout stands for itself: the same view gives the same picture
    read,  ///< names stay at their places where they can
    keep   ///< and this layout is the next one's last
};

/// Where names stood in the last layout.
struct LabelPast {
    struct Stood {
        int candidate = 0;
        PlanePoint middle;    ///< of a name along a line
        LabelKey family = 0;  ///< of a name along a line: the same for all stretches of it
    };
    std::unordered_map<LabelKey, Stood> labels;
    AreaAnchors areas;
    std::string crs;
};

}  // namespace chronomap
