#pragma once

#include <optional>
#include <vector>

#include "render/mesh/label_placement.hpp"
#include "render/scene/event_marks.hpp"
#include "render/scene/scene.hpp"
#include "render/text/text_item.hpp"

namespace chronomap {

/// Everything written around the map, ready to be drawn: panels, then symbols and strokes, then texts.
struct FurnitureLayout {
    std::vector<PanelItem> panels;
    EventMarks symbols;              ///< of the legend
    std::vector<PanelItem> strokes;  ///< scale bar and keys of lines and areas, above the panels
    std::vector<TextItem> texts;
    std::optional<PixelBox> locator{};  ///< the box of the small map that shows where the map lies
    std::vector<PixelBox> blocks;       ///< what labels must keep clear of; they do not overlap each other
};

/// Lays out title, date, legend, scale bar, caption, locator and sources for the image's size, each at its place. What
/// has no room is left out: the locator first, then the caption, the legend, the scale bar, the date; the sources line
/// stays. `metres_on_ground_per_px` is true at the map's
/// centre.
FurnitureLayout lay_out_furniture(const Scene& scene, const View& view, const Style& style, const EventMarks& marks,
                                  double metres_on_ground_per_px, FontSet& fonts);

/// A round length (1, 2 or 5 times a power of ten, in metres) whose bar is at most `most_px` long.
double round_scale_length(double metres_per_px, double most_px);
/// "5 km", "200 m".
std::string scale_text(double metres);

/// Metres on the ground for one pixel to the right at the view's centre; from the great circle between two points there
/// (sphere of 6371.0088 km, IUGG mean radius). 0 where the projection has no place.
double metres_on_ground_per_px(const View& view);

/// Where north is at the view's centre: 0 for up, 90 for right, in (-180, 180]; nothing where the projection has no
/// place or at a pole.
std::optional<double> north_degrees(const View& view);

/// An arrow and "N" for maps that north is not up on; empty where it is, to half an eighth of a turn.
std::string north_text(const View& view);

/// For people: "both names".
std::string_view words_of(NamingPolicy policy);

/// "12 of 57 events shown · 3 undated · 2 unplaced": shown + residue = extracted.
std::string count_text(const EventSet& events, std::size_t shown);

}  // namespace chronomap
