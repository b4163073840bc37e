#pragma once

#include <optional>
#include <vector>

#include "render/mesh/label_placement.hpp"
#include "render/scene/furniture.hpp"

namespace chronomap {

/// Finds room for the blocks around a map: each at its place, moved away from the picture's side until it meets none of
/// those that have their room already.
class BlockStack {
  public:
    /// The room for blocks; `gap` is kept between two of them. All in device pixels.
    BlockStack(const PixelBox& room, double gap) : room_(room), gap_(gap) {}

    /// The box for a block of this size, nothing when it does not fit. `place` is neither usual nor off.
    std::optional<PixelBox> find(FurniturePlace place, double width, double height) const;
    void add(const PixelBox& block) { blocks_.push_back(block); }
    const PixelBox& room() const { return room_; }

  private:
    PixelBox room_;
    double gap_;
    std::vector<PixelBox> blocks_;
};

}  // namespace chronomap
