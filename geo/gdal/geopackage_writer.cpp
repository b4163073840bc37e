#include "geo/io/geopackage_writer.hpp"

#include "geo/gdal/extraction_tables.hpp"
#include "geo/gdal/new_geopackage.hpp"
#include "geo/gdal/project_tables.hpp"
#include "geo/io/project_file.hpp"

namespace chronomap {
namespace {

class GeoPackageWriter final : public ExtractionWriter {
  public:
    GeoPackageWriter(NewGeoPackage file, bool is_project) : file_(std::move(file)), is_project_(is_project) {}

    Result<void> start() { return tables_.create(file_.dataset()) ? Result<void>{} : file_.failure(); }
    Result<void> add(const Extraction& extraction) override {
        return tables_.add(extraction) ? Result<void>{} : file_.failure();
    }
    Result<void> finish() override {
        if (is_project_ && !add_project_tables(file_.dataset(), {})) return file_.failure();
        return file_.finish();
    }

  private:
    NewGeoPackage file_;
    ExtractionTables tables_;
    bool is_project_;
};

}  // namespace

Result<std::unique_ptr<ExtractionWriter>> create_geopackage_writer(const std::string& path) {
    auto file = NewGeoPackage::create(path);
    if (!file) return tl::unexpected(file.error());
    auto writer = std::make_unique<GeoPackageWriter>(std::move(*file), path.ends_with(project_extension));
    if (auto started = writer->start(); !started) return tl::unexpected(started.error());
    return writer;
}

}  // namespace chronomap
