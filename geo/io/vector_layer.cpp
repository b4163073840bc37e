#include "geo/io/vector_layer.hpp"

#include <cpl_error.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

namespace chronomap {
namespace {

void append_parts(const OGRGeometry* geometry, std::vector<std::vector<LonLat>>& parts) {
    if (!geometry) return;
    switch (wkbFlatten(geometry->getGeometryType())) {
        case wkbPoint: {
            const OGRPoint* point = geometry->toPoint();
            if (!point->IsEmpty()) parts.push_back({{point->getX(), point->getY()}});
            break;
        }
        case wkbLineString: {
            const OGRLineString* line = geometry->toLineString();
            std::vector<LonLat> points(static_cast<std::size_t>(line->getNumPoints()));
            for (int i = 0; i < line->getNumPoints(); ++i) points[i] = {line->getX(i), line->getY(i)};
            if (points.size() >= 2) parts.push_back(std::move(points));
            break;
        }
        case wkbPolygon:
            for (const OGRLinearRing* ring : *geometry->toPolygon())
                append_parts(static_cast<const OGRLineString*>(ring), parts);
            break;
        case wkbMultiPoint:
        case wkbMultiLineString:
        case wkbMultiPolygon:
        case wkbGeometryCollection:
            for (const OGRGeometry* member : *geometry->toGeometryCollection()) append_parts(member, parts);
            break;
        default:
            break;
    }
}

}  // namespace

std::string VectorFeature::text(const char* field) const {
    const int index = feature_.GetFieldIndex(field);
    if (index < 0 || !feature_.IsFieldSetAndNotNull(index)) return {};
    return feature_.GetFieldAsString(index);
}

double VectorFeature::number(const char* field, double missing) const {
    const int index = feature_.GetFieldIndex(field);
    if (index < 0 || !feature_.IsFieldSetAndNotNull(index)) return missing;
    return feature_.GetFieldAsDouble(index);
}

std::vector<std::vector<LonLat>> VectorFeature::parts() const {
    std::vector<std::vector<LonLat>> parts;
    append_parts(feature_.GetGeometryRef(), parts);
    return parts;
}

Result<void> read_vector_layer(const std::string& path, const std::string& layer,
                               const std::function<void(const VectorFeature&)>& visit) {
    GDALAllRegister();
    CPLErrorReset();
    GDALDatasetUniquePtr dataset(GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY));
    if (!dataset) return fail(std::string("cannot read this file: ") + CPLGetLastErrorMsg(), path);
    OGRLayer* found = layer.empty() ? dataset->GetLayer(0) : dataset->GetLayerByName(layer.c_str());
    if (!found) return fail("no layer \"" + layer + "\" in this file", path);
    for (const auto& feature : *found) visit(VectorFeature(*feature));
    return {};
}

}  // namespace chronomap
