#include "geo/gdal/new_geopackage.hpp"

#include <cpl_conv.h>
#include <cpl_error.h>

#include <cstdio>

namespace chronomap {
namespace {

/// SQLite's own safety net, which the temporary file does not need: without it there is no journal beside the file, and
/// nothing but the commit waits for the disk.
class WithoutJournal {
  public:
    WithoutJournal() {
        CPLSetThreadLocalConfigOption("OGR_SQLITE_JOURNAL", "OFF");
        CPLSetThreadLocalConfigOption("OGR_SQLITE_SYNCHRONOUS", "OFF");
    }
    ~WithoutJournal() {
        CPLSetThreadLocalConfigOption("OGR_SQLITE_JOURNAL", nullptr);
        CPLSetThreadLocalConfigOption("OGR_SQLITE_SYNCHRONOUS", nullptr);
    }
    WithoutJournal(const WithoutJournal&) = delete;
    WithoutJournal& operator=(const WithoutJournal&) = delete;
};

}  // namespace

Result<NewGeoPackage> NewGeoPackage::create(const std::string& path) {
    GDALAllRegister();
    auto file = AtomicFile::create(path);
    if (!file) return tl::unexpected(file.error());
    GDALDriverH driver = GDALGetDriverByName("GPKG");
    if (!driver) return fail("this GDAL has no GeoPackage driver", {}, 0, "install libgdal32");
    // GDAL will not create a GeoPackage over a file that exists, be it empty; the unique name stays ours.
    std::remove(file->temporary_path().c_str());
    const WithoutJournal without;
    CPLPushErrorHandler(CPLQuietErrorHandler);
    DatasetHandle dataset(GDALCreate(driver, file->temporary_path().c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    CPLPopErrorHandler();
    if (!dataset) return fail(std::string("cannot write the GeoPackage: ") + CPLGetLastErrorMsg(), path);
    GDALDatasetStartTransaction(dataset.get(), FALSE);
    return NewGeoPackage(path, std::move(*file), std::move(dataset));
}

Result<void> NewGeoPackage::finish() {
    CPLErrorReset();
    CPLPushErrorHandler(CPLQuietErrorHandler);
    bool whole = GDALDatasetCommitTransaction(dataset_.get()) == OGRERR_NONE;
    if (whole) {
        CPLErrorReset();
        dataset_.reset();
        whole = CPLGetLastErrorType() != CE_Failure;
    }
    CPLPopErrorHandler();
    return whole ? file_.commit() : failure();
}

tl::unexpected<Error> NewGeoPackage::failure() const {
    const std::string why = CPLGetLastErrorMsg();
    return fail("cannot write the GeoPackage" + (why.empty() ? "" : ": " + why), path_, 0, "is the disk full?");
}

}  // namespace chronomap
