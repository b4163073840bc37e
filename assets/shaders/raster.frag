#version 330 core
in vec2 at;
uniform sampler2D picture;  // colours times alpha
uniform float opacity;
out vec4 fragment;
void main() {
    vec4 colour = texture(picture, at);
    fragment = vec4(colour.rgb / max(colour.a, 0.002), colour.a * opacity);
}
