#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>

#include "geo/base/result.hpp"
#include "geo/events/event.hpp"

namespace chronomap {

/// sRGB with straight alpha, each in [0, 1].
struct Colour {
    float r = 0, g = 0, b = 0, a = 1;
    friend bool operator==(const Colour&, const Colour&) = default;
};
/// "#rrggbb" or "#rrggbbaa". Error: anything else.
Result<Colour> colour_from(std::string_view text);
/// `a` towards `b` by `share` in [0, 1].
Colour mixed(Colour a, Colour b, float share);

/// A stroke. Widths and dashes in nominal pixels (times View::pixel_ratio on the device).
struct LineStyle {
    Colour colour;
    float width = 1;
    std::array<float, 4> dash{};  ///< on, off, on, off; all zero: unbroken
};

/// What shape an event's symbol has. The values are those of assets/shaders/symbol.frag.
enum class SymbolShape : std::uint8_t {
    circle,
    square,
    triangle,
    diamond,
    triangle_down,
    pentagon,
    hexagon,
    cross,
    star,
    ring
};

/// How one kind of event looks: colour and shape, so that neither alone tells it.
struct KindStyle {
    Colour colour;
    SymbolShape shape = SymbolShape::circle;
};

inline constexpr std::size_t event_kind_count = static_cast<std::size_t>(EventKind::protest) + 1;

/// The look of the map, from assets/styles/*.json. The default values are those of assets/styles/light.json.
struct Style {
    Colour page{0.984f, 0.980f, 0.969f};  ///< around the globe
    Colour water{0.835f, 0.894f, 0.922f};
    Colour land{0.969f, 0.953f, 0.918f};
    std::array<LineStyle, 3> coast_bands;  ///< on the water along the coast, widest first
    LineStyle coast;
    LineStyle lake_shore;
    LineStyle graticule;
    LineStyle river;               ///< of the most important rank
    float river_thinning = 0.12f;  ///< share of the width lost with each rank
    LineStyle country_band;        ///< the soft band under a country line
    LineStyle country_line;
    LineStyle province_line;
    LineStyle disputed_line;
    LineStyle globe_edge;

    std::array<KindStyle, event_kind_count> kinds;
    float symbol_radius = 8;     ///< of a single event
    float symbol_radius_most = 24;  ///< however many there are
    float symbol_outline = 1.2f;
    float area_fill = 0.14f;    ///< opacity of an event area's fill
    float area_outline = 1.7f;  ///< width
    float line_width = 3.2f;    ///< of an event line
    Colour casing{1, 1, 1, 0.85f};
    Colour selection{0.10f, 0.10f, 0.12f};
    float uncertain = 0.55f;  ///< how far the colour of an uncertain date goes towards white

    const KindStyle& of(EventKind kind) const { return kinds[static_cast<std::size_t>(kind)]; }
    /// Radius in nominal pixels of a symbol that stands for `count` events: by the square root, so that its area
    /// counts.
    float radius_of(double count) const;

    Style();
};

/// Reads a style file over the defaults. Error: no such file, not JSON, an unknown key, a wrong colour.
Result<std::shared_ptr<const Style>> load_style(const std::string& path);
/// assets/styles/light.json as loaded once; the built-in defaults where the file is missing.
std::shared_ptr<const Style> default_style();

}  // namespace chronomap
