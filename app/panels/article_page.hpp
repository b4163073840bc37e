#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/panels/article_marks.hpp"
#include "app/panels/text_layout.hpp"
#include "geo/events/event_set.hpp"

namespace chronomap {

/// What the article panel keeps from frame to frame: the text laid out for a width, its marks, where words were found.
/// A long text is laid out and shown in parts, so that a book opens as quickly as a dispatch.
struct ArticlePage {
    ExtractionPtr of;  ///< what was laid out; null: nothing
    float width = 0, text_px = 0;
    std::vector<std::uint32_t> parts;  ///< bytes where the parts begin, and the text's end
    std::size_t part = 0;
    TextLayout layout;               ///< of the part
    std::vector<ArticleMark> marks;  ///< of the whole text
    std::uint32_t longest_mark = 0;  ///< bytes

    std::string sought;            ///< words that `found` was found for
    std::vector<TextRange> found;  ///< in the whole text

    // What the panel has done already.
    std::uint32_t revealed = 0, scrolled = 0, find_seen = 0;
    std::string typed;     ///< into the field for finding
    bool finding = false;  ///< that field has the keys
    std::string typed_article;

    // The sentence under the mouse.
    EventSetPtr hovered_in;
    std::optional<std::uint32_t> hovered_byte;
    std::vector<EventIndex> hovered_events;

    std::optional<ArticleMark> pinned;  ///< whose card stays open

    /// Takes up an article; nothing happens when it has it already.
    void open(const ExtractionPtr& extraction);
    /// Lays the part out for a column if that was not done yet. `font_px` tells when the same column has other letters.
    void lay_out(const TextColumn& column, float font_px, const MeasureText& measure);
    /// Shows another part; lay_out is to be called after it.
    void show_part(std::size_t number);
    std::size_t part_of(std::uint32_t position) const;
    /// Finds `words` anew if they changed.
    void find(const std::string& words);
    /// The marks that overlap `range`, as a range of indices [first, last) to look at; some of these may not.
    std::pair<std::size_t, std::size_t> marks_near(const TextRange& range) const;
    /// The innermost mark that has a byte; null: none.
    const ArticleMark* mark_at(std::uint32_t position) const;
};

/// Where a text may be cut into parts of about `part_bytes`: at ends of paragraphs, else of lines or words.
std::vector<std::uint32_t> parts_of(std::string_view text, std::uint32_t begin, std::uint32_t part_bytes);

/// Where the text goes on after a first line that is the title, which stands above the page already.
std::uint32_t end_of_title(const Article& article);

}  // namespace chronomap
