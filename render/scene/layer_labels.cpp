#include "render/scene/layer_labels.hpp"

#include <algorithm>
#include <optional>
#include <unordered_set>

#include "render/mesh/label_placement.hpp"
#include "render/scene/camera.hpp"

namespace chronomap {
namespace {

/// Nominal pixels that an area or a line must measure to be named.
constexpr double least_width_px = 46;

struct Seen {
    PixelPoint middle;
    double width_px = 0;
};

/// By a few hundred points of each part, those in the picture: the middle of their box for an area, their mean for
/// others.
std::optional<Seen> what_is_seen(const LayerFeature& feature, const View& view) {
    PixelBox box{1e9, 1e9, -1e9, -1e9};
    double x = 0, y = 0, count = 0;
    for (const auto& part : feature.parts)
        for (std::size_t i = 0; i < part.size(); i += std::max<std::size_t>(1, part.size() / 200)) {
            const auto at = screen_from_lonlat(view, part[i]);
            if (!at || at->x < 0 || at->y < 0 || at->x > view.width_px || at->y > view.height_px) continue;
            box = {std::min(box.left, at->x), std::min(box.top, at->y), std::max(box.right, at->x),
                   std::max(box.bottom, at->y)};
            x += at->x, y += at->y, ++count;
        }
    if (count < 1) return std::nullopt;
    if (feature.extent == ExtentClass::area)
        return Seen{{(box.left + box.right) / 2, (box.top + box.bottom) / 2}, box.right - box.left};
    return Seen{{x / count, y / count}, std::max(box.right - box.left, box.bottom - box.top)};
}

}  // namespace

std::vector<LayerLabel> layer_labels(const Scene& scene, const View& view) {
    std::vector<LayerLabel> labels;
    std::unordered_set<std::string> said;
    for (const LayerMark& mark : arrange_layers(scene.layers, scene.time.effective())) {
        const LayerFeature& feature = *mark.feature;
        const std::string& name = feature.name.empty() ? feature.holder : feature.name;
        if (name.empty() || said.contains(name)) continue;
        const auto seen = what_is_seen(feature, view);
        if (!seen) continue;
        if (feature.extent != ExtentClass::point && seen->width_px < least_width_px * view.pixel_ratio) continue;
        said.insert(name);
        // Where the holder is the name already, its years are enough.
        LayerFeature nameless = feature;
        if (feature.name.empty()) nameless.holder.clear();
        nameless.parts.clear();
        labels.push_back({mark, name, tenure_words(nameless), seen->middle.x, seen->middle.y});
    }
    return labels;
}

}  // namespace chronomap
