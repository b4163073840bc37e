#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>

using cairo_font_face_t = struct _cairo_font_face;

namespace chronomap {

/// Cairo's faces of font files, opened once each.
class CairoFonts {
  public:
    CairoFonts();
    ~CairoFonts();
    /// Null when FreeType cannot open the file.
    cairo_font_face_t* face(const std::string& file);

  private:
    struct Release {
        void operator()(cairo_font_face_t* face) const;
    };
    struct Library;
    std::shared_ptr<Library> library_;
    std::unordered_map<std::string, std::unique_ptr<cairo_font_face_t, Release>> faces_;
};

}  // namespace chronomap
