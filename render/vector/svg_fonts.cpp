#include "render/vector/svg_fonts.hpp"

#include <hb-subset.h>
#include <hb.h>
#include <unicode/utf8.h>

#include <memory>

#include "render/vector/embedded.hpp"

namespace chronomap {
namespace {

template <class Type, void (*Destroy)(Type*)>
struct Destroyer {
    void operator()(Type* object) const { Destroy(object); }
};
using Blob = std::unique_ptr<hb_blob_t, Destroyer<hb_blob_t, hb_blob_destroy>>;
using Face = std::unique_ptr<hb_face_t, Destroyer<hb_face_t, hb_face_destroy>>;
using Input = std::unique_ptr<hb_subset_input_t, Destroyer<hb_subset_input_t, hb_subset_input_destroy>>;

}  // namespace

std::string font_subset(const std::string& file, const std::set<std::uint32_t>& code_points) {
    const Blob blob(hb_blob_create_from_file_or_fail(file.c_str()));
    if (!blob) return {};
    const Face face(hb_face_create(blob.get(), 0));
    const Input input(hb_subset_input_create_or_fail());
    if (!input) return {};
    for (const std::uint32_t code : code_points) hb_set_add(hb_subset_input_unicode_set(input.get()), code);
    hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING);
    const Face subset(hb_subset_or_fail(face.get(), input.get()));
    if (!subset) return {};
    const Blob bytes(hb_face_reference_blob(subset.get()));
    unsigned length = 0;
    const char* data = hb_blob_get_data(bytes.get(), &length);
    return data ? std::string(data, length) : std::string();
}

void SvgFonts::use(const ShapedText& shaped, const std::string& words, FontRole role) {
    const bool bold = role == FontRole::bold || role == FontRole::serif_bold, italic = role == FontRole::italic;
    for (const GlyphRun& run : shaped.runs) {
        auto& letters = letters_[{shaped.glyphs[run.first].face, bold, italic}];
        for (auto at = static_cast<int32_t>(run.begin_byte); at < static_cast<int32_t>(run.end_byte);) {
            UChar32 code = 0;
            U8_NEXT(words.data(), at, static_cast<int32_t>(words.size()), code);
            if (code >= 0) letters.insert(static_cast<std::uint32_t>(code));
        }
    }
}

std::string SvgFonts::css(const FontSet& fonts) const {
    std::string css;
    for (const auto& [use, letters] : letters_) {
        const auto& [face, bold, italic] = use;
        const std::string subset = font_subset(fonts.file_of(face), letters);
        if (subset.empty()) continue;
        css += "@font-face{font-family:'" + fonts.family_of(face) + "';font-weight:" + (bold ? "bold" : "normal") +
               ";font-style:" + (italic ? "italic" : "normal") + ";src:url(data:font/ttf;base64," + base64(subset) +
               ") format('truetype')}\n";
    }
    return css;
}

}  // namespace chronomap
