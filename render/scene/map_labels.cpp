#include "render/scene/map_labels.hpp"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cmath>
#include <unordered_set>

#include "render/mesh/shape_projector.hpp"
#include "render/scene/camera.hpp"
#include "render/scene/layer_labels.hpp"

namespace chronomap {
namespace {

/// Room in nominal pixels from which on water counts as wide.
constexpr double wide_water_px = 260;

/// The distance in nominal pixels after which a long river bears its name again.
constexpr double river_repeat_px = 430;

/// A name that wants a place, with how it looks.
struct Wanted {
    TextItem item;
    LabelRequest request;
    LabelKey key = 0;
    float dot_radius = 0;
    TextItem note;  ///< a second line, centred below the first; empty: none
    double note_width = 0, name_width = 0, note_drop = 0;
    bool capital = false;
    const LineLabel* along = nullptr;         ///< for a name along a line,
    std::vector<std::size_t> along_places{};  ///< these of its places: the paths of the request
};

LabelKey key_of(char sort, std::string_view name, std::uint64_t more = 0) {
    const std::uint64_t mixed = (more + 0x9E3779B97F4A7C15ull) * 0xBF58476D1CE4E5B9ull;
    return std::hash<std::string_view>{}(name) ^ mixed ^ static_cast<std::uint64_t>(sort) << 56;
}

LabelKey key_of(const Basemap& basemap, const BasemapFeature& feature, char sort) {
    // The same at every level of detail, whose features are others.
    return key_of(sort, basemap.text(feature.name),
                  static_cast<std::uint64_t>(std::lround(feature.west)) << 32 ^
                      static_cast<std::uint64_t>(std::lround(feature.south)));
}

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
          memory_(memory),
          scene_(scene),
          view_(view),
          style_(style),
          marks_(marks),
          fonts_(fonts),
          ratio_(static_cast<float>(view.pixel_ratio)),
          names_of_(scene, kept.matches_),
          corner_(corner_in_plane(view)) {}

    MapLabels run(const std::vector<PixelBox>& blocks) {
        event_places();
        layers();
        if (scene_.basemap) {
            // A map of the world names countries, one of a region their capitals first.
            constexpr double zoom_of_a_region = 3.8;
            const bool world = web_zoom(view_) < zoom_of_a_region;
            if (world) areas();
            towns(Towns::capitals);
            if (!world) areas();
            towns(Towns::large);
            rivers();
            towns(Towns::small);
        }
        OccupiedBoxes occupied(view_.width_px, view_.height_px);
        for (const PixelBox& block : blocks) occupied.add(block);
        for (const EventMark& mark : marks_.symbols) {
            const double radius = mark.radius_px + 1.5 * view_.pixel_ratio;
            occupied.add({mark.x_px - radius, mark.y_px - radius, mark.x_px + radius, mark.y_px + radius});
        }
        if (scene_.basemap) keep_dots_of_capitals(occupied);
        return place(occupied);
    }

  private:
    float px(double nominal) const { return static_cast<float>(nominal) * ratio_; }

    Wanted& add(std::string text, const TextStyle& look, double x, double y, LabelAnchor anchor, double clearance) {
        Wanted wanted;
        wanted.item = {set_in_case(std::move(text), look),
                       look.font,
                       px(look.size),
                       px(look.spacing),
                       0,
                       0,
                       look.colour,
                       look.halo,
                       px(look.halo_width)};
        const ShapedText& shaped =
            fonts_.shape(wanted.item.text, look.font, wanted.item.size_px, wanted.item.letter_spacing_px);
        wanted.request = {x, y, shaped.width, shaped.ascent * 0.78, shaped.descent * 0.78, clearance, px(2), anchor};
        wanted_.push_back(std::move(wanted));
        return wanted_.back();
    }

    /// Of the basemap's names; those of events are always wanted.
    bool shown(const TextStyle& look) const { return web_zoom(view_) >= look.least_zoom; }

    void event_places() {
        // The symbols drawn last lie on top: their names come first.
        for (auto mark = marks_.symbols.rbegin(); mark != marks_.symbols.rend(); ++mark) {
            const bool fanned = mark->role == MarkRole::fanned;
            const TextStyle& look = style_.of(fanned           ? TextClass::fan_date
                                              : mark->selected ? TextClass::selected_place
                                                               : TextClass::event_place);
            Wanted& wanted = add(names_of_.of(*mark), look, mark->x_px, mark->y_px, LabelAnchor::beside,
                                 mark->reach_px + px(mark->selected ? 7 : 1.5));
            wanted.key =
                fanned ? key_of('f', scene_.events->events[mark->events.front()].id) : key_of('e', mark->place->id);
            if (fanned) continue;
            remember(*mark);
        }
        for (auto mark = marks_.shapes.rbegin(); mark != marks_.shapes.rend(); ++mark) {
            const bool line = mark->place->extent == ExtentClass::line;
            TextStyle look = style_.of(line ? TextClass::event_line : TextClass::event_area);
            look.colour = mixed(look.colour, style_.of(mark->kind).colour, look.kind_share);
            remember(*mark);
            const std::string name = names_of_.of(*mark);
            if (line && along_line(mark->place->parts, name, look, mark->place->id)) continue;
            const double y = mark->y_px - (line ? px(9) : 0);
            add(name, look, mark->x_px, y, LabelAnchor::centred, 0).key = key_of('s', mark->place->id);
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
            if (!label.note.empty()) add_note(label.note, small);
        }
    }

