#version 330 core
// A corner of a panel; `local` counts from the panel's centre.
layout(location = 0) in vec2 position_px;
layout(location = 1) in vec2 local_px;
layout(location = 2) in vec4 form;  // half width, half height, corner radius, edge width
layout(location = 3) in vec4 fill_colour;
layout(location = 4) in vec4 edge_colour;
uniform vec4 window_px;  // the part that is drawn: left, top, width, height
out vec2 local;
flat out vec4 box;
flat out vec4 fill;
flat out vec4 edge;
void main() {
    local = local_px;
    box = form;
    fill = fill_colour;
    edge = edge_colour;
    vec2 unit = (position_px - window_px.xy) / window_px.zw * 2.0 - 1.0;
    gl_Position = vec4(unit.x, -unit.y, 0.0, 1.0);
}
