#include "render/scene/map_labels.hpp"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cmath>
#include <unordered_set>

#include "render/scene/camera.hpp"

namespace chronomap {
namespace {

constexpr Colour ink{0.13f, 0.125f, 0.115f, 1}, town_ink{0.29f, 0.275f, 0.25f, 1},
    country_ink{0.46f, 0.42f, 0.37f, 0.95f};
constexpr Colour water_ink{0.25f, 0.42f, 0.55f, 1};

/// A name that wants a place, with how it looks.
struct Wanted {
    TextItem item;
    LabelRequest request;
    float dot_radius = 0;
    std::string place_id;
    std::string folded;  ///< for telling the same place from two sources
};

/// Web zoom level at which the world is 256 nominal pixels wide, as the basemap's min_zoom counts.
double web_zoom(const View& view) {
    const double metres_per_nominal_px = view.metres_per_px * view.pixel_ratio;
    return std::log2(40075016.7 / 256 / std::max(metres_per_nominal_px, 1e-9));
}

std::string folded(std::string_view name) {
    std::string out;
    for (unsigned char c : name)
        if (std::isalnum(c)) out += static_cast<char>(std::tolower(c));
    return out;
}

/// Capitals of any script by ICU; `language` matters where "i" has a dotted capital.
std::string upper_case(const std::string& name, const char* language) {
    icu::UnicodeString letters = icu::UnicodeString::fromUTF8(name);
    std::string out;
    letters.toUpper(icu::Locale(language)).toUTF8String(out);
    return out;
}

class LabelBuilder {
  public:
    LabelBuilder(const Scene& scene, const View& view, const Style& style, const EventMarks& marks, FontSet& fonts)
        : scene_(scene),
          view_(view),
          style_(style),
          marks_(marks),
          fonts_(fonts),
          ratio_(static_cast<float>(view.pixel_ratio)),
          halo_(style.land) {
        halo_.a = 0.9f;
        span_ = scene.time.effective();
    }

    MapLabels run(const std::vector<PixelBox>& blocks, const std::vector<AreaLabel>& visible_areas) {
        event_places();
        if (scene_.basemap) {
            areas(visible_areas);
            towns();
        }
        OccupiedBoxes occupied(view_.width_px, view_.height_px);
        for (const PixelBox& block : blocks) occupied.add(block);
        for (const EventMark& mark : marks_.symbols) {
            const double radius = mark.radius_px + 1.5 * view_.pixel_ratio;
            occupied.add({mark.x_px - radius, mark.y_px - radius, mark.x_px + radius, mark.y_px + radius});
        }
        return place(occupied);
    }

  private:
    float px(double nominal) const { return static_cast<float>(nominal) * ratio_; }

    Wanted& add(std::string text, FontRole role, double size, Colour colour, double x, double y, LabelAnchor anchor,
                double clearance, double spacing = 0) {
        Wanted wanted;
        wanted.item = {std::move(text), role, px(size), px(spacing), 0, 0, colour, halo_, px(1.7)};
        const ShapedText& shaped =
            fonts_.shape(wanted.item.text, role, wanted.item.size_px, wanted.item.letter_spacing_px);
        wanted.request = {x, y, shaped.width, shaped.ascent * 0.78, shaped.descent * 0.78, clearance, px(2), anchor};
        wanted_.push_back(std::move(wanted));
        return wanted_.back();
    }

    std::string name_of_mark(const EventMark& mark) const {
        std::string_view surface;
        if (scene_.events && !mark.events.empty()) surface = scene_.events->events[mark.events.front()].place_surface;
        // A headline's capitals are not how a map writes a name.
        const bool shouted =
            std::none_of(surface.begin(), surface.end(), [](unsigned char c) { return std::islower(c) || c >= 0x80; });
        return display_name(*mark.place, scene_.naming, shouted ? std::string_view{} : surface, span_);
    }

