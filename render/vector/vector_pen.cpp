#include "render/vector/vector_pen.hpp"

namespace chronomap {

void VectorPen::stroke(const View& view, const Path& path, const LineStyle& style) const {
    if (path.empty() || style.width <= 0 || style.colour.a <= 0) return;
    Stroke stroke{style.colour, style.width * view.pixel_ratio, style.dash};
    for (float& length : stroke.dash_px) length *= static_cast<float>(view.pixel_ratio);
    canvas_.stroke(path, stroke);
}

void VectorPen::fill_with_bands(const View& view, const Path& path, Colour colour, const Path& edge,
                                std::span<const LineStyle> bands) const {
    if (path.empty()) return;
    canvas_.fill(path, colour);
    canvas_.begin_clip(path);
    for (const LineStyle& band : bands) stroke(view, edge, band);
    canvas_.end_clip();
}

}  // namespace chronomap
