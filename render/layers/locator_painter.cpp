#include "render/layers/locator_painter.hpp"

namespace chronomap {

void LocatorPainter::draw(const std::shared_ptr<const Locator>& locator, const Style& style, const Pen& pen) {
    if (locator != locator_) {
        locator_ = locator;
        parts_ = {};
        if (locator_) {
            const PlanePoint origin{};
            parts_ = parts_of<FillOnGpu, LineOnGpu>(
                *locator_, [&](const std::vector<PlanePoints>& rings) { return FillOnGpu(rings, origin); },
                [&](const std::vector<PlanePoints>& lines) { return LineOnGpu(lines, origin); });
        }
    }
    if (!locator_) return;
    pen.begin();
    draw_locator(locator_->view, style, pen, parts_);
}

}  // namespace chronomap
