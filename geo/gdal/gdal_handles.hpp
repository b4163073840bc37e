#pragma once

#include <memory>
#include <type_traits>

#include <gdal.h>
#include <ogr_api.h>

namespace chronomap {

struct CloseDataset {
    void operator()(GDALDatasetH dataset) const { GDALClose(dataset); }
};
struct DestroyFeature {
    void operator()(OGRFeatureH feature) const { OGR_F_Destroy(feature); }
};
struct DestroyGeometry {
    void operator()(OGRGeometryH geometry) const { OGR_G_DestroyGeometry(geometry); }
};

// For the sources of geo/gdal only: no other header includes GDAL.
using DatasetHandle = std::unique_ptr<void, CloseDataset>;
using FeatureHandle = std::unique_ptr<std::remove_pointer_t<OGRFeatureH>, DestroyFeature>;
using GeometryHandle = std::unique_ptr<std::remove_pointer_t<OGRGeometryH>, DestroyGeometry>;

}  // namespace chronomap
