#include "app/panels/text_layout.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "geo/text/graphemes.hpp"

namespace chronomap {

namespace {

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
}

/// Lays words one after the other and opens a new line when one does not fit.
class LineBreaker {
  public:
    LineBreaker(std::string_view text, float width, const MeasureText& measure)
        : text_(text), width_(width), measure_(measure), blank_(measure(" ")) {}

    void word(std::uint32_t begin, std::uint32_t end) {
        const float wide = measure_(text_.substr(begin, end - begin));
        if (!line_.empty() && used_ + blank_ + wide > width_) finish();
        if (line_.empty() && wide > width_) {
            split(begin, end);
            return;
        }
        used_ += wide + (line_.empty() ? 0 : blank_);
        if (line_.empty()) line_.begin = begin;
        line_.end = end;
    }
    void finish() {
        if (!line_.empty()) lines_.push_back(line_);
        line_ = {};
        used_ = 0;
    }
    std::vector<TextRange> take() { return std::exchange(lines_, {}); }

  private:
    void split(std::uint32_t begin, std::uint32_t end) {
        line_ = {begin, begin};
        std::uint32_t at = begin;
        for (const std::uint32_t cluster : grapheme_ends(text_.substr(begin, end - begin))) {
            const std::uint32_t next = begin + cluster;
            const float wide = measure_(text_.substr(at, next - at));
            if (!line_.empty() && used_ + wide > width_) {
                finish();
                line_ = {at, at};
            }
            used_ += wide;
            line_.end = next;
            at = next;
        }
    }

    std::string_view text_;
    float width_;
    const MeasureText& measure_;
    float blank_;
    TextRange line_;
    float used_ = 0;
    std::vector<TextRange> lines_;
};

}  // namespace

std::uint32_t sequence_length(char lead) {
    const auto byte = static_cast<unsigned char>(lead);
    return byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
}

std::size_t TextLayout::line_of(std::uint32_t position) const {
    const auto found =
        std::ranges::upper_bound(lines, position, {}, [](const TextLine& line) { return line.range.end; });
    return static_cast<std::size_t>(found - lines.begin());
}

bool is_hard_wrapped(std::string_view text) {
    std::size_t near_width = 0;
    std::size_t inner = 0;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
        // The last line of a paragraph may be short; only lines with another one below are judged.
        if (text.empty() || text.front() == '\n' || text.front() == '\r' || line.empty()) continue;
        ++inner;
        if (line.size() >= 55 && line.size() <= 130) ++near_width;
    }
    return inner >= 4 && near_width * 10 >= inner * 8;
}

TextLayout layout_text(std::string_view text, const TextColumn& column, const MeasureText& measure,
                       std::uint32_t begin) {
    const bool join_lines = is_hard_wrapped(text);
    TextLayout layout;
    LineBreaker breaker(text, column.width, measure);
    float y = 0;
    const auto flush = [&] {
        breaker.finish();
        for (const TextRange& range : breaker.take()) {
            layout.lines.push_back({range, y});
            y += column.line_height;
        }
    };
    const auto size = static_cast<std::uint32_t>(text.size());
    for (std::uint32_t at = begin; at < size;) {
        if (text[at] == '\n') {
            std::uint32_t breaks = 0;
            while (at < size && (text[at] == '\n' || is_blank(text[at]))) breaks += text[at++] == '\n' ? 1 : 0;
            if (breaks == 1 && join_lines) continue;
            flush();
            if (!layout.lines.empty()) y += breaks > 1 || !join_lines ? column.paragraph_gap : 0;
        } else if (is_blank(text[at])) {
            ++at;
        } else {
            const std::uint32_t word = at;
            while (at < size && text[at] != '\n' && !is_blank(text[at])) ++at;
            breaker.word(word, at);
        }
    }
    flush();
    layout.height = y;
    return layout;
}

ShortLayout layout_short(std::string_view text, float width, std::size_t max_lines, const MeasureText& measure) {
    LineBreaker breaker(text, width, measure);
    ShortLayout result;
    const auto size = static_cast<std::uint32_t>(text.size());
    // No more is read than can be shown: a quote may be long and is laid out in each frame.
    for (std::uint32_t at = 0; at < size && result.lines.size() <= max_lines;) {
        if (text[at] == '\n' || is_blank(text[at])) {
            ++at;
            continue;
        }
        const std::uint32_t begin = at;
        while (at < size && text[at] != '\n' && !is_blank(text[at])) ++at;
        breaker.word(begin, at);
        for (const TextRange& line : breaker.take()) result.lines.push_back(line);
    }
    breaker.finish();
    for (const TextRange& line : breaker.take()) result.lines.push_back(line);
    if (result.lines.size() > max_lines) {
        result.lines.resize(max_lines);
        result.cut = true;
    }
    return result;
}

std::string elided(std::string_view text, float width, const MeasureText& measure) {
    if (measure(text) <= width) return std::string(text);
    const float room = width - measure("…");
    std::size_t end = 0;
    float used = 0;
    for (const std::uint32_t next : grapheme_ends(text)) {
        const float wide = measure(text.substr(end, next - end));
        if (used + wide > room) break;
        used += wide;
        end = next;
    }
    while (end > 0 && is_blank(text[end - 1])) --end;
    return std::string(text.substr(0, end)) + "…";
}

}  // namespace chronomap
