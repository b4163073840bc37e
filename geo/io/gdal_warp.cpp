#include "geo/io/gdal_warp.hpp"

#include <cpl_error.h>
#include <fmt/format.h>
#include <gdal_utils.h>
#include <ogr_spatialref.h>

#include <memory>

namespace chronomap {
namespace {

struct FreeWarpOptions {
    void operator()(GDALWarpAppOptions* options) const { GDALWarpAppOptionsFree(options); }
};

}  // namespace

QuietErrors::QuietErrors() {
    CPLPushErrorHandler(CPLQuietErrorHandler);
    CPLErrorReset();
}
QuietErrors::~QuietErrors() {
    CPLPopErrorHandler();
}

tl::unexpected<Error> unreadable_raster(const std::string& path) {
    const std::string why = CPLGetLastErrorMsg();
    return fail("cannot read this raster" + (why.empty() ? "" : ": " + why), path, 0,
                "check that the file is whole and a raster");
}

Result<DatasetHandle> open_raster(const std::string& dataset, const std::string& path) {
    GDALAllRegister();
    // GDAL would keep as much of a large file as a twentieth of the machine's memory.
    constexpr GIntBig most_cache_bytes = 64 << 20;
    if (GDALGetCacheMax64() > most_cache_bytes) GDALSetCacheMax64(most_cache_bytes);
    CPLErrorReset();
    DatasetHandle source(
        GDALOpenEx(dataset.c_str(), GDAL_OF_RASTER | GDAL_OF_VERBOSE_ERROR, nullptr, nullptr, nullptr));
    if (!source) return unreadable_raster(path);
    return source;
}

Result<DatasetHandle> warp_raster(GDALDatasetH source, const std::string& path, const Georeference& pixels, int width,
                                  int height, Resampling resampling, const std::vector<std::string>& more) {
    OGRSpatialReference reference;
    if (reference.SetFromUserInput(pixels.crs.c_str()) != OGRERR_NONE)
        return fail("unknown coordinate system '" + pixels.crs + "'", path);
    CPLErrorReset();
    const double unit = reference.GetLinearUnits(), size = pixels.metres_per_px / unit;
    const double left = pixels.left / unit, top = pixels.top / unit;
    // The sample grid finds what is needed of the file even where the map's border is off the globe.
    std::vector<std::string> words{"-of",
                                   "MEM",
                                   "-r",
                                   resampling == Resampling::bilinear ? "bilinear" : "near",
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
    words.insert(words.end(), more.begin(), more.end());
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const std::unique_ptr<GDALWarpAppOptions, FreeWarpOptions> options(
        GDALWarpAppOptionsNew(arguments.data(), nullptr));
    if (!options) return unreadable_raster(path);
    GDALDatasetH sources[] = {source};
    int misused = 0;
    DatasetHandle warped(GDALWarp("", nullptr, 1, sources, options.get(), &misused));
    if (!warped || CPLGetLastErrorType() >= CE_Failure) return unreadable_raster(path);
    return warped;
}

}  // namespace chronomap
