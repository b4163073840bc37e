#version 330 core
layout(location = 0) in vec2 position;  // metres from the mesh's origin
uniform vec2 origin_px;
uniform float px_per_metre;
uniform vec2 size_px;
void main() { gl_Position = vec4((origin_px + position * px_per_metre) * 2.0 / size_px, 0.0, 1.0); }