    /// A second line below the name that was added last; it is placed with it or not at all.
    void add_note(const std::string& words, const TextStyle& look) {
        Wanted& wanted = wanted_.back();
        const ShapedText& shaped = fonts_.shape(words, look.font, px(look.size), px(look.spacing));
        wanted.note = {words, look.font,   px(look.size), px(look.spacing),   0,
                       0,     look.colour, look.halo,     px(look.halo_width)};
        wanted.note_width = shaped.width;
        wanted.note_drop = wanted.request.descent + px(look.size);
        wanted.name_width = wanted.request.width;
        wanted.request.width = std::max<double>(wanted.request.width, shaped.width);
        wanted.request.descent = wanted.note_drop + px(look.size) * 0.25;
    }

    /// A line's name along it; false where it is too short or winding for that.
    bool along_line(const std::vector<std::vector<LonLat>>& parts, const std::string& name, const TextStyle& look,
                    std::string_view id) {
        std::vector<std::vector<PixelPoint>> lines;
        for (const auto& part : parts)
            for (auto& line : plane_lines(view_, plane_points(part)))
                if (line.size() > 1) lines.push_back(std::move(line));
        const double gap = px(style_.line_width / 2 + 3);
        std::uint64_t number = 0;
        const std::size_t before = wanted_.size();
        for (LineLabel& label : labels_along(lines, name, face_of(look), gap, px(river_repeat_px), fonts_)) {
            own_labels_.push_back(std::make_unique<LineLabel>(std::move(label)));
            add_along(*own_labels_.back(), look, key_of('l', id, number++));
        }
        return wanted_.size() > before;
    }

    TextFace face_of(const TextStyle& look) const { return {look.font, px(look.size), px(look.spacing)}; }

    /// Of a label along a line, those places that lie in the picture.
    void add_along(const LineLabel& label, const TextStyle& look, LabelKey key) {
        const auto on_screen = [&](const PixelBox& box) {
            return PixelBox{box.left - corner_.x, box.top - corner_.y, box.right - corner_.x, box.bottom - corner_.y};
        };
        Wanted wanted;
        for (std::size_t i = 0; i < label.places.size(); ++i) {
            const LineLabel::Place& place = label.places[i];
            const double x = place.line.middle.x - corner_.x, y = place.line.middle.y - corner_.y;
            if (x < 0 || y < 0 || x > view_.width_px || y > view_.height_px) continue;
            LabelPath path{{}, x, y};
            for (const PixelBox& letter : place.letters) path.letters.push_back(on_screen(letter));
            wanted.request.paths.push_back(std::move(path));
            wanted.along_places.push_back(i);
        }
        if (wanted.along_places.empty()) return;
        const TextFace face = face_of(look);
        wanted.item = {label.text, look.font,   face.size_px, face.letter_spacing_px, 0,
                       0,          look.colour, look.halo,    px(look.halo_width)};
        wanted.request.anchor = LabelAnchor::along;
        const auto group = groups_.try_emplace(label.text, static_cast<int>(groups_.size())).first;
        wanted.request.group = group->second;
        wanted.request.apart = px(river_repeat_px) * 0.6;
        wanted.key = key;
        wanted.along = &label;
        wanted.request.preferred = nearest_to_past(wanted.request.paths, face.size_px, key);
        wanted_.push_back(std::move(wanted));
    }

    /// The path where one of this name's labels stood before, at whatever scale; -1: none.
    int nearest_to_past(const std::vector<LabelPath>& paths, double near_px, LabelKey key) const {
        if (memory_ == LabelMemory::none) return -1;
        const auto stood = kept_.past_.labels.find(key);
        if (stood == kept_.past_.labels.end()) return -1;
        const PixelPoint at = screen_from_plane(view_, stood->second.middle);
        int nearest = -1;
        double least = near_px * 2;
        for (std::size_t i = 0; i < paths.size(); ++i) {
            const double distance = std::hypot(paths[i].x - at.x, paths[i].y - at.y);
            if (distance < least) least = distance, nearest = static_cast<int>(i);
        }
        return nearest;
    }