    void event_places() {
        // The symbols drawn last lie on top: their names come first.
        for (auto mark = marks_.symbols.rbegin(); mark != marks_.symbols.rend(); ++mark) {
            Wanted& wanted = add(name_of_mark(*mark), FontRole::bold, mark->selected ? 14.5 : 13, ink, mark->x_px,
                                 mark->y_px, LabelAnchor::beside, mark->radius_px + px(mark->selected ? 7 : 1.5));
            wanted.place_id = mark->place->id;
            wanted.folded = folded(wanted.item.text);
            remember(*mark);
        }
        for (auto mark = marks_.shapes.rbegin(); mark != marks_.shapes.rend(); ++mark) {
            Colour colour = mixed(style_.of(mark->kind).colour, {0, 0, 0, 1}, 0.42f);
            const bool line = mark->place->extent == ExtentClass::line;
            double x = mark->x_px, y = mark->y_px;
            if (line) y -= px(9);
            Wanted& wanted = add(name_of_mark(*mark), line ? FontRole::italic : FontRole::bold, line ? 11.5 : 13,
                                 colour, x, y, LabelAnchor::centred, 0, line ? 0 : 1.6);
            wanted.place_id = mark->place->id;
            wanted.folded = folded(wanted.item.text);
            remember(*mark);
        }
    }

    void remember(const EventMark& mark) {
        ids_.insert(mark.place->id);
        names_.push_back({folded(mark.place->name), mark.x_px, mark.y_px});
        for (const PlaceName& name : mark.place->names) names_.push_back({folded(name.text), mark.x_px, mark.y_px});
    }

    bool is_named(std::string_view id, std::string_view name, double x, double y) const {
        if (!id.empty() && ids_.contains(std::string(id))) return true;
        const std::string key = folded(name);
        const double near = std::max(3000.0 / view_.metres_per_px, double(px(40)));
        return std::any_of(names_.begin(), names_.end(), [&](const Named& other) {
            return !key.empty() && other.folded == key && std::hypot(other.x - x, other.y - y) < near;
        });
    }

    /// The basemap's English name, or the gazetteer's under the naming policy.
    std::string basemap_name(const BasemapFeature& feature) const {
        const std::string_view id = scene_.basemap->text(feature.place_id);
        if (!id.empty() && scene_.gazetteer)
            if (const PlacePtr place = scene_.gazetteer->by_id(id))
                return display_name(*place, scene_.naming, {}, span_);
        return std::string(scene_.basemap->text(feature.name));
    }

    /// The gazetteer's country or water of that name, for its names in other languages; null when there is none.
    PlacePtr gazetteer_area(const BasemapFeature& feature, bool water) const {
        if (!scene_.gazetteer) return nullptr;
        const std::string_view country = scene_.basemap->text(feature.country);
        for (const PlacePtr& place : scene_.gazetteer->lookup(scene_.basemap->text(feature.name))) {
            const LonLat at = place->location;
            const bool same_country =
                place->feature_code.starts_with("PCL") && place->feature_code != "PCLH" && place->country == country;
            const bool same_water = place->feature == FeatureClass::hydrographic && at.lon >= feature.west &&
                                    at.lon <= feature.east && at.lat >= feature.south && at.lat <= feature.north;
            if (water ? same_water : same_country) return place;
        }
        return nullptr;
    }

    /// Seas and countries in their visible part; lakes.
    void areas(const std::vector<AreaLabel>& visible) {
        const double zoom = web_zoom(view_);
        for (const AreaLabel& area : visible) {
            const PlacePtr place = gazetteer_area(*area.feature, area.water);
            const std::string_view english = scene_.basemap->text(area.feature->name);
            std::string name = place ? display_name(*place, scene_.naming, {}, span_) : std::string(english);
            if (place && ids_.contains(place->id)) continue;
            // An event told of a whole country names it already.
            const bool named = std::any_of(names_.begin(), names_.end(), [key = folded(english)](const Named& other) {
                return !key.empty() && other.folded == key;
            });
            if (name.empty() || (named && !area.water)) continue;
            if (area.water) {
                add(name, FontRole::italic, area.room_px > px(260) ? 14 : 11, water_ink, area.x, area.y,
                    LabelAnchor::centred, 0, area.room_px > px(260) ? 2 : 0.4);
                continue;
            }
            const double size = std::clamp(9.5 + area.room_px / ratio_ / 90, 10.0, zoom < 4 ? 14.0 : 18.0);
            name = upper_case(name, scene_.naming == NamingPolicy::az ? "az" : "");
            const double spacing = std::clamp(area.room_px / ratio_ / 90, 1.0, 6.0);
            const float width = fonts_.shape(name, FontRole::regular, px(size), px(spacing)).width;
            if (width > area.room_px * 1.05) continue;
            add(name, FontRole::regular, size, country_ink, area.x, area.y, LabelAnchor::centred, 0, spacing);
        }
    }

