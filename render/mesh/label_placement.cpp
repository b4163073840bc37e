#include "render/mesh/label_placement.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace chronomap {

OccupiedBoxes::OccupiedBoxes(int width_px, int height_px)
    : columns_(static_cast<int>(width_px / cell_px) + 1),
      rows_(static_cast<int>(height_px / cell_px) + 1),
      cells_(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_)) {}

template <class Visit>
void OccupiedBoxes::cells(const PixelBox& box, Visit visit) const {
    const auto cell = [](double px, int count) {
        return std::clamp(static_cast<int>(std::floor(px / cell_px)), 0, count - 1);
    };
    const int first_column = cell(box.left, columns_), last_column = cell(box.right, columns_);
    const int first_row = cell(box.top, rows_), last_row = cell(box.bottom, rows_);
    for (int row = first_row; row <= last_row; ++row)
        for (int column = first_column; column <= last_column; ++column)
            if (!visit(static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
                       static_cast<std::size_t>(column)))
                return;
}

bool OccupiedBoxes::is_free(const PixelBox& box) const {
    bool free = true;
    cells(box, [&](std::size_t cell) {
        free = std::none_of(cells_[cell].begin(), cells_[cell].end(),
                            [&](const PixelBox& other) { return other.meets(box); });
        return free;
    });
    return free;
}

void OccupiedBoxes::add(const PixelBox& box) {
    cells(box, [&](std::size_t cell) {
        cells_[cell].push_back(box);
        return true;
    });
}

namespace {

struct Candidate {
    double x, baseline;
};

std::vector<Candidate> candidates_of(const LabelRequest& label) {
    const double height = label.ascent + label.descent;
    // The optical middle of a line is half its x-height above the baseline, about 0.32 of the ascent.
    const double middle = label.y + label.ascent * 0.32;
    if (label.anchor == LabelAnchor::centred) {
        const double x = label.x - label.width / 2;
        return {{x, middle},
                {x, middle - height * 0.9},
                {x, middle + height * 0.9},
                {x - label.width * 0.25, middle},
                {x + label.width * 0.25, middle}};
    }
    const double gap = label.clearance + label.padding + 1;
    const double diagonal = gap * 0.75;
    const double right = label.x + gap, left = label.x - gap - label.width;
    const double above = label.y - gap - label.descent, below = label.y + gap + label.ascent * 0.85;
    return {{right, middle},
            {label.x + diagonal, label.y - diagonal * 0.6},
            {label.x + diagonal, label.y + diagonal * 0.6 + label.ascent * 0.7},
            {left, middle},
            {label.x - diagonal - label.width, label.y - diagonal * 0.6},
            {label.x - diagonal - label.width, label.y + diagonal * 0.6 + label.ascent * 0.7},
            {label.x - label.width / 2, above},
            {label.x - label.width / 2, below}};
}

}  // namespace

std::vector<std::optional<LabelPosition>> place_labels(const std::vector<LabelRequest>& requests,
                                                       OccupiedBoxes& occupied, int width_px, int height_px) {
    std::vector<std::optional<LabelPosition>> positions(requests.size());
    for (std::size_t i = 0; i < requests.size(); ++i) {
        const LabelRequest& label = requests[i];
        for (const Candidate& candidate : candidates_of(label)) {
            const PixelBox box{candidate.x - label.padding, candidate.baseline - label.ascent * 0.8 - label.padding,
                               candidate.x + label.width + label.padding,
                               candidate.baseline + label.descent * 0.8 + label.padding};
            const bool inside =
                box.left >= 2 && box.top >= 2 && box.right <= width_px - 2 && box.bottom <= height_px - 2;
            if (!inside || !occupied.is_free(box)) continue;
            occupied.add(box);
            // Nor may a later label hide what this one names.
            if (label.anchor == LabelAnchor::beside)
                occupied.add({label.x - label.clearance, label.y - label.clearance, label.x + label.clearance,
                              label.y + label.clearance});
            positions[i] = LabelPosition{candidate.x, candidate.baseline};
            break;
        }
    }
    return positions;
}

}  // namespace chronomap
