#include "render/scene/layer_marks.hpp"

#include <algorithm>
#include <filesystem>

#include "render/mesh/label_placement.hpp"
#include "render/scene/camera.hpp"
#include "render/scene/ground.hpp"

namespace chronomap {
namespace {

/// Whose colour a feature takes: its holder's; without one, that of its name.
const std::string& holder_of(const LayerFeature& feature) {
    return feature.holder.empty() ? feature.name : feature.holder;
}

int drawing_order(ExtentClass extent) {
    return extent == ExtentClass::area ? 0 : extent == ExtentClass::line ? 1 : 2;
}

}  // namespace

std::vector<LayerMark> arrange_layers(const std::vector<MapLayerPtr>& layers, const TimeSpan& span) {
    std::vector<LayerMark> marks;
    std::vector<std::string> holders;
    for (const MapLayerPtr& layer : layers) {
        for (const LayerFeature& feature : layer->features) {
            const std::string& holder = holder_of(feature);
            const auto known = std::ranges::find(holders, holder);
            const auto number = static_cast<std::size_t>(known - holders.begin());
            if (known == holders.end()) holders.push_back(holder);
            if (feature.span.meets(span)) marks.push_back({layer, &feature, number});
        }
    }
    std::ranges::stable_sort(marks, {}, [](const LayerMark& mark) { return drawing_order(mark.feature->extent); });
    return marks;
}

bool may_be_seen(const LayerFeature& feature, const View& view) {
    PixelBox box{1e9, 1e9, -1e9, -1e9};
    for (const auto& part : feature.parts)
        // A few dozen points of each part tell where it lies.
        for (std::size_t i = 0; i < part.size(); i += std::max<std::size_t>(1, part.size() / 48)) {
            const auto at = screen_from_lonlat(view, part[i]);
            if (!at) continue;
            box = {std::min(box.left, at->x), std::min(box.top, at->y), std::max(box.right, at->x),
                   std::max(box.bottom, at->y)};
        }
    return box.meets({0, 0, double(view.width_px), double(view.height_px)});
}

bool may_be_seen(const GeoBox& box, const View& view) {
    return pixels_of(box, view).has_value();
}

std::string map_sources(const Scene& scene, const View& view) {
    std::string text = scene.furniture.sources;
    const auto add = [&](const std::string& source) {
        if (!source.empty() && text.find(source) == std::string::npos) text += (text.empty() ? "" : " · ") + source;
    };
    if (!scene.relief.path.empty()) add("Relief: file " + std::filesystem::path(scene.relief.path).filename().string());
    for (const MapLayerPtr& layer : scene.layers) {
        const GeoBox* unseen = nullptr;  // the states of a series lie on one box
        for (const LayerRasterPtr& raster : layer->rasters) {
            if (!raster->span.meets(scene.time.effective()) || (unseen && *unseen == raster->box)) continue;
            unseen = &raster->box;
            if (!may_be_seen(raster->box, view)) continue;
            add(layer->source);
            break;
        }
    }
    const MapLayer* last = nullptr;
    for (const LayerMark& mark : arrange_layers(scene.layers, scene.time.effective())) {
        if (mark.layer.get() == last || mark.layer->source.empty() || !may_be_seen(*mark.feature, view)) continue;
        last = mark.layer.get();
        add(mark.layer->source);
    }
    return text;
}

}  // namespace chronomap
