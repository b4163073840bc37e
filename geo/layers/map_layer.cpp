#include "geo/layers/map_layer.hpp"

#include <algorithm>

#include "geo/text/ascii.hpp"

namespace chronomap {

MapLayerPtr with_opacity(const MapLayer& layer, double opacity) {
    auto changed = std::make_shared<MapLayer>(layer);
    changed->opacity = opacity;
    return changed;
}

std::vector<std::size_t> features_meeting(const MapLayer& layer, const TimeSpan& span) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < layer.features.size(); ++i)
        if (layer.features[i].span.meets(span)) found.push_back(i);
    return found;
}

std::optional<GeoBox> box_of_layers(const std::vector<MapLayerPtr>& layers) {
    std::optional<GeoBox> box;
    const auto add = [&](const LonLat& at) {
        if (!box) box = GeoBox{at.lon, at.lat, at.lon, at.lat};
        box->west = std::min(box->west, at.lon), box->east = std::max(box->east, at.lon);
        box->south = std::min(box->south, at.lat), box->north = std::max(box->north, at.lat);
    };
    for (const MapLayerPtr& layer : layers) {
        for (const LayerFeature& feature : layer->features)
            for (const auto& part : feature.parts)
                for (const LonLat& at : part) add(at);
        for (const LayerRasterPtr& raster : layer->rasters) {
            // Alone, a raster across the antimeridian keeps its own box.
            if (!box && raster->box.west > raster->box.east) {
                box = raster->box;
                continue;
            }
            add({raster->box.west, raster->box.south}), add({raster->box.east, raster->box.north});
        }
    }
    return box;
}

std::string tenure_words(const LayerFeature& feature) {
    std::string words;
    if (!feature.holder.empty())
        words = (feature.status == ClaimStatus::claimed ? "claimed by " : "held by ") + feature.holder;
    // Years are enough under a name; the day stands in the data.
    const auto year_words = [](Day day) { return describe(EdtfDate::of_year(year_of(day))); };
    const bool begins = feature.span.begin != open_begin, ends = feature.span.end != open_end;
    std::string years;
    if (begins && ends) {
        const std::string first = year_words(feature.span.begin),
                          last = year_words(feature.span.end - std::chrono::days{1});
        years = first == last ? first : first + "–" + last;
    } else if (begins) {
        years = "since " + year_words(feature.span.begin);
    } else if (ends) {
        years = "until " + year_words(feature.span.end - std::chrono::days{1});
    }
    if (words.empty() || years.empty()) return words + years;
    return words + (years.starts_with("since") ? " " : ", ") + years;
}

ClaimStatus claim_status_from(std::string_view word) {
    const std::string lower = lower_ascii(word);
    for (const char* part : {"claim", "disput"})
        if (lower.find(part) != std::string::npos) return ClaimStatus::claimed;
    for (const char* part : {"administ", "held", "control", "govern", "occup"})
        if (lower.find(part) != std::string::npos) return ClaimStatus::administered;
    return ClaimStatus::plain;
}

}  // namespace chronomap
