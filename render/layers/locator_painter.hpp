#pragma once

#include <memory>

#include "render/furniture/locator.hpp"
#include "render/layers/pen.hpp"

namespace chronomap {

/// Draws a locator; its meshes are kept as long as it is the same one.
class LocatorPainter {
  public:
    /// Null draws nothing.
    void draw(const std::shared_ptr<const Locator>& locator, const Style& style, const Pen& pen);

  private:
    std::shared_ptr<const Locator> locator_;
    LocatorParts<FillOnGpu, LineOnGpu> parts_;
};

}  // namespace chronomap
