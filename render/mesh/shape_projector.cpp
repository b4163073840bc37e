#include "render/mesh/shape_projector.hpp"

#include <algorithm>
#include <cmath>

#include "render/scene/camera.hpp"

namespace chronomap {
namespace {

constexpr double earth_radius = 6371000;
constexpr double degree = M_PI / 180;

PlanePoints shifted(const PlanePoints& points, double dx) {
    PlanePoints out = points;
    if (dx != 0)
        for (PlanePoint& p : out) p.x += dx;
    return out;
}

/// The point of a cap's rim at a bearing (radians) from its centre; just inside.
PlanePoint rim_point(const ProjectionDomain& domain, double bearing) {
    // At a pole itself bearings mean nothing; ten metres off they do.
    const double lat0 = std::clamp(domain.centre.lat, -89.9999, 89.9999) * degree;
    const double radius = (domain.radius_degrees - 1e-3) * degree;
    const double sine = std::sin(lat0) * std::cos(radius) + std::cos(lat0) * std::sin(radius) * std::cos(bearing);
    const double lon =
        std::atan2(std::sin(bearing) * std::sin(radius) * std::cos(lat0), std::cos(radius) - std::sin(lat0) * sine);
    return {domain.centre.lon + lon / degree, std::asin(std::clamp(sine, -1.0, 1.0)) / degree};
}

/// True for an edge that is no coast: where the data were cut at +-180 degrees or closed at a pole.
bool artificial(const PlanePoint& a, const PlanePoint& b) {
    const auto at_cut = [](double lon) { return std::abs(std::abs(lon) - 180) < 1e-4; };
    return (at_cut(a.x) && at_cut(b.x) && std::abs(a.x - b.x) < 1) || (std::abs(a.y) > 89.99 && std::abs(b.y) > 89.99);
}

}  // namespace

ShapeProjector::ShapeProjector(const Projection& projection, const View& view, double margin)
    : projection_(projection), visible_(visible_box(view, projection, margin)) {
    const ProjectionDomain& domain = projection.domain();
    const double south = std::max(visible_.south, domain.south), north = std::min(visible_.north, domain.north);
    cap_ = domain.family == ProjectionFamily::azimuthal;
    if (cap_) {
        windows_.push_back({visible_.west, south, visible_.east, north});
    } else {
        for (int turn = -2; turn <= 2; ++turn) {
            const double cut = domain.centre.lon - 180 + 360 * turn;
            const DegreeBox window{std::max(visible_.west, cut + 1e-6), south,
                                   std::min(visible_.east, cut + 360 - 1e-6), north};
            if (window.west < window.east) windows_.push_back(window);
        }
    }
    // A chord of length L departs from its circle by L^2 / 8R; a third of a pixel is not seen.
    const double metres = std::sqrt(8 * earth_radius * 0.3 * view.metres_per_px);
    step_degrees_ = std::clamp(metres / (earth_radius * degree), 0.02, 2.5);
    least_distance_ = 0.5 * view.metres_per_px;
    longest_jump_ = 5 * std::max(step_degrees_, 2.5) * earth_radius * degree * 4;
}

bool ShapeProjector::may_show(const DegreeBox& box) const {
    for (const DegreeBox& window : windows_)
        for (const double dx : {0.0, -360.0, 360.0})
            if (window.meets({box.west + dx, box.south, box.east + dx, box.north})) return true;
    return false;
}

double ShapeProjector::inside_cap(const PlanePoint& point) const {
    const ProjectionDomain& domain = projection_.domain();
    const double cosine = std::sin(point.y * degree) * std::sin(domain.centre.lat * degree) +
                          std::cos(point.y * degree) * std::cos(domain.centre.lat * degree) *
                              std::cos((point.x - domain.centre.lon) * degree);
    return cosine - std::cos(domain.radius_degrees * degree);
}

PlanePoints ShapeProjector::cut_to_cap(const PlanePoints& ring) const {
    if (std::ranges::all_of(ring, [&](const PlanePoint& p) { return inside_cap(p) >= 0; })) return ring;
    const ProjectionDomain& domain = projection_.domain();
    // Bearing of a rim point from the centre.
    const double lat0 = domain.centre.lat * degree;
    const auto bearing = [&](const PlanePoint& p) {
        const double dlon = (p.x - domain.centre.lon) * degree, lat = p.y * degree;
        return std::atan2(std::sin(dlon) * std::cos(lat),
                          std::cos(lat0) * std::sin(lat) - std::sin(lat0) * std::cos(lat) * std::cos(dlon));
    };
    PlanePoints out;
    std::size_t start = 0;
    while (start < ring.size() && inside_cap(ring[start]) < 0) ++start;
    if (start == ring.size()) return {};
    double left_at = 0;
    for (std::size_t k = 0; k < ring.size(); ++k) {
        const PlanePoint& a = ring[(start + k) % ring.size()];
        const PlanePoint& b = ring[(start + k + 1) % ring.size()];
        const double fa = inside_cap(a), fb = inside_cap(b);
        if (fa >= 0) out.push_back(a);
        if ((fa >= 0) == (fb >= 0)) continue;
        double low = 0, high = 1;
        for (int i = 0; i < 30; ++i) {
            const double middle = (low + high) / 2;
            const double f = inside_cap({std::lerp(a.x, b.x, middle), std::lerp(a.y, b.y, middle)});
            ((f >= 0) == (fa >= 0) ? low : high) = middle;
        }
        const double t = fa >= 0 ? low : high;
        const PlanePoint cut{std::lerp(a.x, b.x, t), std::lerp(a.y, b.y, t)};
        if (fa >= 0) {
            left_at = bearing(cut);
        } else {
            const double turn = std::remainder(bearing(cut) - left_at, 2 * M_PI);
            const int pieces = 1 + static_cast<int>(std::abs(turn) / (2 * degree));
            for (int i = 1; i < pieces; ++i) out.push_back(rim_point(domain, left_at + turn * i / pieces));
        }
        out.push_back(cut);
    }
    return out;
}

void ShapeProjector::project_pieces(PlanePoints&& piece, bool closed, std::vector<PlanePoints>& out) const {
    if (closed) {
        piece.push_back(piece.front());
        piece = densified(piece, step_degrees_);
        piece.pop_back();
        if (cap_) piece = cut_to_cap(piece);
    } else {
        piece = densified(piece, step_degrees_);
    }
    std::vector<bool> hidden;
    if (cap_ && !closed) {
        hidden.resize(piece.size());
        for (std::size_t i = 0; i < piece.size(); ++i) hidden[i] = inside_cap(piece[i]) < 0;
    }
    projection_.forward(piece);
    PlanePoints kept;
    kept.reserve(piece.size());
    const auto finish = [&] {
        if (kept.size() >= (closed ? 3u : 2u)) out.push_back(kept);
        kept.clear();
    };
    for (std::size_t i = 0; i < piece.size(); ++i) {
        const PlanePoint& p = piece[i];
        if (!p.finite() || (!hidden.empty() && hidden[i])) {
            if (!closed) finish();
            continue;
        }
        if (!kept.empty()) {
            const double distance = std::hypot(p.x - kept.back().x, p.y - kept.back().y);
            const bool last = i + 1 == piece.size();
            if (distance < least_distance_ && !(last && !closed)) continue;
            if (!closed && distance > longest_jump_) finish();
        }
        kept.push_back(p);
    }
    finish();
}

void ShapeProjector::add_ring(const PlanePoints& ring, std::vector<PlanePoints>& out) const {
    if (ring.size() < 3) return;
    const DegreeBox box = box_of(ring);
    for (const DegreeBox& window : windows_) {
        for (const double dx : {0.0, -360.0, 360.0}) {
            if (!window.meets({box.west + dx, box.south, box.east + dx, box.north})) continue;
            PlanePoints cut = clip_ring(shifted(ring, dx), window);
            if (!cut.empty()) project_pieces(std::move(cut), true, out);
        }
    }
}

void ShapeProjector::add_line(const PlanePoints& line, Kind kind, std::vector<PlanePoints>& out) const {
    if (line.size() < 2) return;
    if (kind == Kind::outline) {
        PlanePoints piece;
        bool cut_somewhere = false;
        for (std::size_t i = 1; i < line.size() && !cut_somewhere; ++i)
            cut_somewhere = artificial(line[i - 1], line[i]);
        if (cut_somewhere) {
            piece.push_back(line[0]);
            for (std::size_t i = 1; i < line.size(); ++i) {
                if (artificial(line[i - 1], line[i])) {
                    add_line(piece, Kind::line, out);
                    piece.clear();
                }
                piece.push_back(line[i]);
            }
            add_line(piece, Kind::line, out);
            return;
        }
    }
    const DegreeBox box = box_of(line);
    for (const DegreeBox& window : windows_) {
        for (const double dx : {0.0, -360.0, 360.0}) {
            if (!window.meets({box.west + dx, box.south, box.east + dx, box.north})) continue;
            for (PlanePoints& piece : clip_line(shifted(line, dx), window))
                project_pieces(std::move(piece), false, out);
        }
    }
}

std::vector<PlanePoints> ShapeProjector::globe() const {
    std::vector<PlanePoints> out;
    if (cap_ && visible_.east - visible_.west >= 359) {
        // The circle around the centre, in the plane itself.
        const ProjectionDomain& domain = projection_.domain();
        PlanePoints rim;
        for (int i = 0; i < 360; ++i) {
            const PlanePoint p = rim_point(domain, i * degree);
            rim.push_back(projection_.forward({p.x, p.y}));
        }
        std::erase_if(rim, [](const PlanePoint& p) { return !p.finite(); });
        if (rim.size() > 2) out.push_back(std::move(rim));
        return out;
    }
    for (const DegreeBox& w : windows_)
        project_pieces({{w.west, w.south}, {w.east, w.south}, {w.east, w.north}, {w.west, w.north}}, true, out);
    return out;
}

std::vector<PlanePoints> ShapeProjector::graticule(double step) const {
    std::vector<PlanePoints> out;
    for (const DegreeBox& window : windows_) {
        for (double lon = std::ceil(window.west / step) * step; lon <= window.east; lon += step) {
            // Only every third meridian reaches the poles, where they crowd.
            const bool far = std::abs(std::remainder(lon, 3 * step)) < 1e-6 || std::abs(std::remainder(lon, 90)) < 1e-6;
            const double limit = far ? 90 : 90 - step;
            const double south = std::max(window.south, -limit), north = std::min(window.north, limit);
            if (south < north) project_pieces({{lon, south}, {lon, north}}, false, out);
        }
        for (double lat = std::ceil(window.south / step) * step; lat <= window.north; lat += step)
            if (std::abs(lat) < 89.999) project_pieces({{window.west, lat}, {window.east, lat}}, false, out);
    }
    return out;
}

int level_of_detail(const Basemap& basemap, double metres_per_px) {
    constexpr double metres_per_degree = 111320;
    int level = 0;
    while (level + 1 < basemap.levels() &&
           basemap.tolerance_degrees(level + 1) * metres_per_degree <= 0.5 * metres_per_px)
        ++level;
    return level;
}

PlanePoints plane_points(std::span<const PackedPoint> points) {
    PlanePoints out(points.size());
    for (std::size_t i = 0; i < points.size(); ++i) out[i] = {points[i].lon, points[i].lat};
    return out;
}

PlanePoints plane_points(std::span<const LonLat> points) {
    PlanePoints out(points.size());
    for (std::size_t i = 0; i < points.size(); ++i) out[i] = {points[i].lon, points[i].lat};
    return out;
}

DegreeBox box_of(const PlanePoints& points) {
    DegreeBox box{1e9, 1e9, -1e9, -1e9};
    for (const PlanePoint& p : points) {
        box.west = std::min(box.west, p.x), box.east = std::max(box.east, p.x);
        box.south = std::min(box.south, p.y), box.north = std::max(box.north, p.y);
    }
    return box;
}

}  // namespace chronomap
