#include "render/vector/path.hpp"

#include <algorithm>
#include <cmath>

namespace chronomap {

void Path::curve_to(PixelPoint control, PixelPoint other_control, PixelPoint point) {
    verbs_.push_back(Verb::curve);
    points_.insert(points_.end(), {control, other_control, point});
}

void Path::append(const Path& other) {
    verbs_.insert(verbs_.end(), other.verbs_.begin(), other.verbs_.end());
    points_.insert(points_.end(), other.points_.begin(), other.points_.end());
}

PixelBox Path::box() const {
    if (points_.empty()) return {};
    PixelBox box{points_[0].x, points_[0].y, points_[0].x, points_[0].y};
    for (const PixelPoint& point : points_) {
        box.left = std::min(box.left, point.x);
        box.right = std::max(box.right, point.x);
        box.top = std::min(box.top, point.y);
        box.bottom = std::max(box.bottom, point.y);
    }
    return box;
}

void Path::add_polygon(const std::vector<PixelPoint>& corners) {
    for (std::size_t i = 0; i < corners.size(); ++i) add(i == 0 ? Verb::move : Verb::line, corners[i]);
    if (!corners.empty()) close();
}

void add_arc(Path& path, PixelPoint centre, double radius, double from, double to) {
    const int pieces = std::max(1, static_cast<int>(std::ceil(std::abs(to - from) / (M_PI / 4) - 1e-9)));
    const double turn = (to - from) / pieces;
    // The length of the control arms that makes a cubic curve meet the arc at its middle.
    const double arm = 4.0 / 3 * std::tan(turn / 4) * radius;
    const auto at = [&](double angle) {
        return PixelPoint{centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)};
    };
    for (int i = 0; i < pieces; ++i) {
        const double begin = from + turn * i, end = begin + turn;
        const PixelPoint a = at(begin), b = at(end);
        path.curve_to({a.x - arm * std::sin(begin), a.y + arm * std::cos(begin)},
                      {b.x + arm * std::sin(end), b.y - arm * std::cos(end)}, b);
    }
}

void Path::add_circle(PixelPoint centre, double radius) {
    move_to({centre.x + radius, centre.y});
    add_arc(*this, centre, radius, 0, 2 * M_PI);
    close();
}

void Path::add_box(double left, double top, double width, double height, double corner_radius) {
    const double radius = std::min({corner_radius, width / 2, height / 2}), right = left + width, bottom = top + height;
    if (radius <= 0) {
        add_polygon({{left, top}, {right, top}, {right, bottom}, {left, bottom}});
        return;
    }
    move_to({left + radius, top});
    line_to({right - radius, top});
    add_arc(*this, {right - radius, top + radius}, radius, -M_PI / 2, 0);
    line_to({right, bottom - radius});
    add_arc(*this, {right - radius, bottom - radius}, radius, 0, M_PI / 2);
    line_to({left + radius, bottom});
    add_arc(*this, {left + radius, bottom - radius}, radius, M_PI / 2, M_PI);
    line_to({left, top + radius});
    add_arc(*this, {left + radius, top + radius}, radius, M_PI, M_PI * 3 / 2);
    close();
}

Path path_of_rings(const std::vector<PlanePoints>& rings, const View& view) {
    Path path;
    for (const PlanePoints& ring : rings) {
        if (ring.size() < 3) continue;
        path.move_to(screen_from_plane(view, ring.front()));
        for (std::size_t i = 1; i < ring.size(); ++i) path.line_to(screen_from_plane(view, ring[i]));
        path.close();
    }
    return path;
}

Path path_of_lines(const std::vector<PlanePoints>& lines, const View& view) {
    Path path;
    for (const PlanePoints& line : lines) {
        if (line.size() < 2) continue;
        const bool closed = line.size() > 3 && line.front() == line.back();
        path.move_to(screen_from_plane(view, line.front()));
        for (std::size_t i = 1; i + (closed ? 1 : 0) < line.size(); ++i) path.line_to(screen_from_plane(view, line[i]));
        if (closed) path.close();
    }
    return path;
}

}  // namespace chronomap
