#include "geo/io/raster_file.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <fstream>

namespace chronomap {

bool is_raster_path(const std::string& path) {
    static constexpr std::array<std::string_view, 20> endings{
        ".tif",  ".tiff", ".vrt", ".mbtiles", ".jp2", ".asc", ".img", ".png", ".jpg", ".jpeg",
        ".webp", ".hgt",  ".dem", ".bil",     ".ecw", ".sid", ".nc",  ".grd", ".bt",  ".gpkg"};
    std::string ending = std::filesystem::path(path).extension().string();
    std::ranges::transform(ending, ending.begin(), [](unsigned char c) { return std::tolower(c); });
    if (ending != ".xml") return std::ranges::find(endings, ending) != endings.end();
    std::ifstream file(path, std::ios::binary);
    std::string begin(256, '\0');
    file.read(begin.data(), static_cast<std::streamsize>(begin.size()));
    return begin.find("<GDAL_WMS") != std::string::npos || begin.find("<GDAL_WMTS") != std::string::npos;
}

}  // namespace chronomap
