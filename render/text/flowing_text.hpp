#pragma once

#include <string>
#include <vector>

#include "render/scene/style.hpp"
#include "render/text/markdown.hpp"
#include "render/text/text_item.hpp"

namespace chronomap {

/// How words of several looks are set in one column. Device pixels.
struct FlowFace {
    FontRole regular = FontRole::regular, bold = FontRole::bold, italic = FontRole::italic;
    float size_px = 16;
    Colour colour;
    /// From baseline to baseline.
    float leading() const { return size_px * 1.36f; }
};

/// Words of one look on a line.
struct FlowPiece {
    std::string text;
    FontRole role = FontRole::regular;
    float width = 0;
};

/// A line, its pieces in the order in which they are read.
struct FlowLine {
    std::vector<FlowPiece> pieces;
    bool right_to_left = false;
    /// Appends its texts to `items` in a column [left, left + width], from the side where its reading begins.
    void place(std::vector<TextItem>& items, const FlowFace& face, float left, float width, float baseline) const;
};

/// Breaks runs into lines at blanks and line breaks; a word longer than a line is broken anywhere. Each line has the
/// direction of the runs' first letter that has one.
std::vector<FlowLine> break_lines(const std::vector<MarkdownRun>& runs, const FlowFace& face, float width_px,
                                  FontSet& fonts);

}  // namespace chronomap
