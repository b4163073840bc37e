#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>

#include "geo/events/event_set.hpp"
#include "render/mesh/label_placement.hpp"
#include "render/text/text_item.hpp"
#include "render/vector/path.hpp"

namespace chronomap {

struct Image;  // render/snapshot/image.hpp

/// A stroke in device pixels: mitred like the ribbons of render/mesh/meshes.hpp, with butt ends.
struct Stroke {
    Colour colour;
    double width_px = 1;
    std::array<float, 4> dash_px{};  ///< on, off, on, off; all zero: unbroken
};

/// A page to draw on with paths and text, whatever file it becomes. Later things lie above earlier ones. Coordinates
/// are device pixels from the top left corner.
class Canvas {
  public:
    virtual ~Canvas() = default;

    /// What is drawn until end_group() belongs together: a named group for those who edit the file.
    virtual void begin_group(std::string_view name) = 0;
    virtual void end_group() = 0;
    /// What is drawn until end_note() has this note, lines of text that readers show on request; where it stands for an
    /// event, it may lead to where that is told instead. Formats that can do neither leave it out.
    virtual void begin_note(const std::string& /*note*/, std::optional<EventIndex> /*event*/) {}
    virtual void end_note() {}
    /// Until end_clip() nothing is drawn outside the path.
    virtual void begin_clip(const Path& path) = 0;
    virtual void end_clip() = 0;

    /// Calls `draw` with a canvas for what is the same whenever the key is the same, inside `box`: a file with several
    /// pages holds it once. Keys above 0, of one VectorMap.
    virtual void draw_kept(std::uint64_t /*key*/, const PixelBox& /*box*/, const std::function<void(Canvas&)>& draw) {
        draw(*this);
    }

    /// Until end_offset() coordinates count from this point.
    virtual void begin_offset(PixelPoint corner) = 0;
    virtual void end_offset() = 0;

    virtual void fill(const Path& path, Colour colour) = 0;
    virtual void stroke(const Path& path, const Stroke& stroke) = 0;
    /// Pixels stretched over `box`, smoothed; `opacity` in [0, 1] is on top of the image's own.
    virtual void draw_image(const Image& image, const PixelBox& box, double opacity) = 0;
    /// Real text: it can be selected and searched. Halos lie below the letters. A word along a line is found as a level
    /// one at its middle, where it is not seen.
    virtual void draw_texts(std::span<const TextItem> items) = 0;
};

/// The words of an item along a line set level about the line's middle, without a halo.
TextItem leveled(const TextItem& item, FontSet& fonts);

}  // namespace chronomap
