#include "render/scene/map_labels.hpp"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cmath>

#include "render/scene/camera.hpp"
#include "render/scene/label_wishes.hpp"
#include "render/scene/layer_labels.hpp"
#include "render/scene/named_places.hpp"
#include "render/scene/shape_room.hpp"
#include "render/scene/verdict_badge.hpp"

namespace chronomap {
namespace {

/// Room in nominal pixels from which on water counts as wide.
constexpr double wide_water_px = 260;

/// Of a province's width that its name may take: narrower provinces would fill a map with words.
constexpr double province_share = 0.62;

/// Capitals of any script by ICU; `language` matters where "i" has a dotted capital.
std::string upper_case(const std::string& name, const char* language) {
    icu::UnicodeString letters = icu::UnicodeString::fromUTF8(name);
    std::string out;
    letters.toUpper(icu::Locale(language)).toUTF8String(out);
    return out;
}

}  // namespace

class LabelBuilder {
  public:
    LabelBuilder(MapLabeller& kept, const Scene& scene, const View& view, const Style& style, const EventMarks& marks,
                 FontSet& fonts, LabelMemory memory)
        : kept_(kept),
          scene_(scene),
          view_(view),
          style_(style),
          marks_(marks),
          fonts_(fonts),
          names_of_(scene, kept.matches_),
          named_(std::max(3000.0 / view.metres_per_px, 40 * view.pixel_ratio)),
          wishes_(view, fonts, memory == LabelMemory::none ? nullptr : &kept.past_) {}

    /// `past`, if any, becomes where names stand.
    MapLabels run(const std::vector<PixelBox>& blocks, LabelPast* past) {
        event_places();
        layers();
        if (scene_.basemap) {
            // A map of the world names countries, one of a region their capitals first.
            if (world()) areas();
            towns(Towns::capitals);
            if (!world()) areas();
            towns(Towns::large);
            rivers();
            towns(Towns::small);
            provinces();
        }
        OccupiedBoxes occupied(view_.width_px, view_.height_px);
        for (const PixelBox& block : blocks) occupied.add(block);
        for (const EventMark& mark : marks_.symbols) {
            const double radius = mark.radius_px + 1.5 * view_.pixel_ratio;
            occupied.add({mark.x_px - radius, mark.y_px - radius, mark.x_px + radius, mark.y_px + radius});
        }
        for (const auto* marks : {&marks_.symbols, &marks_.shapes})
            for (const EventMark& mark : *marks)
                if (const auto badge = verdict_badge(mark, style_, view_.pixel_ratio)) occupied.add(badge->box());
        return wishes_.place(occupied, style_.town_dot, past);
    }

  private:
    float px(double nominal) const { return wishes_.px(nominal); }

    bool world() const {
        constexpr double zoom_of_a_region = 3.8;
        return web_zoom(view_) < zoom_of_a_region;
    }

    /// Of the basemap's names; those of events are always wanted.
    bool shown(const TextStyle& look) const { return web_zoom(view_) >= look.least_zoom; }

