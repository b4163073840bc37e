#include "geo/gdal/raster_place.hpp"

#include <gdal_alg.h>
#include <ogr_spatialref.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

#include "geo/gdal/gdal_warp.hpp"

namespace chronomap {
namespace {

struct DestroyTransformer {
    void operator()(void* transformer) const { GDALDestroyGenImgProjTransformer(transformer); }
};

tl::unexpected<Error> placeless(const std::string& what, const std::string& path) {
    return fail(what, path, 0,
                "put a world file and a .prj beside it, or write one that says so: gdal_translate -a_srs EPSG:N "
                "[-gcp PIXEL LINE X Y]...");
}

OGRSpatialReference wgs84() {
    OGRSpatialReference system;
    system.importFromEPSG(4326);
    system.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    return system;
}

/// By the corners of its pixels, in its own system.
struct OwnBox {
    double left = 1e300, bottom = 1e300, right = -1e300, top = -1e300;
};

OwnBox own_box(GDALDatasetH dataset, const double (&transform)[6]) {
    OwnBox box;
    for (const double column : {0.0, double(GDALGetRasterXSize(dataset))})
        for (const double row : {0.0, double(GDALGetRasterYSize(dataset))}) {
            const double x = transform[0] + column * transform[1] + row * transform[2];
            const double y = transform[3] + column * transform[4] + row * transform[5];
            box = {std::min(box.left, x), std::min(box.bottom, y), std::max(box.right, x), std::max(box.top, y)};
        }
    return box;
}

/// By its control points or polynomials, as gdalwarp would place it.
Result<GeoBox> warped_box(GDALDatasetH dataset, const std::string& path) {
    char* wkt = nullptr;
    wgs84().exportToWkt(&wkt);
    const std::unique_ptr<void, DestroyTransformer> transformer(
        GDALCreateGenImgProjTransformer(dataset, nullptr, nullptr, wkt, TRUE, 1000, 0));
    CPLFree(wkt);
    double transform[6], extent[4];
    int width = 0, height = 0;
    if (!transformer || GDALSuggestedWarpOutput2(dataset, GDALGenImgProjTransform, transformer.get(), transform, &width,
                                                 &height, extent, 0) != CE_None)
        return placeless("its control points do not tell where it lies", path);
    return GeoBox{extent[0], extent[1], extent[2], extent[3]};
}

}  // namespace

Result<GeoBox> box_of_raster(GDALDatasetH dataset, const std::string& path) {
    double transform[6];
    if (GDALGetGeoTransform(dataset, transform) != CE_None) {
        if (GDALGetGCPCount(dataset) > 0 && GDALGetGCPSpatialRef(dataset)) return warped_box(dataset, path);
        if (GDALGetMetadata(dataset, "RPC")) return warped_box(dataset, path);
        return placeless("this raster does not say where it lies", path);
    }
    const OwnBox own = own_box(dataset, transform);
    const auto* system = OGRSpatialReference::FromHandle(GDALGetSpatialRef(dataset));
    const bool degrees = own.left >= -360 && own.right <= 360 && own.bottom >= -90.01 && own.top <= 90.01;
    if (system ? system->IsLocal() != 0 : !degrees)
        return placeless("this raster does not say in which coordinate system it lies", path);
    OGRSpatialReference from(system ? *system : wgs84());
    from.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    const OGRSpatialReference to = wgs84();
    const std::unique_ptr<OGRCoordinateTransformation> transformation(OGRCreateCoordinateTransformation(&from, &to));
    GeoBox box;
    constexpr int points_of_a_side = 21;
    const bool placed =
        transformation && transformation->TransformBounds(own.left, own.bottom, own.right, own.top, &box.west,
                                                          &box.south, &box.east, &box.north, points_of_a_side);
    // What covers more than its system can bring back is somewhere on the globe.
    const bool sound = placed && std::isfinite(box.west) && std::isfinite(box.south) && std::isfinite(box.east) &&
                       std::isfinite(box.north);
    if (!transformation) return placeless("its coordinate system is unknown", path);
    if (!sound) return GeoBox{-180, -90, 180, 90};
    if (box.east - box.west >= 360) box.west = -180, box.east = 180;
    // One written beyond 180 degrees east lies across the antimeridian.
    if (box.east > 180 && box.west < 180) box.east -= 360;
    box.south = std::max(box.south, -90.0), box.north = std::min(box.north, 90.0);
    return box;
}

Result<DatasetHandle> in_degrees_if_unsaid(GDALDatasetH dataset, const std::string& path) {
    if (GDALGetSpatialRef(dataset) || GDALGetGCPCount(dataset) > 0 || GDALGetMetadata(dataset, "RPC"))
        return DatasetHandle();
    return translated(dataset, {"-a_srs", "EPSG:4326"}, path);
}

}  // namespace chronomap
