#pragma once

#include <optional>
#include <vector>

namespace chronomap {

/// An upright rectangle in device pixels.
struct PixelBox {
    double left = 0, top = 0, right = 0, bottom = 0;
    bool meets(const PixelBox& other) const {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
    friend bool operator==(const PixelBox&, const PixelBox&) = default;
};

/// Boxes by cells of a grid, to ask what is free.
class OccupiedBoxes {
  public:
    OccupiedBoxes(int width_px, int height_px);
    bool is_free(const PixelBox& box) const;
    void add(const PixelBox& box);

  private:
    template <class Visit>
    void cells(const PixelBox& box, Visit visit) const;

    static constexpr double cell_px = 64;
    int columns_, rows_;
    std::vector<std::vector<PixelBox>> cells_;
};

enum class LabelAnchor { beside, centred };

/// A label that wants a place. Earlier requests come before later ones.
struct LabelRequest {
    double x = 0, y = 0;  ///< of the point, or of the middle for a centred label
    double width = 0;     ///< of the text
    double ascent = 0, descent = 0;
    double clearance = 0;  ///< radius of the symbol that it stands beside
    double padding = 2;    ///< free space around the text
    LabelAnchor anchor = LabelAnchor::beside;
};

/// Left end and baseline of the text.
struct LabelPosition {
    double x = 0, baseline = 0;
};

/// Finds places in the order of the requests: beside a point the eight usual positions (right first, Imhof 1975),
/// centred ones at their middle or a little above and below it. Nothing for a label that has no room whole within the
/// image. Placed labels and the symbols they stand beside are added to `occupied`. Deterministic.
std::vector<std::optional<LabelPosition>> place_labels(const std::vector<LabelRequest>& requests,
                                                       OccupiedBoxes& occupied, int width_px, int height_px);

}  // namespace chronomap
