#pragma once

#include <cstdint>
#include <vector>

#include "geo/spatial/clip.hpp"

namespace chronomap {

/// Triangles for a stencil-then-cover fill by the even-odd rule. Positions are metres from the
/// mesh's origin.
struct FillMesh {
    struct Vertex {
        float x, y;
    };
    std::vector<Vertex> vertices;
    std::vector<std::uint32_t> indices;
    bool empty() const { return indices.empty(); }
};
void add_ring(FillMesh& mesh, const PlanePoints& ring, PlanePoint origin);
FillMesh fill_mesh(const std::vector<PlanePoints>& rings, PlanePoint origin);

/// A ribbon along lines. Each point of a line gives two vertices, one to each side; the shader moves them apart by the
/// line's width in pixels. (across_x, across_y) is the way to the side, longer than 1 in corners (mitred).
struct LineMesh {
    struct Vertex {
        float x, y;                ///< metres from the origin
        float across_x, across_y;  ///< unit vector times the mitre's length, y up
        float side;                ///< -1 or +1
        float along;               ///< metres from the line's begin
    };
    std::vector<Vertex> vertices;
    std::vector<std::uint32_t> indices;
    bool empty() const { return indices.empty(); }
};
enum class Ends { open, closed };
void add_line(LineMesh& mesh, const PlanePoints& line, PlanePoint origin, Ends ends = Ends::open);
LineMesh line_mesh(const std::vector<PlanePoints>& lines, PlanePoint origin);

}  // namespace chronomap
