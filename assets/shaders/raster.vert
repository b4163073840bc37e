#version 330 core
// A corner of a picture that lies on the map, in device pixels from the image's top left corner.
layout(location = 0) in vec2 position_px;
layout(location = 1) in vec2 picture_position;
uniform vec4 window_px;  // the part that is drawn: left, top, width, height
out vec2 at;
void main() {
    at = picture_position;
    vec2 unit = (position_px - window_px.xy) / window_px.zw * 2.0 - 1.0;
    gl_Position = vec4(unit.x, -unit.y, 0.0, 1.0);
}
