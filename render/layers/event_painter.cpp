#include "render/layers/event_painter.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "render/layers/event_drawing.hpp"
#include "render/mesh/event_shapes.hpp"
#include "render/scene/area_pattern.hpp"
#include "render/scene/mark_looks.hpp"
#include "render/scene/verdict_badge.hpp"

namespace chronomap {
namespace {

struct SymbolVertex {
    float x, y;
    float right = 0, up = 0;
    std::array<float, 4> fill, outline;
    float radius, shape, ring;
    std::array<float, 2> extra{};  ///< see assets/shaders/symbol.vert
};

/// The shape of a part of a band in assets/shaders/symbol.frag, and the inner edge of the band in radii.
constexpr float band_shape = 10, band_inner_share = 0.64f;
/// And that of a stroke with round ends.
constexpr float stroke_shape = 11;

std::array<float, 4> values(const Colour& colour) {
    return {colour.r, colour.g, colour.b, colour.a};
}

/// What is drawn of symbols, the lowest first.
struct SymbolMesh {
    std::vector<SymbolVertex> vertices;
    std::vector<std::uint32_t> indices;

    /// The square around a symbol that holds its casing and its ring.
    void add_square(SymbolVertex vertex, float outline_px) {
        // Circles reach as far as their radius, tips of other shapes up to 1.22 of it.
        const float tip = vertex.shape == static_cast<float>(SymbolShape::circle) ? 1.0f : 1.25f;
        const float reach = vertex.radius * tip + outline_px * 3 + vertex.ring * 3 + 1;
        const auto first = static_cast<std::uint32_t>(vertices.size());
        for (const auto& [right, up] : {std::pair{-1, -1}, {1, -1}, {1, 1}, {-1, 1}}) {
            vertex.right = reach * static_cast<float>(right);
            vertex.up = reach * static_cast<float>(up);
            vertices.push_back(vertex);
        }
        for (const std::uint32_t corner : {0, 1, 2, 0, 2, 3}) indices.push_back(first + corner);
    }

