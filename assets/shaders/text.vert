#version 330 core
// A corner of a glyph's rectangle, in device pixels from the image's top left corner.
layout(location = 0) in vec2 position_px;
layout(location = 1) in vec2 atlas_position;
layout(location = 2) in vec4 letter_colour;
uniform vec4 window_px;  // the part that is drawn: left, top, width, height
out vec2 at;
flat out vec4 colour;
void main() {
    at = atlas_position;
    colour = letter_colour;
    vec2 unit = (position_px - window_px.xy) / window_px.zw * 2.0 - 1.0;
    gl_Position = vec4(unit.x, -unit.y, 0.0, 1.0);
}
