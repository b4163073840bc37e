#include <imgui_freetype.h>

#include <array>
#include <cmath>
#include <filesystem>
#include <vector>

#include "app/panels/theme.hpp"

namespace chronomap {

namespace {

// Latin with all its extensions (Azerbaijani schwa U+0259), Cyrillic with those of the Caucasus, Greek; punctuation,
// arrows and currency. Pairs of first and last, closed by 0; ImGui keeps the pointer until the atlas is built.
constexpr std::array<ImWchar, 27> european{0x0020, 0x024F, 0x0250, 0x02AF, 0x02B0, 0x036F, 0x0370, 0x03FF, 0x0400,
                                           0x052F, 0x1E00, 0x1EFF, 0x2010, 0x205E, 0x20A0, 0x20BF, 0x2100, 0x214F,
                                           0x2190, 0x2193, 0x2212, 0x2212, 0x2260, 0x2265, 0xFFFD, 0xFFFD, 0};
constexpr std::array<ImWchar, 3> armenian{0x0530, 0x058F, 0};
constexpr std::array<ImWchar, 5> georgian{0x10A0, 0x10FF, 0x2D00, 0x2D2F, 0};

std::string find_font(const std::string& file) {
    for (const char* folder :
         {"/usr/share/fonts/truetype/noto/", "/usr/share/fonts/truetype/droid/", "/usr/share/fonts/noto/",
          "/usr/local/share/fonts/"}) {
        const std::string path = folder + file;
        std::error_code ignored;
        if (std::filesystem::exists(path, ignored)) return path;
    }
    return {};
}

/// `more`: ranges that ImGui keeps the pointer of.
ImFont* load_face(const std::string& family, const char* weight, float size_px, const std::vector<std::uint16_t>& more,
                  std::string& missing) {
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    ImFontConfig config;
    config.OversampleH = config.OversampleV = 1;
    config.PixelSnapH = true;
    ImFont* font = nullptr;
    const auto add = [&](const std::string& file, const ImWchar* ranges) {
        const std::string path = find_font(file);
        if (path.empty()) {
            missing += (missing.empty() ? "" : ", ") + file;
            return;
        }
        config.MergeMode = font != nullptr;
        ImFont* added = atlas.AddFontFromFileTTF(path.c_str(), size_px, &config, ranges);
        if (font == nullptr) font = added;
    };
    add(family + "-" + weight + ".ttf", european.data());
    add(family + "Armenian-" + weight + ".ttf", armenian.data());
    add(family + "Georgian-" + weight + ".ttf", georgian.data());
    // Of a character that several have, ImGui takes the first one's.
    if (more.size() > 1)
        for (const char* file : {"NotoSansArabic-Regular.ttf", "NotoSansHebrew-Regular.ttf", "NotoSansThai-Regular.ttf",
                                 "NotoSansDevanagari-Regular.ttf", "DroidSansFallbackFull.ttf"})
            add(file, more.data());
    if (font == nullptr) {
        ImFontConfig plain;
        plain.SizePixels = size_px;
        font = atlas.AddFontDefault(&plain);
    }
    font->FallbackChar = 0xFFFD;
    return font;
}

}  // namespace

Fonts load_fonts(float unit, const CharactersInUse& characters, std::string& missing) {
    static std::vector<std::uint16_t> more;
    more = characters.ranges();
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    atlas.Clear();
    atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
    atlas.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
    atlas.TexDesiredWidth = unit > 1.4F ? 4096 : 2048;
    atlas.Flags |= ImFontAtlasFlags_NoPowerOfTwoHeight;
    const auto px = [&](float nominal) { return std::round(nominal * unit); };
    Fonts fonts;
    fonts.body = load_face("NotoSans", "Regular", px(16), more, missing);
    fonts.bold = load_face("NotoSans", "Bold", px(16), more, missing);
    fonts.small = load_face("NotoSans", "Regular", px(13.5F), more, missing);
    fonts.heading = load_face("NotoSerif", "Bold", px(20), more, missing);
    fonts.reading = load_face("NotoSerif", "Regular", px(17), more, missing);
    return fonts;
}

}  // namespace chronomap
