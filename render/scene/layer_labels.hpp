#pragma once

#include <string>
#include <vector>

#include "render/scene/layer_marks.hpp"
#include "render/scene/view.hpp"

namespace chronomap {

/// What is written in an area, along a line or beside a point of a layer.
struct LayerLabel {
    LayerMark mark;
    std::string name;
    std::string note;     ///< below it: who holds or claims it and since when; may be empty
    double x = 0, y = 0;  ///< of the middle of what is seen, device pixels
};

/// The labels of the layers at the time shown, each name once; areas and lines that are too small for words have none.
std::vector<LayerLabel> layer_labels(const Scene& scene, const View& view);

}  // namespace chronomap
