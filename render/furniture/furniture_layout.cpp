#include "render/furniture/furniture_layout.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "render/furniture/credits.hpp"
#include "render/furniture/legend_key.hpp"
#include "render/furniture/legend_rows.hpp"
#include "render/scene/layer_marks.hpp"

namespace chronomap {
namespace {

constexpr Colour clear{0, 0, 0, 0};

class FurnitureBuilder {
  public:
    FurnitureBuilder(const Scene& scene, const View& view, const Style& style, const EventMarks& marks, double ground,
                     FontSet& fonts)
        : scene_(scene),
          view_(view),
          style_(style),
          marks_(marks),
          ground_(ground),
          fonts_(fonts),
          ratio_(static_cast<float>(view.pixel_ratio)),
          width_(static_cast<float>(view.width_px)),
          height_(static_cast<float>(view.height_px)),
          margin_((nominal_width() < 500 ? 8.0f : 16.0f) * ratio_) {}

    FurnitureLayout run() {
        strip_top_ = height_;
        if (scene_.furniture.sources_line) sources();
        if (!scene_.furniture.credits_only) {
            title();
            date();
        }
        if (scene_.furniture.scale_bar && nominal_height() >= 200 && nominal_width() >= 260) scale_bar();
        if (scene_.furniture.legend && !scene_.furniture.credits_only) legend();
        return std::move(out_);
    }

  private:
    float nominal_width() const { return width_ / ratio_; }
    float nominal_height() const { return height_ / ratio_; }
    float px(float nominal) const { return nominal * ratio_; }
    /// Type a little smaller on a small picture.
    float type(float nominal) const { return px(nominal * std::clamp(nominal_width() / 900, 0.72f, 1.0f)); }

    const TextStyle& look(TextClass text) const { return style_.of(text); }
    float type(TextClass text) const { return type(look(text).size); }
    /// A class at a size that may differ from its own; the spacing keeps its share of it.
    TextFace face(TextClass text, float size) const {
        return {look(text).font, size, look(text).spacing * size / look(text).size};
    }

    void text(const std::string& words, TextClass as, float size, float x, float baseline) {
        const TextStyle& style = look(as);
        out_.texts.push_back({words, style.font, size, face(as, size).letter_spacing_px, x, baseline, style.colour,
                              style.halo, px(style.halo_width)});
    }
    float width_of(const std::string& words, TextClass as, float size) {
        return fonts_.shape(words, look(as).font, size, face(as, size).letter_spacing_px).width;
    }
    std::vector<std::string> wrap(const std::string& words, TextClass as, float size, float width, std::size_t most) {
        return fonts_.wrap(words, look(as).font, size, width, most, face(as, size).letter_spacing_px);
    }

    void panel(float x, float y, float width, float height) {
        out_.panels.push_back({x, y, width, height, px(style_.panel.radius), style_.panel.fill, style_.panel.edge,
                               std::max(1.0f, px(style_.panel.edge_width))});
        block(x, y, width, height);
    }
    void block(float x, float y, float width, float height) { out_.blocks.push_back({x, y, x + width, y + height}); }

    // ------------------------------------------------------------------ parts

    /// Along the bottom: whose names are on the map, and sources; never left out.
    void sources() {
        std::string words = map_sources(scene_, view_);
        if (words.empty()) words = "Map: chronomap";
        // First, where nothing is cut.
        words = "Names: " + std::string(words_of(scene_.naming)) + " · " + words;
        const float size = type(TextClass::sources), line = size * 1.35f, room = width_ - 2 * margin_;
        const auto most = static_cast<std::size_t>(std::max(2.0f, height_ * 0.3f / line));
        const std::vector<std::string> lines =
            wrap_credits(fonts_, words, face(TextClass::sources, size), room, nominal_height() < 300 ? 1 : 2, most);
        strip_top_ = height_ - line * static_cast<float>(lines.size()) - px(5);
        out_.panels.push_back(
            {-px(2), strip_top_, width_ + px(4), height_ - strip_top_ + px(4), 0, style_.panel.sources, clear, 0});
        block(0, strip_top_, width_, height_ - strip_top_);
        float baseline = strip_top_ + px(2) + size;
        for (const std::string& each : lines) {
            text(each, TextClass::sources, size, margin_, baseline);
            baseline += line;
        }
    }

