#pragma once

#include "app/state/panels.hpp"
#include "app/timeline/timeline_layout.hpp"
#include "render/mesh/label_placement.hpp"

namespace chronomap {

/// Where the parts of the window lie, in pixels. A part that is not shown has no width.
struct WindowLayout {
    PixelRect bar;            ///< the row of buttons on top
    PixelRect left;           ///< events, residue or story
    PixelRect right;          ///< article over source card
    PixelRect map;            ///< what is left over: only its buttons cover it
    PixelRect map_buttons;    ///< to zoom and to fit, over the map's corner; a small map has none
    PixelRect table;          ///< of events, above the timeline
    PixelRect timeline;       ///< along the bottom
    bool one_column = false;  ///< too narrow for two sides: left and right share one, one panel at a time
};

/// Side and distance of the map's buttons in nominal pixels.
inline constexpr float map_button_size = 32, map_button_gap = 4;
inline constexpr int map_button_count = 3;

/// Lays the window out. `unit`: pixels per nominal pixel. The map keeps at least about half of the width.
WindowLayout layout_window(const PanelState& panels, float width, float height, float unit);

/// Moves the map's buttons off what else stands on the map (`taken`, in the map's pixels): down along its side, else
/// along the other side. Without room they have no width.
void keep_buttons_clear(WindowLayout& layout, const std::vector<PixelBox>& taken, float unit);

}  // namespace chronomap
