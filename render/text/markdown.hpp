#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace chronomap {

/// Words of one look within a block.
struct MarkdownRun {
    std::string text;
    bool bold = false, italic = false;
    std::string address{};  ///< of a link; empty: it is none
    friend bool operator==(const MarkdownRun&, const MarkdownRun&) = default;
};

/// A paragraph, a heading or an item of a list.
struct MarkdownBlock {
    enum class Kind : std::uint8_t { paragraph, heading, item, rule } kind = Kind::paragraph;
    int level = 0;         ///< of a heading: 1 to 6; of a list item: how deep its list lies, from 1
    int quoted = 0;        ///< how many quotations it stands in
    std::string marker{};  ///< of an item: "•" or "3."; empty for what goes on below one
    std::vector<MarkdownRun> runs{};
    friend bool operator==(const MarkdownBlock&, const MarkdownBlock&) = default;
};

/// Reads CommonMark by md4c. Pictures give their description, HTML stands as it was written. Line breaks of the text
/// are blanks, hard ones "\n".
std::vector<MarkdownBlock> read_markdown(std::string_view text);

/// Its words without any look, blocks parted by blanks: for counting and searching.
std::string plain_text(const std::vector<MarkdownBlock>& blocks);

}  // namespace chronomap
