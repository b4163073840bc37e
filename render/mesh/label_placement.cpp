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
        std::vector<Candidate> candidates{{x, middle},
                                          {x, middle - height * 0.9},
                                          {x, middle + height * 0.9},
                                          {x - label.width * 0.25, middle},
                                          {x + label.width * 0.25, middle},
                                          {x, middle - height * 1.8},
                                          {x, middle + height * 1.8}};
        for (const auto& [other_x, other_y] : label.middles)
            candidates.push_back({other_x - label.width / 2, other_y + label.ascent * 0.32});
        return candidates;
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

/// The order in which candidates are tried: the preferred one, then all by their number.
std::vector<int> order_of(std::size_t count, int preferred) {
    std::vector<int> order;
    order.reserve(count + 1);
    if (preferred >= 0 && preferred < static_cast<int>(count)) order.push_back(preferred);
    for (int i = 0; i < static_cast<int>(count); ++i)
        if (i != preferred) order.push_back(i);
    return order;
}

class Placer {
  public:
    Placer(const std::vector<LabelRequest>& requests, OccupiedBoxes& occupied, int width_px, int height_px)
        : occupied_(occupied), kept_dots_(width_px, height_px), width_px_(width_px), height_px_(height_px) {
        for (const LabelRequest& label : requests)
            if (label.keeps_dot) kept_dots_.add(box_around(label, label.dot));
    }

    std::optional<LabelPosition> place(const LabelRequest& label) {
        if (label.anchor == LabelAnchor::along) return place_along(label);
        if (label.dot > 0 && !occupied_.is_free(box_around(label, label.dot))) return std::nullopt;
        if (const auto position = place_level(label, label.margin, KeptDots::free)) return position;
        if (!label.insists) return std::nullopt;
        if (const auto position = place_level(label, 0, KeptDots::free)) return position;
        return place_level(label, 0, KeptDots::covered);
    }

  private:
    static PixelBox box_around(const LabelRequest& label, double radius) {
        return {label.x - radius, label.y - radius, label.x + radius, label.y + radius};
    }
    enum class KeptDots { free, covered };
    bool is_free(PixelBox box, double margin, KeptDots dots = KeptDots::free) const {
        box = {box.left - margin, box.top - margin, box.right + margin, box.bottom + margin};
        const bool inside = box.left >= 2 && box.top >= 2 && box.right <= width_px_ - 2 && box.bottom <= height_px_ - 2;
        return inside && occupied_.is_free(box) && (dots == KeptDots::covered || kept_dots_.is_free(box));
    }

    std::optional<LabelPosition> place_level(const LabelRequest& label, double margin, KeptDots dots) {
        const std::vector<Candidate> candidates = candidates_of(label);
        for (const int i : order_of(candidates.size(), label.preferred)) {
            const Candidate& candidate = candidates[static_cast<std::size_t>(i)];
            const PixelBox box{candidate.x - label.padding, candidate.baseline - label.ascent * 0.8 - label.padding,
                               candidate.x + label.width + label.padding,
                               candidate.baseline + label.descent * 0.8 + label.padding};
            if (!is_free(box, margin, dots)) continue;
            occupied_.add(box);
            // Nor may a later label hide what this one names.
            if (label.anchor == LabelAnchor::beside) occupied_.add(box_around(label, label.clearance));
            return LabelPosition{candidate.x, candidate.baseline, i};
        }
        return std::nullopt;
    }

    std::optional<LabelPosition> place_along(const LabelRequest& label) {
        for (const int i : order_of(label.paths.size(), label.preferred)) {
            const LabelPath& path = label.paths[static_cast<std::size_t>(i)];
            const auto too_near = [&](const Grouped& other) {
                return other.group == label.group && std::hypot(other.x - path.x, other.y - path.y) < label.apart;
            };
            if (std::ranges::any_of(grouped_, too_near)) continue;
            if (!std::ranges::all_of(path.letters, [&](const PixelBox& box) { return is_free(box, label.margin); }))
                continue;
            for (const PixelBox& box : path.letters) occupied_.add(box);
            if (label.group >= 0) grouped_.push_back({label.group, path.x, path.y});
            return LabelPosition{path.x, path.y, i};
        }
        return std::nullopt;
    }

    struct Grouped {
        int group;
        double x, y;
    };
    OccupiedBoxes& occupied_;
    OccupiedBoxes kept_dots_;
    int width_px_, height_px_;
    std::vector<Grouped> grouped_;
};

}  // namespace

std::vector<std::optional<LabelPosition>> place_labels(const std::vector<LabelRequest>& requests,
                                                       OccupiedBoxes& occupied, int width_px, int height_px) {
    Placer placer(requests, occupied, width_px, height_px);
    std::vector<std::optional<LabelPosition>> positions;
    positions.reserve(requests.size());
    for (const LabelRequest& label : requests) positions.push_back(placer.place(label));
    return positions;
}

}  // namespace chronomap
