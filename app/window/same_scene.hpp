#pragma once

#include "render/scene/scene.hpp"

namespace chronomap {

/// True when two scenes draw the same picture.
inline bool same_scene(const Scene& a, const Scene& b) {
    return a.basemap == b.basemap && a.events == b.events && a.gazetteer == b.gazetteer && a.style == b.style &&
           a.time == b.time && a.fade_days == b.fade_days && a.naming == b.naming &&
           a.selected_event == b.selected_event && a.hovered_event == b.hovered_event &&
           a.fanned_event == b.fanned_event && a.highlighted_events == b.highlighted_events && a.layers == b.layers &&
           a.relief == b.relief && a.ground == b.ground && a.furniture == b.furniture && a.covered == b.covered;
}

}  // namespace chronomap
