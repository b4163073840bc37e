#version 330 core
// A line's ribbon: see render/mesh/meshes.hpp.
layout(location = 0) in vec2 position;  // metres from the mesh's origin
layout(location = 1) in vec2 across;
layout(location = 2) in float side;
layout(location = 3) in float along;    // metres
uniform vec2 origin_px;      // the mesh's origin from the image's centre, y up
uniform float px_per_metre;
uniform vec2 size_px;        // of the whole image
uniform vec4 window_px;      // the part of it that is drawn: left, top, width, height
uniform float half_width_px;
out float from_middle_px;
out float along_px;
void main() {
    float reach = half_width_px + 1.0;
    vec2 px = origin_px + position * px_per_metre + across * reach;
    from_middle_px = side * reach;
    along_px = along * px_per_metre;
    // On the grid of the rasteriser, so that a corner falls on the same spot in every tile.
    px = floor(px * 256.0 + 0.5) / 256.0;
    vec2 unit = (vec2(px.x, -px.y) + size_px / 2.0 - window_px.xy) / window_px.zw * 2.0 - 1.0;
    gl_Position = vec4(unit.x, -unit.y, 0.0, 1.0);
}
