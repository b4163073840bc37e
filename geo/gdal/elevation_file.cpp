#include "geo/io/elevation_file.hpp"

#include <gdal.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "geo/gdal/gdal_warp.hpp"
#include "geo/gdal/raster_place.hpp"
#include "geo/spatial/projection.hpp"

namespace chronomap {
namespace {

/// Metres on the ground from the left to the right of one pixel at the grid's centre; the plane's own where the
/// centre is off the globe.
double ground_metres_per_px(const Projection& projection, const Georeference& pixels, int width, int height) {
    const double half = pixels.metres_per_px / 2;
    const PlanePoint centre{pixels.left + half * width, pixels.top - half * height};
    const LonLat a = projection.inverse({centre.x - half, centre.y});
    const LonLat b = projection.inverse({centre.x + half, centre.y});
    constexpr double degree = std::numbers::pi / 180, earth_radius_metres = 6371008.8;
    const double north = (b.lat - a.lat) * degree;
    const double east = std::remainder(b.lon - a.lon, 360) * degree * std::cos((a.lat + b.lat) / 2 * degree);
    const double metres = std::hypot(north, east) * earth_radius_metres;
    return std::isfinite(metres) && metres > 0 ? metres : pixels.metres_per_px;
}

/// A file of heights that says where it lies.
struct HeightsFile {
    DatasetHandle file;
    DatasetHandle placed;  ///< with a coordinate system; null: it has its own
    GDALDatasetH dataset() const { return placed ? placed.get() : file.get(); }
};

Result<HeightsFile> open_heights(const std::string& path) {
    auto file = open_raster(path, path);
    if (!file) return tl::unexpected(file.error());
    if (GDALGetRasterCount(file->get()) < 1) return unreadable_raster(path);
    if (const auto box = box_of_raster(file->get(), path); !box) return tl::unexpected(box.error());
    auto placed = in_degrees_if_unsaid(file->get(), path);
    if (!placed) return tl::unexpected(placed.error());
    return HeightsFile{std::move(*file), std::move(*placed)};
}

}  // namespace

Result<double> elevation_fineness(const std::string& path, const Georeference& pixels, int width, int height) {
    const QuietErrors quiet;
    const auto file = open_heights(path);
    if (!file) return tl::unexpected(file.error());
    const PixelRatio ratio = pixel_ratio(file->dataset(), pixels, width, height);
    return std::max(ratio.across, ratio.down);
}

Result<ElevationGrid> read_elevation(const std::string& path, const Georeference& pixels, int width, int height,
                                     const std::stop_token& stop) {
    if (width < 1 || height < 1) return fail("no pixels to read heights for", path);
    const QuietErrors quiet;
    const auto projection = projection_for(pixels.crs);
    if (!projection) return tl::unexpected(projection.error());
    const auto file = open_heights(path);
    if (!file) return tl::unexpected(file.error());
    const GDALDatasetH heights = file->dataset();
    PixelRatio ratio = pixel_ratio(heights, pixels, width, height);
    const auto small = shrunk(heights, ratio, path);
    if (!small) return tl::unexpected(small.error());
    // Between the file's own pixels heights must be smooth, or slopes show its grid.
    const bool enlarged = ratio.across < 0.8 && ratio.down < 0.8;
    const auto warped =
        warp_raster(*small ? small->get() : heights, path, pixels, width, height, ratio,
                    {"-ot", "Float32", "-dstnodata", "nan", "-r", enlarged ? "cubicspline" : "bilinear"}, stop);
    if (!warped) return tl::unexpected(warped.error());

    ElevationGrid grid{width, height, ground_metres_per_px(**projection, pixels, width, height), {}, 0};
    if (enlarged) grid.detail_metres = grid.ground_metres_per_px / std::max(ratio.across, ratio.down);
    grid.metres.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    if (GDALRasterIO(GDALGetRasterBand(warped->get(), 1), GF_Read, 0, 0, width, height, grid.metres.data(), width,
                     height, GDT_Float32, 0, 0) != CE_None)
        return unreadable_raster(path);
    return grid;
}

}  // namespace chronomap
