#include "geo/io/georeference.hpp"

#include <fmt/format.h>

#include <filesystem>

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

}  // namespace

Result<std::string> world_file_text(const Georeference& georeference) {
    const auto known = metres_per_unit(georeference.crs);
    if (!known) return tl::unexpected(known.error());
    const double unit = *known, size = georeference.metres_per_px / unit;
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
