#include "render/text/font_set.hpp"

#include <fribidi.h>
#include <ft2build.h>
#include <hb-ft.h>
#include <hb.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H
#include FT_STROKER_H
#include FT_GLYPH_H

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <tuple>
#include <unordered_map>

#include "render/text/font_files.hpp"

namespace chronomap {
namespace {

constexpr std::size_t role_count = 5;
constexpr std::size_t most_cached = 20000;  // shaped texts

struct DoneFace {
    void operator()(FT_Face face) const { FT_Done_Face(face); }
};
struct DoneFont {
    void operator()(hb_font_t* font) const { hb_font_destroy(font); }
};
struct DoneBuffer {
    void operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }
};

struct Face {
    std::unique_ptr<FT_FaceRec_, DoneFace> face;
    std::unique_ptr<hb_font_t, DoneFont> font;
    std::string file;
    float size_px = 0;

    void set_size(float wanted) {
        if (size_px == wanted) return;
        FT_Set_Char_Size(face.get(), 0, static_cast<FT_F26Dot6>(std::lround(wanted * 64)), 72, 72);
        hb_ft_font_changed(font.get());
        size_px = wanted;
    }
};

/// Code points of UTF-8; what is broken becomes U+FFFD, line breaks become spaces. `bytes` gets where each begins, and
/// the end.
std::vector<FriBidiChar> code_points(std::string_view utf8, std::vector<std::uint32_t>& bytes) {
    std::vector<FriBidiChar> out;
    for (std::size_t i = 0; i < utf8.size();) {
        const auto first = static_cast<unsigned char>(utf8[i]);
        const std::size_t length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0;
        std::uint32_t code = length == 1   ? first
                             : length == 2 ? first & 0x1F
                             : length == 3 ? first & 0x0F
                                           : first & 0x07;
        bool whole = length > 0 && i + length <= utf8.size();
        for (std::size_t k = 1; whole && k < length; ++k) {
            const auto next = static_cast<unsigned char>(utf8[i + k]);
            whole = (next & 0xC0) == 0x80;
            code = code << 6 | (next & 0x3F);
        }
        if (!whole) code = 0xFFFD;
        if (code < 0x20) code = ' ';
        out.push_back(code);
        bytes.push_back(static_cast<std::uint32_t>(i));
        i += whole ? length : 1;
    }
    bytes.push_back(static_cast<std::uint32_t>(utf8.size()));
    return out;
}

}  // namespace

struct FontSet::Impl {
    struct DoneLibrary {
        void operator()(FT_Library library) const { FT_Done_FreeType(library); }
    };
    struct DoneStroker {
        void operator()(FT_Stroker stroker) const { FT_Stroker_Done(stroker); }
    };
    std::unique_ptr<FT_LibraryRec_, DoneLibrary> library;
    std::unique_ptr<FT_StrokerRec_, DoneStroker> stroker;
    std::vector<Face> faces;
    std::array<std::vector<std::uint16_t>, role_count> roles;
    std::map<std::tuple<std::string, FontRole, float, float>, ShapedText> shaped;

    std::uint16_t face_for(FontRole role, FriBidiChar code, std::uint16_t current) const {
        const auto& list = roles[static_cast<std::size_t>(role)];
        // Spaces and marks stay with the font of what stands before them.
        if (current != no_face && (code == ' ' || FT_Get_Char_Index(faces[current].face.get(), code) != 0))
            return current;
        for (std::uint16_t face : list)
            if (FT_Get_Char_Index(faces[face].face.get(), code) != 0) return face;
        return list.front();
    }

    ShapedText shape(std::string_view utf8, FontRole role, float size_px, float spacing) {
        ShapedText text;
        text.size_px = size_px;
        Face& first = faces[roles[static_cast<std::size_t>(role)].front()];
        first.set_size(size_px);
        text.ascent = static_cast<float>(first.face->size->metrics.ascender) / 64;
        text.descent = -static_cast<float>(first.face->size->metrics.descender) / 64;
        std::vector<std::uint32_t> bytes;
        const std::vector<FriBidiChar> codes = code_points(utf8, bytes);
        if (codes.empty()) return text;

        const auto length = static_cast<FriBidiStrIndex>(codes.size());
        std::vector<FriBidiCharType> types(codes.size());
        std::vector<FriBidiLevel> levels(codes.size());
        fribidi_get_bidi_types(codes.data(), length, types.data());
        std::vector<FriBidiBracketType> brackets(codes.size());
        fribidi_get_bracket_types(codes.data(), length, types.data(), brackets.data());
        FriBidiParType base = FRIBIDI_PAR_ON;
        if (!fribidi_get_par_embedding_levels_ex(types.data(), brackets.data(), length, &base, levels.data()))
            std::fill(levels.begin(), levels.end(), 0);

        text.direction = FRIBIDI_IS_RTL(base) ? GlyphRun::Direction::right_to_left : GlyphRun::Direction::left_to_right;

        std::vector<Run> runs;
        std::uint16_t face = no_face;
        for (std::size_t i = 0; i < codes.size(); ++i) {
            const std::uint16_t wanted = face_for(role, codes[i], face);
            if (runs.empty() || wanted != face || levels[i] != runs.back().level)
                runs.push_back({i, i, wanted, levels[i]});
            runs.back().end = i + 1;
            face = wanted;
        }
        order_visually(runs);
        float last_spacing = 0;
        for (const Run& run : runs) last_spacing = append(text, codes, bytes, run, size_px, spacing);
        if (!text.glyphs.empty()) text.width -= last_spacing;
        return text;
    }

