#version 330 core
// Antialiased by the distance from the line's middle; dashes by the distance along it.
in float from_middle_px;
in float along_px;
uniform vec4 colour;
uniform float half_width_px;
uniform vec4 dash_px;      // on, off, on, off; all zero: an unbroken line
out vec4 fragment;
void main() {
    float alpha = clamp(half_width_px + 0.5 - abs(from_middle_px), 0.0, 1.0);
    // Thinner than a pixel: as wide as a pixel and paler.
    alpha = min(alpha, min(1.0, 2.0 * half_width_px));
    float period = dash_px.x + dash_px.y + dash_px.z + dash_px.w;
    if (period > 0.0) {
        float at = mod(along_px, period);
        float first = min(at + 0.5, dash_px.x + 0.5 - at);
        float begin = dash_px.x + dash_px.y;
        float second = min(at - begin + 0.5, begin + dash_px.z + 0.5 - at);
        float wrapped = at - period + 0.5;  // the begin of the next first dash
        float on = max(first, wrapped);
        if (dash_px.z > 0.0) on = max(on, second);
        alpha *= clamp(on, 0.0, 1.0);
    }
    if (alpha <= 0.0) discard;  // leaves the stencil alone too
    fragment = vec4(colour.rgb, colour.a * alpha);
}
