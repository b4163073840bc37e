#include "geo/io/georeference.hpp"

#include <cpl_conv.h>
#include <fmt/format.h>
#include <ogr_spatialref.h>

#include <array>
#include <filesystem>
#include <memory>

#include "geo/base/atomic_file.hpp"

namespace chronomap {
namespace {

/// "map.png" -> "map.pgw", "map.jpeg" -> "map.jgw"; others, as GDAL reads them, "map.wld".
std::string world_file_path(const std::string& picture_path) {
    std::filesystem::path path(picture_path);
    std::string extension = path.extension().string();
    for (char& c : extension) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    if (extension == ".png") return path.replace_extension(".pgw").string();
    if (extension == ".jpg" || extension == ".jpeg") return path.replace_extension(".jgw").string();
    if (extension == ".tif" || extension == ".tiff") return path.replace_extension(".tfw").string();
    return path.replace_extension(".wld").string();
}

Result<OGRSpatialReference> reference_of(const std::string& crs) {
    OGRSpatialReference reference;
    if (reference.SetFromUserInput(crs.c_str()) != OGRERR_NONE) return fail("unknown coordinate system '" + crs + "'");
    return reference;
}

}  // namespace

Result<std::string> prj_text(const std::string& crs) {
    const auto reference = reference_of(crs);
    if (!reference) return tl::unexpected(reference.error());
    char* text = nullptr;
    const std::array<const char*, 2> options{"FORMAT=WKT1_ESRI", nullptr};
    const bool written = reference->exportToWkt(&text, options.data()) == OGRERR_NONE;
    const std::unique_ptr<char, decltype(&CPLFree)> owned(text, CPLFree);
    if (!written || !text || *text == '\0') return fail("a .prj file cannot say the coordinate system '" + crs + "'");
    return std::string(text);
}

Result<std::string> world_file_text(const Georeference& georeference) {
    const auto reference = reference_of(georeference.crs);
    if (!reference) return tl::unexpected(reference.error());
    const double unit = reference->GetLinearUnits();
    const double size = georeference.metres_per_px / unit;
    return fmt::format("{:.12g}\n0\n0\n{:.12g}\n{:.12g}\n{:.12g}\n", size, -size, georeference.left / unit + size / 2,
                       georeference.top / unit - size / 2);
}

Result<void> write_world_file(const Georeference& georeference, const std::string& picture_path) {
    const auto prj = prj_text(georeference.crs);
    if (!prj) return tl::unexpected(prj.error());
    const auto world = world_file_text(georeference);
    if (!world) return tl::unexpected(world.error());
    const std::string prj_path = std::filesystem::path(picture_path).replace_extension(".prj").string();
    if (auto written = write_file_atomically(prj_path, *prj + "\n"); !written) return written;
    return write_file_atomically(world_file_path(picture_path), *world);
}

}  // namespace chronomap
