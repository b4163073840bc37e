#pragma once

#include <memory>
#include <string>
#include <unordered_map>

#include "render/vector/cairo_fonts.hpp"
#include "render/vector/canvas.hpp"

using cairo_t = struct _cairo;
using cairo_surface_t = struct _cairo_surface;

namespace chronomap {

/// Draws onto a Cairo surface, in user units of a pixel.
class CairoCanvas : public Canvas {
  public:
    /// `cairo` and `fonts` must outlive the canvas.
    CairoCanvas(cairo_t* cairo, FontSet& fonts) : cairo_(cairo), fonts_(fonts) {}

    void begin_group(std::string_view) override {}
    void end_group() override {}
    void begin_note(const std::string& note, std::optional<EventIndex> event) override;
    void end_note() override;
    void begin_clip(const Path& path) override;
    void end_clip() override;
    void draw_kept(std::uint64_t key, const PixelBox& box, const std::function<void(Canvas&)>& draw) override;
    void begin_offset(PixelPoint corner) override;
    void end_offset() override;
    void fill(const Path& path, Colour colour) override;
    void stroke(const Path& path, const Stroke& stroke) override;
    void draw_image(const Image& image, const PixelBox& box, double opacity) override;
    void draw_texts(std::span<const TextItem> items) override;

    /// A new page begins. Cairo 1.16 names a recording twice in a page that it is painted on twice, which is no good
    /// PDF: what is kept is painted once a page.
    void begin_page() { ++page_; }

    /// What is called around the drawing of an event's mark; empty functions: nothing.
    std::function<void(EventIndex)> on_mark_begin;
    std::function<void()> on_mark_end;

  private:
    struct DestroySurface {
        void operator()(cairo_surface_t* surface) const;
    };
    using Surface = std::unique_ptr<cairo_surface_t, DestroySurface>;
    struct Halo {
        int uses = 0;
        int page = 0;       ///< where it was last painted as a recording
        Surface recording;  ///< made for the second use; from the left end of the baseline
    };
    void trace(const Path& path);
    void draw_halo(const TextItem& item);
    void stroke_halo(const TextItem& item, const ShapedText& shaped);
    void draw_letters(const TextItem& item);
    /// Sets the font of a FontSet's face at the item's size; false when Cairo cannot open it.
    bool take_face(std::uint16_t index, const TextItem& item);
    /// What `draw` draws inside `box`, as a thing that a PDF holds once.
    Surface recorded(const PixelBox& box, const std::function<void(CairoCanvas&)>& draw);

    cairo_t* cairo_;
    FontSet& fonts_;
    std::shared_ptr<CairoFonts> faces_ = std::make_shared<CairoFonts>();
    Surface kept_;  ///< the last thing kept
    std::uint64_t kept_key_ = 0;
    int kept_page_ = 0;
    int page_ = 1;
    bool in_mark_ = false;                         ///< between on_mark_begin and on_mark_end
    std::unordered_map<std::string, Halo> halos_;  ///< by words and look
};

}  // namespace chronomap
