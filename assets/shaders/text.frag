#version 330 core
// A glyph's coverage times the text's colour.
in vec2 at;
flat in vec4 colour;
uniform sampler2D atlas;
out vec4 fragment;
void main() {
    float coverage = texture(atlas, at).r;
    if (coverage <= 0.0) discard;
    fragment = vec4(colour.rgb, colour.a * coverage);
}
