#include "render/text/font_files.hpp"

#include <cstdlib>
#include <filesystem>

namespace chronomap {
namespace {

/// Names without "Noto" and ".ttf": Latin, Cyrillic and Greek first, then the scripts of the region, then of its
/// readers.
std::vector<std::string> names_of(FontRole role) {
    switch (role) {
        case FontRole::bold:
            return {"Sans-Bold",       "SansArmenian-Bold",   "SansGeorgian-Bold",   "SansArabic-Bold",
                    "SansHebrew-Bold", "SansDevanagari-Bold", "SansSymbols2-Regular"};
        case FontRole::italic:
            return {"Sans-Italic",        "SansArmenian-Regular", "SansGeorgian-Regular",
                    "SansArabic-Regular", "SansHebrew-Regular",   "SansDevanagari-Regular"};
        case FontRole::serif:
            return {"Serif-Regular",       "SerifArmenian-Regular", "SerifGeorgian-Regular",
                    "NaskhArabic-Regular", "SerifHebrew-Regular",   "SerifDevanagari-Regular"};
        case FontRole::serif_bold:
            return {"Serif-Bold",       "SerifArmenian-Bold", "SerifGeorgian-Bold",
                    "NaskhArabic-Bold", "SerifHebrew-Bold",   "SerifDevanagari-Bold"};
        case FontRole::regular:
            break;
    }
    return {"Sans-Regular",       "SansArmenian-Regular",   "SansGeorgian-Regular", "SansArabic-Regular",
            "SansHebrew-Regular", "SansDevanagari-Regular", "SansSymbols-Regular",  "SansSymbols2-Regular"};
}

std::vector<std::string> folders() {
    std::vector<std::string> folders;
    if (const char* own = std::getenv("CHRONOMAP_FONTS")) folders.emplace_back(own);
    folders.emplace_back("/usr/share/fonts/truetype/noto");
    folders.emplace_back("/usr/share/fonts/noto");
    folders.emplace_back("/usr/local/share/fonts");
    if (const char* home = std::getenv("HOME")) folders.push_back(std::string(home) + "/.local/share/fonts");
    return folders;
}

}  // namespace

Result<std::vector<std::string>> font_files(FontRole role) {
    std::vector<std::string> files;
    const std::vector<std::string> names = names_of(role);
    for (const std::string& name : names) {
        for (const std::string& folder : folders()) {
            const std::string path = folder + "/Noto" + name + ".ttf";
            std::error_code error;
            if (!std::filesystem::is_regular_file(path, error)) continue;
            files.push_back(path);
            break;
        }
        if (files.empty())
            return fail("the font Noto" + names.front() + ".ttf is not installed", {}, 0,
                        "install the package fonts-noto-core, or set CHRONOMAP_FONTS to a folder that has it");
    }
    return files;
}

}  // namespace chronomap
