#version 330 core
// A rounded box with an edge inside it, antialiased by its distance.
in vec2 local;
flat in vec4 box;
flat in vec4 fill;
flat in vec4 edge;
out vec4 fragment;
void main() {
    vec2 d = abs(local) - box.xy + box.z;
    float outside = length(max(d, 0.0)) + min(max(d.x, d.y), 0.0) - box.z;
    float cover = clamp(0.5 - outside, 0.0, 1.0);
    float rim = box.w > 0.0 ? clamp(outside + box.w + 0.5, 0.0, 1.0) * edge.a : 0.0;
    fragment = vec4(mix(fill.rgb, edge.rgb, rim), mix(fill.a, 1.0, rim) * cover);
    if (fragment.a <= 0.0) discard;
}