    void prefer_past() {
        if (memory_ == LabelMemory::none) return;
        for (Wanted& wanted : wanted_) {
            if (wanted.along) continue;
            const auto stood = kept_.past_.labels.find(wanted.key);
            if (stood != kept_.past_.labels.end()) wanted.request.preferred = stood->second.candidate;
        }
    }

    void remember_places(const std::vector<std::optional<LabelPosition>>& positions) const {
        if (memory_ != LabelMemory::keep) return;
        kept_.past_.crs = view_.crs;
        kept_.past_.labels.clear();
        for (std::size_t i = 0; i < wanted_.size(); ++i)
            if (positions[i])
                kept_.past_.labels[wanted_[i].key] = {
                    positions[i]->candidate, plane_from_screen(view_, {positions[i]->x, positions[i]->baseline})};
        kept_.past_.areas.clear();
        for (const AreaLabel& area : kept_.areas_)
            kept_.past_.areas[area.feature->name] = plane_from_screen(view_, {area.x, area.y});
    }

    void rivers() {
        const TextStyle& look = style_.of(TextClass::river);
        if (!shown(look)) return;
        std::uint64_t number = 0;
        const BasemapFeature* last = nullptr;
        kept_.rivers_.each(
            scene_.basemap, view_, kept_.visible_, face_of(look), px(style_.river.width / 2 + 2), px(river_repeat_px),
            fonts_,
            [&](const BasemapFeature& feature) -> std::string {
                const PlacePtr place = names_of_.match(feature, GazetteerMatches::Sort::water);
                // An event told of the river names it already.
                if (place && ids_.contains(place->id)) return {};
                return set_in_case(names_of_.of(feature, place), look);
            },
            [&](const BasemapFeature& feature, const LineLabel& label) {
                number = last == &feature ? number + 1 : 0;
                last = &feature;
                add_along(label, look, key_of(*scene_.basemap, feature, 'r') + number);
            });
    }

    std::string set_in_case(std::string text, const TextStyle& look) const {
        return look.capitals ? upper_case(text, scene_.naming == NamingPolicy::az ? "az" : "") : text;
    }

    void remember(const EventMark& mark) {
        ids_.insert(mark.place->id);
        names_.push_back({folded_name(mark.place->name), mark.x_px, mark.y_px});
        for (const PlaceName& name : mark.place->names)
            names_.push_back({folded_name(name.text), mark.x_px, mark.y_px});
    }

    bool is_named(std::string_view id, std::string_view name, double x, double y) const {
        if (!id.empty() && ids_.contains(std::string(id))) return true;
        const std::string key = folded_name(name);
        const double near = std::max(3000.0 / view_.metres_per_px, double(px(40)));
        return std::any_of(names_.begin(), names_.end(), [&](const Named& other) {
            return !key.empty() && other.folded == key && std::hypot(other.x - x, other.y - y) < near;
        });
    }

    /// Seas and countries in their visible part; lakes.
    void areas() {
        for (const AreaLabel& area : kept_.areas_) {
            const PlacePtr place = names_of_.match(
                *area.feature, area.water ? GazetteerMatches::Sort::water : GazetteerMatches::Sort::country);
            const std::string_view english = scene_.basemap->text(area.feature->name);
            const std::string name = names_of_.of(*area.feature, place);
            if (place && ids_.contains(place->id)) continue;
            // An event told of a whole country names it already.
            const bool named = std::any_of(
                names_.begin(), names_.end(),
                [key = folded_name(english)](const Named& other) { return !key.empty() && other.folded == key; });
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
            const double room = area.room_px / ratio_;
            look.size = look.size_in(room);
            look.spacing = look.spacing_in(room);
            Wanted& wanted = add(name, look, area.x, area.y, LabelAnchor::centred, 0);
            wanted.key = key_of(*scene_.basemap, *area.feature, 'c');
            if (wanted.request.width > area.room_px * 1.05) wanted_.pop_back();
        }
    }

    /// Whatever is named before them.
    void keep_dots_of_capitals(OccupiedBoxes& occupied) {
        for (Wanted& wanted : wanted_) {
            if (!wanted.capital) continue;
            LabelRequest& request = wanted.request;
            const PixelBox dot{request.x - request.dot, request.y - request.dot, request.x + request.dot,
                               request.y + request.dot};
            if (!occupied.is_free(dot)) continue;
            occupied.add(dot);
            request.dot = 0;  // its room is kept
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
            Wanted& wanted = add(name, look, at.x, at.y, LabelAnchor::beside, px(look.dot));
            wanted.dot_radius = wanted.request.dot = px(look.dot);
            wanted.capital = capital;
            wanted.key = key_of(*scene_.basemap, *feature, 't');
            names_.push_back({folded_name(english), at.x, at.y});
        }
    }

