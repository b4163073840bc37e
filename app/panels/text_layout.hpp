#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "geo/text/text_range.hpp"

namespace chronomap {

/// Width in pixels of a run of text.
using MeasureText = std::function<float(std::string_view)>;

/// One line on the page: bytes of the text (without the blanks at its end) and its upper edge.
struct TextLine {
    TextRange range;
    float y = 0;
};

/// A text broken into lines for a column.
struct TextLayout {
    std::vector<TextLine> lines;
    float height = 0;

    /// The line that holds byte `position`, or the nearest one after it; lines.size() when there is none.
    std::size_t line_of(std::uint32_t position) const;
};

struct TextColumn {
    float width = 400;
    float line_height = 24;
    float paragraph_gap = 10;  ///< beside the line height, where the text has an empty line
};

/// Breaks `text` at blanks; words longer than the column between two letters, never
/// between a letter and its marks. A line break of the text is kept, unless the
/// text is wrapped by hand (most of its lines end near one width): then it is a blank.
/// Begins at byte `begin`; ranges count from the begin of `text` all the same.
TextLayout layout_text(std::string_view text, const TextColumn& column, const MeasureText& measure,
                       std::uint32_t begin = 0);

/// True when single line breaks of `text` look like the work of a typewriter: not ends of paragraphs.
bool is_hard_wrapped(std::string_view text);

/// The first `max_lines` lines of a short text; `cut` tells whether there was more.
struct ShortLayout {
    std::vector<TextRange> lines;
    bool cut = false;
};
ShortLayout layout_short(std::string_view text, float width, std::size_t max_lines, const MeasureText& measure);

/// `text`, or as much of its begin as fits with "…" at the end.
std::string elided(std::string_view text, float width, const MeasureText& measure);

/// Bytes of the UTF-8 sequence that begins with `lead`; 1 for anything odd.
std::uint32_t sequence_length(char lead);

}  // namespace chronomap
