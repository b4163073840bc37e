#include "render/vector/canvas.hpp"

namespace chronomap {

TextItem leveled(const TextItem& item, FontSet& fonts) {
    TextItem level = item;
    level.path.clear();
    level.halo_px = level.letter_spacing_px = 0;
    const ShapedText& shaped = fonts.shape(level.text, level.role, level.size_px);
    const PathPoint& middle = item.path[item.path.size() / 2];
    level.x = middle.x - shaped.width / 2;
    level.baseline = middle.y + shaped.ascent * 0.35f;
    return level;
}

}  // namespace chronomap
