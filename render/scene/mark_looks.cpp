#include "render/scene/mark_looks.hpp"

#include <algorithm>
#include <cmath>

#include "render/scene/mark_fading.hpp"

namespace chronomap {
namespace {

/// In turns; a sixteenth is still seen on a small symbol.
constexpr float least_share = 1.0f / 16;

/// How far the marks step back that are not told of.
constexpr float quiet_share = 0.62f;

/// What is old goes towards the paper, its outline too, by which it is told from what is uncertain.
Colour aged(const Colour& colour, const EventMark& mark, const Style& style) {
    const bool picked = mark.selected || mark.highlighted || mark.hovered;
    return picked ? colour : mixed(colour, style.mixed_fill, most_faded * mark.faded);
}

/// As an uncertain date, age, a symbol under a fan and one that is not told of have it.
Colour paled(Colour colour, const EventMark& mark, const Style& style) {
    if (mark.uncertain) colour = mixed(colour, style.pale, style.uncertain);
    colour = aged(colour, mark, style);
    if (mark.quiet) colour = mixed(colour, style.mixed_fill, quiet_share);
    return mark.dimmed ? mixed(colour, style.mixed_fill, 0.75f) : colour;
}

/// How light a colour is, in [0, 1]: the luma of ITU-R BT.601.
float lightness(const Colour& colour) {
    return 0.299f * colour.r + 0.587f * colour.g + 0.114f * colour.b;
}

}  // namespace

Colour readable_on(const Colour& ground, const Colour& a, const Colour& b) {
    const float light = lightness(ground);
    return std::abs(lightness(a) - light) >= std::abs(lightness(b) - light) ? a : b;
}

bool has_shares(const EventMark& mark, const Style& style) {
    return mark.is_mixed() || (mark.is_counted() && style.of(mark.kind).shape == SymbolShape::ring);
}

SymbolLook symbol_look(const EventMark& mark, const Style& style, double pixel_ratio) {
    const auto ratio = static_cast<float>(pixel_ratio);
    const float ring = mark.selected || mark.highlighted ? 2.2f * ratio : mark.hovered ? 1.3f * ratio : 0;
    const Colour ink = style.of(TextClass::symbol_count).colour;
    if (mark.role == MarkRole::hub && mark.events.empty()) return {SymbolShape::circle, ink, ink, ring};
    const float edge_share = mark.dimmed || mark.quiet ? 0.2f : mark.uncertain ? 0.4f : 0.8f;
    if (has_shares(mark, style))
        return {SymbolShape::circle, style.mixed_fill, aged(mixed(style.mixed_fill, ink, edge_share), mark, style),
                ring};
    const KindStyle& kind = style.of(mark.kind);
    // The outline of a pale symbol keeps the kind's colour.
    Colour outline =
        mixed(kind.colour, style.symbol_edge, mark.uncertain ? style.pale_edge_share : style.symbol_edge_share);
    outline = aged(outline, mark, style);
    if (mark.quiet) outline = mixed(outline, style.mixed_fill, quiet_share);
    if (mark.dimmed) outline = mixed(outline, style.mixed_fill, 0.75f);
    return {kind.shape, mark.not_fact ? style.mixed_fill : paled(kind.colour, mark, style), outline, ring};
}

std::vector<ShareArc> share_arcs(const EventMark& mark, const Style& style) {
    std::vector<ShareArc> arcs;
    if (!has_shares(mark, style)) return arcs;
    float whole = 0;
    std::vector<float> shares;
    for (const KindShare& share : mark.kinds) {
        shares.push_back(
            std::max(least_share, static_cast<float>(share.events) / static_cast<float>(mark.events.size())));
        whole += shares.back();
    }
    float at = 0;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        const float end = i + 1 == shares.size() ? 1.0f : at + shares[i] / whole;
        arcs.push_back({paled(style.of(mark.kinds[i].kind).colour, mark, style), at, end});
        at = end;
    }
    return arcs;
}

}  // namespace chronomap
