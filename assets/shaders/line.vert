#version 330 core
// A line's ribbon: see render/mesh/meshes.hpp.
layout(location = 0) in vec2 position;  // metres from the mesh's origin
layout(location = 1) in vec2 across;
layout(location = 2) in float side;
layout(location = 3) in float along;    // metres
uniform vec2 origin_px;      // the mesh's origin from the image's centre, y up
uniform float px_per_metre;
uniform vec2 size_px;
uniform float half_width_px;
out float from_middle_px;
out float along_px;
void main() {
    float reach = half_width_px + 1.0;
    vec2 px = origin_px + position * px_per_metre + across * reach;
    from_middle_px = side * reach;
    along_px = along * px_per_metre;
    gl_Position = vec4(px * 2.0 / size_px, 0.0, 1.0);
}
