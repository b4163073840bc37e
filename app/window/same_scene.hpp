#pragma once

#include "render/scene/scene.hpp"

namespace chronomap {

/// True when two scenes draw the same picture.
inline bool same_scene(const Scene& a, const Scene& b) {
    const auto same_furniture = [](const Furniture& x, const Furniture& y) {
        return x.title == y.title && x.subtitle == y.subtitle && x.date_caption == y.date_caption &&
               x.sources == y.sources && x.legend == y.legend && x.scale_bar == y.scale_bar &&
               x.credits_only == y.credits_only;
    };
    return a.basemap == b.basemap && a.events == b.events && a.gazetteer == b.gazetteer && a.style == b.style &&
           a.time == b.time && a.naming == b.naming && a.selected_event == b.selected_event &&
           a.hovered_event == b.hovered_event && same_furniture(a.furniture, b.furniture);
}

}  // namespace chronomap
