#include "app/panels/soft_wrap.hpp"

#include <algorithm>

namespace chronomap {

namespace {

constexpr std::string_view soft_blank = soft_break.substr(0, soft_break.size() - 1);

/// Where byte `at` of the text stands in what is shown; soft breaks are longer than their blank.
std::size_t shown_position(std::string_view shown, std::size_t at) {
    std::size_t place = 0;
    for (std::size_t passed = 0; passed < at && place < shown.size(); ++passed)
        place += shown.substr(place).starts_with(soft_break) ? soft_break.size() : 1;
    return place;
}

}  // namespace

std::string soft_wrapped(std::string_view text, float width_px, const MeasureText& measure) {
    std::string shown;
    std::size_t line = 0;  // where the line begins in `text`
    std::size_t blank = std::string_view::npos;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        const bool ends = i == text.size() || text[i] == '\n';
        if (!ends && text[i] != ' ') continue;
        // One word more: does the line still hold it?
        while (blank != std::string_view::npos && measure(text.substr(line, i - line)) > width_px) {
            shown.append(text.substr(line, blank - line)).append(soft_break);
            line = blank + 1;
            blank = std::string_view::npos;
        }
        if (!ends) {
            blank = i;
            continue;
        }
        shown.append(text.substr(line, i - line));
        if (i < text.size()) shown += '\n';
        line = i + 1;
        blank = std::string_view::npos;
    }
    return shown;
}

std::string unwrapped(std::string_view shown) {
    std::string text;
    while (true) {
        const std::size_t at = shown.find(soft_break);
        text.append(shown.substr(0, at));
        if (at == std::string_view::npos) return text;
        text += ' ';
        shown.remove_prefix(at + soft_break.size());
    }
}

Rewrapped rewrapped(std::string_view shown, std::size_t cursor, float width_px, const MeasureText& measure) {
    cursor = std::min(cursor, shown.size());
    const std::string_view left = shown.substr(0, cursor), right = shown.substr(cursor);
    // The cursor at the end of a line stands inside of its soft break.
    const bool inside = left.ends_with(soft_blank) && right.starts_with('\n');
    std::string before = unwrapped(inside ? left.substr(0, left.size() - soft_blank.size()) : left);
    const std::string after = inside ? " " + unwrapped(right.substr(1)) : unwrapped(right);
    // Backspace at the begin of a line took the line break only.
    if (before.ends_with(soft_blank)) before.resize(before.size() - soft_blank.size());
    Rewrapped out;
    out.shown = soft_wrapped(before + after, width_px, measure);
    out.cursor = shown_position(out.shown, before.size());
    return out;
}

}  // namespace chronomap