    void event_places() {
        // The symbols drawn last lie on top: their names come first.
        for (auto mark = marks_.symbols.rbegin(); mark != marks_.symbols.rend(); ++mark) {
            const bool fanned = mark->role == MarkRole::fanned;
            const bool marked = mark->selected || mark->highlighted;
            const TextStyle& look = style_.of(fanned   ? TextClass::fan_date
                                              : marked ? TextClass::selected_place
                                                       : TextClass::event_place);
            const std::string name = names_of_.of(*mark);
            if (name.empty()) continue;
            LabelWish& wish = add(name, look, mark->x_px, mark->y_px, LabelAnchor::beside,
                                  mark->reach_px + px(marked ? 7 : 1.5));
            wish.key =
                fanned ? key_of('f', scene_.events->events[mark->events.front()].id) : key_of('e', mark->place->id);
            wish.request.insists = true;
            if (fanned) continue;
            named_.add(*mark->place, mark->x_px, mark->y_px);
        }
        for (auto mark = marks_.shapes.rbegin(); mark != marks_.shapes.rend(); ++mark) {
            const bool line = mark->place->extent == ExtentClass::line;
            TextStyle look = style_.of(line ? TextClass::event_line : TextClass::event_area);
            look.colour = mixed(look.colour, style_.of(mark->kind).colour, look.kind_share);
            named_.add(*mark->place, mark->x_px, mark->y_px);
            const std::string name = names_of_.of(*mark);
            if (line && along_line(mark->place->parts, name, look, mark->place->id)) continue;
            const double y = mark->y_px - (line ? px(9) : 0);
            LabelWish& wish = add(name, look, mark->x_px, y, LabelAnchor::centred, 0);
            wish.key = key_of('s', mark->place->id);
            wish.request.insists = true;
            if (line || ++areas_with_room_ > most_areas_with_room) continue;
            for (const PixelPoint& at : room_in_shape(mark->place->parts, view_, {mark->x_px, y}, wish.request.width))
                wish.request.middles.push_back({at.x, at.y});
        }
    }

    /// Areas, lines and points over time: the name, and below it who holds or claims it and since when.
    void layers() {
        for (const LayerLabel& label : layer_labels(scene_, view_)) {
            const Colour own = label.mark.colour(style_);
            TextStyle look = style_.of(TextClass::layer_name), small = style_.of(TextClass::layer_note);
            look.colour = mixed(look.colour, own, look.kind_share);
            small.colour = mixed(small.colour, own, small.kind_share);
            const LayerFeature& feature = *label.mark.feature;
            const bool line = feature.extent == ExtentClass::line;
            const std::string words = line && !label.note.empty() ? label.name + ", " + label.note : label.name;
            if (line && along_line(feature.parts, words, look, label.name)) continue;
            const bool point = feature.extent == ExtentClass::point;
            add(label.name, look, label.x, label.y, point ? LabelAnchor::beside : LabelAnchor::centred, px(5)).key =
                key_of('a', label.name);
            if (!label.note.empty()) wishes_.add_note(label.note, small);
        }
    }

    void rivers() {
        const TextStyle& look = style_.of(TextClass::river);
        if (!shown(look)) return;
        const std::size_t before = wishes_.count();
        kept_.rivers_.each(
            scene_.basemap, view_, kept_.visible_, wishes_.face_of(look), px(style_.river.width / 2 + 2),
            px(river_repeat_px), fonts_,
            [&](const BasemapFeature& feature) -> std::string {
                const PlacePtr place = names_of_.match(feature, GazetteerMatches::Sort::water);
                // An event told of the river names it already.
                if (place && named_.has_id(place->id)) return {};
                return set_in_case(names_of_.of(feature, place), look);
            },
            [&](const BasemapFeature& feature, const LineLabel& label) {
                wishes_.add_along(label, look, key_of(*scene_.basemap, feature, 'r'));
            });
        wishes_.known_first(before);
    }

    std::string set_in_case(std::string text, const TextStyle& look) const {
        return look.capitals ? upper_case(text, scene_.naming == NamingPolicy::az ? "az" : "") : text;
    }

