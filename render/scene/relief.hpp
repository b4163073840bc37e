#pragma once

#include <memory>
#include <string>

#include "geo/base/result.hpp"
#include "render/mesh/label_placement.hpp"
#include "render/scene/view.hpp"
#include "render/snapshot/image.hpp"

namespace chronomap {

/// Shading of the ground as a picture that lies on the map: dark and light with alpha, to be drawn over the land.
struct ReliefPicture {
    View view;           ///< which part of the plane it covers, and at what scale
    Image image;         ///< stretched over that view
    std::string path;    ///< of the raster
    std::string source;  ///< for the map's sources line
};
using ReliefPtr = std::shared_ptr<const ReliefPicture>;

/// Shades the heights of a raster for a view and `margin` (a share of its sides) around it. At most 2048 pixels on the
/// longer side: shading is soft. May take seconds for huge files; any thread may call. Error: see read_elevation.
Result<ReliefPtr> make_relief(const std::string& path, const View& view, double margin);

/// Where the part of the plane that `part` shows lies in `view`, in its device pixels. Both in one projection.
PixelBox box_on(const View& view, const View& part);

/// True when the picture covers all of `view` and is not much coarser or finer than what it would be made as.
bool serves(const ReliefPicture& relief, const View& view);

}  // namespace chronomap
