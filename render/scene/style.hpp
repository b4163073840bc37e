#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "geo/base/result.hpp"
#include "geo/events/event.hpp"
#include "render/text/font_role.hpp"

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

/// A height and the colour of the ground there; between two of them colours are mixed.
struct HeightColour {
    float metres = 0;
    Colour colour;
    friend bool operator==(const HeightColour&, const HeightColour&) = default;
};
/// Of a ramp, ascending and not empty; beyond its ends their colours.
Colour colour_at_height(std::span<const HeightColour> ramp, float metres);

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

/// Inner radius of the band that shows the shares of several kinds, as share of the symbol's radius. The value is that
/// of assets/shaders/symbol.frag.
inline constexpr float mixed_hole_share = 0.64f;

/// How one kind of event looks: colour and shape, so that neither alone tells it.
struct KindStyle {
    Colour colour;
    SymbolShape shape = SymbolShape::circle;
};

inline constexpr std::size_t event_kind_count = static_cast<std::size_t>(EventKind::protest) + 1;

/// What a text on the map or around it names or says.
enum class TextClass : std::uint8_t {
    country,
    province,
    sea,    ///< wide water
    water,  ///< lakes and narrow water
    river,  ///< set along it
    capital,
    large_town,
    town,
    small_town,
    event_place,
    selected_place,
    event_area,
    event_line,
    symbol_count,  ///< the number of events on a symbol
    fan_date,      ///< beside an event that is fanned out
    graticule,     ///< degrees along the picture's sides
    layer_name,    ///< of an area or line over time
    layer_note,    ///< below it: who holds or claims it, and since when
    title,
    subtitle,
    date,
    legend,
    legend_note,
    scale_bar,
    sources
};
inline constexpr std::size_t text_class_count = static_cast<std::size_t>(TextClass::sources) + 1;

/// How a class of texts looks. Lengths in nominal pixels.
struct TextStyle {
    Colour colour;
    float kind_share = 0;  ///< how far the colour goes towards that of the event's kind, for names of events
    Colour halo{1, 1, 1, 0};
    float halo_width = 0;
    float size = 12;
    float size_most = 0;  ///< names of areas grow with the area's room up to this; below `size`: they do not grow
    FontRole font = FontRole::regular;
    float spacing = 0;       ///< between letters
    float spacing_most = 0;  ///< as size_most
    float dot = 0;           ///< radius of a town's dot
    bool capitals = false;
    float least_zoom = 0;  ///< below it, names of the basemap are left out

    /// Of the name of an area whose free width is `room` nominal pixels.
    float size_in(double room) const;
    float spacing_in(double room) const;
};

/// The boxes around the map.
struct PanelStyle {
    Colour fill, edge;
    float edge_width = 0.75f;
    float radius = 3;
    Colour sources;                  ///< fill of the strip with the sources
    Colour scale_light, scale_dark;  ///< halves of the scale bar
};

/// The interface around the map that goes with a style.
enum class InterfaceTheme : std::uint8_t { light, dark };

struct StyleSheet;  // style_reader.cpp

/// The look of the map at one zoom, from assets/styles/*.json (see its README.md). A default-constructed style is
/// assets/styles/light.json as it was at build.
struct Style {
    std::string name;                   ///< "light"; for a file elsewhere, its name without folder and ending
    Colour page;                        ///< around the globe
    float relief = 0;                   ///< opacity of the ground's shading
    float raster_saturation = 1;  ///< of rasters that are layers; 0: greys
    Colour relief_shadow;               ///< of its darkest slopes
    std::vector<HeightColour> heights;  ///< of the land, where heights are coloured
    std::vector<HeightColour> depths;   ///< of the sea, metres below 0
    Colour water, land;
    std::array<LineStyle, 3> coast_bands;  ///< on the water along the coast, widest first
    LineStyle coast, lake_shore, graticule;
    LineStyle river;           ///< of the most important rank
    float river_thinning = 0;  ///< share of the width lost with each rank
    LineStyle country_band;    ///< the soft band under a country line
    LineStyle country_line, province_line, disputed_line, globe_edge;

    std::array<KindStyle, event_kind_count> kinds;
    float symbol_radius = 8;        ///< of a single event
    float symbol_radius_most = 24;  ///< however many there are
    float symbol_outline = 1.2f;
    float cluster_overlap = 0.75f;  ///< symbols nearer than this share of their radii are merged; 0: none are
    Colour mixed_fill;              ///< inside of a symbol for several kinds
    Colour symbol_edge;             ///< the outline goes towards this from the kind's colour,
    float symbol_edge_share = 0;    ///< by this share
    Colour symbol_casing;           ///< around the outline
    float area_fill = 0;            ///< opacity of an event area's fill
    float area_outline = 1;         ///< width
    float area_symbol_radius = 0;   ///< of the small symbols of its kind that fill an event's area; 0: none
    float area_symbol_spacing = 20;
    float area_symbol_share = 1;  ///< their opacity
    float line_width = 3;         ///< of an event line
    /// Holders of areas over time, in the order in which a layer names them; then from the first again.
    std::array<Colour, 6> layer_colours{};
    float layer_fill = 0;     ///< opacity of an administered area
    float layer_outline = 1;  ///< width of outlines and lines over time
    Colour casing;
    Colour selection;
    Colour pale;                ///< the colour of an uncertain date goes towards this,
    float uncertain = 0;        ///< by this share
    float pale_edge_share = 0;  ///< its outline towards symbol_edge

    std::array<TextStyle, text_class_count> texts;
    Colour town_dot;  ///< inside of a town's dot
    PanelStyle panel;
    InterfaceTheme interface_theme = InterfaceTheme::light;

    std::shared_ptr<const StyleSheet> sheet;  ///< what it was read from, where values are given by zoom; may be null

    const KindStyle& of(EventKind kind) const { return kinds[static_cast<std::size_t>(kind)]; }
    const TextStyle& of(TextClass text) const { return texts[static_cast<std::size_t>(text)]; }
    /// Radius in nominal pixels of a symbol that stands for `count` events: by the square root, so that its area
    /// counts.
    float radius_of(double count) const;

    Style();
};

/// Reads a style file; what it leaves out is as in the style that it extends, or as in the light one. Values that are
/// given by zoom are those of zoom 6. Error: no such file, not JSON, an unknown key, a wrong value; names file and key.
Result<std::shared_ptr<const Style>> load_style(const std::string& path);
/// `style` with the values for a zoom: log2 of the web's map scale, as web_zoom() of a view gives it. The same pointer
/// when no value depends on zoom.
std::shared_ptr<const Style> style_at(const std::shared_ptr<const Style>& style, double zoom);

/// Names of the styles in assets/styles, in alphabetical order.
std::vector<std::string> style_names();
/// The file of a style: a bare word names one of assets/styles, anything else is a path. Error: no style of that name
/// (the remedy lists them).
Result<std::string> style_path(const std::string& name_or_file);
/// assets/styles/light.json as loaded once; the built-in one where the file is missing.
std::shared_ptr<const Style> default_style();

}  // namespace chronomap
