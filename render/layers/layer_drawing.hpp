#pragma once

#include "render/mesh/layer_shapes.hpp"
#include "render/scene/layer_marks.hpp"
#include "render/scene/view.hpp"

namespace chronomap {

// The looks of areas, lines and points over time, the same for every kind of picture.

/// Nominal pixels between the lines of a hatching.
inline constexpr double hatch_spacing = 7;
/// Nominal radius of a point.
inline constexpr double point_radius = 3.5;
inline constexpr std::array<float, 4> claim_dash{7, 4, 0, 0};
inline constexpr std::array<float, 4> line_dash{9, 3, 2, 3};

inline HatchLean lean_of(const LayerMark& mark) {
    return mark.holder % 2 == 0 ? HatchLean::right : HatchLean::left;
}

/// Below events and labels. `pen` has fill, stroke and inside as Pen has them; `shape_of(mark)` gives a shape with fill
/// and line; `hatching(lean)` a line.
template <class AnyPen, class ShapeOf, class Hatching>
void draw_layer_marks(const View& view, const Style& style, const std::vector<LayerMark>& marks, AnyPen& pen,
                      const ShapeOf& shape_of, const Hatching& hatching) {
    for (const LayerMark& mark : marks) {
        const auto& shape = shape_of(mark);
        const Colour colour = mark.colour(style);
        const bool claimed = mark.feature->status == ClaimStatus::claimed;
        LineStyle line{colour, style.layer_outline, {}};
        LineStyle casing{style.casing, style.layer_outline + 2, {}};
        casing.colour.a *= 0.6f;
        if (mark.feature->extent == ExtentClass::line) {
            line.width *= 1.3f;
            line.dash = claimed ? claim_dash : line_dash;
            pen.stroke(view, shape.line, casing);
            pen.stroke(view, shape.line, line);
            continue;
        }
        Colour fill = colour;
        if (mark.feature->extent == ExtentClass::point) {
            pen.fill(view, shape.fill, fill);
            line.colour = style.casing;
        } else {
            fill.a = style.layer_fill;
            if (claimed) {
                // Two claims to one place lean to different sides: their hatchings cross.
                LineStyle hatch{colour, 1.1f, {}};
                hatch.colour.a = std::min(1.0f, 3 * style.layer_fill);
                pen.inside(view, shape.fill, [&] { pen.stroke(view, hatching(lean_of(mark)), hatch); });
                line.dash = claim_dash;
            } else {
                pen.fill(view, shape.fill, fill);
            }
            pen.stroke(view, shape.line, casing);
        }
        pen.stroke(view, shape.line, line);
    }
}

}  // namespace chronomap
