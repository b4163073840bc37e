#pragma once

#include "geo/spatial/projection.hpp"
#include "render/scene/style.hpp"
#include "render/scene/view.hpp"

namespace chronomap {

/// What every layer needs of a frame.
struct Frame {
    const View& view;
    const Projection& projection;
    const Style& style;
};

}  // namespace chronomap
