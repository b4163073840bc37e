#pragma once

#include <map>
#include <memory>
#include <string>

#include "geo/io/basemap.hpp"
#include "render/layers/meshed_extent.hpp"
#include "render/layers/pen.hpp"
#include "render/scene/event_marks.hpp"

namespace chronomap {

/// Events: areas and lines as what they are, points as symbols of their kind sized by count. Moving the time makes no
/// mesh of a place anew; a place's shape is projected once for a view.
class EventPainter {
  public:
    static Result<EventPainter> create(DrawWindowPtr window);

    /// Below labels: areas, then lines. `basemap` gives outlines of today's countries whose place has none; may be
    /// null.
    void draw_shapes(const Frame& frame, const Pen& pen, const EventMarks& marks, const Basemap* basemap);
    /// Above labels, below symbols.
    void draw_leaders(const Frame& frame, const Pen& pen, const EventMarks& marks);
    /// Above labels: symbols.
    void draw_symbols(const Frame& frame, const EventMarks& marks);

  private:
    struct ShapeMesh {
        FillOnGpu fill;
        LineOnGpu line;
        bool exact = true;  ///< false: only a box or less is known; drawn dashed
        double size_m = 0;  ///< longer side of its box
    };
    void draw_pattern(const Frame& frame, const EventMark& area);
    const ShapeMesh& mesh_of(const Frame& frame, const Place& place, const Basemap* basemap);

    DrawWindowPtr window_;
    ShaderProgram symbol_program_;
    VertexBuffer symbols_;
    std::map<std::string, ShapeMesh> meshes_;
    MeshedExtent meshed_;
};

}  // namespace chronomap