    /// Seas and countries in their visible part; lakes.
    void areas() {
        for (const AreaLabel& area : kept_.areas_) {
            const PlacePtr place = names_of_.match(
                *area.feature, area.water ? GazetteerMatches::Sort::water : GazetteerMatches::Sort::country);
            const std::string_view english = scene_.basemap->text(area.feature->name);
            const std::string name = names_of_.of(*area.feature, place);
            if (place && named_.has_id(place->id)) continue;
            // An event told of a whole country names it already.
            const bool named = named_.has_name(english);
            if (name.empty() || (named && !area.water)) continue;
            if (area.water) {
                const TextClass water = area.room_px > px(wide_water_px) ? TextClass::sea : TextClass::water;
                if (shown(style_.of(water)))
                    add(name, style_.of(water), area.x, area.y, LabelAnchor::centred, 0).key =
                        key_of(*scene_.basemap, *area.feature, 'w');
                continue;
            }
            TextStyle look = style_.of(TextClass::country);
            if (!shown(look)) continue;
            const double room = area.room_px / view_.pixel_ratio;
            look.size = look.size_in(room);
            look.spacing = look.spacing_in(room);
            LabelWish& wish = add(name, look, area.x, area.y, LabelAnchor::centred, 0);
            wish.key = key_of(*scene_.basemap, *area.feature, 'c');
            // On a map of the world a name may lean over a border; one that is there stays a little longer.
            const double most = (world() ? 1.25 : 1.05) * (wishes_.was_there(wish.key) ? 1.3 : 1);
            if (wish.request.width > area.room_px * most) wishes_.drop_last();
        }
    }

    /// Inside, with air between the letters and around the name.
    void provinces() {
        const TextStyle& style = style_.of(TextClass::province);
        if (!shown(style)) return;
        for (const ProvinceLabel& province : kept_.provinces_) {
            const PlacePtr place = names_of_.match(*province.feature, GazetteerMatches::Sort::province);
            if (place && named_.has_id(place->id)) continue;
            const std::string name = names_of_.of(*province.feature, place);
            // Where its seat of the same name stands at its middle, that says it.
            if (name.empty() || named_.has_name_near(name, province.x, province.y)) continue;
            TextStyle look = style;
            const double room = province.width_px / view_.pixel_ratio;
            look.size = look.size_in(room);
            look.spacing = look.spacing_in(room);
            LabelWish& wish = add(name, look, province.x, province.y, LabelAnchor::centred, 0);
            wish.key = key_of(*scene_.basemap, *province.feature, 'p');
            const LabelRequest& request = wish.request;
            if (request.width > province.width_px * (wishes_.was_there(wish.key) ? 1.2 : 1.0) * province_share ||
                (request.ascent + request.descent) * 1.5 > province.height_px)
                wishes_.drop_last();
        }
    }

    enum class Towns { capitals, large, small };
    void towns(Towns which) {
        for (const auto& [feature, at, was_named] : kept_.towns_) {
            const Towns sort = feature->kind == 2 ? Towns::capitals : feature->rank <= 4 ? Towns::large : Towns::small;
            if (sort != which) continue;
            const std::string_view id = scene_.basemap->text(feature->place_id),
                                   english = scene_.basemap->text(feature->name);
            const std::string name = names_of_.of_town(*feature);
            if (name.empty() || is_named(id, english, at.x, at.y) || is_named({}, name, at.x, at.y)) continue;
            const bool capital = feature->kind == 2;
            const TextStyle& look = style_.of(capital              ? TextClass::capital
                                              : feature->rank <= 4 ? TextClass::large_town
                                              : feature->rank <= 7 ? TextClass::town
                                                                   : TextClass::small_town);
            if (!shown(look)) continue;
            LabelWish& wish = add(name, look, at.x, at.y, LabelAnchor::beside, px(look.dot));
            wish.dot_radius = wish.request.dot = px(look.dot);
            wish.request.keeps_dot = capital;
            wish.key = key_of(*scene_.basemap, *feature, 't');
            named_.add(english, at.x, at.y);
        }
    }

    LabelWish& add(const std::string& text, const TextStyle& look, double x, double y, LabelAnchor anchor,
                   double clearance) {
        return wishes_.add(set_in_case(text, look), look, x, y, anchor, clearance);
    }
    bool along_line(const std::vector<std::vector<LonLat>>& parts, const std::string& name, const TextStyle& look,
                    std::string_view id) {
        return wishes_.along_line(parts, name, look, id, px(style_.line_width / 2 + 3));
    }

    bool is_named(std::string_view id, std::string_view name, double x, double y) const {
        return named_.has_id(id) || named_.has_name_near(name, x, y);
    }

