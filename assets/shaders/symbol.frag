#version 330 core
// Signed distances of simple shapes, in pixels. Source of the formulas: Inigo Quilez, "2D distance functions".
in vec2 from_centre_px;  // y up
flat in vec4 fill_colour;
flat in vec4 outline_colour;
flat in vec3 symbol;
flat in vec2 share;
uniform float outline_px;
uniform vec4 ring_colour;
uniform vec4 casing_colour;
out vec4 fragment;

float box(vec2 p, vec2 half_size) {
    vec2 d = abs(p) - half_size;
    return length(max(d, 0.0)) + min(max(d.x, d.y), 0.0);
}
float polygon(vec2 p, float sides, float apothem, float turn) {
    float sector = 6.2831853 / sides;
    float angle = mod(atan(p.x, p.y) + turn + sector * 0.5, sector) - sector * 0.5;
    return length(p) * cos(angle) - apothem;
}
float star(vec2 p, float r, float points, float inner) {
    float sector = 3.14159265 / points;
    float angle = abs(mod(atan(p.x, p.y) + sector, 2.0 * sector) - sector);
    vec2 q = length(p) * vec2(sin(angle), cos(angle));
    vec2 tip = vec2(0.0, r), dent = inner * r * vec2(sin(sector), cos(sector));
    vec2 edge = normalize(dent - tip);
    return dot(q - tip, vec2(-edge.y, edge.x)) * (edge.x * 1.0 > 0.0 ? 1.0 : -1.0);
}
float shape_distance(vec2 p, float r, int shape) {
    if (shape == 1) return box(p, vec2(r * 0.84));                                   // square
    if (shape == 2) return polygon(p + vec2(0.0, r * 0.12), 3.0, r * 0.58, 0.0 + 3.14159265);      // triangle
    if (shape == 3) return (abs(p.x) + abs(p.y) - r * 1.16) * 0.70710678;            // diamond
    if (shape == 4) return polygon(p - vec2(0.0, r * 0.12), 3.0, r * 0.58, 0.0);     // triangle, tip down
    if (shape == 5) return polygon(p, 5.0, r * 0.90, 3.14159265 / 5.0);              // pentagon
    if (shape == 6) return polygon(p, 6.0, r * 0.92, 0.0);                           // hexagon
    if (shape == 7) return min(box(p, vec2(r, r * 0.40)), box(p, vec2(r * 0.40, r)));// cross
    if (shape == 8) return star(p, r * 1.22, 5.0, 0.48);                             // star
    if (shape == 9) return max(length(p) - r, r * 0.42 - length(p));                 // ring
    if (shape == 10) {                                                               // share of a band, in turns
        float reach = length(p);
        float turn = fract(atan(p.x, p.y) / 6.2831853 + 1.0);
        float along = min(turn - share.x, share.y - turn) * 6.2831853 * reach;
        if (share.y - share.x >= 1.0) along = 1.0;  // all of it
        return max(max(reach - r, r * 0.64 - reach), 0.5 - along);
    }
    if (shape == 11) {                                                               // stroke, `share` its half
        float along = clamp(dot(p, share) / max(dot(share, share), 1e-6), -1.0, 1.0);
        return length(p - share * along) - symbol.z;
    }
    return length(p) - r;                                                            // circle
}
vec4 over(vec4 top, vec4 below) {
    float a = top.a + below.a * (1.0 - top.a);
    return a <= 0.0 ? vec4(0.0) : vec4((top.rgb * top.a + below.rgb * below.a * (1.0 - top.a)) / a, a);
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
    vec4 result = vec4(casing_colour.rgb, casing_colour.a * clamp(outer + 0.5 - d, 0.0, 1.0));
    result = over(vec4(outline_colour.rgb, outline_colour.a * clamp(outline_px * 0.5 + 0.5 - d, 0.0, 1.0)), result);
    result = over(vec4(fill_colour.rgb, fill_colour.a * clamp(0.5 - d - outline_px * 0.5, 0.0, 1.0)), result);
    if (symbol.z > 0.0) {
        float ring = abs(d - outer - symbol.z) - symbol.z * 0.5;
        result = over(result, vec4(ring_colour.rgb, ring_colour.a * clamp(0.5 - ring, 0.0, 1.0)));
    }
    if (result.a <= 0.0) discard;
    fragment = result;
}
