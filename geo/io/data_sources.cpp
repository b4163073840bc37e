#include "geo/io/data_sources.hpp"

#include <algorithm>

#include "geo/base/asset_paths.hpp"
#include "geo/io/basemap.hpp"

namespace chronomap {

std::vector<std::string> data_sources(const Gazetteer& gazetteer) {
    std::vector<std::string> lines;
    if (const auto basemap = Basemap::open(asset_path("basemap.pack"))) lines = (*basemap)->sources();
    for (std::string& line : gazetteer.sources())
        if (std::ranges::find(lines, line) == lines.end()) lines.push_back(std::move(line));
    return lines;
}

const std::vector<std::string>& library_licences() {
    static const std::vector<std::string> lines = {
        "GDAL, MIT licence",
        "PROJ, MIT licence",
        "ICU, Unicode licence",
        "HarfBuzz, MIT licence",
        "FreeType, FreeType licence",
        "FriBidi, GNU Lesser General Public License 2.1",
        "uchardet, Mozilla Public License 1.1",
        "Gumbo, Apache License 2.0",
        "libpng, PNG Reference Library licence",
        "libjpeg-turbo, IJG and BSD 3-clause licences",
        "libwebp, BSD 3-clause licence",
        "OpenSSL, Apache License 2.0",
        "GLFW, zlib licence",
        "Dear ImGui, MIT licence",
        "glad (the generated OpenGL loader), CC0 1.0 and Apache License 2.0",
        "CLI11, BSD 3-clause licence",
        "JSON for Modern C++, MIT licence",
        "{fmt}, MIT licence",
        "tl::expected, CC0 1.0",
        "Noto fonts, SIL Open Font License 1.1",
    };
    return lines;
}

}  // namespace chronomap
