#include "render/vector/index_pages.hpp"

#include <algorithm>
#include <cmath>

namespace chronomap {
namespace {

class IndexLayout {
  public:
    IndexLayout(const View& view, const Style& style, FontSet& fonts)
        : style_(style),
          fonts_(fonts),
          ratio_(static_cast<float>(view.pixel_ratio)),
          width_(static_cast<float>(view.width_px)),
          height_(static_cast<float>(view.height_px)),
          margin_(std::min(px(56), 0.07f * std::min(width_, height_))),
          size_(std::min(px(13), height_ / 24)) {}

    std::vector<IndexPage> run(const std::string& title, const std::string& subtitle,
                               const std::vector<std::string>& titles) {
        const float top = heading(title, subtitle);
        // Few titles are set larger.
        while (size_ < px(20) && static_cast<float>(titles.size()) * (size_ + px(1)) * line < height_ - margin_ - top)
            size_ += px(1);
        line_ = size_ * line;
        const float least_column = px(330), gap = px(40), room = width_ - 2 * margin_;
        const auto rows_below = [&](float y) {
            return static_cast<std::size_t>(std::max(1.0f, std::floor((height_ - margin_ - y) / line_)));
        };
        const std::size_t first_rows = rows_below(top), rows = rows_below(margin_);
        // As few columns as hold all titles on the first page, so that they are wide.
        const auto most = static_cast<std::size_t>(std::max(1.0f, std::floor((room + gap) / (least_column + gap))));
        const std::size_t columns = std::clamp((titles.size() + first_rows - 1) / first_rows, std::size_t{1}, most);
        const float column_width = (room - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
        const std::size_t on_first = first_rows * columns, on_others = rows * columns;
        const std::size_t more = titles.size() > on_first ? titles.size() - on_first : 0;
        const std::size_t index_pages = 1 + (more + on_others - 1) / on_others;
        for (std::size_t map = 0; map < titles.size(); ++map) {
            const bool first = map < on_first;
            const std::size_t page = first ? 0 : 1 + (map - on_first) / on_others;
            const std::size_t place = first ? map : (map - on_first) % on_others;
            const std::size_t per_column = first ? first_rows : rows;
            while (pages_.size() <= page) pages_.emplace_back();
            const float x = margin_ + (column_width + gap) * static_cast<float>(place / per_column);
            const float y = (first ? top : margin_) + line_ * static_cast<float>(place % per_column);
            pages_[page].entries.push_back(
                entry(map, titles[map], index_pages + 1 + map, x, y, std::min(column_width, 56 * size_)));
        }
        return std::move(pages_);
    }

  private:
    static constexpr float line = 1.9f;  ///< distance of lines, in sizes
    float px(float nominal) const { return nominal * ratio_; }

    TextItem text(std::string words, FontRole role, float size, float x, float baseline, Colour colour) const {
        TextItem item;
        item.text = std::move(words);
        item.role = role;
        item.size_px = size;
        item.x = x;
        item.baseline = baseline;
        item.colour = colour;
        return item;
    }

    /// Where the entries begin.
    float heading(const std::string& title, const std::string& subtitle) {
        pages_.emplace_back();
        const TextStyle &look = style_.of(TextClass::title), &small = style_.of(TextClass::subtitle);
        float y = margin_;
        const float size = std::min(px(look.size * 1.25f), height_ / 12), small_size = std::min(px(small.size), size_);
        if (!title.empty())
            for (const std::string& each : fonts_.wrap(title, look.font, size, width_ - 2 * margin_, 4)) {
                pages_[0].heading.push_back(text(each, look.font, size, margin_, y + size, look.colour));
                y += size * 1.3f;
            }
        if (!subtitle.empty())
            for (const std::string& each : fonts_.wrap(subtitle, small.font, small_size, width_ - 2 * margin_, 4)) {
                pages_[0].heading.push_back(text(each, small.font, small_size, margin_, y + small_size, small.colour));
                y += small_size * 1.4f;
            }
        return y > margin_ ? y + size_ * 1.3f : y;
    }

    IndexEntry entry(std::size_t map, const std::string& title, std::size_t page, float x, float y, float width) {
        const Colour ink = style_.of(TextClass::legend).colour, soft = style_.of(TextClass::legend_note).colour;
        const std::string number = std::to_string(page);
        const float number_width = fonts_.shape(number, FontRole::regular, size_).width;
        const float baseline = y + size_, room = width - number_width - 2 * size_;
        IndexEntry entry;
        entry.map = map;
        entry.box = {x, y, x + width, y + line_ * 0.95};
        const auto lines = fonts_.wrap(title, FontRole::regular, size_, room, 1);
        const std::string words = lines.empty() ? "" : lines.front();
        if (!words.empty()) entry.texts.push_back(text(words, FontRole::regular, size_, x, baseline, ink));
        entry.texts.push_back(text(number, FontRole::regular, size_, x + width - number_width, baseline, ink));
        leader(entry, x + fonts_.shape(words, FontRole::regular, size_).width + size_ * 0.6f,
               x + width - number_width - size_ * 0.6f, baseline, soft);
        return entry;
    }

    /// Dots that lead the eye, below each other from line to line.
    void leader(IndexEntry& entry, float from, float to, float baseline, Colour colour) {
        const float dot = 1.1f * ratio_, step = size_ * 0.5f, first = std::ceil(from / step) * step;
        if (to - first < 2 * step) return;
        const double y = baseline - dot / 2;
        entry.leader.move_to({first, y});
        entry.leader.line_to({to, y});
        entry.leader_stroke = {colour, dot, {dot, step - dot, 0, 0}};
    }

    const Style& style_;
    FontSet& fonts_;
    float ratio_, width_, height_, margin_, size_, line_ = 0;
    std::vector<IndexPage> pages_;
};

}  // namespace

std::vector<IndexPage> lay_out_index(const std::string& title, const std::string& subtitle,
                                     const std::vector<std::string>& titles, const View& view, const Style& style,
                                     FontSet& fonts) {
    return IndexLayout(view, style, fonts).run(title, subtitle, titles);
}

}  // namespace chronomap
