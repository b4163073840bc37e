#include "render/scene/verdict_badge.hpp"

#include <cmath>

namespace chronomap {
namespace {

/// In nominal pixels.
constexpr double disc_radius = 5;
/// Over the point of an area or a line, whose name stands there.
constexpr double above_a_shape = 15;

/// The sign's lines in a square of side 2 around the origin, y down.
std::vector<std::vector<PixelPoint>> sign_of(Verdict verdict) {
    switch (verdict) {
        case Verdict::none:
            break;
        case Verdict::verified:
            return {{{-0.75, 0.05}, {-0.2, 0.6}, {0.8, -0.6}}};
        case Verdict::disputed: {
            // A hook of three quarters of a circle, its stem, and the dot.
            std::vector<PixelPoint> hook;
            constexpr int steps = 9;
            for (int i = 0; i <= steps; ++i) {
                const double angle = M_PI * (-1.0 + 1.35 * i / steps);
                hook.push_back({0.45 * std::cos(angle), -0.42 + 0.45 * std::sin(angle)});
            }
            hook.push_back({0, 0.25});
            return {hook, {{0, 0.78}, {0, 0.78}}};
        }
        case Verdict::rejected:
            return {{{-0.6, -0.6}, {0.6, 0.6}}, {{-0.6, 0.6}, {0.6, -0.6}}};
    }
    return {};
}

}  // namespace

std::optional<VerdictBadge> verdict_badge(const EventMark& mark, const Style& style, double pixel_ratio) {
    if (mark.verdict == Verdict::none) return std::nullopt;
    const bool is_symbol = mark.place == nullptr || mark.place->extent == ExtentClass::point;
    VerdictBadge badge;
    badge.radius_px = disc_radius * pixel_ratio;
    const double aside = (mark.radius_px + 1.5 * pixel_ratio) * M_SQRT1_2;
    badge.at = is_symbol ? PixelPoint{mark.x_px - aside, mark.y_px - aside}
                         : PixelPoint{mark.x_px, mark.y_px - above_a_shape * pixel_ratio};
    badge.disc = style.mixed_fill;
    badge.ink = style.of(TextClass::symbol_count).colour;
    // It steps back with its mark.
    badge.ink = mixed(badge.ink, badge.disc, mark.quiet || mark.dimmed ? 0.6f : 0.6f * mark.faded);
    const double size = badge.radius_px * 0.72;
    for (const auto& line : sign_of(mark.verdict))
        for (std::size_t i = 0; i + 1 < line.size(); ++i)
            badge.strokes.push_back({{badge.at.x + line[i].x * size, badge.at.y + line[i].y * size},
                                     {badge.at.x + line[i + 1].x * size, badge.at.y + line[i + 1].y * size},
                                     0.75 * pixel_ratio});
    return badge;
}

}  // namespace chronomap