  private:
    static constexpr std::uint16_t no_face = 0xFFFF;
    struct Run {
        std::size_t begin, end;
        std::uint16_t face;
        FriBidiLevel level;
    };

    /// Rule L2 of the Unicode Bidirectional Algorithm (UAX #9), on whole runs.
    static void order_visually(std::vector<Run>& runs) {
        FriBidiLevel highest = 0;
        for (const Run& run : runs) highest = std::max(highest, run.level);
        for (int level = highest; level > 0; --level)
            for (std::size_t i = 0; i < runs.size();) {
                std::size_t end = i;
                while (end < runs.size() && runs[end].level >= level) ++end;
                std::reverse(runs.begin() + static_cast<std::ptrdiff_t>(i),
                             runs.begin() + static_cast<std::ptrdiff_t>(end));
                i = std::max(end, i + 1);
            }
    }

    /// The spacing after its last letter.
    float append(ShapedText& text, const std::vector<FriBidiChar>& codes, const std::vector<std::uint32_t>& bytes,
                 const Run& run, float size_px, float spacing) {
        const std::size_t first_glyph = text.glyphs.size();
        Face& face = faces[run.face];
        face.set_size(size_px);
        const std::unique_ptr<hb_buffer_t, DoneBuffer> buffer(hb_buffer_create());
        hb_buffer_add_codepoints(buffer.get(), codes.data(), static_cast<int>(codes.size()),
                                 static_cast<unsigned>(run.begin), static_cast<int>(run.end - run.begin));
        hb_buffer_guess_segment_properties(buffer.get());
        hb_buffer_set_direction(buffer.get(), run.level % 2 ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
        hb_segment_properties_t properties;
        hb_buffer_get_segment_properties(buffer.get(), &properties);
        // Letters that join one another cannot be set apart.
        for (const hb_script_t joining : {HB_SCRIPT_ARABIC, HB_SCRIPT_SYRIAC, HB_SCRIPT_NKO})
            if (properties.script == joining) spacing = 0;
        hb_shape(face.font.get(), buffer.get(), nullptr, 0);
        unsigned count = 0;
        const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
        const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer.get(), &count);
        for (unsigned i = 0; i < count; ++i) {
            text.glyphs.push_back({run.face, infos[i].codepoint,
                                   text.width + static_cast<float>(positions[i].x_offset) / 64,
                                   -static_cast<float>(positions[i].y_offset) / 64, bytes[infos[i].cluster]});
            text.width += static_cast<float>(positions[i].x_advance) / 64;
            // Marks have no advance and get no space of their own.
            if (positions[i].x_advance > 0) text.width += spacing;
        }
        text.runs.push_back({first_glyph, text.glyphs.size(), bytes[run.begin], bytes[run.end],
                             run.level % 2 ? GlyphRun::Direction::right_to_left : GlyphRun::Direction::left_to_right});
        return spacing;
    }
};