    /// The stretch of a ring that holds a share of a band, and no more: a square would be drawn whole for each share.
    void add_arc(SymbolVertex vertex, const ShareArc& arc) {
        constexpr float whole_turn = 2 * std::numbers::pi_v<float>;
        const float length = arc.to - arc.from;
        const int steps = std::max(1, static_cast<int>(std::ceil(length * 24)));
        const float step = length * whole_turn / static_cast<float>(steps);
        const float inner = std::max(0.0f, vertex.radius * band_inner_share - 1);
        const float outer = (vertex.radius + 1) / std::cos(step / 2);
        // The distance from the ray along an end is linear on the plane. An eighth of a turn away, or where the share
        // has no end, it is far enough.
        const auto inside = [&](float turned, float reach) {
            return length >= 1 || turned > whole_turn / 8 ? vertex.radius : std::sin(turned) * reach;
        };
        for (int i = 0; i <= steps; ++i) {
            const float turned = step * static_cast<float>(i), left = step * static_cast<float>(steps - i);
            const float turn = arc.from * whole_turn + turned;
            const auto first = static_cast<std::uint32_t>(vertices.size());
            for (const float reach : {inner * std::cos(step / 2), outer}) {
                vertex.right = std::sin(turn) * reach;
                vertex.up = std::cos(turn) * reach;
                vertex.extra = {inside(turned, reach), inside(left, reach)};
                vertices.push_back(vertex);
            }
            if (i < steps)
                for (const std::uint32_t corner : {0, 1, 3, 0, 3, 2}) indices.push_back(first + corner);
        }
    }
};

/// A symbol, then the shares along its edge.
void add_symbol(SymbolMesh& mesh, const EventMark& mark, const Style& style, double pixel_ratio) {
    const SymbolLook look = symbol_look(mark, style, pixel_ratio);
    const float outline_px = style.symbol_outline * static_cast<float>(pixel_ratio);
    SymbolVertex vertex{.x = static_cast<float>(mark.x_px),
                        .y = static_cast<float>(mark.y_px),
                        .fill = values(look.fill),
                        .outline = values(look.outline),
                        .radius = static_cast<float>(mark.radius_px),
                        .shape = static_cast<float>(look.shape),
                        .ring = look.ring_px};
    mesh.add_square(vertex, outline_px);
    vertex.radius -= outline_px * 0.5f;
    vertex.shape = band_shape;
    vertex.ring = 0;
    for (const ShareArc& arc : share_arcs(mark, style)) {
        vertex.fill = values(arc.colour);
        mesh.add_arc(vertex, arc);
    }
}

/// A disc with the strokes of a sign on it.
void add_badge(SymbolMesh& mesh, const EventMark& mark, const Style& style, double pixel_ratio) {
    const auto badge = verdict_badge(mark, style, pixel_ratio);
    if (!badge) return;
    const float outline_px = style.symbol_outline * static_cast<float>(pixel_ratio);
    mesh.add_square({.x = static_cast<float>(badge->at.x),
                     .y = static_cast<float>(badge->at.y),
                     .fill = values(badge->disc),
                     .outline = values(badge->ink),
                     .radius = static_cast<float>(badge->radius_px),
                     .shape = static_cast<float>(SymbolShape::circle),
                     .ring = 0},
                    outline_px);
    for (const SignStroke& stroke : badge->strokes) {
        // From the stroke's middle to its end, y up.
        const double x = (stroke.to.x - stroke.from.x) / 2, y = (stroke.from.y - stroke.to.y) / 2;
        mesh.add_square({.x = static_cast<float>((stroke.from.x + stroke.to.x) / 2),
                         .y = static_cast<float>((stroke.from.y + stroke.to.y) / 2),
                         .fill = values(badge->ink),
                         .outline = values(badge->ink),
                         .radius = static_cast<float>(std::hypot(x, y)),
                         .shape = stroke_shape,
                         .ring = static_cast<float>(stroke.half_width),
                         .extra = {static_cast<float>(x), static_cast<float>(y)}},
                        outline_px);
    }
}

}  // namespace

Result<EventPainter> EventPainter::create(DrawWindowPtr window) {
    EventPainter painter;
    painter.window_ = std::move(window);
    auto program = ShaderProgram::create("symbol");
    if (!program) return tl::unexpected(program.error());
    painter.symbol_program_ = std::move(*program);
    painter.symbols_ = VertexBuffer{{2}, {2}, {4}, {4}, {3}, {2}};
    return painter;
}

const EventPainter::ShapeMesh& EventPainter::mesh_of(const Frame& frame, const Place& place, const Basemap* basemap) {
    if (const auto found = meshes_.find(place.id); found != meshes_.end()) return found->second;
    const ShapeProjector projector(frame.projection, *meshed_.view, meshed_.margin);
    const PlanePoint origin{meshed_.view->centre_x, meshed_.view->centre_y};
    const EventShape shape = event_shape(projector, frame.projection, frame.view, place, basemap);
    ShapeMesh mesh{FillOnGpu(shape.rings, origin), LineOnGpu(shape.lines, origin), shape.exact, shape.size_m};
    return meshes_.emplace(place.id, std::move(mesh)).first->second;
}

void EventPainter::draw_shapes(const Frame& frame, const Pen& pen, const EventMarks& marks, const Basemap* basemap) {
    if (marks.shapes.empty()) return;
    if (!meshed_.serves(frame.view)) {
        meshes_.clear();
        meshed_.remake_for(frame.view);
    }
    pen.begin();
    draw_event_shapes(
        frame.view, frame.style, marks, pen,
        [&](const Place& place) -> const ShapeMesh& { return mesh_of(frame, place, basemap); },
        [&](const EventMark& mark, const ShapeMesh&) { draw_pattern(frame, mark); });
}

void EventPainter::draw_pattern(const Frame& frame, const EventMark& area) {
    const View& view = frame.view;
    const Style& style = frame.style;
    const PixelWindow& part = window_->part;
    const PixelBox drawn{double(part.x), double(part.y), double(part.x + part.width), double(part.y + part.height)};
    EventMark mark;
    mark.kind = area.kind;
    mark.uncertain = area.uncertain;
    mark.radius_px = style.area_symbol_radius * view.pixel_ratio;
    EventMarks symbols;
    for (const PixelPoint& at : area_pattern(view, area.kind, style.area_symbol_spacing * view.pixel_ratio, drawn)) {
        mark.x_px = at.x;
        mark.y_px = at.y;
        symbols.symbols.push_back(mark);
    }
    // Nothing but the fill, half transparent.
    Style plain = style;
    plain.symbol_outline = 0;
    plain.symbol_casing.a = plain.symbol_edge.a = 0;
    plain.symbol_edge_share = plain.pale_edge_share = 1;
    plain.kinds[static_cast<std::size_t>(area.kind)].colour.a = plain.pale.a = style.area_symbol_share;
    draw_symbols({view, frame.projection, plain}, symbols);
}

void EventPainter::draw_leaders(const Frame& frame, const Pen& pen, const EventMarks& marks) {
    if (marks.leaders.empty()) return;
    const LineOnGpu lines(leader_lines(frame.view, marks), {frame.view.centre_x, frame.view.centre_y});
    pen.begin();
    draw_fan_leaders(frame.view, frame.style, pen, lines);
}

void EventPainter::draw_symbols(const Frame& frame, const EventMarks& marks) {
    const Style& style = frame.style;
    const auto ratio = static_cast<float>(frame.view.pixel_ratio);
    SymbolMesh mesh;
    mesh.vertices.reserve(marks.symbols.size() * 4);
    mesh.indices.reserve(marks.symbols.size() * 6);
    for (const EventMark& mark : marks.shapes) add_badge(mesh, mark, style, frame.view.pixel_ratio);
    for (const EventMark& mark : marks.symbols) {
        add_symbol(mesh, mark, style, frame.view.pixel_ratio);
        add_badge(mesh, mark, style, frame.view.pixel_ratio);
    }
    if (mesh.vertices.empty()) return;
    symbols_.upload(mesh.vertices, mesh.indices);
    symbol_program_.use();
    window_->set_uniforms(symbol_program_, frame.view);
    symbol_program_.set("outline_px", style.symbol_outline * ratio);
    symbol_program_.set("ring_colour", style.selection.r, style.selection.g, style.selection.b, 0.9f);
    const Colour& casing = style.symbol_casing;
    symbol_program_.set("casing_colour", casing.r, casing.g, casing.b, casing.a);
    if (!getenv("NOSYM")) symbols_.draw_triangles();
}

}  // namespace chronomap
