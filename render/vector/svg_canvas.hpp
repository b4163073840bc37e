#pragma once

#include <map>
#include <string>
#include <unordered_map>

#include "render/vector/canvas.hpp"
#include "render/vector/svg_fonts.hpp"

namespace chronomap {

/// Writes SVG 1.1 into a string: text elements in fonts that are embedded, with a width to keep, one group for each
/// layer, every long path once however often it is drawn.
class SvgCanvas : public Canvas {
  public:
    /// `fonts` must outlive the canvas.
    explicit SvgCanvas(FontSet& fonts) : fonts_(fonts) {}

    void begin_group(std::string_view name) override;
    void end_group() override;
    void begin_note(const std::string& note, std::optional<EventIndex> event) override;
    void end_note() override;
    void begin_clip(const Path& path) override;
    void end_clip() override;
    void begin_offset(PixelPoint corner) override;
    void end_offset() override;
    void fill(const Path& path, Colour colour) override;
    void stroke(const Path& path, const Stroke& stroke) override;
    void draw_image(const Image& image, const PixelBox& box, double opacity) override;
    void draw_texts(std::span<const TextItem> items) override;

    /// What is written around the drawing.
    struct Document {
        int width_px = 0, height_px = 0;
        double px_per_inch = 96;
        std::string title, description, creator;
        std::string view;  ///< JSON that tells how to make the picture again; may be empty
    };
    /// The whole file.
    std::string finished(const Document& document) const;

  private:
    /// Writes an element that draws `path` with `look`, its other attributes.
    void draw(const Path& path, const std::string& look);
    void draw_text(const TextItem& item);
    /// A <path> element that is not yet closed, or for a long path a <use> of one that is in <defs> by then.
    std::string opened(const Path& path);
    void draw_along(const TextItem& item, const std::string& words, const ShapedText& shaped);

    FontSet& fonts_;
    SvgFonts used_fonts_;
    std::string body_;
    std::unordered_map<std::string, int> paths_;  ///< by their data
    int clips_ = 0;
    std::map<std::string, int> groups_;  ///< how often each name was used
};

/// The `view` of a file's SvgCanvas::Document; empty when the file has none.
std::string view_of_svg(std::string_view svg);

/// UTF-8 that XML can hold: characters it forbids become U+FFFD, control characters spaces; & < > and quotes escaped.
std::string xml_escaped(std::string_view text);

}  // namespace chronomap
