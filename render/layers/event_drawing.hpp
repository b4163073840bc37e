#pragma once

#include <algorithm>
#include <array>

#include "geo/places/place.hpp"
#include "render/scene/event_marks.hpp"
#include "render/scene/mark_fading.hpp"
#include "render/scene/style.hpp"
#include "render/scene/view.hpp"

namespace chronomap {

// The looks of events, the same for every kind of picture. `pen` has fill, stroke and fill_with_ribbon as Pen has them.

/// Dash of what is known by its box only.
inline constexpr std::array<float, 4> vague_dash{7, 5, 0, 0};
/// Dash of regions and former states, whose edge was never surveyed.
inline constexpr std::array<float, 4> region_dash{14, 5, 0, 0};
/// An area longer than this share of the picture's smaller side is drawn by its edge.
inline constexpr double large_share = 0.8;

/// `shape` has fill, line, exact and size_m; see EventShape. `draw_pattern(mark, shape)` draws the small symbols of
/// styles that have them, confined to the area.
template <class AnyPen, class Shape, class DrawPattern>
void draw_event_area(const View& view, const Style& style, AnyPen& pen, const EventMark& mark, const Shape& shape,
                     Colour colour, float emphasis, const DrawPattern& draw_pattern) {
    const bool large = shape.size_m > large_share * view.metres_per_px * std::min(view.width_px, view.height_px);
    const bool marked = mark.hovered || mark.selected || mark.highlighted;
    Colour fill = colour;
    LineStyle outline{colour, style.area_outline * emphasis, {}};
    if (large) {
        // A state that fills the page would only colour the page: a ribbon inside its edge, as atlases draw it.
        fill.a = marked ? 0.10f : 0.03f;
        LineStyle ribbon{colour, 13 * emphasis, {}};
        ribbon.colour.a = 0.26f;
        pen.fill_with_ribbon(view, shape.fill, fill, shape.line, ribbon);
        outline.width *= 0.65f;
    } else {
        fill.a = style.area_fill * (shape.exact ? 1.0f : 0.6f) * (marked ? 1.35f : 1.0f);
        if (!mark.not_fact) pen.fill(view, shape.fill, fill);
        LineStyle casing{style.casing, outline.width + 1.8f, {}};
        casing.colour.a *= 0.7f;
        if (shape.exact) pen.stroke(view, shape.line, casing);
    }
    if (style.area_symbol_radius > 0 && !mark.not_fact) pen.inside(view, shape.fill, [&] { draw_pattern(mark, shape); });
    if (!shape.exact || mark.uncertain) outline.dash = vague_dash;
    // A region or a former state has no surveyed edge: its outline is one of several that are told.
    if (mark.place->feature == FeatureClass::region || mark.place->feature_code == "PCLH") outline.dash = region_dash;
    if (mark.selected) outline.colour = mixed(colour, style.selection, 0.6f);
    pen.stroke(view, shape.line, outline);
}

/// Areas, then lines, below labels. `shape_of(place)` gives a shape as draw_event_area takes it, and `draw_pattern`
/// too.
template <class AnyPen, class ShapeOf, class DrawPattern>
void draw_event_shapes(const View& view, const Style& style, const EventMarks& marks, AnyPen& pen,
                       const ShapeOf& shape_of, const DrawPattern& draw_pattern) {
    for (const EventMark& mark : marks.shapes) {
        const auto& shape = shape_of(*mark.place);
        Colour colour = style.of(mark.kind).colour;
        if (mark.uncertain) colour = mixed(colour, style.pale, style.uncertain);
        if (mark.quiet) colour = mixed(colour, style.land, 0.6f);
        const bool told = mark.selected || mark.highlighted;
        if (!told && !mark.hovered) colour = mixed(colour, style.mixed_fill, most_faded * mark.faded);
        const float emphasis = told ? 1.5f : mark.hovered ? 1.25f : 1.0f;
        if (mark.place->extent == ExtentClass::line && shape.exact) {
            LineStyle stroke{style.casing, style.line_width * emphasis + 2.4f, {}};
            pen.stroke(view, shape.line, stroke);
            if (mark.selected) {
                stroke = {style.selection, style.line_width * emphasis + 1.6f, {}};
                pen.stroke(view, shape.line, stroke);
            }
            stroke = {colour, style.line_width * emphasis, {}};
            if (mark.uncertain) stroke.dash = {8, 4, 0, 0};
            pen.stroke(view, shape.line, stroke);
            continue;
        }
        draw_event_area(view, style, pen, mark, shape, colour, emphasis, draw_pattern);
    }
}

/// Lines from places to their fanned events, below the symbols. `lines` is what `pen` strokes.
template <class AnyPen, class Lines>
void draw_fan_leaders(const View& view, const Style& style, AnyPen& pen, const Lines& lines) {
    LineStyle stroke{style.casing, 3, {}};
    pen.stroke(view, lines, stroke);
    stroke = {style.of(TextClass::fan_date).colour, 1, {}};
    pen.stroke(view, lines, stroke);
}

}  // namespace chronomap
