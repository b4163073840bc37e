#pragma once

#include "render/furniture/block_stack.hpp"
#include "render/furniture/furniture_layout.hpp"
#include "render/furniture/sheet_writer.hpp"

namespace chronomap {

/// Adds the legend: what symbols and looks mean, and how many events there are. It takes at most a quarter of the
/// picture: where there is less room, rows are told together or left out, explanations first; nothing on pictures too
/// small for any.
void add_legend(FurnitureLayout& layout, BlockStack& stack, const SheetWriter& writer, const Scene& scene,
                const View& view, const EventMarks& marks, FurniturePlace place);

/// A box behind words, of which labels keep clear.
void add_panel(FurnitureLayout& layout, const SheetWriter& writer, const PixelBox& box);

}  // namespace chronomap
