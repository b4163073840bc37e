#include "render/scene/label_wishes.hpp"

#include <algorithm>
#include <cmath>

#include "render/mesh/shape_projector.hpp"
#include "render/scene/camera.hpp"

namespace chronomap {

LabelKey key_of(char sort, std::string_view name, std::uint64_t more) {
    const std::uint64_t mixed = (more + 0x9E3779B97F4A7C15ull) * 0xBF58476D1CE4E5B9ull;
    return std::hash<std::string_view>{}(name) ^ mixed ^ static_cast<std::uint64_t>(sort) << 56;
}

LabelKey key_of(const Basemap& basemap, const BasemapFeature& feature, char sort) {
    return key_of(sort, basemap.text(feature.name),
                  static_cast<std::uint64_t>(std::lround(feature.west)) << 32 ^
                      static_cast<std::uint64_t>(std::lround(feature.south)));
}

LabelWishes::LabelWishes(const View& view, FontSet& fonts, const LabelPast* past)
    : view_(view),
      fonts_(fonts),
      past_(past),
      ratio_(static_cast<float>(view.pixel_ratio)),
      corner_(corner_in_plane(view)) {
    if (!past) return;
    for (const auto& [key, stood] : past->labels)
        if (stood.family != 0) past_families_[stood.family].push_back(key);
    for (auto& [family, keys] : past_families_) std::ranges::sort(keys);
}

LabelWish& LabelWishes::add(std::string text, const TextStyle& look, double x, double y, LabelAnchor anchor,
                            double clearance) {
    LabelWish wish;
    wish.item = {std::move(text), look.font, px(look.size),      px(look.spacing), 0, 0,
                 look.colour,     look.halo, px(look.halo_width)};
    const ShapedText& shaped = fonts_.shape(wish.item.text, look.font, wish.item.size_px, wish.item.letter_spacing_px);
    wish.request = {x, y, shaped.width, shaped.ascent * 0.78, shaped.descent * 0.78, clearance, px(2), anchor};
    wishes_.push_back(std::move(wish));
    return wishes_.back();
}

void LabelWishes::add_note(const std::string& words, const TextStyle& look) {
    LabelWish& wish = wishes_.back();
    const ShapedText& shaped = fonts_.shape(words, look.font, px(look.size), px(look.spacing));
    wish.note = {words, look.font, px(look.size), px(look.spacing), 0, 0, look.colour, look.halo, px(look.halo_width)};
    wish.note_width = shaped.width;
    wish.note_drop = wish.request.descent + px(look.size);
    wish.name_width = wish.request.width;
    wish.request.width = std::max<double>(wish.request.width, shaped.width);
    wish.request.descent = wish.note_drop + px(look.size) * 0.25;
}

bool LabelWishes::along_line(const std::vector<std::vector<LonLat>>& parts, const std::string& name,
                             const TextStyle& look, std::string_view id, double gap_px) {
    std::vector<std::vector<PixelPoint>> lines;
    for (const auto& part : parts)
        for (auto& line : plane_lines(view_, plane_points(part)))
            if (line.size() > 1) lines.push_back(std::move(line));
    const std::size_t before = wishes_.size();
    for (LineLabel& label : labels_along(lines, name, face_of(look), gap_px, px(river_repeat_px), fonts_)) {
        own_labels_.push_back(std::make_unique<LineLabel>(std::move(label)));
        add_along(*own_labels_.back(), look, key_of('l', id));
    }
    return wishes_.size() > before;
}

void LabelWishes::add_along(const LineLabel& label, const TextStyle& look, LabelKey family) {
    const auto on_screen = [&](const PixelBox& box) {
        return PixelBox{box.left - corner_.x, box.top - corner_.y, box.right - corner_.x, box.bottom - corner_.y};
    };
    LabelWish wish;
    for (std::size_t i = 0; i < label.places.size(); ++i) {
        const LineLabel::Place& place = label.places[i];
        const double x = place.line.middle.x - corner_.x, y = place.line.middle.y - corner_.y;
        if (x < 0 || y < 0 || x > view_.width_px || y > view_.height_px) continue;
        LabelPath path{{}, x, y};
        for (const PixelBox& letter : place.letters) path.letters.push_back(on_screen(letter));
        wish.request.paths.push_back(std::move(path));
        wish.along_places.push_back(i);
    }
    if (wish.along_places.empty()) return;
    const TextFace face = face_of(look);
    wish.item = {label.text, look.font,   face.size_px, face.letter_spacing_px, 0,
                 0,          look.colour, look.halo,    px(look.halo_width)};
    wish.request.anchor = LabelAnchor::along;
    const auto group = groups_.try_emplace(label.text, static_cast<int>(groups_.size())).first;
    wish.request.group = group->second;
    wish.request.apart = px(river_repeat_px) * 0.6;
    wish.family = family;
    wish.along = &label;
    take_past_along(wish);
    wishes_.push_back(std::move(wish));
}

/// The label of the same line that stood nearest in the last layout, at whatever scale: this one is it.
void LabelWishes::take_past_along(LabelWish& wish) {
    double least = wish.item.size_px * 2.0;
    LabelKey known = 0;
    if (const auto family = past_families_.find(wish.family); family != past_families_.end())
        for (const LabelKey key : family->second) {
            if (keys_along_.contains(key)) continue;
            const PixelPoint at = screen_from_plane(view_, past_->labels.at(key).middle);
            for (std::size_t i = 0; i < wish.request.paths.size(); ++i) {
                const LabelPath& path = wish.request.paths[i];
                const double distance = std::hypot(path.x - at.x, path.y - at.y);
                if (distance >= least) continue;
                least = distance;
                wish.request.preferred = static_cast<int>(i);
                known = key;
            }
        }
    wish.key = known;
    // Another number than those that were there and are here.
    for (LabelKey number = 0; wish.key == 0; ++number)
        if (const LabelKey key = wish.family + number; !keys_along_.contains(key) && !was_there(key)) wish.key = key;
    keys_along_.insert(wish.key);
}

bool LabelWishes::is_new(const LabelWish& wish) const {
    return past_ && !past_->labels.empty() && !was_there(wish.key);
}

void LabelWishes::known_first(std::size_t from) {
    std::stable_partition(wishes_.begin() + static_cast<std::ptrdiff_t>(from), wishes_.end(),
                          [&](const LabelWish& wish) { return !is_new(wish); });
}

void LabelWishes::prefer_past() {
    if (!past_) return;
    // A new name comes only where there is room to spare, or it would come and go with each pixel.
    const double spare = px(5);
    for (LabelWish& wish : wishes_) {
        if (is_new(wish)) wish.request.margin = spare;
        if (wish.along) continue;
        const auto stood = past_->labels.find(wish.key);
        if (stood != past_->labels.end()) wish.request.preferred = stood->second.candidate;
    }
}

void LabelWishes::remember(const std::vector<std::optional<LabelPosition>>& positions, LabelPast& past) const {
    past.labels.clear();
    for (std::size_t i = 0; i < wishes_.size(); ++i)
        if (positions[i])
            past.labels[wishes_[i].key] = {positions[i]->candidate,
                                           plane_from_screen(view_, {positions[i]->x, positions[i]->baseline}),
                                           wishes_[i].family};
}

TextItem LabelWishes::item_at(const LabelWish& wish, const LabelPosition& position) const {
    TextItem item = wish.item;
    item.x = static_cast<float>(position.x);
    item.baseline = static_cast<float>(position.baseline);
    if (!wish.along) return item;
    const std::size_t place = wish.along_places[static_cast<std::size_t>(position.candidate)];
    for (const PixelPoint& point : wish.along->places[place].line.baseline)
        item.path.push_back({static_cast<float>(point.x - corner_.x), static_cast<float>(point.y - corner_.y)});
    return item;
}

MapLabels LabelWishes::place(OccupiedBoxes& occupied, Colour town_dot, LabelPast* past) {
    prefer_past();
    std::vector<LabelRequest> requests;
    requests.reserve(wishes_.size());
    for (const LabelWish& wish : wishes_) requests.push_back(wish.request);
    const auto positions = place_labels(requests, occupied, view_.width_px, view_.height_px);
    if (past) remember(positions, *past);
    MapLabels labels;
    for (std::size_t i = 0; i < wishes_.size(); ++i) {
        if (!positions[i]) continue;
        const LabelWish& wish = wishes_[i];
        TextItem item = item_at(wish, *positions[i]);
        const auto push = [&](TextItem text, LabelKey key) {
            labels.texts.push_back(std::move(text));
            labels.text_keys.push_back(key);
            labels.candidates.push_back(positions[i]->candidate);
        };
        if (!wish.note.text.empty()) {
            TextItem note = wish.note;
            const double middle = positions[i]->x + requests[i].width / 2;
            note.x = static_cast<float>(middle - wish.note_width / 2);
            note.baseline = item.baseline + static_cast<float>(wish.note_drop);
            item.x = static_cast<float>(middle - wish.name_width / 2);
            push(std::move(note), ~wish.key);
        }
        push(std::move(item), wish.key);
        const float radius = wish.dot_radius;
        if (radius > 0) {
            labels.dot_keys.push_back(wish.key);
            labels.dots.push_back({static_cast<float>(requests[i].x) - radius,
                                   static_cast<float>(requests[i].y) - radius, 2 * radius, 2 * radius, radius, town_dot,
                                   wish.item.colour, std::max(1.0f, radius * 0.5f)});
        }
    }
    // The most important texts last, so that nothing lies over them.
    std::ranges::reverse(labels.texts);
    std::ranges::reverse(labels.text_keys);
    std::ranges::reverse(labels.candidates);
    return labels;
}

}  // namespace chronomap
