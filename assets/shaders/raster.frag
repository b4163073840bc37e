#version 330 core
in vec2 at;
uniform sampler2D picture;
uniform float opacity;
out vec4 fragment;
void main() {
    vec4 colour = texture(picture, at);
    fragment = vec4(colour.rgb, colour.a * opacity);
}
