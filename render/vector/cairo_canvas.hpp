#pragma once

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
    ~CairoCanvas() override;

    void begin_group(std::string_view) override {}
    void end_group() override {}
    void begin_clip(const Path& path) override;
    void end_clip() override;
    void draw_kept(std::uint64_t key, const PixelBox& box, const std::function<void(Canvas&)>& draw) override;
    void fill(const Path& path, Colour colour) override;
    void stroke(const Path& path, const Stroke& stroke) override;
    void draw_texts(std::span<const TextItem> items) override;

  private:
    void trace(const Path& path);
    void draw_halo(const TextItem& item);
    void draw_letters(const TextItem& item);

    cairo_t* cairo_;
    FontSet& fonts_;
    CairoFonts faces_;
    cairo_surface_t* kept_ = nullptr;  ///< the last thing kept, a recording
    std::uint64_t kept_key_ = 0;
};

}  // namespace chronomap
