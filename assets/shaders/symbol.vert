#version 330 core
// Event symbols: each a square, or a stretch of a ring, around its centre; the shape is drawn by the fragment shader.
layout(location = 0) in vec2 centre_px;   // from the image's top left corner
layout(location = 1) in vec2 offset_px;   // of this corner from the centre; y up
layout(location = 2) in vec4 fill;
layout(location = 3) in vec4 outline;
layout(location = 4) in vec3 form;        // radius px, shape, ring px (0: none)
layout(location = 5) in vec2 extra;       // shape 10: how far inside the share's two ends, px; 11: half of the stroke, px
uniform vec4 window_px;  // the part that is drawn: left, top, width, height
out vec2 from_centre_px;
flat out vec4 fill_colour;
flat out vec4 outline_colour;
flat out vec3 symbol;
out vec2 share;
void main() {
    from_centre_px = offset_px;
    fill_colour = fill;
    outline_colour = outline;
    symbol = form;
    share = extra;
    vec2 unit = (centre_px + vec2(offset_px.x, -offset_px.y) - window_px.xy) / window_px.zw * 2.0 - 1.0;
    gl_Position = vec4(unit.x, -unit.y, 0.0, 1.0);
}
