#include "app/panels/event_symbol.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace chronomap {

ImU32 tint_of(const Colour& colour) {
    return ImGui::ColorConvertFloat4ToU32({colour.r, colour.g, colour.b, colour.a});
}

namespace {

/// A regular polygon, or a star when every other corner lies further in.
void polygon(ImDrawList& draw, ImVec2 centre, float radius, int corners, float turn, float inner, ImU32 tint) {
    std::array<ImVec2, 12> points;
    for (int i = 0; i < corners; ++i) {
        const float angle = turn + 2 * std::numbers::pi_v<float> * static_cast<float>(i) / static_cast<float>(corners);
        const float r = i % 2 == 1 ? radius * inner : radius;
        points[static_cast<std::size_t>(i)] = {centre.x + r * std::sin(angle), centre.y - r * std::cos(angle)};
    }
    // A star is not convex: it is drawn as triangles around its centre.
    if (inner < 1) {
        for (int i = 0; i < corners; ++i)
            draw.AddTriangleFilled(centre, points[static_cast<std::size_t>(i)],
                                   points[static_cast<std::size_t>((i + 1) % corners)], tint);
        return;
    }
    draw.AddConvexPolyFilled(points.data(), corners, tint);
}

}  // namespace

void draw_event_symbol(ImDrawList& draw, const KindStyle& look, ImVec2 centre, float radius) {
    constexpr float pi = std::numbers::pi_v<float>;
    const ImU32 tint = tint_of(look.colour);
    switch (look.shape) {
        case SymbolShape::circle:
            draw.AddCircleFilled(centre, radius, tint);
            break;
        case SymbolShape::square:
            polygon(draw, centre, radius * 1.2F, 4, pi / 4, 1, tint);
            break;
        case SymbolShape::triangle:
            polygon(draw, centre, radius * 1.2F, 3, 0, 1, tint);
            break;
        case SymbolShape::triangle_down:
            polygon(draw, centre, radius * 1.2F, 3, pi, 1, tint);
            break;
        case SymbolShape::diamond:
            polygon(draw, centre, radius * 1.2F, 4, 0, 1, tint);
            break;
        case SymbolShape::pentagon:
            polygon(draw, centre, radius * 1.1F, 5, 0, 1, tint);
            break;
        case SymbolShape::hexagon:
            polygon(draw, centre, radius * 1.1F, 6, 0, 1, tint);
            break;
        case SymbolShape::star:
            polygon(draw, centre, radius * 1.25F, 10, 0, 0.45F, tint);
            break;
        case SymbolShape::cross: {
            const float a = radius * 0.38F;
            draw.AddRectFilled({centre.x - a, centre.y - radius}, {centre.x + a, centre.y + radius}, tint);
            draw.AddRectFilled({centre.x - radius, centre.y - a}, {centre.x + radius, centre.y + a}, tint);
            break;
        }
        case SymbolShape::ring:
            draw.AddCircle(centre, radius * 0.8F, tint, 0, radius * 0.45F);
            break;
    }
}

void draw_verdict_mark(ImDrawList& draw, Verdict verdict, ImVec2 centre, float radius, ImU32 tint) {
    const float line = std::max(1.2F, radius * 0.42F);
    const auto at = [&](float x, float y) { return ImVec2{centre.x + x * radius, centre.y + y * radius}; };
    switch (verdict) {
        case Verdict::none:
            break;
        case Verdict::verified: {
            const ImVec2 points[] = {at(-0.85F, 0.05F), at(-0.25F, 0.65F), at(0.9F, -0.7F)};
            draw.AddPolyline(points, 3, tint, 0, line);
            break;
        }
        case Verdict::disputed: {
            constexpr float pi = std::numbers::pi_v<float>;
            draw.PathArcTo(at(0, -0.5F), radius * 0.55F, -pi * 1.05F, pi * 0.3F);
            draw.PathLineTo(at(0, 0.15F));
            draw.PathLineTo(at(0, 0.42F));
            draw.PathStroke(tint, 0, line);
            draw.AddCircleFilled(at(0, 0.95F), line * 0.62F, tint);
            break;
        }
        case Verdict::rejected:
            draw.AddLine(at(-0.7F, -0.7F), at(0.7F, 0.7F), tint, line);
            draw.AddLine(at(0.7F, -0.7F), at(-0.7F, 0.7F), tint, line);
            break;
    }
}

}  // namespace chronomap