    MapLabels place(OccupiedBoxes& occupied) {
        prefer_past();
        std::vector<LabelRequest> requests;
        requests.reserve(wanted_.size());
        for (const Wanted& wanted : wanted_) requests.push_back(wanted.request);
        const auto positions = place_labels(requests, occupied, view_.width_px, view_.height_px);
        remember_places(positions);
        MapLabels labels;
        for (std::size_t i = 0; i < wanted_.size(); ++i) {
            if (!positions[i]) continue;
            TextItem item = wanted_[i].item;
            item.x = static_cast<float>(positions[i]->x);
            item.baseline = static_cast<float>(positions[i]->baseline);
            if (const LineLabel* along = wanted_[i].along) {
                const std::size_t place = wanted_[i].along_places[static_cast<std::size_t>(positions[i]->candidate)];
                for (const PixelPoint& point : along->places[place].line.baseline)
                    item.path.push_back(
                        {static_cast<float>(point.x - corner_.x), static_cast<float>(point.y - corner_.y)});
            }
            const auto push = [&](TextItem text, LabelKey key) {
                labels.texts.push_back(std::move(text));
                labels.text_keys.push_back(key);
                labels.candidates.push_back(positions[i]->candidate);
            };
            if (!wanted_[i].note.text.empty()) {
                TextItem note = wanted_[i].note;
                const double middle = positions[i]->x + requests[i].width / 2;
                note.x = static_cast<float>(middle - wanted_[i].note_width / 2);
                note.baseline = item.baseline + static_cast<float>(wanted_[i].note_drop);
                item.x = static_cast<float>(middle - wanted_[i].name_width / 2);
                push(std::move(note), ~wanted_[i].key);
            }
            push(std::move(item), wanted_[i].key);
            const float radius = wanted_[i].dot_radius;
            if (radius > 0) {
                labels.dot_keys.push_back(wanted_[i].key);
                labels.dots.push_back({static_cast<float>(requests[i].x) - radius,
                                       static_cast<float>(requests[i].y) - radius, 2 * radius, 2 * radius, radius,
                                       style_.town_dot, wanted_[i].item.colour, std::max(1.0f, radius * 0.5f)});
            }
        }
        // The most important texts last, so that nothing lies over them.
        std::ranges::reverse(labels.texts);
        std::ranges::reverse(labels.text_keys);
        std::ranges::reverse(labels.candidates);
        return labels;
    }

    struct Named {
        std::string folded;
        double x, y;
    };
    MapLabeller& kept_;
    LabelMemory memory_;
    const Scene& scene_;
    const View& view_;
    const Style& style_;
    const EventMarks& marks_;
    FontSet& fonts_;
    float ratio_;
    LabelNames names_of_;
    PixelPoint corner_;  // of the picture in the plane's pixels
    std::vector<Wanted> wanted_;
    std::vector<std::unique_ptr<LineLabel>> own_labels_;
    std::unordered_map<std::string, int> groups_;
    std::unordered_set<std::string> ids_;
    std::vector<Named> names_;
};

void MapLabeller::look_at(const Scene& scene, const View& view, LabelMemory memory) {
    const bool remembers = memory != LabelMemory::none && past_.crs == view.crs && basemap_ == scene.basemap;
    if (basemap_ == scene.basemap && view_ == view && remembers == looked_with_past_) return;
    looked_with_past_ = remembers;
    basemap_ = scene.basemap;
    view_ = view;
    areas_.clear();
    towns_.clear();
    const auto projection = projection_for(view.crs);
    if (!basemap_ || !projection) return;
    visible_ = visible_box(view, **projection);
    areas_ = area_labels(*basemap_, view, remembers ? past_.areas : AreaAnchors{});
    const double zoom = web_zoom(view);
    for (const BasemapFeature& feature : basemap_->features(BasemapLayer::places, 0)) {
        if (feature.min_zoom_x10 > zoom * 10 + 8) continue;
        const auto at = screen_from_lonlat(view, {feature.west, feature.south});
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
    if (towns_.size() > most) towns_.resize(most);
}

MapLabels MapLabeller::lay_out(const Scene& scene, const View& view, const Style& style, const EventMarks& marks,
                               const std::vector<PixelBox>& blocks, FontSet& fonts, LabelMemory memory) {
    look_at(scene, view, memory);
    if (memory != LabelMemory::none && past_.crs != view.crs) past_ = {};
    return LabelBuilder(*this, scene, view, style, marks, fonts, memory).run(blocks);
}

}  // namespace chronomap
