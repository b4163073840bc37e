#include "render/furniture/furniture_layout.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "render/furniture/block_stack.hpp"
#include "render/furniture/credits.hpp"
#include "render/furniture/legend_block.hpp"
#include "render/furniture/locator.hpp"
#include "render/furniture/sheet_writer.hpp"
#include "render/scene/layer_marks.hpp"

namespace chronomap {
namespace {

constexpr Colour clear{0, 0, 0, 0};

/// Of the picture's height, where that is more than two lines.
constexpr float most_for_sources = 0.08f;

/// Where each block stands unless the user chose; the locator looks for a corner itself.
constexpr std::array<FurniturePlace, furniture_block_count> usual_places{
    FurniturePlace::top_left,     FurniturePlace::top_right,   FurniturePlace::top_left,
    FurniturePlace::bottom_right, FurniturePlace::bottom_left, FurniturePlace::bottom_left};

/// Blocks are laid out in the order in which they keep their room when it is short: sources, title, date, scale bar,
/// legend, caption, locator.
class FurnitureBuilder {
  public:
    FurnitureBuilder(const Scene& scene, const View& view, const Style& style, const EventMarks& marks, double ground,
                     FontSet& fonts)
        : scene_(scene),
          furniture_(scene.furniture),
          view_(view),
          style_(style),
          marks_(marks),
          ground_(ground),
          fonts_(fonts),
          writer_(style, view, fonts),
          width_(static_cast<float>(view.width_px)),
          height_(static_cast<float>(view.height_px)),
          margin_(px(nominal_width() < 500 ? 8 : 16)) {}

    FurnitureLayout run() {
        float strip_top = height_;
        if (furniture_.sources_line) strip_top = sources();
        stack_ = BlockStack({margin_, margin_, width_ - margin_, strip_top - px(7)}, px(6));
        const bool all = !furniture_.credits_only;
        if (all && is_on(FurnitureBlock::title)) title();
        if (all && is_on(FurnitureBlock::date)) date();
        if (is_on(FurnitureBlock::scale_bar) && nominal_height() >= 200 && nominal_width() >= 260) scale_bar();
        if (all && is_on(FurnitureBlock::legend) && scene_.events && nominal_height() >= 380 && nominal_width() >= 520)
            add_legend(out_, stack_, writer_, scene_, view_, marks_, place_of(FurnitureBlock::legend));
        if (all && is_on(FurnitureBlock::caption)) caption();
        if (all && is_on(FurnitureBlock::locator)) locator();
        return std::move(out_);
    }

  private:
    float px(float nominal) const { return writer_.px(nominal); }
    float nominal_width() const { return width_ / writer_.ratio(); }
    float nominal_height() const { return height_ / writer_.ratio(); }
    TextFace face(TextClass text, float size) const {
        return {style_.of(text).font, size, style_.of(text).spacing * size / style_.of(text).size};
    }
    bool is_on(FurnitureBlock block) const { return furniture_.settings.of(block) != FurniturePlace::off; }
    FurniturePlace place_of(FurnitureBlock block) const {
        const FurniturePlace chosen = furniture_.settings.of(block);
        return chosen == FurniturePlace::usual ? usual_places[static_cast<std::size_t>(block)] : chosen;
    }
    /// Room for a block, which is taken; nothing where there is none.
    std::optional<PixelBox> take(FurnitureBlock block, double width, double height) {
        const auto box = stack_.find(place_of(block), width, height);
        if (box) stack_.add(*box);
        return box;
    }
    /// Lines below each other from `baseline` on; gives the next baseline.
    float write(const std::vector<std::string>& lines, TextClass as, float size, float step, float x, float baseline) {
        for (const std::string& each : lines) {
            writer_.text(out_, each, as, size, x, baseline);
            baseline += step;
        }
        return baseline;
    }
    float widest(const std::vector<std::string>& lines, TextClass as, float size) const {
        float width = 0;
        for (const std::string& each : lines) width = std::max(width, writer_.width_of(each, as, size));
        return width;
    }

    // ------------------------------------------------------------------ parts

    /// Along the bottom: whose names are on the map, and sources; never left out, but counted where many would take the
    /// map's room. Gives its upper edge.
    float sources() {
        std::string words = map_sources(scene_, view_);
        if (words.empty()) words = "Map: chronomap";
        if (furniture_.settings.sources == SourcesForm::brief) words = credit_forms(words).back();
        const std::string names = "Names: " + std::string(words_of(scene_.naming));
        const float size = writer_.type(TextClass::sources), line = size * 1.35f, room = width_ - 2 * margin_;
        const float pad = px(5);
        const auto most = static_cast<std::size_t>(std::max(2.0f, (height_ * most_for_sources - pad) / line));
        const std::vector<std::string> lines = wrap_credits(fonts_, names, words, face(TextClass::sources, size), room,
                                                            nominal_height() < 300 ? 1 : 2, most);
        const float top = height_ - line * static_cast<float>(lines.size()) - pad;
        out_.panels.push_back({-px(2), top, width_ + px(4), height_ - top + px(4), 0, style_.panel.sources, clear, 0});
        out_.blocks.push_back({0, top, width_, height_});
        write(lines, TextClass::sources, size, line, margin_, top + px(2) + size);
        return top;
    }

