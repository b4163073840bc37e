#pragma once

namespace chronomap {

/// Makes the window's own framebuffer the one that is drawn into, with no test or mask left over from a map.
void bind_window(int width, int height);

}  // namespace chronomap
