#include "app/panels/article_page.hpp"

#include <algorithm>

#include "app/state/reading.hpp"

namespace chronomap {

std::uint32_t end_of_title(const Article& article) {
    if (article.title.empty()) return 0;
    const std::size_t first = article.text.find_first_not_of(" \t\r\n#");
    if (first == std::string::npos || article.text.compare(first, article.title.size(), article.title) != 0) return 0;
    const std::size_t end = first + article.title.size();
    const bool whole_line = end < article.text.size() && (article.text[end] == '\n' || article.text[end] == '\r');
    return whole_line ? static_cast<std::uint32_t>(end) : 0;
}

std::vector<std::uint32_t> parts_of(std::string_view text, std::uint32_t begin, std::uint32_t part_bytes) {
    const auto size = static_cast<std::uint32_t>(text.size());
    std::vector<std::uint32_t> parts{begin};
    // The last part may be half as long again: better than one of a few lines.
    while (size - parts.back() > part_bytes + part_bytes / 2) {
        const std::uint32_t from = parts.back() + part_bytes / 2, wanted = parts.back() + part_bytes;
        std::size_t cut = std::string_view::npos;
        for (const std::string_view end : {"\n\n", "\n", " "}) {
            cut = text.substr(from, wanted - from).rfind(end);
            if (cut != std::string_view::npos) {
                cut += from + end.size();
                break;
            }
        }
        if (cut == std::string_view::npos) {
            cut = wanted;
            while (cut < size && (static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80U) ++cut;
        }
        parts.push_back(static_cast<std::uint32_t>(cut));
    }
    parts.push_back(size);
    return parts;
}

void ArticlePage::open(const ExtractionPtr& extraction) {
    constexpr std::uint32_t part_bytes = 1 << 20;
    if (of == extraction) return;
    of = extraction;
    layout = {};
    width = 0;
    part = 0;
    parts = parts_of(extraction->article.text, end_of_title(extraction->article), part_bytes);
    marks = marks_of(*extraction);
    longest_mark = 0;
    for (const ArticleMark& mark : marks) longest_mark = std::max(longest_mark, mark.range.size());
    sought.clear();
    found.clear();
    hovered_byte.reset();
    pinned.reset();
}

void ArticlePage::lay_out(const TextColumn& column, float font_px, const MeasureText& measure) {
    if (width == column.width && text_px == font_px) return;
    width = column.width;
    text_px = font_px;
    layout = layout_text(std::string_view(of->article.text).substr(0, parts[part + 1]), column, measure, parts[part]);
}

void ArticlePage::show_part(std::size_t number) {
    if (number == part || number + 1 >= parts.size()) return;
    part = number;
    width = 0;
}

std::size_t ArticlePage::part_of(std::uint32_t position) const {
    const auto after = std::ranges::upper_bound(parts, position);
    const auto number = static_cast<std::size_t>(after - parts.begin());
    return std::clamp<std::size_t>(number, 1, parts.size() - 1) - 1;
}

void ArticlePage::find(const std::string& words) {
    if (words == sought) return;
    sought = words;
    found = of ? find_words(of->article.text, words) : std::vector<TextRange>{};
}

std::pair<std::size_t, std::size_t> ArticlePage::marks_near(const TextRange& range) const {
    const std::uint32_t from = range.begin > longest_mark ? range.begin - longest_mark : 0;
    const auto begin_of = [](const ArticleMark& mark) { return mark.range.begin; };
    const auto first = std::ranges::lower_bound(marks, from, {}, begin_of);
    const auto last = std::ranges::lower_bound(marks, range.end, {}, begin_of);
    return {static_cast<std::size_t>(first - marks.begin()), static_cast<std::size_t>(last - marks.begin())};
}

const ArticleMark* ArticlePage::mark_at(std::uint32_t position) const {
    const auto [first, last] = marks_near({position, position + 1});
    const ArticleMark* innermost = nullptr;
    for (std::size_t i = first; i < last; ++i) {
        const TextRange& range = marks[i].range;
        if (range.begin > position || position >= range.end) continue;
        if (innermost == nullptr || range.size() < innermost->range.size()) innermost = &marks[i];
    }
    return innermost;
}

}  // namespace chronomap
