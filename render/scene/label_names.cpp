#include "render/scene/label_names.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>

namespace chronomap {

namespace {

/// The province itself with its names; else the town that it is named after, which lends it the forms of its name.
PlacePtr province_named(const Gazetteer& gazetteer, const Basemap& basemap, const BasemapFeature& feature) {
    constexpr double near_degrees = 2.5;
    const PackedPoint middle = basemap.part(feature, 0).front();
    PlacePtr best;
    for (const PlacePtr& place : gazetteer.lookup(basemap.text(feature.name))) {
        if (place->country != basemap.text(feature.country)) continue;
        const bool itself = place->feature_code == "ADM1", seat = place->feature_code.starts_with("PPL");
        const double away =
            std::max(std::abs(place->location.lon - middle.lon) * 0.7, std::abs(place->location.lat - middle.lat));
        if ((!itself && !seat) || (seat && away > near_degrees)) continue;
        const auto worth = [&](const PlacePtr& other) {
            return std::pair(other->names.size() > 4, other->feature_code == "ADM1");
        };
        if (!best || worth(place) > worth(best)) best = place;
    }
    return best;
}

}  // namespace

PlacePtr GazetteerMatches::find(const Scene& scene, const BasemapFeature& feature, Sort sort) {
    if (!scene.gazetteer) return nullptr;
    if (basemap_ != scene.basemap || gazetteer_ != scene.gazetteer) {
        basemap_ = scene.basemap;
        gazetteer_ = scene.gazetteer;
        found_.clear();
    }
    const auto [found, is_new] = found_.try_emplace(&feature);
    if (!is_new) return found->second;
    const std::string_view country = basemap_->text(feature.country);
    if (sort == Sort::province) return found->second = province_named(*gazetteer_, *basemap_, feature);
    for (const PlacePtr& place : gazetteer_->lookup(basemap_->text(feature.name))) {
        const LonLat at = place->location;
        const bool same_country =
            place->feature_code.starts_with("PCL") && place->feature_code != "PCLH" && place->country == country;
        const bool same_water = place->feature == FeatureClass::hydrographic && at.lon >= feature.west &&
                                at.lon <= feature.east && at.lat >= feature.south && at.lat <= feature.north;
        if (sort == Sort::water ? !same_water : !same_country) continue;
        found->second = place;
        break;
    }
    return found->second;
}

std::string LabelNames::of(const EventMark& mark) const {
    if (mark.role == MarkRole::fanned && scene_.events)
        return describe(scene_.events->events[mark.events.front()].date);
    const std::string_view surface = scene_.events ? surface_of(mark, *scene_.events) : std::string_view{};
    if (mark.place->unnamed) return {};
    // A headline's capitals are not how a map writes a name.
    const bool shouted =
        std::none_of(surface.begin(), surface.end(), [](unsigned char c) { return std::islower(c) || c >= 0x80; });
    std::string name = display_name(*mark.place, scene_.naming, shouted ? std::string_view{} : surface, span_);
    if (mark.places > 1) name += " +" + std::to_string(mark.places - 1);
    return name;
}

std::string LabelNames::of_town(const BasemapFeature& feature) const {
    const std::string_view id = scene_.basemap->text(feature.place_id);
    if (!id.empty() && scene_.gazetteer)
        if (const PlacePtr place = scene_.gazetteer->by_id(id)) return display_name(*place, scene_.naming, {}, span_);
    return std::string(scene_.basemap->text(feature.name));
}

std::string LabelNames::of(const BasemapFeature& feature, const PlacePtr& place) const {
    return place ? display_name(*place, scene_.naming, {}, span_) : std::string(scene_.basemap->text(feature.name));
}

std::string folded_name(std::string_view name) {
    std::string out;
    for (unsigned char c : name)
        if (std::isalnum(c)) out += static_cast<char>(std::tolower(c));
    return out;
}

}  // namespace chronomap