    /// A long date is set smaller, so that a title has room beside it.
    float date_size() {
        const float full = type(TextClass::date),
                    width = width_of(scene_.furniture.date_caption, TextClass::date, full);
        return full * std::clamp(width_ * 0.36f / std::max(width, 1.0f), 0.62f, 1.0f);
    }

    /// Top left: what the map is of.
    void title() {
        const Furniture& furniture = scene_.furniture;
        if (furniture.title.empty() && furniture.subtitle.empty()) return;
        const float date_width =
            furniture.date_caption.empty()
                ? 0
                : width_of(furniture.date_caption, TextClass::date, date_size()) + px(24) + margin_;
        const bool beside = nominal_width() >= 560 && width_ - 2 * margin_ - date_width > width_ * 0.42f;
        const float room = beside ? std::min(width_ * 0.58f, width_ - 2 * margin_ - date_width) : width_ - 2 * margin_;
        const float pad = px(11);
        // A long title is set smaller, on more lines, before it is cut.
        float size = type(TextClass::title);
        std::vector<std::string> lines;
        for (const auto& [share, most] : {std::pair{1.0f, 2u}, {0.8f, 2u}, {0.8f, 3u}, {0.66f, 4u}, {0.55f, 5u}}) {
            size = type(TextClass::title) * share;
            lines = wrap(furniture.title, TextClass::title, size, room - 2 * pad, most);
            if (!is_cut(lines, furniture.title)) break;
        }
        const float line = size * 1.22f, small = type(TextClass::subtitle);
        const bool with_subtitle = !furniture.subtitle.empty() && nominal_height() >= 300;
        const std::vector<std::string> under =
            with_subtitle ? wrap(furniture.subtitle, TextClass::subtitle, small, room - 2 * pad, 2)
                          : std::vector<std::string>{};
        float widest = 0;
        for (const std::string& each : lines) widest = std::max(widest, width_of(each, TextClass::title, size));
        for (const std::string& each : under) widest = std::max(widest, width_of(each, TextClass::subtitle, small));
        const float height =
            pad * 1.5f + line * static_cast<float>(lines.size()) + small * 1.4f * static_cast<float>(under.size());
        panel(margin_, margin_, widest + 2 * pad, height);
        float baseline = margin_ + pad * 0.6f + size;
        for (const std::string& each : lines) {
            text(each, TextClass::title, size, margin_ + pad, baseline);
            baseline += line;
        }
        baseline += small * 1.35f - line + size * 0.25f;
        for (const std::string& each : under) {
            text(each, TextClass::subtitle, small, margin_ + pad, baseline);
            baseline += small * 1.4f;
        }
        title_bottom_ = margin_ + height;
        title_right_ = margin_ + widest + 2 * pad;
    }

    /// Top right, or below the title where there is no room: when.
    void date() {
        const std::string& caption = scene_.furniture.date_caption;
        if (caption.empty()) return;
        float size = date_size();
        const float pad = px(12);
        const float words = width_of(caption, TextClass::date, size);
        const float most = width_ - 2 * margin_ - 2 * pad;
        if (words > most) size *= most / words;
        const float width = std::min(words, most) + 2 * pad, height = size * 1.42f;
        float x = width_ - margin_ - width, y = margin_;
        if (title_right_ > 0 && x < title_right_ + px(8)) {
            x = margin_;
            y = title_bottom_ + px(6);
        }
        panel(x, y, width, height);
        text(caption, TextClass::date, size, x + pad, y + size * 1.05f);
        date_bottom_ = y + height;
        date_left_ = x;
    }

