#include "geo/io/geotiff_file.hpp"

#include <cpl_error.h>
#include <fmt/format.h>
#include <gdal.h>
#include <ogr_spatialref.h>

#include <array>

#include "geo/base/atomic_file.hpp"
#include "geo/gdal/gdal_handles.hpp"
#include "geo/gdal/gdal_warp.hpp"

namespace chronomap {
namespace {

constexpr const char* document_item = "CHRONOMAP_VIEW";

tl::unexpected<Error> gdal_failure(const std::string& path) {
    const std::string why = CPLGetLastErrorMsg();
    return fail(why.empty() ? "GDAL cannot write this picture" : "GDAL cannot write this picture: " + why, path, 0,
                "check that the disk has room");
}

class GdalGeotiff : public GeotiffFile {
  public:
    GdalGeotiff(AtomicFile file, std::string path, int width, int height, DatasetHandle dataset)
        : file_(std::move(file)),
          path_(std::move(path)),
          width_(width),
          height_(height),
          dataset_(std::move(dataset)) {}
    ~GdalGeotiff() override {
        const QuietErrors quiet;
        dataset_.reset();
    }

    Result<void> add_rows(std::span<const std::uint8_t> rgba) override {
        const std::size_t row_bytes = static_cast<std::size_t>(width_) * 4;
        const std::size_t rows = rgba.size() / row_bytes;
        if (rgba.size() % row_bytes != 0 || rows > static_cast<std::size_t>(height_ - rows_given_))
            return fail("these are not the rows of this image", path_);
        const QuietErrors quiet;
        std::array<int, 3> bands{1, 2, 3};
        const auto written =
            GDALDatasetRasterIOEx(dataset_.get(), GF_Write, 0, rows_given_, width_, static_cast<int>(rows),
                                  const_cast<std::uint8_t*>(rgba.data()), width_, static_cast<int>(rows), GDT_Byte, 3,
                                  bands.data(), 4, static_cast<GSpacing>(row_bytes), 1, nullptr);
        if (written != CE_None) return gdal_failure(path_);
        rows_given_ += static_cast<int>(rows);
        return {};
    }

    Result<void> finish() override {
        if (rows_given_ < height_) return fail("rows of this image are missing", path_);
        const QuietErrors quiet;
        GDALFlushCache(dataset_.get());
        dataset_.reset();
        if (CPLGetLastErrorType() >= CE_Failure) return gdal_failure(path_);
        return file_.commit();
    }

  private:
    AtomicFile file_;
    std::string path_;
    int width_, height_;
    DatasetHandle dataset_;
    int rows_given_ = 0;
};

}  // namespace

Result<std::unique_ptr<GeotiffFile>> create_geotiff(const std::string& path, int width, int height,
                                                    const Georeference& georeference,
                                                    const GeotiffFile::Details& details) {
    if (width < 1 || height < 1) return fail("this image is empty", path);
    OGRSpatialReference reference;
    if (reference.SetFromUserInput(georeference.crs.c_str()) != OGRERR_NONE)
        return fail("unknown coordinate system '" + georeference.crs + "'", path);
    auto file = AtomicFile::create(path);
    if (!file) return tl::unexpected(file.error());
    const QuietErrors quiet;
    GDALAllRegister();
    const std::array<const char*, 7> options{"COMPRESS=DEFLATE", "PREDICTOR=2",          "ZLEVEL=6", "PHOTOMETRIC=RGB",
                                             "BIGTIFF=IF_SAFER", "NUM_THREADS=ALL_CPUS", nullptr};
    DatasetHandle dataset(GDALCreate(GDALGetDriverByName("GTiff"), file->temporary_path().c_str(), width, height, 3,
                                     GDT_Byte, const_cast<char**>(options.data())));
    if (!dataset) return gdal_failure(path);
    const double unit = reference.GetLinearUnits(), size = georeference.metres_per_px / unit;
    std::array<double, 6> transform{georeference.left / unit, size, 0, georeference.top / unit, 0, -size};
    GDALSetGeoTransform(dataset.get(), transform.data());
    if (GDALSetSpatialRef(dataset.get(), OGRSpatialReference::ToHandle(&reference)) != CE_None)
        return gdal_failure(path);
    const auto set = [&](const char* item, const std::string& text) {
        if (!text.empty()) GDALSetMetadataItem(dataset.get(), item, text.c_str(), nullptr);
    };
    set("TIFFTAG_SOFTWARE", "chronomap");
    set("TIFFTAG_DOCUMENTNAME", details.title);
    set("TIFFTAG_COPYRIGHT", details.credits);
    set(document_item, details.document);
    if (details.dpi > 0) {
        set("TIFFTAG_XRESOLUTION", fmt::format("{:.6g}", details.dpi));
        set("TIFFTAG_YRESOLUTION", fmt::format("{:.6g}", details.dpi));
        set("TIFFTAG_RESOLUTIONUNIT", "2");  // inches
    }
    return std::make_unique<GdalGeotiff>(std::move(*file), path, width, height, std::move(dataset));
}

Result<std::string> document_of_geotiff(const std::string& path) {
    const QuietErrors quiet;
    GDALAllRegister();
    const DatasetHandle dataset(GDALOpenEx(path.c_str(), GDAL_OF_RASTER, nullptr, nullptr, nullptr));
    if (!dataset) return fail("is no picture that GDAL reads", path);
    const char* text = GDALGetMetadataItem(dataset.get(), document_item, nullptr);
    return std::string(text ? text : "");
}

}  // namespace chronomap
