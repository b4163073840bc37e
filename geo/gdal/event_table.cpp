#include <fmt/format.h>
#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

#include <memory>

#include "geo/gdal/vector_file.hpp"
#include "geo/io/dataset_builder.hpp"
#include "geo/io/event_dataset.hpp"

namespace chronomap {
namespace {

struct DestroyTransform {
    void operator()(OGRCoordinateTransformationH transform) const { OCTDestroyCoordinateTransformation(transform); }
};
using TransformHandle = std::unique_ptr<std::remove_pointer_t<OGRCoordinateTransformationH>, DestroyTransform>;

/// From the layer's system to WGS 84 longitude, latitude; null when it is that already or has none.
TransformHandle to_wgs84(OGRLayerH layer) {
    OGRSpatialReferenceH from = OGR_L_GetSpatialRef(layer);
    if (!from) return nullptr;
    OGRSpatialReferenceH wgs84 = OSRNewSpatialReference(nullptr);
    OSRImportFromEPSG(wgs84, 4326);
    OSRSetAxisMappingStrategy(wgs84, OAMS_TRADITIONAL_GIS_ORDER);
    OSRSetAxisMappingStrategy(from, OAMS_TRADITIONAL_GIS_ORDER);
    TransformHandle transform;
    if (!OSRIsSame(from, wgs84)) transform.reset(OCTNewCoordinateTransformation(from, wgs84));
    OSRRelease(wgs84);
    return transform;
}

std::optional<LonLat> point_of(OGRFeatureH feature, OGRCoordinateTransformationH transform) {
    OGRGeometryH geometry = OGR_F_GetGeometryRef(feature);
    if (!geometry || OGR_G_IsEmpty(geometry)) return std::nullopt;
    OGREnvelope box;
    OGR_G_GetEnvelope(geometry, &box);
    double x = (box.MinX + box.MaxX) / 2, y = (box.MinY + box.MaxY) / 2;
    if (transform && !OCTTransform(transform, 1, &x, &y, nullptr)) return std::nullopt;
    return LonLat{x, y};
}

}  // namespace

Result<Extraction> read_event_table(const std::string& path, std::vector<std::string>& warnings) {
    auto opened = open_vector_file(path);
    if (!opened) {
        const std::string why = opened.error().message;
        return fail(why.empty() ? "is no dataset that GDAL can open" : why, path);
    }
    const DatasetHandle dataset = std::move(*opened);
    OGRLayerH layer = GDALDatasetGetLayerByName(dataset.get(), "events");
    if (!layer && GDALDatasetGetLayerCount(dataset.get()) > 0) layer = GDALDatasetGetLayer(dataset.get(), 0);
    if (!layer) return fail("holds no vector layer", path);

    OGRFeatureDefnH definition = OGR_L_GetLayerDefn(layer);
    std::vector<std::string> names;
    for (int i = 0; i < OGR_FD_GetFieldCount(definition); ++i)
        names.emplace_back(OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(definition, i)));
    DatasetColumns columns = guess_columns(names);
    const bool has_geometry = OGR_FD_GetGeomType(definition) != wkbNone;
    if (auto ok = check_columns(columns, names, has_geometry, path); !ok) return tl::unexpected(ok.error());

    if (columns.begin >= 0) {
        while (columns.slash_order == SlashOrder::unknown) {
            FeatureHandle feature(OGR_L_GetNextFeature(layer));
            if (!feature) break;
            columns.slash_order = order_seen(OGR_F_GetFieldAsString(feature.get(), columns.begin), columns.slash_order);
        }
        OGR_L_ResetReading(layer);
    }
    const TransformHandle transform = to_wgs84(layer);
    DatasetBuilder builder(path, columns);
    while (FeatureHandle feature{OGR_L_GetNextFeature(layer)}) {
        // OGR reuses one buffer for all conversions to text, so each cell is copied when first asked for.
        std::vector<std::string> cells(names.size());
        std::vector<bool> read(names.size(), false);
        const auto cell = [&](int column) -> std::string_view {
            const auto i = static_cast<std::size_t>(column);
            if (!read[i]) {
                read[i] = true;
                if (OGR_F_IsFieldSetAndNotNull(feature.get(), column))
                    cells[i] = OGR_F_GetFieldAsString(feature.get(), column);
            }
            return cells[i];
        };
        builder.add({cell, point_of(feature.get(), transform.get())});
    }
    if (CPLGetLastErrorType() == CE_Failure)
        warnings.push_back(fmt::format("{}: read only in part: {}", path, CPLGetLastErrorMsg()));
    return std::move(builder).finish(warnings);
}

}  // namespace chronomap
