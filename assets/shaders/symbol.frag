#version 330 core
// Signed distances of simple shapes, in pixels. Source of the formulas: Inigo Quilez, "2D distance functions".
in vec2 from_centre_px;  // y up
flat in vec4 fill_colour;
flat in vec4 outline_colour;
flat in vec3 symbol;
in vec2 share;
uniform float outline_px;
uniform vec4 ring_colour;
uniform vec4 casing_colour;
out vec4 fragment;

float box(vec2 p, vec2 half_size) {
    vec2 d = abs(p) - half_size;
    return length(max(d, 0.0)) + min(max(d.x, d.y), 0.0);
}
// Polygons: the farthest of their sides. No angles: a software renderer works out every branch for every pixel.
float triangle(vec2 p, float apothem) {  // tip up
    return max(-p.y, abs(p.x) * 0.8660254 + p.y * 0.5) - apothem;
}
float pentagon(vec2 p, float apothem) {
    float x = abs(p.x);
    return max(max(x * 0.58778525 + p.y * 0.80901699, x * 0.95105652 - p.y * 0.30901699), -p.y) - apothem;
}
float hexagon(vec2 p, float apothem) {
    p = abs(p);
    return max(p.y, p.x * 0.8660254 + p.y * 0.5) - apothem;
}
float star(vec2 p, float r) {  // five tips, dents at 0.48 of their reach
    // Folded into half of a tip; then the side from the tip to the dent.
    const vec2 fold = vec2(0.80901699, -0.58778525);
    p.x = abs(p.x);
    p -= 2.0 * max(dot(fold, p), 0.0) * fold;
    p -= 2.0 * max(dot(vec2(-fold.x, fold.y), p), 0.0) * vec2(-fold.x, fold.y);
    return dot(vec2(abs(p.x), p.y - r), vec2(0.90804, 0.41884));
}
float shape_distance(vec2 p, float r, int shape) {
    if (shape == 1) return box(p, vec2(r * 0.84));                                   // square
    if (shape == 2) return triangle(p + vec2(0.0, r * 0.12), r * 0.58);              // triangle
    if (shape == 3) return (abs(p.x) + abs(p.y) - r * 1.16) * 0.70710678;            // diamond
    if (shape == 4) return triangle(vec2(p.x, r * 0.12 - p.y), r * 0.58);            // triangle, tip down
    if (shape == 5) return pentagon(p, r * 0.90);                                    // pentagon
    if (shape == 6) return hexagon(p, r * 0.92);                                     // hexagon
    if (shape == 7) return min(box(p, vec2(r, r * 0.40)), box(p, vec2(r * 0.40, r)));// cross
    if (shape == 8) return star(p, r * 1.22);                                        // star
    if (shape == 9) return max(length(p) - r, r * 0.42 - length(p));                 // ring
    if (shape == 10) {                                                               // share of a band
        float reach = length(p);
        return max(max(reach - r, r * 0.64 - reach), 0.5 - min(share.x, share.y));
    }
    if (shape == 11) {                                                               // stroke, `share` its half
        float along = clamp(dot(p, share) / max(dot(share, share), 1e-6), -1.0, 1.0);
        return length(p - share * along) - symbol.z;
    }
    return length(p) - r;                                                            // circle
}
// Colours are multiplied by their alpha until the end.
vec4 over(vec3 colour, float alpha, vec4 below) {
    return vec4(colour * alpha, alpha) + below * (1.0 - alpha);
}
void main() {
    vec2 p = from_centre_px;
    float d = shape_distance(p, symbol.x, int(symbol.y + 0.5));
    if (symbol.y > 9.5) {
        float covered = fill_colour.a * clamp(0.5 - d, 0.0, 1.0);
        if (covered <= 0.0) discard;
        fragment = vec4(fill_colour.rgb, covered);
        return;
    }
    // From the inside: fill, a thin outline, a casing, and a ring for what is selected.
    float outer = outline_px * 2.2;
    vec4 result = over(casing_colour.rgb, casing_colour.a * clamp(outer + 0.5 - d, 0.0, 1.0), vec4(0.0));
    result = over(outline_colour.rgb, outline_colour.a * clamp(outline_px * 0.5 + 0.5 - d, 0.0, 1.0), result);
    result = over(fill_colour.rgb, fill_colour.a * clamp(0.5 - d - outline_px * 0.5, 0.0, 1.0), result);
    float ring = abs(d - outer - symbol.z) - symbol.z * 0.5;
    result = over(ring_colour.rgb, symbol.z > 0.0 ? ring_colour.a * clamp(0.5 - ring, 0.0, 1.0) : 0.0, result);
    if (result.a <= 0.0) discard;
    fragment = vec4(result.rgb / result.a, result.a);
}
