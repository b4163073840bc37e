#include "geo/gdal/vector_file.hpp"

#include <cpl_error.h>
#include <ogrsf_frmts.h>

#include <mutex>

namespace chronomap {
namespace {

/// Registers the driver that a file's ending names. False: it names none of the usual ones.
bool register_usual_driver(const std::string& path) {
    static std::mutex one_at_a_time;
    const std::lock_guard lock(one_at_a_time);
    if (path.ends_with(".csv")) {
        RegisterOGRCSV();
        return true;
    }
    if (path.ends_with(".geojson")) {
        RegisterOGRGeoJSON();
        return true;
    }
    return false;
}

DatasetHandle open(const std::string& path, std::string& why) {
    CPLPushErrorHandler(CPLQuietErrorHandler);
    CPLErrorReset();
    DatasetHandle dataset(GDALOpenEx(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, nullptr, nullptr, nullptr));
    why = CPLGetLastErrorMsg();
    CPLPopErrorHandler();
    return dataset;
}

}  // namespace

Result<DatasetHandle> open_vector_file(const std::string& path) {
    std::string why;
    if (register_usual_driver(path))
        if (DatasetHandle dataset = open(path, why)) return dataset;
    GDALAllRegister();
    if (DatasetHandle dataset = open(path, why)) return dataset;
    return fail(why, path);
}

}  // namespace chronomap
