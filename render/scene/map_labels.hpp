#pragma once

#include <memory>
#include <vector>

#include "geo/io/basemap.hpp"
#include "geo/places/gazetteer.hpp"
#include "render/mesh/label_placement.hpp"
#include "render/scene/area_labels.hpp"
#include "render/scene/event_marks.hpp"
#include "render/scene/scene.hpp"
#include "render/text/text_item.hpp"

namespace chronomap {

/// The names on the map, ready to be drawn: texts, and the dots of towns that have no event.
struct MapLabels {
    std::vector<TextItem> texts;
    std::vector<PanelItem> dots;
};

/// Chooses and places names: places of events first, then seas and countries, capitals, towns by rank. No name overlaps
/// another, a symbol or a block of furniture; no place is named twice. Names follow the scene's naming policy. `areas`
/// are area_labels() of the scene's basemap in this view: they cost most, and stay while only time moves.
MapLabels lay_out_labels(const Scene& scene, const View& view, const Style& style, const EventMarks& marks,
                         const std::vector<PixelBox>& blocks, const std::vector<AreaLabel>& areas, FontSet& fonts);

}  // namespace chronomap
