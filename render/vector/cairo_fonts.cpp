#include "render/vector/cairo_fonts.hpp"

#include <cairo-ft.h>

namespace chronomap {

struct CairoFonts::Library {
    FT_Library library = nullptr;
    Library() { FT_Init_FreeType(&library); }
    ~Library() { FT_Done_FreeType(library); }
    Library(const Library&) = delete;
    Library& operator=(const Library&) = delete;
};

CairoFonts::CairoFonts() : library_(std::make_shared<Library>()) {}
CairoFonts::~CairoFonts() = default;

void CairoFonts::Release::operator()(cairo_font_face_t* face) const {
    cairo_font_face_destroy(face);
}

cairo_font_face_t* CairoFonts::face(const std::string& file) {
    if (const auto found = faces_.find(file); found != faces_.end()) return found->second.get();
    // Cairo keeps faces in caches of its own for longer than this object lives: the FreeType face goes with Cairo's.
    struct Holder {
        std::shared_ptr<Library> library;
        FT_Face face = nullptr;
        explicit Holder(std::shared_ptr<Library> of) : library(std::move(of)) {}
        ~Holder() {
            if (face) FT_Done_Face(face);
        }
        Holder(const Holder&) = delete;
        Holder& operator=(const Holder&) = delete;
    };
    static const cairo_user_data_key_t key{};
    auto holder = std::make_unique<Holder>(library_);
    if (FT_New_Face(library_->library, file.c_str(), 0, &holder->face) != 0) return nullptr;
    std::unique_ptr<cairo_font_face_t, Release> face(
        cairo_ft_font_face_create_for_ft_face(holder->face, FT_LOAD_NO_HINTING));
    const auto release = [](void* data) { delete static_cast<Holder*>(data); };
    if (cairo_font_face_set_user_data(face.get(), &key, holder.get(), release) != CAIRO_STATUS_SUCCESS) return nullptr;
    holder.release();
    return faces_.emplace(file, std::move(face)).first->second.get();
}

}  // namespace chronomap
