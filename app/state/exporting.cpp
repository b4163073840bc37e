#include "app/state/exporting.hpp"

#include "app/state/camera_moves.hpp"
#include "geo/spatial/projection.hpp"
#include "render/scene/camera.hpp"

namespace chronomap {

namespace {

/// The box between the middles of the view's sides: what it holds without the bulges of a bent graticule.
GeoBox box_in(const View& view) {
    const double width = view.width_px, height = view.height_px;
    const auto left = lonlat_from_screen(view, {0, height / 2}), right = lonlat_from_screen(view, {width, height / 2});
    const auto top = lonlat_from_screen(view, {width / 2, 0}), bottom = lonlat_from_screen(view, {width / 2, height});
    if (left && right && top && bottom && bottom->lat < top->lat) return {left->lon, bottom->lat, right->lon, top->lat};
    const auto projection = projection_for(view.crs);
    return projection ? visible_box(view, **projection) : GeoBox{-180, -90, 180, 90};
}

/// Of the events; without any, of what the layers that were opened hold.
std::vector<TimeSpan> spans_of(const AppState& state) {
    const EventSetPtr events = state.store.current();
    if (!events->spans.empty()) return events->spans;
    std::vector<TimeSpan> spans;
    for (const ShownLayer& each : state.layers)
        if (!each.own)
            for (const LayerFeature& feature : each.layer->features) spans.push_back(feature.span);
    return spans;
}

}  // namespace

Result<ExportedMap> exported_map(const AppState& state, const std::optional<PictureSize>& wanted_size,
                                 ExportRequest& request) {
    ExportedMap map;
    map.scene = scene_of(state);
    map.scene.furniture.credits_only = false;
    map.scene.hovered_event.clear();
    map.mode = state.time.mode;
    map.view = target_view(state);
    map.extent = box_in(map.view);
    map.crs = map.view.crs;
    map.spans = spans_of(state);
    map.made_from = made_from(state);
    map.story = state.history.current().story;
    const std::optional<PictureSize> size =
        request.story && !wanted_size ? usual_story_size(request.path) : wanted_size;
    PixelSize pixels{map.view.width_px, map.view.height_px};
    if (size) {
        const bool paper = size->unit == PictureSize::Unit::millimetres;
        if (paper && request.dpi == 0) request.dpi = usual_print_dpi;
        const auto wanted = pixels_of(*size, request.dpi);
        if (!wanted) return tl::unexpected(wanted.error());
        pixels = *wanted;
    }
    pixels = fitting_size(request, pixels);
    if (pixels.width != map.view.width_px || pixels.height != map.view.height_px)
        map.view = resized_for_export(map.view, pixels.width, pixels.height);
    // Of a print, text and lines have their nominal size on the paper.
    if (request.dpi > 0) map.view.pixel_ratio = request.dpi / nominal_dpi;
    return map;
}

}  // namespace chronomap
