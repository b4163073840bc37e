#include "render/vector/symbol_paths.hpp"

#include <algorithm>
#include <cmath>

namespace chronomap {
namespace {

/// Corners of a regular polygon around `centre`, the first at `turn` (radians clockwise from the top).
void add_regular(Path& path, PixelPoint centre, int sides, double apothem, double turn) {
    if (apothem <= 0) return;
    const double reach = apothem / std::cos(M_PI / sides);
    std::vector<PixelPoint> corners;
    for (int i = 0; i < sides; ++i) {
        const double angle = turn + 2 * M_PI * i / sides;
        corners.push_back({centre.x + reach * std::sin(angle), centre.y - reach * std::cos(angle)});
    }
    path.add_polygon(corners);
}

/// Edges are moved in parallel, so a star moved outwards is a larger star.
void add_star(Path& path, PixelPoint centre, double reach, int points, double inner, double offset) {
    const double sector = M_PI / points;
    const double dent_x = inner * std::sin(sector), dent_y = inner * std::cos(sector);
    // Distance of an edge from the centre, for a star of reach 1.
    const double edge = dent_x / std::hypot(dent_x, dent_y - 1);
    const double grown = reach + offset / edge;
    if (grown <= 0) return;
    std::vector<PixelPoint> corners;
    for (int i = 0; i < 2 * points; ++i) {
        const double radius = grown * (i % 2 ? inner : 1);
        corners.push_back({centre.x + radius * std::sin(sector * i), centre.y - radius * std::cos(sector * i)});
    }
    path.add_polygon(corners);
}

/// Two crossing bars; moved outwards, the corners at their ends are round.
void add_cross(Path& path, PixelPoint centre, double reach, double half_width, double offset) {
    const double round = std::max(offset, 0.0), b = half_width + offset;
    const double a = reach + offset;
    if (b <= 0) return;
    // One arm after another, clockwise from the top.
    for (int arm = 0; arm < 4; ++arm) {
        const double turn = arm * M_PI / 2, sine = std::sin(turn), cosine = std::cos(turn);
        const auto at = [&](double x, double y) {
            return PixelPoint{centre.x + x * cosine - y * sine, centre.y + x * sine + y * cosine};
        };
        if (arm == 0)
            path.move_to(at(-b, -b));
        else
            path.line_to(at(-b, -b));
        path.line_to(at(-b, -a + round));
        if (round > 0) add_arc(path, at(-b + round, -a + round), round, turn + M_PI, turn + M_PI * 3 / 2);
        path.line_to(at(b - round, -a));
        if (round > 0) add_arc(path, at(b - round, -a + round), round, turn + M_PI * 3 / 2, turn + 2 * M_PI);
    }
    path.close();
}

}  // namespace

Path symbol_path(SymbolShape shape, PixelPoint centre, double r, double offset) {
    Path path;
    const auto below = [&](double share) { return PixelPoint{centre.x, centre.y + r * share}; };
    switch (shape) {
        case SymbolShape::square: {
            const double half = r * 0.84 + offset;
            if (half > 0) path.add_box(centre.x - half, centre.y - half, 2 * half, 2 * half, std::max(offset, 0.0));
            break;
        }
        case SymbolShape::triangle:
            add_regular(path, below(0.12), 3, r * 0.58 + offset, 0);
            break;
        case SymbolShape::diamond:
            add_regular(path, centre, 4, (r * 1.16) * M_SQRT1_2 + offset, 0);
            break;
        case SymbolShape::triangle_down:
            add_regular(path, below(-0.12), 3, r * 0.58 + offset, M_PI);
            break;
        case SymbolShape::pentagon:
            add_regular(path, centre, 5, r * 0.90 + offset, 0);
            break;
        case SymbolShape::hexagon:
            add_regular(path, centre, 6, r * 0.92 + offset, M_PI / 6);
            break;
        case SymbolShape::cross:
            add_cross(path, centre, r, r * 0.40, offset);
            break;
        case SymbolShape::star:
            add_star(path, centre, r * 1.22, 5, 0.48, offset);
            break;
        case SymbolShape::ring:
            if (r + offset > 0) path.add_circle(centre, r + offset);
            if (r * 0.42 - offset > 0) path.add_circle(centre, r * 0.42 - offset);
            break;
        case SymbolShape::circle:
            if (r + offset > 0) path.add_circle(centre, r + offset);
            break;
    }
    return path;
}

Path band_path(PixelPoint centre, double radius, double from, double to) {
    Path path;
    const double inner = radius * mixed_hole_share;
    if (inner <= 0) return path;
    if (to - from >= 1) {
        path.add_circle(centre, radius);
        path.add_circle(centre, inner);
        return path;
    }
    // Half a pixel is left free at each end, so the ends are parallel to the radius.
    const auto angles = [&](double reach) {
        const double inset = 0.5 / reach;
        return std::pair{2 * M_PI * from + inset, 2 * M_PI * to - inset};
    };
    const auto [outer_from, outer_to] = angles(radius);
    const auto [inner_from, inner_to] = angles(inner);
    if (outer_from >= outer_to || inner_from >= inner_to) return path;
    const auto at = [&](double angle, double reach) {
        return PixelPoint{centre.x + reach * std::sin(angle), centre.y - reach * std::cos(angle)};
    };
    // Chords of two degrees are not seen.
    const auto add = [&](double begin, double end, double reach, bool first) {
        const int steps = std::max(2, static_cast<int>(std::ceil(std::abs(end - begin) / (M_PI / 90))));
        for (int i = 0; i <= steps; ++i) {
            const PixelPoint point = at(begin + (end - begin) * i / steps, reach);
            if (first && i == 0)
                path.move_to(point);
            else
                path.line_to(point);
        }
    };
    add(outer_from, outer_to, radius, true);
    add(inner_to, inner_from, inner, false);
    path.close();
    return path;
}

Path round_stroke_path(PixelPoint from, PixelPoint to, double half_width) {
    Path path;
    const double angle = std::atan2(to.y - from.y, to.x - from.x);
    const auto beside = [&](PixelPoint point, double turn) {
        return PixelPoint{point.x + half_width * std::cos(angle + turn), point.y + half_width * std::sin(angle + turn)};
    };
    path.move_to(beside(to, -M_PI / 2));
    add_arc(path, to, half_width, angle - M_PI / 2, angle + M_PI / 2);
    path.line_to(beside(from, M_PI / 2));
    add_arc(path, from, half_width, angle + M_PI / 2, angle + M_PI * 3 / 2);
    path.close();
    return path;
}

}  // namespace chronomap