    /// Looking for room in an area takes a while; where many are told of, their middles must do.
    static constexpr int most_areas_with_room = 16;
    int areas_with_room_ = 0;
    MapLabeller& kept_;
    const Scene& scene_;
    const View& view_;
    const Style& style_;
    const EventMarks& marks_;
    FontSet& fonts_;
    LabelNames names_of_;
    NamedPlaces named_;
    LabelWishes wishes_;
};

void MapLabeller::look_at(const Scene& scene, const View& view, LabelMemory memory) {
    const bool remembers = memory != LabelMemory::none && past_.crs == view.crs && basemap_ == scene.basemap;
    if (basemap_ == scene.basemap && view_ == view && remembers == looked_with_past_) return;
    looked_with_past_ = remembers;
    if (basemap_ != scene.basemap) {
        town_points_.clear();
        province_points_.clear();
    }
    basemap_ = scene.basemap;
    view_ = view;
    areas_.clear();
    provinces_.clear();
    towns_.clear();
    const auto projection = projection_for(view.crs);
    if (!basemap_ || !projection) return;
    visible_ = visible_box(view, **projection);
    areas_ = area_labels(*basemap_, view, remembers ? past_.areas : AreaAnchors{});
    const double zoom = web_zoom(view);
    if (zoom >= 3) provinces_ = province_labels(*basemap_, view, province_points_);
    const auto places = basemap_->features(BasemapLayer::places, 0);
    for (std::size_t i = 0; i < places.size(); ++i) {
        const BasemapFeature& feature = places[i];
        if (feature.min_zoom_x10 > zoom * 10 + 8) continue;
        const auto at = town_points_.on_screen(view, i, {feature.west, feature.south});
        if (!at || at->x < 0 || at->y < 0 || at->x > view.width_px || at->y > view.height_px) continue;
        const bool was_named = remembers && past_.labels.contains(key_of(*basemap_, feature, 't'));
        towns_.push_back({&feature, *at, was_named});
    }
    std::ranges::stable_sort(towns_, [](const SeenTown& a, const SeenTown& b) {
        const BasemapFeature &x = *a.feature, &y = *b.feature;
        if (x.kind != y.kind && (x.kind == 2 || y.kind == 2)) return x.kind > y.kind;
        if (x.rank != y.rank) return x.rank < y.rank;
        if (a.was_named != b.was_named) return a.was_named;
        return x.population > y.population;
    });
    // About one town for each square of 110 nominal pixels: a map, not a list.
    const auto most = static_cast<std::size_t>(
        std::max(6.0, view.width_px * double(view.height_px) / std::pow(110.0 * view.pixel_ratio, 2)));
    // Those that were named stay a little longer.
    std::size_t number = 0;
    std::erase_if(towns_, [&](const SeenTown& town) {
        ++number;
        return number > most && (!town.was_named || number > most + most / 4);
    });
}

MapLabels MapLabeller::lay_out(const Scene& scene, const View& view, const Style& style, const EventMarks& marks,
                               const std::vector<PixelBox>& blocks, FontSet& fonts, LabelMemory memory) {
    look_at(scene, view, memory);
    if (memory != LabelMemory::none && past_.crs != view.crs) past_ = {};
    LabelPast* const keeps = memory == LabelMemory::keep ? &past_ : nullptr;
    MapLabels labels = LabelBuilder(*this, scene, view, style, marks, fonts, memory).run(blocks, keeps);
    if (!keeps) return labels;
    past_.crs = view.crs;
    // Where a name found no room it is looked for again where it last stood.
    for (const AreaLabel& area : areas_) {
        const bool placed = past_.labels.contains(key_of(*basemap_, *area.feature, area.water ? 'w' : 'c'));
        const PlanePoint at = plane_from_screen(view, {area.x, area.y});
        if (placed)
            past_.areas[area.feature->name] = at;
        else
            past_.areas.try_emplace(area.feature->name, at);
    }
    return labels;
}

}  // namespace chronomap