    /// A long date is set smaller, so that a title has room beside it.
    float date_size() const {
        const float full = writer_.type(TextClass::date),
                    width = writer_.width_of(furniture_.date_caption, TextClass::date, full);
        return full * std::clamp(width_ * 0.36f / std::max(width, 1.0f), 0.62f, 1.0f);
    }

    /// Width that a title may take: beside the date where both stand above and there is room for that.
    float title_room() const {
        const float all = width_ - 2 * margin_;
        if (!is_on(FurnitureBlock::date) || furniture_.date_caption.empty()) return std::min(all, width_ * 0.58f);
        const float date = writer_.width_of(furniture_.date_caption, TextClass::date, date_size()) + px(24) + margin_;
        const bool beside = nominal_width() >= 560 && all - date > width_ * 0.42f;
        return beside ? std::min(width_ * 0.58f, all - date) : all;
    }

    /// What the map is of.
    void title() {
        const std::string &words = furniture_.title, &below = furniture_.settings.subtitle;
        if (words.empty() && below.empty()) return;
        const float room = title_room(), pad = px(11);
        // A long title is set smaller, on more lines, before it is cut.
        float size = writer_.type(TextClass::title);
        std::vector<std::string> lines;
        for (const auto& [share, most] : {std::pair{1.0f, 2u}, {0.8f, 2u}, {0.8f, 3u}, {0.66f, 4u}, {0.55f, 5u}}) {
            size = writer_.type(TextClass::title) * share;
            lines = writer_.wrap(words, TextClass::title, size, room - 2 * pad, most);
            if (!is_cut(lines, words)) break;
        }
        const float line = size * 1.22f, small = writer_.type(TextClass::subtitle);
        const bool with_subtitle = !below.empty() && nominal_height() >= 300;
        const std::vector<std::string> under = with_subtitle
                                                   ? writer_.wrap(below, TextClass::subtitle, small, room - 2 * pad, 2)
                                                   : std::vector<std::string>{};
        const float width =
            std::max(widest(lines, TextClass::title, size), widest(under, TextClass::subtitle, small)) + 2 * pad;
        const float height =
            pad * 1.5f + line * static_cast<float>(lines.size()) + small * 1.4f * static_cast<float>(under.size());
        const auto box = take(FurnitureBlock::title, width, height);
        if (!box) return;
        add_panel(out_, writer_, *box);
        const float x = static_cast<float>(box->left) + pad;
        const float baseline =
            write(lines, TextClass::title, size, line, x, static_cast<float>(box->top) + pad * 0.6f + size);
        write(under, TextClass::subtitle, small, small * 1.4f, x, baseline + small * 1.35f - line + size * 0.25f);
    }

    /// When.
    void date() {
        const std::string& words = furniture_.date_caption;
        if (words.empty()) return;
        float size = date_size();
        const float pad = px(12), wanted = writer_.width_of(words, TextClass::date, size),
                    most = width_ - 2 * margin_ - 2 * pad;
        if (wanted > most) size *= most / wanted;
        const auto box = take(FurnitureBlock::date, std::min(wanted, most) + 2 * pad, size * 1.42f);
        if (!box) return;
        add_panel(out_, writer_, *box);
        writer_.text(out_, words, TextClass::date, size, static_cast<float>(box->left) + pad,
                     static_cast<float>(box->top) + size * 1.05f);
    }

    /// The user's own words, up to eight lines.
    void caption() {
        if (furniture_.settings.caption.empty() || nominal_height() < 260) return;
        const float size = writer_.type(TextClass::subtitle), line = size * 1.4f, pad = px(11);
        const float room = std::min(width_ - 2 * margin_, std::max(px(300), width_ * 0.34f)) - 2 * pad;
        std::vector<std::string> lines;
        std::string_view rest = furniture_.settings.caption;
        constexpr std::size_t most = 8;
        while (!rest.empty() && lines.size() < most) {
            const std::string_view paragraph = rest.substr(0, rest.find('\n'));
            rest.remove_prefix(std::min(rest.size(), paragraph.size() + 1));
            for (std::string& each :
                 writer_.wrap(std::string(paragraph), TextClass::subtitle, size, room, most - lines.size()))
                lines.push_back(std::move(each));
        }
        const auto box = take(FurnitureBlock::caption, widest(lines, TextClass::subtitle, size) + 2 * pad,
                              pad * 1.2f + line * static_cast<float>(lines.size()));
        if (!box) return;
        add_panel(out_, writer_, *box);
        write(lines, TextClass::subtitle, size, line, static_cast<float>(box->left) + pad,
              static_cast<float>(box->top) + pad * 0.55f + size);
    }