FontSet::FontSet(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
FontSet::~FontSet() = default;

Result<std::unique_ptr<FontSet>> FontSet::open() {
    auto impl = std::make_unique<Impl>();
    FT_Library library = nullptr;
    if (FT_Init_FreeType(&library) != 0) return fail("FreeType does not start");
    impl->library.reset(library);
    FT_Stroker stroker = nullptr;
    if (FT_Stroker_New(library, &stroker) != 0) return fail("FreeType does not start");
    impl->stroker.reset(stroker);
    std::map<std::string, std::uint16_t> opened;
    for (std::size_t role = 0; role < role_count; ++role) {
        const auto files = font_files(static_cast<FontRole>(role));
        if (!files) return tl::unexpected(files.error());
        for (const std::string& file : *files) {
            auto found = opened.find(file);
            if (found == opened.end()) {
                FT_Face raw = nullptr;
                if (FT_New_Face(library, file.c_str(), 0, &raw) != 0)
                    return fail("is no font that can be read", file, 0, "reinstall the package fonts-noto-core");
                Face face;
                face.face.reset(raw);
                face.file = file;
                FT_Set_Char_Size(raw, 0, 16 * 64, 72, 72);
                face.font.reset(hb_ft_font_create_referenced(raw));
                hb_ft_font_set_load_flags(face.font.get(), FT_LOAD_NO_HINTING);
                found = opened.emplace(file, static_cast<std::uint16_t>(impl->faces.size())).first;
                impl->faces.push_back(std::move(face));
            }
            impl->roles[role].push_back(found->second);
        }
    }
    return std::unique_ptr<FontSet>(new FontSet(std::move(impl)));
}

const ShapedText& FontSet::shape(std::string_view utf8, FontRole role, float size_px, float letter_spacing_px) {
    auto& cache = impl_->shaped;
    if (cache.size() > most_cached) cache.clear();
    const auto [found, is_new] = cache.try_emplace({std::string(utf8), role, size_px, letter_spacing_px});
    if (is_new) found->second = impl_->shape(utf8, role, size_px, letter_spacing_px);
    return found->second;
}

GlyphBitmap FontSet::rasterise(std::uint16_t face_index, std::uint32_t glyph_index, const GlyphLook& look) {
    GlyphBitmap out;
    Face& face = impl_->faces[face_index];
    face.set_size(look.size_px);
    // Vertical hinting alone keeps stems level and letter distances true; there is nothing level in a turned letter.
    const FT_Int32 hinting = look.degrees == 0 ? FT_LOAD_TARGET_LIGHT : FT_LOAD_NO_HINTING;
    if (FT_Load_Glyph(face.face.get(), glyph_index, hinting | FT_LOAD_NO_BITMAP) != 0) return out;
    FT_Glyph glyph = nullptr;
    if (FT_Get_Glyph(face.face->glyph, &glyph) != 0) return out;
    if (look.degrees != 0) {
        const double angle = look.degrees * 3.14159265358979323846 / 180;
        const auto cosine = static_cast<FT_Fixed>(std::lround(std::cos(angle) * 0x10000)),
                   sine = static_cast<FT_Fixed>(std::lround(std::sin(angle) * 0x10000));
        FT_Matrix turn{cosine, sine, -sine, cosine};  // y up
        FT_Glyph_Transform(glyph, &turn, nullptr);
    }
    if (look.halo_px > 0) {
        FT_Stroker_Set(impl_->stroker.get(), static_cast<FT_Fixed>(look.halo_px * 64), FT_STROKER_LINECAP_ROUND,
                       FT_STROKER_LINEJOIN_ROUND, 0);
        FT_Glyph_StrokeBorder(&glyph, impl_->stroker.get(), 0, 1);
    }
    FT_Vector origin{look.shift * 16, -look.shift_down * 16};
    if (FT_Glyph_To_Bitmap(&glyph, FT_RENDER_MODE_NORMAL, &origin, 1) == 0) {
        const auto* bitmap = reinterpret_cast<FT_BitmapGlyph>(glyph);
        out.width = static_cast<int>(bitmap->bitmap.width);
        out.height = static_cast<int>(bitmap->bitmap.rows);
        out.left = bitmap->left;
        out.top = bitmap->top;
        out.coverage.resize(static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height));
        for (int y = 0; y < out.height; ++y)
            std::copy_n(bitmap->bitmap.buffer + y * bitmap->bitmap.pitch, out.width,
                        out.coverage.begin() + static_cast<std::ptrdiff_t>(y) * out.width);
    }
    FT_Done_Glyph(glyph);
    return out;
}

const std::string& FontSet::file_of(std::uint16_t face) const {
    return impl_->faces[face].file;
}

std::string FontSet::family_of(std::uint16_t face) const {
    const char* name = impl_->faces[face].face->family_name;
    return name ? name : "";
}

std::vector<std::string> FontSet::families(FontRole role) const {
    std::vector<std::string> names;
    for (const std::uint16_t face : impl_->roles[static_cast<std::size_t>(role)])
        if (std::string name = family_of(face); std::ranges::find(names, name) == names.end())
            names.push_back(std::move(name));
    return names;
}

std::vector<std::string> FontSet::wrap(std::string_view utf8, FontRole role, float size_px, float width_px,
                                       std::size_t max_lines, float letter_spacing_px) {
    std::vector<std::string> lines;
    const auto fits = [&](const std::string& line) {
        return shape(line, role, size_px, letter_spacing_px).width <= width_px;
    };
    // Cuts whole characters off the end until "…" fits behind the rest.
    const auto shortened = [&](std::string line) {
        while (!line.empty() && !fits(line + "…")) {
            do line.pop_back();
            while (!line.empty() && (static_cast<unsigned char>(line.back()) & 0xC0) == 0x80);
            if (!line.empty() && static_cast<unsigned char>(line.back()) >= 0xC0) line.pop_back();
        }
        return line + "…";
    };
    std::string line;
    std::size_t at = 0;
    while (at < utf8.size()) {
        const std::size_t begin = utf8.find_first_not_of(" \n\t\r", at);
        if (begin == utf8.npos) break;
        const std::size_t end = std::min(utf8.find_first_of(" \n\t\r", begin), utf8.size());
        const std::string word(utf8.substr(begin, end - begin));
        at = end;
        const std::string longer = line.empty() ? word : line + " " + word;
        if (fits(longer)) {
            line = longer;
            continue;
        }
        if (lines.size() + 1 >= max_lines || line.empty()) {
            lines.push_back(shortened(longer));
            if (lines.size() >= max_lines) return lines;
            line.clear();
            continue;
        }
        lines.push_back(line);
        line = word;
        if (!fits(line)) line = shortened(line);
    }
    if (!line.empty()) lines.push_back(line);
    return lines;
}

}  // namespace chronomap
