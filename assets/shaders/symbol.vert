#version 330 core
// One event symbol as a point; its shape is drawn by the fragment shader.
layout(location = 0) in vec2 centre_px;   // from the image's top left corner
layout(location = 1) in vec4 fill;
layout(location = 2) in vec4 outline;
layout(location = 3) in vec3 form;        // radius px, shape, ring px (0: none)
layout(location = 4) in vec2 arc;         // from and to, in turns clockwise from the top; of shape 10
uniform vec4 window_px;  // the part that is drawn: left, top, width, height
uniform float outline_px;
flat out vec4 fill_colour;
flat out vec4 outline_colour;
flat out vec3 symbol;
flat out float extent_px;
flat out vec2 share;
void main() {
    fill_colour = fill;
    outline_colour = outline;
    symbol = form;
    share = arc;
    extent_px = ceil(2.0 * (form.x * 1.25 + outline_px * 3.0 + form.z * 3.0) + 2.0);
    gl_PointSize = extent_px;
    vec2 unit = (centre_px - window_px.xy) / window_px.zw * 2.0 - 1.0;
    gl_Position = vec4(unit.x, -unit.y, 0.0, 1.0);
}
