#include "render/mesh/meshes.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace chronomap {
namespace {

struct Direction {
    double x = 0, y = 0;
};

Direction direction(const PlanePoint& a, const PlanePoint& b) {
    const double length = std::hypot(b.x - a.x, b.y - a.y);
    if (length == 0) return {};
    return {(b.x - a.x) / length, (b.y - a.y) / length};
}

}  // namespace

void add_ring(FillMesh& mesh, const PlanePoints& ring, PlanePoint origin) {
    if (ring.size() < 3) return;
    const auto first = static_cast<std::uint32_t>(mesh.vertices.size());
    for (const PlanePoint& p : ring)
        mesh.vertices.push_back({static_cast<float>(p.x - origin.x), static_cast<float>(p.y - origin.y)});
    // From the edge inwards: each round cuts off every second corner. The triangles are small and compact, where those
    // of a fan would lie over each other and be drawn over and over.
    std::vector<std::uint32_t> corners(ring.size());
    std::iota(corners.begin(), corners.end(), first);
    while (corners.size() > 2) {
        std::size_t kept = 0;
        for (std::size_t i = 0; i < corners.size(); i += 2) {
            if (i + 2 < corners.size())
                mesh.indices.insert(mesh.indices.end(), {corners[i], corners[i + 1], corners[i + 2]});
            corners[kept++] = corners[i];
        }
        if (corners.size() % 2 == 0) corners[kept++] = corners.back();
        corners.resize(kept);
    }
}

FillMesh fill_mesh(const std::vector<PlanePoints>& rings, PlanePoint origin) {
    FillMesh mesh;
    for (const PlanePoints& ring : rings) add_ring(mesh, ring, origin);
    return mesh;
}

LineMesh line_mesh(const std::vector<PlanePoints>& lines, PlanePoint origin) {
    LineMesh mesh;
    for (const PlanePoints& line : lines) add_line(mesh, line, origin);
    return mesh;
}

void add_line(LineMesh& mesh, const PlanePoints& points, PlanePoint origin, Ends ends) {
    PlanePoints line;
    line.reserve(points.size() + 1);
    for (const PlanePoint& p : points)
        if (line.empty() || !(p == line.back())) line.push_back(p);
    if (ends == Ends::closed && line.size() > 2 && !(line.front() == line.back())) line.push_back(line.front());
    if (line.size() < 2) return;
    const bool closed = ends == Ends::closed && line.size() > 3;

    double along = 0;
    const auto emit = [&](const PlanePoint& p, Direction across) {
        const float x = static_cast<float>(p.x - origin.x), y = static_cast<float>(p.y - origin.y);
        const float ax = static_cast<float>(across.x), ay = static_cast<float>(across.y), d = static_cast<float>(along);
        mesh.vertices.push_back({x, y, ax, ay, 1, d});
        mesh.vertices.push_back({x, y, -ax, -ay, -1, d});
    };
    const auto join_last_two = [&] {
        const auto n = static_cast<std::uint32_t>(mesh.vertices.size());
        for (const std::uint32_t i : {n - 4, n - 3, n - 2, n - 2, n - 3, n - 1}) mesh.indices.push_back(i);
    };
    const std::size_t count = line.size();
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0) along += std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
        const bool has_before = i > 0 || closed, has_after = i + 1 < count || closed;
        const Direction before = has_before ? direction(i > 0 ? line[i - 1] : line[count - 2], line[i]) : Direction{};
        const Direction after = has_after ? direction(line[i], i + 1 < count ? line[i + 1] : line[1]) : Direction{};
        const Direction left_before{-before.y, before.x}, left_after{-after.y, after.x};
        if (!has_before || !has_after) {
            emit(line[i], has_before ? left_before : left_after);
            if (i > 0) join_last_two();
            continue;
        }
        const double cosine = before.x * after.x + before.y * after.y;
        if (cosine > -0.3) {
            // Mitre: (l1 + l2) / (1 + cos), never longer than 1.7.
            emit(line[i],
                 {(left_before.x + left_after.x) / (1 + cosine), (left_before.y + left_after.y) / (1 + cosine)});
            if (i > 0) join_last_two();
        } else {
            // Bevel: the corner's two ends, joined by two triangles.
            if (i > 0) {
                emit(line[i], left_before);
                join_last_two();
                emit(line[i], left_after);
                join_last_two();
            } else {
                emit(line[i], left_after);
            }
        }
    }
}

}  // namespace chronomap
