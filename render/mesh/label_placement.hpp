#pragma once

#include <array>
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

enum class LabelAnchor { beside, centred, along };

/// A place of a text along a line: the boxes of its letters, and its middle.
struct LabelPath {
    std::vector<PixelBox> letters;
    double x = 0, y = 0;
};

/// A label that wants a place. Earlier requests come before later ones.
struct LabelRequest {
    double x = 0, y = 0;  ///< of the point, or of the middle for a centred label
    double width = 0;     ///< of the text
    double ascent = 0, descent = 0;
    double clearance = 0;  ///< radius of the symbol that it stands beside
    double padding = 2;    ///< free space around the text
    LabelAnchor anchor = LabelAnchor::beside;
    double dot = 0;                  ///< radius of the dot that is drawn with it; it needs to be free too
    std::vector<LabelPath> paths{};  ///< of a label along a line, best first
    int preferred = -1;              ///< the candidate to try first: the one it has had
    int group = -1;                  ///< labels of one group along lines (a river's name) keep apart
    double apart = 0;                ///< by this much
    double margin = 0;               ///< free space beyond the padding that it wants, but does not keep
    bool keeps_dot = false;          ///< no earlier label lies on its dot, but one that may
    std::vector<std::array<double, 2>> middles{};  ///< of a centred label: x, y to try after those around its own
    bool insists = false;            ///< takes less free space, and the room of such dots, rather than be left out
};

/// Which candidate was taken, and the left end and baseline of the text; for a label along a line those of its middle.
struct LabelPosition {
    double x = 0, baseline = 0;
    int candidate = 0;
};

/// Finds places in the order of the requests: beside a point the eight usual positions (right first, Imhof 1975),
/// centred ones at their middle or a little above and below it, those along lines at the first of their paths that is
/// free. The candidate that a label has had comes before others. Nothing for a label that has no room whole within the
/// image. Placed labels and the symbols they stand beside are added to `occupied`. Deterministic.
std::vector<std::optional<LabelPosition>> place_labels(const std::vector<LabelRequest>& requests,
                                                       OccupiedBoxes& occupied, int width_px, int height_px);

}  // namespace chronomap
