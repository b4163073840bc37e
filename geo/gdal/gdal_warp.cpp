#include "geo/gdal/gdal_warp.hpp"

#include <cpl_error.h>
#include <cpl_string.h>
#include <fmt/format.h>
#include <gdal_alg.h>
#include <gdal_utils.h>
#include <ogr_spatialref.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "geo/base/progress.hpp"

namespace chronomap {
namespace {

struct FreeWarpOptions {
    void operator()(GDALWarpAppOptions* options) const { GDALWarpAppOptionsFree(options); }
};

struct FreeTranslateOptions {
    void operator()(GDALTranslateOptions* options) const { GDALTranslateOptionsFree(options); }
};
struct DestroyTransformer {
    void operator()(void* transformer) const { GDALDestroyGenImgProjTransformer(transformer); }
};
struct FreeList {
    void operator()(char** list) const { CSLDestroy(list); }
};

double middle_of(std::vector<double>& values) {
    if (values.empty()) return 1;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// In the units of the system itself, as GDAL counts.
struct OwnUnits {
    double left = 0, top = 0, size = 1;
};
Result<OwnUnits> own_units(const Georeference& pixels, const std::string& path) {
    OGRSpatialReference reference;
    if (reference.SetFromUserInput(pixels.crs.c_str()) != OGRERR_NONE)
        return fail("unknown coordinate system '" + pixels.crs + "'", path);
    const double unit = reference.GetLinearUnits();
    return OwnUnits{pixels.left / unit, pixels.top / unit, pixels.metres_per_px / unit};
}

}  // namespace

QuietErrors::QuietErrors() {
    CPLPushErrorHandler(CPLQuietErrorHandler);
    CPLErrorReset();
}
QuietErrors::~QuietErrors() {
    CPLPopErrorHandler();
}

tl::unexpected<Error> unreadable_raster(const std::string& path) {
    std::string why = CPLGetLastErrorMsg();
    const auto says = [&](std::string_view words) { return why.find(words) != std::string::npos; };
    const bool network = says("download") || says("HTTP") || says("connect");
    why = why.substr(0, why.find('\n'));
    // GDAL says first which block of which file it could not read; what went wrong stands last.
    if (const auto last = why.rfind("failed at X offset"); last != std::string::npos)
        if (const auto reason = why.find(": ", last); reason != std::string::npos) why = why.substr(reason + 2);
    return fail(
        "cannot read this raster" + (why.empty() ? "" : ": " + why), path, 0,
        network ? "check the network and the address in the file" : "check that the file is whole and a raster");
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

PixelRatio pixel_ratio(GDALDatasetH source, const Georeference& pixels, int width, int height) {
    const auto own = own_units(pixels, {});
    if (!own) return {};
    const std::unique_ptr<char*, FreeList> options(CSLSetNameValue(nullptr, "DST_SRS", pixels.crs.c_str()));
    const std::unique_ptr<void, DestroyTransformer> transformer(
        GDALCreateGenImgProjTransformer2(source, nullptr, options.get()));
    if (!transformer) return {};
    const double transform[6]{own->left, own->size, 0, own->top, 0, -own->size};
    GDALSetGenImgProjTransformerDstGeoTransform(transformer.get(), transform);
    // Triples: a pixel of the map, its neighbour to the right and its neighbour below.
    constexpr int steps = 24;
    std::vector<double> x, y, z;
    for (int i = 0; i < steps; ++i)
        for (int j = 0; j < steps; ++j) {
            const double column = (i + 0.5) * width / steps, row = (j + 0.5) * height / steps;
            x.insert(x.end(), {column, column + 1, column});
            y.insert(y.end(), {row, row, row + 1});
        }
    z.resize(x.size());
    std::vector<int> done(x.size());
    GDALGenImgProjTransform(transformer.get(), TRUE, static_cast<int>(x.size()), x.data(), y.data(), z.data(),
                            done.data());
    const double columns = GDALGetRasterXSize(source), rows = GDALGetRasterYSize(source);
    std::vector<double> across, down;
    for (std::size_t i = 0; i < x.size(); i += 3) {
        if (!done[i] || !done[i + 1] || !done[i + 2]) continue;
        if (!(x[i] >= 0 && x[i] <= columns && y[i] >= 0 && y[i] <= rows)) continue;
        const double wide = std::hypot(x[i + 1] - x[i], x[i + 2] - x[i]);
        const double high = std::hypot(y[i + 1] - y[i], y[i + 2] - y[i]);
        // Across the antimeridian a pixel would reach around the globe.
        if (!std::isfinite(wide) || !std::isfinite(high) || wide > columns / 2 || high > rows / 2) continue;
        across.push_back(wide), down.push_back(high);
    }
    return {middle_of(across), middle_of(down)};
}

Result<DatasetHandle> shrunk(GDALDatasetH source, PixelRatio& ratio, const std::string& path) {
    const double across = std::max(1.0, std::floor(ratio.across)), down = std::max(1.0, std::floor(ratio.down));
    if (across < 2 && down < 2) return DatasetHandle();
    const int width = std::max(1, static_cast<int>(GDALGetRasterXSize(source) / across));
    const int height = std::max(1, static_cast<int>(GDALGetRasterYSize(source) / down));
    ratio.across *= static_cast<double>(width) / GDALGetRasterXSize(source);
    ratio.down *= static_cast<double>(height) / GDALGetRasterYSize(source);
    return translated(source, {"-r", "average", "-outsize", std::to_string(width), std::to_string(height)}, path);
}

Result<DatasetHandle> translated(GDALDatasetH source, std::vector<std::string> words, const std::string& path) {
    words.insert(words.begin(), {"-of", "VRT"});
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const std::unique_ptr<GDALTranslateOptions, FreeTranslateOptions> options(
        GDALTranslateOptionsNew(arguments.data(), nullptr));
    int misused = 0;
    DatasetHandle made(options ? GDALTranslate("", source, options.get(), &misused) : nullptr);
    if (!made) return unreadable_raster(path);
    return made;
}

Result<DatasetHandle> warp_raster(GDALDatasetH source, const std::string& path, const Georeference& pixels, int width,
                                  int height, PixelRatio ratio, const std::vector<std::string>& more,
                                  const std::stop_token& stop) {
    const auto own = own_units(pixels, path);
    if (!own) return tl::unexpected(own.error());
    CPLErrorReset();
    // The sample grid finds what is needed of the file even where the map's border is off the globe.
    std::vector<std::string> words{"-of",
                                   "MEM",
                                   "-ovr",
                                   "NONE",
                                   "-t_srs",
                                   pixels.crs,
                                   "-wm",
                                   "64",
                                   "-wo",
                                   "SAMPLE_GRID=YES",
                                   "-wo",
                                   fmt::format("XSCALE={:.6g}", std::min(1.0, 1 / ratio.across)),
                                   "-wo",
                                   fmt::format("YSCALE={:.6g}", std::min(1.0, 1 / ratio.down)),
                                   "-te",
                                   fmt::format("{:.17g}", own->left),
                                   fmt::format("{:.17g}", own->top - own->size * height),
                                   fmt::format("{:.17g}", own->left + own->size * width),
                                   fmt::format("{:.17g}", own->top),
                                   "-ts",
                                   std::to_string(width),
                                   std::to_string(height)};
    if (std::ranges::find(more, "-r") == more.end()) words.insert(words.end(), {"-r", "bilinear"});
    words.insert(words.end(), more.begin(), more.end());
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const std::unique_ptr<GDALWarpAppOptions, FreeWarpOptions> options(
        GDALWarpAppOptionsNew(arguments.data(), nullptr));
    if (!options) return unreadable_raster(path);
    const auto go_on = [](double, const char*, void* token) -> int {
        return !static_cast<const std::stop_token*>(token)->stop_requested();
    };
    GDALWarpAppOptionsSetProgress(options.get(), go_on, const_cast<std::stop_token*>(&stop));
    GDALDatasetH sources[] = {source};
    int misused = 0;
    DatasetHandle warped(GDALWarp("", nullptr, 1, sources, options.get(), &misused));
    if (stop.stop_requested()) return fail(cancelled, path);
    if (!warped || CPLGetLastErrorType() >= CE_Failure) return unreadable_raster(path);
    return warped;
}

}  // namespace chronomap
