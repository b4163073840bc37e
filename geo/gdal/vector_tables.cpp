#include "geo/io/vector_tables.hpp"

#include <cpl_error.h>
#include <gdal.h>
#include <ogr_api.h>

#include "geo/gdal/gdal_handles.hpp"
#include "geo/gdal/gdal_warp.hpp"

namespace chronomap {
namespace {

Result<DatasetHandle> open_tables(const std::string& path) {
    GDALAllRegister();
    DatasetHandle file(GDALOpenEx(path.c_str(), GDAL_OF_VECTOR, nullptr, nullptr, nullptr));
    const std::string why = CPLGetLastErrorMsg();
    if (!file) return fail("cannot read this file" + (why.empty() ? "" : ": " + why), path);
    return file;
}

VectorKind kind_of(OGRGeometryH geometry) {
    while (geometry && !OGR_G_IsEmpty(geometry)) {
        const OGRwkbGeometryType type = wkbFlatten(OGR_G_GetGeometryType(geometry));
        if (OGR_GT_IsSubClassOf(type, wkbGeometryCollection)) {
            geometry = OGR_G_GetGeometryRef(geometry, 0);
            continue;
        }
        if (type == wkbPoint) return VectorKind::point;
        if (OGR_GT_IsCurve(type)) return VectorKind::line;
        if (OGR_GT_IsSurface(type)) return VectorKind::area;
        break;
    }
    return VectorKind::none;
}

}  // namespace

Result<std::vector<std::string>> tables_with_shapes(const std::string& path) {
    const QuietErrors quiet;
    const auto file = open_tables(path);
    if (!file) return tl::unexpected(file.error());
    std::vector<std::string> names;
    for (int i = 0; i < GDALDatasetGetLayerCount(file->get()); ++i) {
        OGRLayerH table = GDALDatasetGetLayer(file->get(), i);
        if (OGR_L_GetGeomType(table) != wkbNone) names.emplace_back(OGR_L_GetName(table));
    }
    return names;
}

Result<VectorKind> first_shape(const std::string& path) {
    const QuietErrors quiet;
    const auto file = open_tables(path);
    if (!file) return tl::unexpected(file.error());
    for (int i = 0; i < GDALDatasetGetLayerCount(file->get()); ++i) {
        OGRLayerH table = GDALDatasetGetLayer(file->get(), i);
        const FeatureHandle first(OGR_L_GetNextFeature(table));
        if (!first) continue;
        const VectorKind kind = kind_of(OGR_F_GetGeometryRef(first.get()));
        if (kind != VectorKind::none) return kind;
    }
    return VectorKind::none;
}

}  // namespace chronomap