    void scale_bar() {
        const double metres = round_scale_length(ground_, px(130));
        if (metres <= 0) return;
        const auto length = static_cast<float>(metres / ground_);
        // From below: margin, bar, gap, capitals, margin. Only the type is smaller on a small picture.
        const float size = writer_.type(TextClass::scale_bar), height = px(7 + 2.6f + 3.5f + 3) + size * 0.75f,
                    pad = px(8);
        const std::string north = north_text(view_);
        const std::string words = scale_text(metres) + (north.empty() ? "" : "   " + north);
        const float label = writer_.width_of(words, TextClass::scale_bar, size);
        const auto box = take(FurnitureBlock::scale_bar, std::max(length, label) + 2 * pad, height);
        if (!box) return;
        add_panel(out_, writer_, *box);
        const auto x = static_cast<float>(box->left);
        const float bar = static_cast<float>(box->bottom) - px(7), thick = std::max(2.0f, px(2.6f));
        // Two halves, dark and light, as printed maps have it.
        const Colour light = style_.panel.scale_light, dark = style_.panel.scale_dark;
        out_.strokes.push_back({x + pad, bar - thick, length, thick + px(1), 0, light, dark, std::max(1.0f, px(0.8f))});
        out_.strokes.push_back({x + pad, bar - thick, length / 2, thick + px(1), 0, dark, clear, 0});
        writer_.text(out_, words, TextClass::scale_bar, size, x + pad, bar - thick - px(3.5f));
    }

    /// Where the map lies: unless it was asked for, only on maps of a region and where it hides no event.
    void locator() {
        if (!scene_.basemap) return;
        const double side =
            std::clamp(0.2 * std::min(nominal_width(), nominal_height()), 90.0, 190.0) * writer_.ratio();
        const bool chosen = furniture_.settings.of(FurnitureBlock::locator) != FurniturePlace::usual;
        if (chosen) {
            out_.locator = take(FurnitureBlock::locator, side, side);
        } else if (nominal_width() >= 640 && nominal_height() >= 480 && locator_helps(view_)) {
            for (const FurniturePlace place : {FurniturePlace::bottom_left, FurniturePlace::top_left,
                                               FurniturePlace::top_right, FurniturePlace::bottom_right}) {
                const auto box = stack_.find(place, side, side);
                if (!box || hides_events(*box)) continue;
                out_.locator = box;
                stack_.add(*box);
                break;
            }
        }
        if (out_.locator) out_.blocks.push_back(*out_.locator);
    }

    bool hides_events(const PixelBox& box) const {
        return std::ranges::any_of(marks_.symbols, [&](const EventMark& mark) {
            const double r = mark.reach_px;
            return box.meets({mark.x_px - r, mark.y_px - r, mark.x_px + r, mark.y_px + r});
        });
    }

    const Scene& scene_;
    const Furniture& furniture_;
    const View& view_;
    const Style& style_;
    const EventMarks& marks_;
    double ground_;
    FontSet& fonts_;
    SheetWriter writer_;
    float width_, height_, margin_;
    BlockStack stack_{{}, 0};
    FurnitureLayout out_;
};

}  // namespace

std::string_view words_of(NamingPolicy policy) {
    switch (policy) {
        case NamingPolicy::source:
            return "as the articles write them";
        case NamingPolicy::en:
            return "English";
        case NamingPolicy::az:
            return "Azerbaijani";
        case NamingPolicy::hy:
            return "Armenian";
        case NamingPolicy::ru:
            return "Russian";
        case NamingPolicy::official_at_date:
            return "official at the date shown";
        case NamingPolicy::dual:
            return "both names";
    }
    return "";
}

std::string count_text(const EventSet& events, std::size_t shown) {
    const std::size_t all = events.total() - events.reports.folded();
    if (all + events.undated + events.unplaced == 0) return {};
    std::string words = fmt::format("{} of {} events shown", shown, all);
    if (events.filtered_out > 0) words += fmt::format(" · {} filtered out", events.filtered_out);
    if (!events.rejected.empty()) words += fmt::format(" · {} rejected", events.rejected.size());
    if (events.merged > 0) words += fmt::format(" · {} merged", events.merged);
    if (events.undated > 0) words += fmt::format(" · {} undated", events.undated);
    if (events.unplaced > 0) words += fmt::format(" · {} unplaced", events.unplaced);
    return words;
}

FurnitureLayout lay_out_furniture(const Scene& scene, const View& view, const Style& style, const EventMarks& marks,
                                  double ground, FontSet& fonts) {
    return FurnitureBuilder(scene, view, style, marks, ground, fonts).run();
}

}  // namespace chronomap
