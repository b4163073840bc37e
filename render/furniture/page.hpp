#pragma once

#include <memory>
#include <vector>

#include "render/furniture/furniture_layout.hpp"
#include "render/scene/scene.hpp"
#include "render/scene/view.hpp"

namespace chronomap {

/// A map and where the top left corner of its picture stands on its page, in device pixels.
struct PageMap {
    Scene scene;
    View view;
    int x_px = 0, y_px = 0;
};

/// Several maps on one sheet, and what is written around them.
struct MapPage {
    View sheet;  ///< size of the sheet; its projection and scale are those of the first map
    std::shared_ptr<const Style> style;
    Colour paper;
    FurnitureLayout around;  ///< below the maps
    std::vector<PageMap> maps;
    std::string title, description, credits;  ///< for the file's metadata
};

}  // namespace chronomap
