#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "render/text/font_set.hpp"

namespace chronomap {

/// A point of a line that text follows. Device pixels, y down.
struct PathPoint {
    float x = 0, y = 0;
    friend bool operator==(const PathPoint&, const PathPoint&) = default;
};
using TextPath = std::vector<PathPoint>;

/// Where a glyph of a text along a line has its origin, and how far it is turned: radians, clockwise on the screen.
struct TurnedGlyph {
    float x = 0, y = 0, angle = 0;
};

/// The glyphs of `text` set along `path` from its first point, one for each of text.glyphs. Letters are turned whole:
/// the glyphs of one cluster (a letter with its marks, a ligature) keep their places to each other. Text longer than
/// the path goes straight on. The path has two or more points.
std::vector<TurnedGlyph> glyphs_along(const ShapedText& text, std::span<const PathPoint> path);

/// A stretch of glyphs [first, end) that are turned together.
struct GlyphCluster {
    std::size_t first = 0, end = 0;
    float left = 0, right = 0;   ///< from the text's origin: where the cluster begins and the next one does
    std::uint32_t end_byte = 0;  ///< its letters are the text's bytes [glyphs[first].byte, end_byte)
};
/// In visual order.
std::vector<GlyphCluster> glyph_clusters(const ShapedText& text);

/// The box around each cluster set along `path`, from `ascent` above to `descent` below the baseline; upright.
struct TurnedBox {
    float left = 0, top = 0, right = 0, bottom = 0;
};
std::vector<TurnedBox> boxes_along(const ShapedText& text, std::span<const PathPoint> path, float ascent,
                                   float descent);

}  // namespace chronomap
