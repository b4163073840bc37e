#include "render/scene/ground.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "geo/io/elevation_file.hpp"
#include "geo/io/raster_file.hpp"
#include "geo/spatial/projection.hpp"
#include "render/scene/camera.hpp"
#include "render/scene/relief.hpp"
#include "render/scene/style.hpp"

namespace chronomap {
namespace {

constexpr double most_relief_side_px = 2048;
/// Of a raster's picture: 64 MiB, and what every driver takes as a texture.
constexpr double most_pixels = 16 << 20, most_side_px = 8192;

Georeference georeference_of(const View& view) {
    return {view.crs, view.centre_x - view.width_px * view.metres_per_px / 2,
            view.centre_y + view.height_px * view.metres_per_px / 2, view.metres_per_px};
}

/// The same part of the plane in pixels that are `shrink` times as large, and a whole number of them.
View coarser(View view, double shrink) {
    view.metres_per_px *= shrink;
    view.width_px = std::max(1, static_cast<int>(std::ceil(view.width_px / shrink)));
    view.height_px = std::max(1, static_cast<int>(std::ceil(view.height_px / shrink)));
    return view;
}

/// A part of a view as a view of its own, on the same pixels.
View part_of(const View& view, const PixelWindow& part) {
    View cut = view;
    cut.centre_x += (part.x + part.width / 2.0 - view.width_px / 2.0) * view.metres_per_px;
    cut.centre_y -= (part.y + part.height / 2.0 - view.height_px / 2.0) * view.metres_per_px;
    cut.width_px = part.width;
    cut.height_px = part.height;
    return cut;
}

/// Towards the grey of the same lightness (luma of ITU-R BT.601).
void desaturate(std::vector<std::uint8_t>& rgba, float saturation) {
    for (std::size_t i = 0; i < rgba.size(); i += 4) {
        const float grey = 0.299f * rgba[i] + 0.587f * rgba[i + 1] + 0.114f * rgba[i + 2];
        for (std::size_t c = 0; c < 3; ++c)
            rgba[i + c] = static_cast<std::uint8_t>(std::lround(std::lerp(grey, float(rgba[i + c]), saturation)));
    }
}

Result<std::vector<GroundPicturePtr>> draw_raster(const GroundWish& wish, const View& whole,
                                                  const std::stop_token& stop) {
    const LayerRaster& raster = *wish.raster;
    const auto part = pixels_of(raster.box, whole);
    if (!part) return std::vector<GroundPicturePtr>{};
    View view = part_of(whole, *part);
    const double pixels = static_cast<double>(view.width_px) * view.height_px;
    const double shrink =
        std::max({1.0, std::sqrt(pixels / most_pixels), std::max(view.width_px, view.height_px) / most_side_px});
    if (shrink > 1) view = coarser(view, shrink);
    auto colours = read_raster(raster, georeference_of(view), view.width_px, view.height_px, stop);
    if (!colours) return tl::unexpected(colours.error());
    if (wish.saturation < 1) desaturate(colours->rgba, wish.saturation);
    GroundPicture picture{view, {colours->width, colours->height, std::move(colours->rgba)}, GroundPlace::over};
    return std::vector{std::make_shared<const GroundPicture>(std::move(picture))};
}

Result<std::vector<GroundPicturePtr>> draw_relief(const GroundWish& wish, const View& whole,
                                                  const std::stop_token& stop) {
    const auto fineness = elevation_fineness(wish.relief.path, georeference_of(whole), whole.width_px, whole.height_px);
    if (!fineness) return tl::unexpected(fineness.error());
    // Where the map is finer than the file, nothing is gained by computing each of its pixels.
    constexpr double wanted_fineness = 0.6, most_shrink = 3;
    const double shrink = std::max(std::max(whole.width_px, whole.height_px) / most_relief_side_px,
                                   std::clamp(wanted_fineness / *fineness, 1.0, most_shrink));
    View view = coarser(whole, shrink);
    view.width_px = std::max(2, view.width_px), view.height_px = std::max(2, view.height_px);
    const auto heights = read_elevation(wish.relief.path, georeference_of(view), view.width_px, view.height_px, stop);
    if (!heights) return tl::unexpected(heights.error());
    const std::shared_ptr<const Style> style = style_at(wish.style ? wish.style : default_style(), web_zoom(whole));
    std::vector<GroundPicturePtr> pictures;
    const auto add = [&](Image image, GroundPlace place) {
        pictures.push_back(std::make_shared<const GroundPicture>(GroundPicture{view, std::move(image), place}));
    };
    const ReliefStyle look = wish.relief.style;
    std::optional<Image> land;
    if (look != ReliefStyle::hillshade) {
        add(depth_image(*heights, *style), GroundPlace::sea);
        land = tint_image(*heights, *style);
    }
    if (look != ReliefStyle::tint) {
        // Slopes of a file that is coarser than the map are as flat as large pixels make them, but drawn larger.
        const double detail = std::max(heights->ground_metres_per_px, heights->detail_metres);
        const double exaggeration = relief_exaggeration(std::sqrt(detail * heights->ground_metres_per_px));
        const ShadeGrid shades = hillshade(*heights, exaggeration);
        const Image shade = shade_image(shades, *style);
        land = land ? laid_over(shade, std::move(*land)) : shade;
    }
    add(std::move(*land), GroundPlace::land);
    return pictures;
}

}  // namespace

std::optional<ReliefStyle> relief_style_from(std::string_view text) {
    for (const ReliefStyle style : {ReliefStyle::hillshade, ReliefStyle::tint, ReliefStyle::both})
        if (text == name_of(style)) return style;
    return std::nullopt;
}

std::string_view name_of(ReliefStyle style) {
    switch (style) {
        case ReliefStyle::hillshade:
            return "hillshade";
        case ReliefStyle::tint:
            return "tint";
        case ReliefStyle::both:
            break;
    }
    return "both";
}

std::vector<GroundWish> ground_wishes(const Scene& scene) {
    std::vector<GroundWish> wishes;
    if (!scene.relief.path.empty()) wishes.push_back({nullptr, 1, 1, scene.relief, scene.style});
    const TimeSpan shown = scene.time.effective();
    const float saturation = (scene.style ? *scene.style : *default_style()).raster_saturation;
    for (const MapLayerPtr& layer : scene.layers)
        for (auto raster = layer->rasters.begin(); raster != layer->rasters.end(); ++raster) {
            if (!(*raster)->span.meets(shown)) continue;
            const bool covered = std::any_of(std::next(raster), layer->rasters.end(), [&](const LayerRasterPtr& later) {
                return later->box == (*raster)->box && later->span != (*raster)->span && later->span.meets(shown);
            });
            if (!covered) wishes.push_back({*raster, layer->opacity, saturation, {}, nullptr});
        }
    return wishes;
}

View widened(const View& view, double margin) {
    View wide = view;
    wide.width_px = static_cast<int>(view.width_px * (1 + 2 * margin));
    wide.height_px = static_cast<int>(view.height_px * (1 + 2 * margin));
    wide.width_px += (wide.width_px - view.width_px) % 2;
    wide.height_px += (wide.height_px - view.height_px) % 2;
    return wide;
}

Result<std::vector<GroundPicturePtr>> draw_ground(const GroundWish& wish, const View& view,
                                                  const std::stop_token& stop) {
    return wish.raster ? draw_raster(wish, view, stop) : draw_relief(wish, view, stop);
}

std::optional<PixelWindow> pixels_of(const GeoBox& box, const View& view) {
    const double width = box.east - box.west + (box.west > box.east ? 360 : 0);
    constexpr int steps = 24;
    PixelBox seen{1e9, 1e9, -1e9, -1e9};
    for (int i = 0; i <= steps; ++i)
        for (int j = 0; j <= steps; ++j) {
            const LonLat at{box.west + width * i / steps, box.south + (box.north - box.south) * j / steps};
            const auto pixel = screen_from_lonlat(view, at);
            if (!pixel || !std::isfinite(pixel->x) || !std::isfinite(pixel->y)) return whole_of(view);
            seen = {std::min(seen.left, pixel->x), std::min(seen.top, pixel->y), std::max(seen.right, pixel->x),
                    std::max(seen.bottom, pixel->y)};
        }
    // Between the points the box may bulge.
    const double pad = 2 + 0.02 * std::max(seen.right - seen.left, seen.bottom - seen.top);
    const double left = std::max(0.0, std::floor(seen.left - pad)), top = std::max(0.0, std::floor(seen.top - pad));
    const double right = std::min<double>(view.width_px, std::ceil(seen.right + pad));
    const double bottom = std::min<double>(view.height_px, std::ceil(seen.bottom + pad));
    if (right <= left || bottom <= top) return std::nullopt;
    return PixelWindow{static_cast<int>(left), static_cast<int>(top), static_cast<int>(right - left),
                       static_cast<int>(bottom - top)};
}

PixelBox box_on(const View& view, const View& part) {
    const double left = (part.centre_x - part.width_px * part.metres_per_px / 2 - view.centre_x) / view.metres_per_px +
                        view.width_px / 2.0;
    const double top = (view.centre_y - part.centre_y - part.height_px * part.metres_per_px / 2) / view.metres_per_px +
                       view.height_px / 2.0;
    const double scale = part.metres_per_px / view.metres_per_px;
    return {left, top, left + part.width_px * scale, top + part.height_px * scale};
}

GroundReader::Kept& GroundReader::kept_of(const GroundWish& wish, const View& view) {
    const auto found = std::ranges::find_if(
        kept_, [&](const Kept& each) { return each.view == view && each.wish.same_pictures(wish); });
    if (found != kept_.end()) return *found;
    // A few at once; the others when they are asked for.
    constexpr std::ptrdiff_t most_threads = 3;
    const auto threads = std::ranges::count_if(kept_, [](const Kept& each) { return each.drawing.valid(); });
    const auto launch = threads < most_threads ? std::launch::async : std::launch::deferred;
    kept_.push_back({wish, view, std::async(launch, [wish, view] { return draw_ground(wish, view); }), {}});
    return kept_.back();
}

void GroundReader::begin(const Scene& scene, const View& view) {
    for (const GroundWish& wish : ground_wishes(scene)) kept_of(wish, view);
}

std::vector<GroundSheet> GroundReader::sheets(const Scene& scene, const View& view) {
    begin(scene, view);
    for (Kept& each : kept_) ++each.unused_for;
    std::vector<GroundSheet> sheets;
    for (const GroundWish& wish : ground_wishes(scene)) {
        Kept& kept = kept_of(wish, view);
        kept.unused_for = 0;
        if (kept.drawing.valid()) {
            auto drawn = kept.drawing.get();
            if (drawn) {
                kept.pictures = std::move(*drawn);
            } else if (std::ranges::find(told_, wish.path()) == told_.end()) {
                told_.push_back(wish.path());
                failed_(drawn.error());
            }
        }
        for (const GroundPicturePtr& picture : kept.pictures) sheets.push_back({picture, wish.opacity});
    }
    std::erase_if(kept_, [](const Kept& each) { return each.unused_for > 1; });
    return sheets;
}

}  // namespace chronomap
