#include "render/layers/event_painter.hpp"

#include <glad/gl.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "render/mesh/shape_projector.hpp"

namespace chronomap {
namespace {

struct SymbolVertex {
    float x, y;
    float fill[4];
    float outline[4];
    float radius, shape, ring;
};

const Colour white{1, 1, 1, 1};

/// Dash of what is known by its box only.
constexpr std::array<float, 4> vague_dash{7, 5, 0, 0};
/// An area longer than this share of the picture's smaller side is drawn by its edge.
constexpr double large_share = 0.8;
constexpr std::array<float, 4> region_dash{14, 5, 0, 0};
/// Nominal radius of the dashed circle around a region of which only a point is known.
constexpr double vague_radius_px = 40;

PlanePoints ellipse_in(const GeoBox& box) {
    const double width = box.east < box.west ? box.east - box.west + 360 : box.east - box.west;
    PlanePoints ring;
    for (int i = 0; i < 96; ++i) {
        const double angle = 2 * M_PI * i / 96;
        ring.push_back({box.west + width / 2 * (1 + std::cos(angle)),
                        (box.south + box.north) / 2 + (box.north - box.south) / 2 * std::sin(angle)});
    }
    return ring;
}

/// Longer side of the box around shapes, or of `box` where there are none; 0: a point.
double size_metres(const std::vector<PlanePoints>& shapes, const std::optional<GeoBox>& box) {
    DegreeBox all{1e9, 1e9, -1e9, -1e9};
    for (const PlanePoints& shape : shapes) {
        const DegreeBox one = box_of(shape);
        all = {std::min(all.west, one.west), std::min(all.south, one.south), std::max(all.east, one.east),
               std::max(all.north, one.north)};
    }
    if (shapes.empty() && box) all = {box->west, box->south, box->east + (box->east < box->west ? 360 : 0), box->north};
    if (all.west > all.east) return 0;
    const double narrowing = std::cos((all.south + all.north) / 2 * M_PI / 180);
    return 111320 * std::max((all.east - all.west) * narrowing, all.north - all.south);
}

/// True for a state of today (not a historical one), whose outline the basemap has.
bool is_country_of_today(const Place& place) {
    return place.feature_code.rfind("PCL", 0) == 0 && place.feature_code != "PCLH" && !place.country.empty();
}

/// Islands that are but dots at this scale are left out, the largest part never.
std::vector<PlanePoints> rings_of_country(const Basemap& basemap, const std::string& country, double metres_per_px) {
    std::vector<PlanePoints> rings;
    for (const BasemapFeature& feature :
         basemap.features(BasemapLayer::country_areas, level_of_detail(basemap, metres_per_px))) {
        if (basemap.text(feature.country) != country) continue;
        for (std::uint32_t i = 0; i < feature.part_count; ++i) rings.push_back(plane_points(basemap.part(feature, i)));
    }
    const auto height = [](const PlanePoints& ring) {
        const DegreeBox box = box_of(ring);
        return box.north - box.south;
    };
    std::ranges::sort(rings, std::ranges::greater{}, height);
    constexpr double least_px = 7;
    while (rings.size() > 1 && height(rings.back()) * 111320 < least_px * metres_per_px) rings.pop_back();
    return rings;
}

}  // namespace

Result<EventPainter> EventPainter::create() {
    EventPainter painter;
    auto program = ShaderProgram::create("symbol");
    if (!program) return tl::unexpected(program.error());
    painter.symbol_program_ = std::move(*program);
    painter.symbols_ = VertexBuffer{{2}, {4}, {4}, {3}};
    return painter;
}

const EventPainter::ShapeMesh& EventPainter::mesh_of(const Frame& frame, const Place& place, const Basemap* basemap) {
    if (const auto found = meshes_.find(place.id); found != meshes_.end()) return found->second;
    ShapeMesh& mesh = meshes_[place.id];
    const ShapeProjector projector(frame.projection, *meshed_.view, meshed_.margin);
    const PlanePoint origin{meshed_.view->centre_x, meshed_.view->centre_y};
    std::vector<PlanePoints> shapes;
    for (const auto& part : place.parts) shapes.push_back(plane_points(part));
    // A rough outline of a state of today gives way to the basemap's, which its borders are drawn from.
    std::size_t points = 0;
    for (const PlanePoints& shape : shapes) points += shape.size();
    constexpr std::size_t rough = 400;
    if (basemap && points < rough && place.extent == ExtentClass::area && is_country_of_today(place)) {
        auto rings = rings_of_country(*basemap, place.country, frame.view.metres_per_px);
        if (!rings.empty()) shapes = std::move(rings);
    }
    mesh.size_m = size_metres(shapes, place.box);

    FillMesh fill;
    LineMesh line;
    std::vector<PlanePoints> lines;
    if (place.extent == ExtentClass::line && !shapes.empty()) {
        for (const PlanePoints& shape : shapes) projector.add_line(shape, ShapeProjector::Kind::line, lines);
    } else if (!shapes.empty() || place.box) {
        mesh.exact = !shapes.empty();
        if (shapes.empty()) shapes.push_back(ellipse_in(*place.box));
        std::vector<PlanePoints> rings;
        for (PlanePoints& shape : shapes) {
            projector.add_ring(shape, rings);
            if (!shape.empty() && !(shape.front() == shape.back())) shape.push_back(shape.front());
            projector.add_line(shape, ShapeProjector::Kind::outline, lines);
        }
        for (const PlanePoints& ring : rings) add_ring(fill, ring, origin);
    } else if (const PlanePoint at = frame.projection.forward(place.location); at.finite()) {
        // Only a point is known of a region: a circle that says "hereabouts", of no size on the ground.
        mesh.exact = false;
        const double radius = vague_radius_px * frame.view.pixel_ratio * frame.view.metres_per_px;
        PlanePoints ring;
        for (int i = 0; i <= 72; ++i)
            ring.push_back({at.x + radius * std::cos(2 * M_PI * i / 72), at.y + radius * std::sin(2 * M_PI * i / 72)});
        add_ring(fill, ring, origin);
        lines.push_back(std::move(ring));
    }
    for (const PlanePoints& part : lines) add_line(line, part, origin);
    mesh.fill.upload(fill, origin);
    mesh.line.upload(line, origin);
    return mesh;
}

void EventPainter::draw_shapes(const Frame& frame, const Pen& pen, const EventMarks& marks, const Basemap* basemap) {
    if (marks.shapes.empty()) return;
    if (!meshed_.serves(frame.view)) {
        meshes_.clear();
        meshed_.remake_for(frame.view);
    }
    const Style& style = frame.style;
    pen.begin(frame.view);
    for (const EventMark& mark : marks.shapes) {
        const ShapeMesh& mesh = mesh_of(frame, *mark.place, basemap);
        Colour colour = style.of(mark.kind).colour;
        if (mark.uncertain) colour = mixed(colour, white, style.uncertain);
        const float emphasis = mark.selected ? 1.5f : mark.hovered ? 1.25f : 1.0f;
        if (mark.place->extent == ExtentClass::line && mesh.exact) {
            LineStyle stroke{style.casing, style.line_width * emphasis + 2.4f, {}};
            pen.stroke(frame.view, mesh.line, stroke);
            if (mark.selected) {
                stroke = {style.selection, style.line_width * emphasis + 1.6f, {}};
                pen.stroke(frame.view, mesh.line, stroke);
            }
            stroke = {colour, style.line_width * emphasis, {}};
            if (mark.uncertain) stroke.dash = {8, 4, 0, 0};
            pen.stroke(frame.view, mesh.line, stroke);
            continue;
        }
        draw_area(frame, pen, mark, mesh, colour, emphasis);
    }
}

void EventPainter::draw_area(const Frame& frame, const Pen& pen, const EventMark& mark, const ShapeMesh& mesh,
                             Colour colour, float emphasis) const {
    const Style& style = frame.style;
    const bool large =
        mesh.size_m > large_share * frame.view.metres_per_px * std::min(frame.view.width_px, frame.view.height_px);
    const bool marked = mark.hovered || mark.selected;
    Colour fill = colour;
    LineStyle outline{colour, style.area_outline * emphasis, {}};
    if (large) {
        // A state that fills the page would only colour the page: a ribbon inside its edge, as atlases draw it.
        fill.a = marked ? 0.10f : 0.03f;
        LineStyle ribbon{colour, 13 * emphasis, {}};
        ribbon.colour.a = 0.26f;
        pen.fill_with_ribbon(frame.view, mesh.fill, fill, mesh.line, ribbon);
        outline.width *= 0.65f;
    } else {
        fill.a = style.area_fill * (mesh.exact ? 1.0f : 0.6f) * (marked ? 1.35f : 1.0f);
        pen.fill(frame.view, mesh.fill, fill);
        LineStyle casing{style.casing, outline.width + 1.8f, {}};
        casing.colour.a *= 0.7f;
        if (mesh.exact) pen.stroke(frame.view, mesh.line, casing);
    }
    if (!mesh.exact || mark.uncertain) outline.dash = vague_dash;
    // A region or a former state has no surveyed edge: its outline is one of several that are told.
    if (mark.place->feature == FeatureClass::region || mark.place->feature_code == "PCLH") outline.dash = region_dash;
    if (mark.selected) outline.colour = mixed(colour, style.selection, 0.6f);
    pen.stroke(frame.view, mesh.line, outline);
}

void EventPainter::draw_symbols(const Frame& frame, const EventMarks& marks) {
    if (marks.symbols.empty()) return;
    const Style& style = frame.style;
    const auto ratio = static_cast<float>(frame.view.pixel_ratio);
    std::vector<SymbolVertex> vertices;
    vertices.reserve(marks.symbols.size());
    for (const EventMark& mark : marks.symbols) {
        const KindStyle& look = style.of(mark.kind);
        const Colour fill = mark.uncertain ? mixed(look.colour, white, style.uncertain) : look.colour;
        // The outline of a light symbol keeps the kind's colour; that of a full one is a shade darker.
        const Colour outline = mark.uncertain ? look.colour : mixed(look.colour, {0, 0, 0, 1}, 0.28f);
        const float ring = mark.selected ? 2.2f * ratio : mark.hovered ? 1.3f * ratio : 0;
        vertices.push_back({static_cast<float>(mark.x_px),
                            static_cast<float>(mark.y_px),
                            {fill.r, fill.g, fill.b, fill.a},
                            {outline.r, outline.g, outline.b, outline.a},
                            static_cast<float>(mark.radius_px),
                            static_cast<float>(look.shape),
                            ring});
    }
    symbols_.upload(vertices);
    symbol_program_.use();
    symbol_program_.set("size_px", static_cast<float>(frame.view.width_px), static_cast<float>(frame.view.height_px));
    symbol_program_.set("outline_px", style.symbol_outline * ratio);
    symbol_program_.set("ring_colour", style.selection.r, style.selection.g, style.selection.b, 0.9f);
    symbols_.draw_points();
}

}  // namespace chronomap
