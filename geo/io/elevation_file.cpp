#include "geo/io/elevation_file.hpp"

#include <cpl_error.h>
#include <fmt/format.h>
#include <gdal.h>
#include <gdal_utils.h>
#include <ogr_spatialref.h>

#include <cmath>
#include <memory>
#include <numbers>
#include <vector>

#include "geo/io/gdal_handles.hpp"
#include "geo/spatial/projection.hpp"

namespace chronomap {
namespace {

struct FreeWarpOptions {
    void operator()(GDALWarpAppOptions* options) const { GDALWarpAppOptionsFree(options); }
};

/// GDAL tells its errors to us, not to standard error, while one lives.
struct QuietErrors {
    QuietErrors() { CPLPushErrorHandler(CPLQuietErrorHandler), CPLErrorReset(); }
    ~QuietErrors() { CPLPopErrorHandler(); }
    QuietErrors(const QuietErrors&) = delete;
    QuietErrors& operator=(const QuietErrors&) = delete;
};

tl::unexpected<Error> unreadable(const std::string& path) {
    const std::string why = CPLGetLastErrorMsg();
    return fail("cannot read this raster" + (why.empty() ? "" : ": " + why), path, 0,
                "check that the file is whole and a raster of heights");
}

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

}  // namespace

Result<ElevationGrid> read_elevation(const std::string& path, const Georeference& pixels, int width, int height) {
    if (width < 1 || height < 1) return fail("no pixels to read heights for", path);
    OGRSpatialReference reference;
    const QuietErrors quiet;
    if (reference.SetFromUserInput(pixels.crs.c_str()) != OGRERR_NONE)
        return fail("unknown coordinate system '" + pixels.crs + "'", path);
    const auto projection = projection_for(pixels.crs);
    if (!projection) return tl::unexpected(projection.error());
    CPLErrorReset();
    GDALAllRegister();
    // GDAL would keep as much of a large file as a twentieth of the machine's memory; each block is needed once.
    constexpr GIntBig most_cache_bytes = 64 << 20;
    if (GDALGetCacheMax64() > most_cache_bytes) GDALSetCacheMax64(most_cache_bytes);
    const DatasetHandle source(
        GDALOpenEx(path.c_str(), GDAL_OF_RASTER | GDAL_OF_VERBOSE_ERROR, nullptr, nullptr, nullptr));
    if (!source || GDALGetRasterCount(source.get()) < 1) return unreadable(path);
    if (!GDALGetSpatialRef(source.get()))
        return fail("this raster does not say where it lies", path, 0,
                    "give it a coordinate system: gdal_edit.py -a_srs");

    const double unit = reference.GetLinearUnits(), size = pixels.metres_per_px / unit;
    const double left = pixels.left / unit, top = pixels.top / unit;
    // The sample grid finds what is needed of the file even where the map's border is off the globe.
    std::vector<std::string> words{"-of",
                                   "MEM",
                                   "-ot",
                                   "Float32",
                                   "-dstnodata",
                                   "nan",
                                   "-r",
                                   "bilinear",
                                   "-t_srs",
                                   pixels.crs,
                                   "-wm",
                                   "64",
                                   "-wo",
                                   "SAMPLE_GRID=YES",
                                   "-te",
                                   fmt::format("{:.17g}", left),
                                   fmt::format("{:.17g}", top - size * height),
                                   fmt::format("{:.17g}", left + size * width),
                                   fmt::format("{:.17g}", top),
                                   "-ts",
                                   std::to_string(width),
                                   std::to_string(height)};
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const std::unique_ptr<GDALWarpAppOptions, FreeWarpOptions> options(
        GDALWarpAppOptionsNew(arguments.data(), nullptr));
    if (!options) return unreadable(path);
    GDALDatasetH sources[] = {source.get()};
    int misused = 0;
    const DatasetHandle warped(GDALWarp("", nullptr, 1, sources, options.get(), &misused));
    if (!warped || CPLGetLastErrorType() >= CE_Failure) return unreadable(path);

    ElevationGrid grid{width, height, ground_metres_per_px(**projection, pixels, width, height), {}};
    grid.metres.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    if (GDALRasterIO(GDALGetRasterBand(warped.get(), 1), GF_Read, 0, 0, width, height, grid.metres.data(), width,
                     height, GDT_Float32, 0, 0) != CE_None)
        return unreadable(path);
    return grid;
}

}  // namespace chronomap