    void towns() {
        const double zoom = web_zoom(view_);
        std::vector<std::pair<const BasemapFeature*, PixelPoint>> seen;
        for (const BasemapFeature& feature : scene_.basemap->features(BasemapLayer::places, 0)) {
            if (feature.min_zoom_x10 > zoom * 10 + 8) continue;
            const auto at = screen_from_lonlat(view_, {feature.west, feature.south});
            if (!at || at->x < 0 || at->y < 0 || at->x > view_.width_px || at->y > view_.height_px) continue;
            seen.emplace_back(&feature, *at);
        }
        std::stable_sort(seen.begin(), seen.end(), [](const auto& a, const auto& b) {
            if (a.first->kind != b.first->kind && (a.first->kind == 2 || b.first->kind == 2))
                return a.first->kind > b.first->kind;
            if (a.first->rank != b.first->rank) return a.first->rank < b.first->rank;
            return a.first->population > b.first->population;
        });
        // About one town for each square of 110 nominal pixels: a map, not a list.
        const auto most = static_cast<std::size_t>(
            std::max(6.0, view_.width_px * double(view_.height_px) / std::pow(110.0 * view_.pixel_ratio, 2)));
        if (seen.size() > most) seen.resize(most);
        for (const auto& [feature, at] : seen) {
            const std::string name = basemap_name(*feature);
            if (name.empty() ||
                is_named(scene_.basemap->text(feature->place_id), scene_.basemap->text(feature->name), at.x, at.y) ||
                is_named({}, name, at.x, at.y))
                continue;
            const bool capital = feature->kind == 2;
            const double size = capital ? 12.5 : feature->rank <= 4 ? 11.5 : feature->rank <= 7 ? 10.8 : 10;
            const double dot = capital ? 3 : feature->rank <= 5 ? 2.4 : 1.8;
            Wanted& wanted = add(name, capital ? FontRole::bold : FontRole::regular, size, capital ? ink : town_ink,
                                 at.x, at.y, LabelAnchor::beside, px(dot));
            wanted.dot_radius = px(dot);
            names_.push_back({folded(scene_.basemap->text(feature->name)), at.x, at.y});
        }
    }

    MapLabels place(OccupiedBoxes& occupied) const {
        std::vector<LabelRequest> requests;
        requests.reserve(wanted_.size());
        for (const Wanted& wanted : wanted_) requests.push_back(wanted.request);
        const auto positions = place_labels(requests, occupied, view_.width_px, view_.height_px);
        MapLabels labels;
        for (std::size_t i = 0; i < wanted_.size(); ++i) {
            if (!positions[i]) continue;
            TextItem item = wanted_[i].item;
            item.x = static_cast<float>(positions[i]->x);
            item.baseline = static_cast<float>(positions[i]->baseline);
            labels.texts.push_back(std::move(item));
            const float radius = wanted_[i].dot_radius;
            if (radius > 0)
                labels.dots.push_back({static_cast<float>(requests[i].x) - radius,
                                       static_cast<float>(requests[i].y) - radius,
                                       2 * radius,
                                       2 * radius,
                                       radius,
                                       {1, 1, 1, 1},
                                       wanted_[i].item.colour,
                                       std::max(1.0f, radius * 0.5f)});
        }
        // The most important texts last, so that nothing lies over them.
        std::reverse(labels.texts.begin(), labels.texts.end());
        return labels;
    }

    struct Named {
        std::string folded;
        double x, y;
    };
    const Scene& scene_;
    const View& view_;
    const Style& style_;
    const EventMarks& marks_;
    FontSet& fonts_;
    float ratio_;
    Colour halo_;
    TimeSpan span_;
    std::vector<Wanted> wanted_;
    std::unordered_set<std::string> ids_;
    std::vector<Named> names_;
};

}  // namespace

MapLabels lay_out_labels(const Scene& scene, const View& view, const Style& style, const EventMarks& marks,
                         const std::vector<PixelBox>& blocks, const std::vector<AreaLabel>& areas, FontSet& fonts) {
    return LabelBuilder(scene, view, style, marks, fonts).run(blocks, areas);
}

}  // namespace chronomap
