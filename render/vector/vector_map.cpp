#include "render/vector/vector_map.hpp"

#include <map>
#include <optional>

#include "render/furniture/page.hpp"
#include "render/furniture/writing.hpp"
#include "render/layers/basemap_drawing.hpp"
#include "render/layers/event_drawing.hpp"
#include "render/layers/layer_drawing.hpp"
#include "render/mesh/event_shapes.hpp"
#include "render/scene/area_pattern.hpp"
#include "render/scene/camera.hpp"
#include "render/scene/mark_fading.hpp"
#include "render/scene/mark_looks.hpp"
#include "render/vector/canvas.hpp"
#include "render/vector/event_notes.hpp"
#include "render/scene/verdict_badge.hpp"
#include "render/vector/symbol_paths.hpp"
#include "render/vector/vector_pen.hpp"

namespace chronomap {
namespace {

/// Share of the view's size that is projected around it, as MapRenderer does for a picture.
constexpr double margin = 0.03;

struct ShapePaths {
    Path fill, line;
    bool exact = true;
    double size_m = 0;
};

void draw_panels(Canvas& canvas, std::span<const PanelItem> panels) {
    for (const PanelItem& panel : panels) {
        Path box;
        box.add_box(panel.x, panel.y, panel.width, panel.height, panel.radius);
        canvas.fill(box, panel.fill);
        if (panel.edge_px <= 0 || panel.edge.a <= 0) continue;
        // The edge lies inside the box.
        const double inset = panel.edge_px / 2;
        Path edge;
        edge.add_box(panel.x + inset, panel.y + inset, panel.width - 2 * inset, panel.height - 2 * inset,
                     panel.radius - inset);
        canvas.stroke(edge, {panel.edge, panel.edge_px, {}});
    }
}

/// The sign of the user's verdict, as event_painter.cpp lays it over the symbol.
void draw_badge(Canvas& canvas, const EventMark& mark, const Style& style, const View& view) {
    const auto badge = verdict_badge(mark, style, view.pixel_ratio);
    if (!badge) return;
    const double outline = style.symbol_outline * view.pixel_ratio;
    const auto disc = [&](double offset) { return symbol_path(SymbolShape::circle, badge->at, badge->radius_px, offset); };
    canvas.fill(disc(outline * 2.2), style.symbol_casing);
    canvas.fill(disc(outline * 0.5), badge->ink);
    canvas.fill(disc(-outline * 0.5), badge->disc);
    for (const SignStroke& stroke : badge->strokes)
        canvas.fill(round_stroke_path(stroke.from, stroke.to, stroke.half_width), badge->ink);
}

/// As assets/shaders/symbol.frag lays them over each other: casing, outline, fill; the ring of what is marked.
void draw_symbol(Canvas& canvas, const EventMark& mark, const Style& style, const View& view) {
    const double outline = style.symbol_outline * view.pixel_ratio, casing = outline * 2.2;
    const SymbolLook look = symbol_look(mark, style, view.pixel_ratio);
    const SymbolShape shape = look.shape;
    const PixelPoint at{mark.x_px, mark.y_px};
    if (look.ring_px > 0) {
        // Halfway along the ring's width, stroked.
        const Path ring = symbol_path(shape, at, mark.radius_px, casing + look.ring_px);
        Colour colour = style.selection;
        colour.a = 0.9f;
        canvas.stroke(ring, {colour, look.ring_px, {}});
    }
    canvas.fill(symbol_path(shape, at, mark.radius_px, casing), style.symbol_casing);
    canvas.fill(symbol_path(shape, at, mark.radius_px, outline * 0.5), look.outline);
    canvas.fill(symbol_path(shape, at, mark.radius_px, -outline * 0.5), look.fill);
    for (const ShareArc& arc : share_arcs(mark, style))
        canvas.fill(band_path(at, mark.radius_px - outline * 0.5, arc.from, arc.to), arc.colour);
    draw_badge(canvas, mark, style, view);
}

/// The small symbols of an area, all in one path.
void draw_pattern(Canvas& canvas, const EventMark& area, PixelBox box, const Style& style, const View& view) {
    box = {std::max(box.left, 0.0), std::max(box.top, 0.0), std::min<double>(box.right, view.width_px),
           std::min<double>(box.bottom, view.height_px)};
    Path symbols;
    for (const PixelPoint& at : area_pattern(view, area.kind, style.area_symbol_spacing * view.pixel_ratio, box))
        symbols.append(symbol_path(style.of(area.kind).shape, at, style.area_symbol_radius * view.pixel_ratio, 0));
    Colour colour = symbol_look(area, style, view.pixel_ratio).fill;
    colour.a = style.area_symbol_share;
    canvas.fill(symbols, colour);
}

void draw_furniture(Canvas& canvas, const FurnitureLayout& furniture, const Style& style, const View& view) {
    draw_panels(canvas, furniture.panels);
    draw_panels(canvas, furniture.strokes);
    for (const EventMark& mark : furniture.symbols.symbols) draw_symbol(canvas, mark, style, view);
    canvas.draw_texts(furniture.texts);
}

std::optional<EventIndex> first_event(const EventMark& mark) {
    return mark.events.empty() ? std::optional<EventIndex>{} : mark.events.front();
}

}  // namespace

struct VectorMap::Impl {
    std::unique_ptr<FontSet> fonts;
    Writing writing;
    std::optional<BasemapParts<Path, Path>> basemap;
    std::shared_ptr<const Basemap> basemap_source;
    std::map<std::string, ShapePaths> shapes;
    std::optional<View> shapes_view;
    std::shared_ptr<const Style> style_source;
    std::vector<GroundSheet> ground;
    std::uint64_t basemap_key = 0;  ///< another one whenever the basemap looks different

