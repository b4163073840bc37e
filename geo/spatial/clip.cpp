#include "geo/spatial/clip.hpp"

#include <algorithm>
#include <cmath>

namespace chronomap {
namespace {

/// Keeps what lies where sign * (coordinate - limit) >= 0.
void clip_half(const PlanePoints& in, PlanePoints& out, double PlanePoint::*axis, double limit, double sign) {
    out.clear();
    if (in.empty()) return;
    PlanePoint before = in.back();
    bool before_inside = sign * (before.*axis - limit) >= 0;
    for (const PlanePoint& point : in) {
        const bool inside = sign * (point.*axis - limit) >= 0;
        if (inside != before_inside) {
            const double t = (limit - before.*axis) / (point.*axis - before.*axis);
            PlanePoint cut{std::lerp(before.x, point.x, t), std::lerp(before.y, point.y, t)};
            cut.*axis = limit;
            out.push_back(cut);
        }
        if (inside) out.push_back(point);
        before = point;
        before_inside = inside;
    }
}

/// The part [t0, t1] of the segment inside the box (Liang and Barsky, 1984). False: none.
bool clip_segment(PlanePoint a, PlanePoint b, const DegreeBox& box, double& t0, double& t1) {
    t0 = 0, t1 = 1;
    const double dx = b.x - a.x, dy = b.y - a.y;
    const double p[4] = {-dx, dx, -dy, dy};
    const double q[4] = {a.x - box.west, box.east - a.x, a.y - box.south, box.north - a.y};
    for (int i = 0; i < 4; ++i) {
        if (p[i] == 0) {
            if (q[i] < 0) return false;
            continue;
        }
        const double t = q[i] / p[i];
        if (p[i] < 0)
            t0 = std::max(t0, t);
        else
            t1 = std::min(t1, t);
    }
    return t0 <= t1;
}

PlanePoint between(PlanePoint a, PlanePoint b, double t) {
    if (t <= 0) return a;
    if (t >= 1) return b;
    return {std::lerp(a.x, b.x, t), std::lerp(a.y, b.y, t)};
}

}  // namespace

PlanePoints clip_ring(const PlanePoints& ring, const DegreeBox& box) {
    PlanePoints a = ring, b;
    const auto step = [&](double PlanePoint::*axis, double limit, double sign) {
        const bool all_inside =
            std::ranges::all_of(a, [&](const PlanePoint& p) { return sign * (p.*axis - limit) >= 0; });
        if (all_inside) return;
        clip_half(a, b, axis, limit, sign);
        std::swap(a, b);
    };
    step(&PlanePoint::x, box.west, 1);
    step(&PlanePoint::x, box.east, -1);
    step(&PlanePoint::y, box.south, 1);
    step(&PlanePoint::y, box.north, -1);
    if (a.size() < 3) a.clear();
    return a;
}

std::vector<PlanePoints> clip_line(const PlanePoints& line, const DegreeBox& box) {
    std::vector<PlanePoints> pieces;
    PlanePoints piece;
    const auto finish = [&] {
        if (piece.size() >= 2) pieces.push_back(std::move(piece));
        piece.clear();
    };
    for (std::size_t i = 1; i < line.size(); ++i) {
        double t0, t1;
        if (!clip_segment(line[i - 1], line[i], box, t0, t1)) {
            finish();
            continue;
        }
        if (t0 > 0) finish();
        if (piece.empty()) piece.push_back(between(line[i - 1], line[i], t0));
        if (t1 > t0 || piece.size() > 1) piece.push_back(between(line[i - 1], line[i], t1));
        if (t1 < 1) finish();
    }
    finish();
    return pieces;
}

PlanePoints densified(const PlanePoints& line, double max_step) {
    PlanePoints out;
    out.reserve(line.size());
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (i > 0) {
            const double length = std::max(std::abs(line[i].x - line[i - 1].x), std::abs(line[i].y - line[i - 1].y));
            const int pieces = static_cast<int>(std::min(2000.0, std::ceil(length / max_step)));
            for (int k = 1; k < pieces; ++k) out.push_back(between(line[i - 1], line[i], double(k) / pieces));
        }
        out.push_back(line[i]);
    }
    return out;
}

bool contains(const std::vector<std::vector<LonLat>>& rings, LonLat point) {
    bool inside = false;
    for (const auto& ring : rings) {
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            if ((ring[i].lat > point.lat) == (ring[j].lat > point.lat)) continue;
            const double at =
                ring[i].lon + (point.lat - ring[i].lat) / (ring[j].lat - ring[i].lat) * (ring[j].lon - ring[i].lon);
            if (point.lon < at) inside = !inside;
        }
    }
    return inside;
}

}  // namespace chronomap
