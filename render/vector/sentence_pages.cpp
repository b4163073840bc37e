#include "render/vector/sentence_pages.hpp"

#include <algorithm>
#include <cmath>

namespace chronomap {
namespace {

class SentenceLayout {
  public:
    SentenceLayout(const View& view, const Style& style, FontSet& fonts)
        : fonts_(fonts),
          ratio_(static_cast<float>(view.pixel_ratio)),
          width_(static_cast<float>(view.width_px)),
          height_(static_cast<float>(view.height_px)),
          margin_(std::min(px(56), 0.07f * std::min(width_, height_))),
          size_(std::min(px(13), height_ / 24)),
          ink_(style.of(TextClass::legend).colour),
          soft_(style.of(TextClass::legend_note).colour) {
        const float room = width_ - 2 * margin_, least = px(400);
        columns_ = static_cast<std::size_t>(std::max(1.0f, std::floor((room + gap()) / (least + gap()))));
        column_width_ = (room - gap() * static_cast<float>(columns_ - 1)) / static_cast<float>(columns_);
    }

    std::vector<SentencePage> run(const std::vector<SentenceEntry>& entries, const std::string& heading,
                                  const TextStyle& title) {
        pages_.emplace_back();
        const float size = std::min(px(title.size * 1.25f), height_ / 12);
        pages_[0].texts.push_back({item(heading, title.font, size, margin_, margin_ + size, title.colour)});
        top_ = y_ = margin_ + size * 1.3f + size_;
        for (std::size_t i = 0; i < entries.size(); ++i) add(i, entries[i]);
        return std::move(pages_);
    }

  private:
    float px(float nominal) const { return nominal * ratio_; }
    float gap() const { return px(40); }
    float line() const { return size_ * 1.4f; }

    static TextItem item(std::string words, FontRole role, float size, float x, float baseline, Colour colour) {
        TextItem text;
        text.text = std::move(words);
        text.role = role;
        text.size_px = size;
        text.x = x;
        text.baseline = baseline;
        text.colour = colour;
        return text;
    }
    float width_of(const std::string& words, FontRole role) { return fonts_.shape(words, role, size_).width; }

    void add(std::size_t index, const SentenceEntry& entry) {
        const auto most = static_cast<std::size_t>(std::max(3.0f, (height_ - margin_ - top_) / line() - 3));
        const auto head = fonts_.wrap(entry.place + ", " + entry.date, FontRole::bold, size_, column_width_, 2);
        const auto quote = entry.quote.empty()
                               ? std::vector<std::string>{}
                               : fonts_.wrap("“" + entry.quote + "”", FontRole::regular, size_, column_width_, most);
        const bool foot = !entry.article.empty() || !entry.map_pages.empty();
        const float height = line() * static_cast<float>(head.size() + quote.size() + (foot ? 1 : 0));
        if (y_ + height > height_ - margin_ && y_ > top_) next_column();
        SentencePage& page = pages_.back();
        const float x = margin_ + (column_width_ + gap()) * static_cast<float>(column_);
        page.targets.push_back({index, x, y_});
        const auto write = [&](const std::vector<std::string>& lines, FontRole role) {
            for (const std::string& words : lines) {
                page.texts.push_back({item(words, role, size_, x, y_ + size_, ink_)});
                y_ += line();
            }
        };
        write(head, FontRole::bold);
        write(quote, FontRole::regular);
        if (foot) {
            write_foot(page, entry, x);
            y_ += line();
        }
        y_ += size_ * 0.9f;
    }

    /// The article's title, then on which maps the event is.
    void write_foot(SentencePage& page, const SentenceEntry& entry, float x) {
        const float baseline = y_ + size_, end = x + column_width_;
        float at = x;
        if (!entry.article.empty()) {
            const float room = column_width_ * (entry.map_pages.empty() ? 1 : 0.7f);
            const auto lines = fonts_.wrap(entry.article, FontRole::italic, size_, room, 1);
            if (!lines.empty()) {
                page.texts.push_back({item(lines[0], FontRole::italic, size_, at, baseline, soft_)});
                at += width_of(lines[0], FontRole::italic) + size_;
            }
        }
        for (std::size_t i = 0; i < entry.map_pages.size(); ++i) {
            const std::string number = std::to_string(entry.map_pages[i]);
            const std::string before = i == 0 ? "p. " : ", ";
            const float width = width_of(before + number, FontRole::regular);
            if (at + width + width_of(" …", FontRole::regular) > end) {
                page.texts.push_back({item(" …", FontRole::regular, size_, at, baseline, soft_)});
                return;
            }
            page.texts.push_back({item(before, FontRole::regular, size_, at, baseline, soft_)});
            at += width_of(before, FontRole::regular);
            page.texts.push_back({item(number, FontRole::regular, size_, at, baseline, ink_), entry.map_pages[i]});
            at += width_of(number, FontRole::regular);
        }
    }

    void next_column() {
        if (++column_ == columns_) {
            column_ = 0;
            pages_.emplace_back();
            top_ = margin_;
        }
        y_ = top_;
    }

    FontSet& fonts_;
    float ratio_, width_, height_, margin_, size_, column_width_ = 0, top_ = 0, y_ = 0;
    Colour ink_, soft_;
    std::size_t columns_ = 1, column_ = 0;
    std::vector<SentencePage> pages_;
};

}  // namespace

std::vector<SentencePage> lay_out_sentences(const std::vector<SentenceEntry>& entries, const std::string& heading,
                                            const View& view, const Style& style, FontSet& fonts) {
    return SentenceLayout(view, style, fonts).run(entries, heading, style.of(TextClass::title));
}

}  // namespace chronomap