    void scale_bar() {
        const double metres = round_scale_length(ground_, px(130));
        if (metres <= 0) return;
        const auto length = static_cast<float>(metres / ground_);
        // From below: margin, bar, gap, capitals, margin. Only the type is smaller on a small picture.
        const float size = type(TextClass::scale_bar), height = px(7 + 2.6f + 3.5f + 3) + size * 0.75f, pad = px(8);
        const std::string north = north_text(view_);
        const std::string words = scale_text(metres) + (north.empty() ? "" : "   " + north);
        const float label = width_of(words, TextClass::scale_bar, size), width = std::max(length, label) + 2 * pad;
        const float x = margin_, y = strip_top_ - px(7) - height;
        if (y < std::max(title_bottom_, date_bottom_) + px(4)) return;
        panel(x, y, width, height);
        const float bar = y + height - px(7), thick = std::max(2.0f, px(2.6f));
        // Two halves, dark and light, as printed maps have it.
        const Colour light = style_.panel.scale_light, dark = style_.panel.scale_dark;
        out_.strokes.push_back({x + pad, bar - thick, length, thick + px(1), 0, light, dark, std::max(1.0f, px(0.8f))});
        out_.strokes.push_back({x + pad, bar - thick, length / 2, thick + px(1), 0, dark, clear, 0});
        text(words, TextClass::scale_bar, size, x + pad, bar - thick - px(3.5f));
        scale_right_ = x + width;
    }

    /// Bottom right: what the symbols mean and how many events there are.
    void legend() {
        if (!scene_.events || nominal_height() < 380 || nominal_width() < 520) return;
        std::vector<LegendRow> list = legend_rows(scene_, view_, style_, marks_);
        std::size_t shown = 0;
        for (const auto* marks : {&marks_.symbols, &marks_.shapes})
            for (const EventMark& mark : *marks) shown += mark.events.size();
        const float size = type(TextClass::legend), small = type(TextClass::legend_note), line = size * 1.62f,
                    pad = px(11), key = px(26);
        const std::string counted = count_text(*scene_.events, shown);
        const float top_limit = std::max(date_bottom_, title_bottom_) + px(10);
        const float bottom = strip_top_ - px(7);
        const auto height_of = [&](std::size_t count) {
            return pad * 1.6f + line * static_cast<float>(count) + small * 1.75f;
        };
        std::size_t most = list.size();
        while (most > 0 && bottom - height_of(most) < top_limit) --most;
        if (most == 0 && bottom - height_of(0) < top_limit) return;
        list = shortened(std::move(list), most);
        float widest = 0;
        for (const LegendRow& row : list)
            widest = std::max(widest,
                              key + width_of(row.words, words_as(row), size) +
                                  (row.count.empty() ? 0 : px(16) + width_of(row.count, TextClass::legend_note, size)));
        const float limit = width_ * 0.42f;
        const std::string note = wrap(counted, TextClass::legend_note, small, limit, 1).front();
        widest = std::max(widest, width_of(note, TextClass::legend_note, small));
        const float width = widest + 2 * pad, height = height_of(list.size());
        const float x = width_ - margin_ - width, y = bottom - height;
        if (scale_right_ > 0 && x < scale_right_ + px(6)) return;
        panel(x, y, width, height);
        float baseline = y + pad * 0.7f + size;
        for (const LegendRow& row : list) {
            add_legend_key(out_, style_, ratio_, row, {x + pad + px(9), baseline - size * 0.34f});
            text(row.words, words_as(row), size, x + pad + key, baseline);
            if (!row.count.empty())
                text(row.count, TextClass::legend_note, size,
                     x + width - pad - width_of(row.count, TextClass::legend_note, size), baseline);
            baseline += line;
        }
        baseline += small * 0.2f - line + small * 1.75f;
        text(note, TextClass::legend_note, small, x + pad, baseline);
    }

    /// Rows that explain a look are quieter than those that count events.
    static TextClass words_as(const LegendRow& row) {
        return row.count.empty() ? TextClass::legend_note : TextClass::legend;
    }

    const Scene& scene_;
    const View& view_;
    const Style& style_;
    const EventMarks& marks_;
    double ground_;
    FontSet& fonts_;
    float ratio_, width_, height_, margin_;
    float strip_top_ = 0, title_bottom_ = 0, title_right_ = 0, date_bottom_ = 0, date_left_ = 0, scale_right_ = 0;
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
    std::string words = fmt::format("{} of {} events shown", shown, events.events.size());
    if (events.undated > 0) words += fmt::format(" · {} undated", events.undated);
    if (events.unplaced > 0) words += fmt::format(" · {} unplaced", events.unplaced);
    return words;
}

FurnitureLayout lay_out_furniture(const Scene& scene, const View& view, const Style& style, const EventMarks& marks,
                                  double ground, FontSet& fonts) {
    return FurnitureBuilder(scene, view, style, marks, ground, fonts).run();
}

}  // namespace chronomap
