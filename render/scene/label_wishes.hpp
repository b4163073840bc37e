#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "geo/io/basemap.hpp"
#include "geo/places/place.hpp"
#include "render/mesh/label_placement.hpp"
#include "render/scene/placed_labels.hpp"
#include "render/scene/river_labels.hpp"
#include "render/scene/style.hpp"
#include "render/scene/view.hpp"
#include "render/text/font_set.hpp"

namespace chronomap {

/// The distance in nominal pixels after which a long river bears its name again.
inline constexpr double river_repeat_px = 430;

/// `sort`: a letter for the sort of thing; `more` tells apart what has the same name.
LabelKey key_of(char sort, std::string_view name, std::uint64_t more = 0);
/// The same at every level of detail, whose features are others.
LabelKey key_of(const Basemap& basemap, const BasemapFeature& feature, char sort);

/// A name that wants a place, with how it looks.
struct LabelWish {
    TextItem item;
    LabelRequest request;
    LabelKey key = 0;
    LabelKey family = 0;  ///< of a name along a line: the same for all stretches of it
    float dot_radius = 0;
    TextItem note;  ///< a second line, centred below the first; empty: none
    double note_width = 0, name_width = 0, note_drop = 0;
    const LineLabel* along = nullptr;         ///< for a name along a line,
    std::vector<std::size_t> along_places{};  ///< these of its places: the paths of the request
};

/// The names that want a place in one layout, most important first, and the room that they find.
class LabelWishes {
  public:
    /// `past` is read where `memory` says so; null: there is none.
    LabelWishes(const View& view, FontSet& fonts, const LabelPast* past);

    /// The last one added.
    LabelWish& add(std::string text, const TextStyle& look, double x, double y, LabelAnchor anchor, double clearance);
    /// A second line below the name that was added last; it is placed with it or not at all.
    void add_note(const std::string& words, const TextStyle& look);
    /// Of a label along a line, which must outlive the layout, those places that lie in the picture. `family` is the
    /// same for all labels of the line.
    void add_along(const LineLabel& label, const TextStyle& look, LabelKey family);
    /// A line's name along it; false where it is too short or winding for that.
    bool along_line(const std::vector<std::vector<LonLat>>& parts, const std::string& name, const TextStyle& look,
                    std::string_view id, double gap_px);
    void drop_last() { wishes_.pop_back(); }
    /// From the wish number `from` on, those that were there before come first.
    void known_first(std::size_t from);
    std::size_t count() const { return wishes_.size(); }
    bool was_there(LabelKey key) const { return past_ && past_->labels.contains(key); }

    /// Finds room for all, in their order. `past`, if any, becomes where they stand.
    MapLabels place(OccupiedBoxes& occupied, Colour town_dot, LabelPast* past);

    TextFace face_of(const TextStyle& look) const { return {look.font, px(look.size), px(look.spacing)}; }
    float px(double nominal) const { return static_cast<float>(nominal) * ratio_; }

  private:
    void take_past_along(LabelWish& wish);
    bool is_new(const LabelWish& wish) const;
    void prefer_past();
    void remember(const std::vector<std::optional<LabelPosition>>& positions, LabelPast& past) const;
    TextItem item_at(const LabelWish& wish, const LabelPosition& position) const;

    const View& view_;
    FontSet& fonts_;
    const LabelPast* past_;
    float ratio_;
    PixelPoint corner_;  // of the picture in the plane's pixels
    std::vector<LabelWish> wishes_;
    std::vector<std::unique_ptr<LineLabel>> own_labels_;
    std::unordered_map<std::string, int> groups_;
    std::unordered_map<LabelKey, std::vector<LabelKey>> past_families_;
    std::unordered_set<LabelKey> keys_along_;  // that are taken in this layout
};

}  // namespace chronomap
