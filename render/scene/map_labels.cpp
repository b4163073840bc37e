#include "render/scene/map_labels.hpp"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cmath>
#include <unordered_set>

#include "render/scene/camera.hpp"

namespace chronomap {
namespace {

/// Room in nominal pixels from which on water counts as wide.
constexpr double wide_water_px = 260;

/// A name that wants a place, with how it looks.
struct Wanted {
    TextItem item;
    LabelRequest request;
    float dot_radius = 0;
    std::string place_id;
    std::string folded;  ///< for telling the same place from two sources
};

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
          ratio_(static_cast<float>(view.pixel_ratio)) {
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

    Wanted& add(std::string text, const TextStyle& look, double x, double y, LabelAnchor anchor, double clearance) {
        Wanted wanted;
        if (look.capitals) text = upper_case(text, scene_.naming == NamingPolicy::az ? "az" : "");
        wanted.item = {std::move(text), look.font, px(look.size),      px(look.spacing), 0, 0,
                       look.colour,     look.halo, px(look.halo_width)};
        const ShapedText& shaped =
            fonts_.shape(wanted.item.text, look.font, wanted.item.size_px, wanted.item.letter_spacing_px);
        wanted.request = {x, y, shaped.width, shaped.ascent * 0.78, shaped.descent * 0.78, clearance, px(2), anchor};
        wanted_.push_back(std::move(wanted));
        return wanted_.back();
    }

    /// Of the basemap's names; those of events are always wanted.
    bool shown(const TextStyle& look) const { return web_zoom(view_) >= look.least_zoom; }

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
            const TextStyle& look = style_.of(mark->selected ? TextClass::selected_place : TextClass::event_place);
            Wanted& wanted = add(name_of_mark(*mark), look, mark->x_px, mark->y_px, LabelAnchor::beside,
                                 mark->radius_px + px(mark->selected ? 7 : 1.5));
            wanted.place_id = mark->place->id;
            wanted.folded = folded(wanted.item.text);
            remember(*mark);
        }
        for (auto mark = marks_.shapes.rbegin(); mark != marks_.shapes.rend(); ++mark) {
            const bool line = mark->place->extent == ExtentClass::line;
            TextStyle look = style_.of(line ? TextClass::event_line : TextClass::event_area);
            look.colour = mixed(look.colour, style_.of(mark->kind).colour, look.kind_share);
            double x = mark->x_px, y = mark->y_px;
            if (line) y -= px(9);
            Wanted& wanted = add(name_of_mark(*mark), look, x, y, LabelAnchor::centred, 0);
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
                const TextClass water = area.room_px > px(wide_water_px) ? TextClass::sea : TextClass::water;
                if (shown(style_.of(water))) add(name, style_.of(water), area.x, area.y, LabelAnchor::centred, 0);
                continue;
            }
            TextStyle look = style_.of(TextClass::country);
            if (!shown(look)) continue;
            const double room = area.room_px / ratio_;
            look.size = look.size_in(room);
            look.spacing = look.spacing_in(room);
            Wanted& wanted = add(name, look, area.x, area.y, LabelAnchor::centred, 0);
            if (wanted.request.width > area.room_px * 1.05) wanted_.pop_back();
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
            const TextStyle& look = style_.of(capital              ? TextClass::capital
                                              : feature->rank <= 4 ? TextClass::large_town
                                              : feature->rank <= 7 ? TextClass::town
                                                                   : TextClass::small_town);
            if (!shown(look)) continue;
            Wanted& wanted = add(name, look, at.x, at.y, LabelAnchor::beside, px(look.dot));
            wanted.dot_radius = px(look.dot);
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
                                       static_cast<float>(requests[i].y) - radius, 2 * radius, 2 * radius, radius,
                                       style_.town_dot, wanted_[i].item.colour, std::max(1.0f, radius * 0.5f)});
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
