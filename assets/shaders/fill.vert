#version 330 core
layout(location = 0) in vec2 position;  // metres from the mesh's origin
uniform vec2 origin_px;
uniform float px_per_metre;
uniform vec2 size_px;    // of the whole image
uniform vec4 window_px;  // the part of it that is drawn: left, top, width, height
void main() {
    vec2 px = origin_px + position * px_per_metre;
    // On the grid of the rasteriser, so that a corner falls on the same spot in every tile.
    px = floor(px * 256.0 + 0.5) / 256.0;
    vec2 unit = (vec2(px.x, -px.y) + size_px / 2.0 - window_px.xy) / window_px.zw * 2.0 - 1.0;
    gl_Position = vec4(unit.x, -unit.y, 0.0, 1.0);
}