    void project(const Scene& scene, const View& view, const ShapeProjector& projector) {
        auto sheets = scene.ground ? scene.ground->sheets(scene, view) : std::vector<GroundSheet>{};
        const bool same_style = style_source == scene.style && ground == sheets;
        style_source = scene.style;
        ground = std::move(sheets);
        if (shapes_view == view && basemap_source == scene.basemap) {
            if (!same_style) ++basemap_key;
            return;
        }
        ++basemap_key;
        shapes_view = view;
        basemap_source = scene.basemap;
        shapes.clear();
        basemap = converted<Path, Path>(
            basemap_shapes(projector, view, scene.basemap.get()),
            [&](const std::vector<PlanePoints>& rings) { return path_of_rings(rings, view); },
            [&](const std::vector<PlanePoints>& lines) { return path_of_lines(lines, view); });
    }

    const ShapePaths& shape_of(const Scene& scene, const View& view, const Projection& projection,
                               const ShapeProjector& projector, const Place& place) {
        if (const auto found = shapes.find(place.id); found != shapes.end()) return found->second;
        const EventShape shape = event_shape(projector, projection, view, place, scene.basemap.get());
        ShapePaths paths{path_of_rings(shape.rings, view), path_of_lines(shape.lines, view), shape.exact, shape.size_m};
        return shapes.emplace(place.id, std::move(paths)).first->second;
    }
};

VectorMap::VectorMap(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
VectorMap::~VectorMap() = default;

Result<std::unique_ptr<VectorMap>> VectorMap::create() {
    auto fonts = FontSet::open();
    if (!fonts) return tl::unexpected(fonts.error());
    auto impl = std::make_unique<Impl>();
    impl->fonts = std::move(*fonts);
    return std::unique_ptr<VectorMap>(new VectorMap(std::move(impl)));
}

FontSet& VectorMap::fonts() {
    return *impl_->fonts;
}

void VectorMap::draw(const Scene& scene, const View& view, Canvas& canvas) {
    const std::shared_ptr<const Style> style = style_at(scene.style ? scene.style : default_style(), web_zoom(view));
    Path page;
    page.add_box(0, 0, view.width_px, view.height_px);
    canvas.fill(page, style->page);
    const auto projection = projection_for(view.crs);
    if (!projection) return;
    const ShapeProjector projector(**projection, view, margin);
    impl_->project(scene, view, projector);

    EventMarks marks;
    if (scene.events) {
        marks = arrange_events(*scene.events, scene.events->meeting(scene.time.effective()), view, *style,
                               {scene.selected_event, scene.hovered_event, scene.fanned_event, scene.highlighted_events});
        fade_marks(marks, *scene.events, scene.time, scene.fade_days);
    }
    impl_->writing.update(scene, view, style, marks, true, *impl_->fonts);
    const MapLabels& labels = impl_->writing.labels;
    const FurnitureLayout& furniture = impl_->writing.furniture;
    VectorPen pen(canvas);
    const EventNotes notes(scene, marks.symbols.size() + marks.shapes.size());

    const auto group = [&](std::string_view name, const auto& draw_it) {
        canvas.begin_group(name);
        draw_it();
        canvas.end_group();
    };
    group("basemap", [&] {
        canvas.draw_kept(impl_->basemap_key, {0, 0, double(view.width_px), double(view.height_px)}, [&](Canvas& kept) {
            VectorPen kept_pen(kept);
            draw_basemap(view, *style, *impl_->basemap, kept_pen, impl_->ground, [&](const GroundSheet& sheet) {
                kept.draw_image(sheet.picture->image, box_on(view, sheet.picture->view), sheet.opacity);
            });
        });
    });
    group("layers", [&] {
        const auto hatching = [&](HatchLean lean) {
            return path_of_lines(hatch_lines(view, hatch_spacing * view.pixel_ratio * view.metres_per_px, lean), view);
        };
        for (const LayerMark& mark : arrange_layers(scene.layers, scene.time.effective())) {
            canvas.begin_note(layer_note(mark), {});
            draw_layer_marks(
                view, *style, {mark}, pen,
                [&](const LayerMark&) {
                    const LayerShape shape = layer_shape(projector, **projection, *mark.feature,
                                                         point_radius * view.pixel_ratio * view.metres_per_px);
                    return ShapePaths{path_of_rings(shape.rings, view), path_of_lines(shape.lines, view)};
                },
                hatching);
            canvas.end_note();
        }
    });
    group("areas", [&] {
        EventMarks one;
        one.shapes.resize(1);
        for (const EventMark& mark : marks.shapes) {
            one.shapes[0] = mark;
            canvas.begin_note(notes.note_of(mark), first_event(mark));
            draw_event_shapes(
                view, *style, one, pen,
                [&](const Place& place) -> const ShapePaths& {
                    return impl_->shape_of(scene, view, **projection, projector, place);
                },
                [&](const EventMark& area, const ShapePaths& shape) {
                    draw_pattern(canvas, area, shape.fill.box(), *style, view);
                });
            canvas.end_note();
        }
    });
    group("labels", [&] {
        draw_panels(canvas, impl_->writing.graticule.ticks);
        canvas.draw_texts(impl_->writing.graticule.texts);
        draw_panels(canvas, impl_->writing.grounds);
        draw_panels(canvas, labels.dots);
        canvas.draw_texts(labels.texts);
    });
    group("events", [&] {
        draw_fan_leaders(view, *style, pen, path_of_lines(leader_lines(view, marks), view));
        for (const EventMark& mark : marks.shapes) draw_badge(canvas, mark, *style, view);
        for (const EventMark& mark : marks.symbols) {
            canvas.begin_note(notes.note_of(mark), first_event(mark));
            draw_symbol(canvas, mark, *style, view);
            canvas.end_note();
        }
        canvas.draw_texts(impl_->writing.counts);
    });
    group("furniture", [&] {
        draw_furniture(canvas, furniture, *style, view);
        if (const auto& locator = impl_->writing.locator)
            draw_locator(
                locator->view, *style, pen,
                parts_of<Path, Path>(
                    *locator,
                    [&](const std::vector<PlanePoints>& rings) { return path_of_rings(rings, locator->view); },
                    [&](const std::vector<PlanePoints>& lines) { return path_of_lines(lines, locator->view); }));
    });
}

void VectorMap::draw(const MapPage& page, Canvas& canvas) {
    Path paper;
    paper.add_box(0, 0, page.sheet.width_px, page.sheet.height_px);
    canvas.fill(paper, page.paper);
    canvas.begin_group("around");
    draw_furniture(canvas, page.around, *page.style, page.sheet);
    canvas.end_group();
    for (const PageMap& map : page.maps) {
        Path frame;
        frame.add_box(0, 0, map.view.width_px, map.view.height_px);
        canvas.begin_group("map");
        canvas.begin_offset({double(map.x_px), double(map.y_px)});
        canvas.begin_clip(frame);
        draw(map.scene, map.view, canvas);
        canvas.end_clip();
        canvas.end_offset();
        canvas.end_group();
    }
}

}  // namespace chronomap
