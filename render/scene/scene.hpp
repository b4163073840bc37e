#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geo/events/event_set.hpp"
#include "geo/layers/map_layer.hpp"
#include "geo/places/place.hpp"
#include "geo/time/timeline.hpp"
#include "render/mesh/label_placement.hpp"
#include "render/scene/furniture.hpp"

namespace chronomap {

class Gazetteer;     // geo/places/gazetteer.hpp
class Basemap;       // geo/io/basemap.hpp: the mapped basemap pack
class GroundSource;  // render/scene/ground.hpp
struct Style;        // render/scene/style.hpp

/// How heights are drawn.
enum class ReliefStyle : std::uint8_t {
    hillshade,  ///< light and shadow
    tint,       ///< a colour for each height
    both
};
std::optional<ReliefStyle> relief_style_from(std::string_view text);
std::string_view name_of(ReliefStyle style);

/// The relief that a map shows.
struct ReliefChoice {
    std::string path;  ///< of an elevation raster; empty: none
    ReliefStyle style = ReliefStyle::both;
    friend bool operator==(const ReliefChoice&, const ReliefChoice&) = default;
};

/// Everything that a frame shows, as plain values: the renderer's whole input beside the View. Immutable once shared.
/// What changed between two scenes is found by comparing pointers.
struct Scene {
    std::shared_ptr<const Basemap> basemap;
    EventSetPtr events;
    std::vector<MapLayerPtr> layers;  ///< areas, lines and rasters over time, the lowest first
    ReliefChoice relief;
    std::shared_ptr<GroundSource> ground;        ///< reads relief and rasters for the renderer; null: there are none
    std::shared_ptr<const Gazetteer> gazetteer;  ///< names of the basemap's towns in other languages; may be null
    std::shared_ptr<const Style> style;
    TimeSelection time;
    int fade_days = 0;  ///< in mode `until`: events fade with their age and are palest at this one; 0: none fades
    NamingPolicy naming = NamingPolicy::source;
    Furniture furniture;
    std::string selected_event;  ///< event id, drawn on top with a ring; empty: none
    std::string hovered_event;
    std::vector<std::string> highlighted_events;  ///< ids; where one of them is shown, the others are quieter
    std::vector<PixelBox>
        covered;               ///< by something that is not drawn here (buttons of the window): no name stands there
    std::string fanned_event;  ///< the symbol that stands for this event and others is fanned out; empty: none
};

}  // namespace chronomap
