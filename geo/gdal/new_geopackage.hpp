#pragma once

#include <string>

#include "geo/base/atomic_file.hpp"
#include "geo/gdal/gdal_handles.hpp"

namespace chronomap {

/// A GeoPackage that appears under its name when it is whole and on the disk. For the sources of geo/gdal only.
class NewGeoPackage {
  public:
    /// Error: the folder is missing or may not be written to.
    static Result<NewGeoPackage> create(const std::string& path);

    GDALDatasetH dataset() const { return dataset_.get(); }
    /// Error: disk full or the like; the file under the final name stays as it was.
    Result<void> finish();
    /// What to tell when a write failed: GDAL's last error.
    tl::unexpected<Error> failure() const;

  private:
    NewGeoPackage(std::string path, AtomicFile file, DatasetHandle dataset)
        : path_(std::move(path)), file_(std::move(file)), dataset_(std::move(dataset)) {}

    std::string path_;
    AtomicFile file_;
    DatasetHandle dataset_;
};

}  // namespace chronomap
