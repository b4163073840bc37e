#include "geo/io/vector_layer.hpp"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <memory>

#include "geo/gdal/vector_file.hpp"

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

Result<DatasetHandle> open_vector(const std::string& path) {
    auto opened = open_vector_file(path);
    if (opened) return opened;
    const std::string why = opened.error().message;
    return fail("cannot read this file" + (why.empty() ? "" : ": " + why), path);
}

class GdalFeature : public VectorFeature {
  public:
    explicit GdalFeature(OGRFeature& feature) : feature_(feature) {}

    std::string text(const char* field) const override {
        const int index = feature_.GetFieldIndex(field);
        if (index < 0 || !feature_.IsFieldSetAndNotNull(index)) return {};
        return feature_.GetFieldAsString(index);
    }

    double number(const char* field, double missing) const override {
        const int index = feature_.GetFieldIndex(field);
        if (index < 0 || !feature_.IsFieldSetAndNotNull(index)) return missing;
        return feature_.GetFieldAsDouble(index);
    }

    std::vector<std::string> field_names() const override {
        std::vector<std::string> names;
        for (int i = 0; i < feature_.GetFieldCount(); ++i)
            names.emplace_back(feature_.GetFieldDefnRef(i)->GetNameRef());
        return names;
    }

    std::string layer_name() const override { return feature_.GetDefnRef()->GetName(); }

    VectorKind kind() const override {
        const OGRGeometry* geometry = feature_.GetGeometryRef();
        while (geometry && !geometry->IsEmpty()) {
            switch (wkbFlatten(geometry->getGeometryType())) {
                case wkbPoint:
                    return VectorKind::point;
                case wkbLineString:
                    return VectorKind::line;
                case wkbPolygon:
                    return VectorKind::area;
                case wkbMultiPoint:
                case wkbMultiLineString:
                case wkbMultiPolygon:
                case wkbGeometryCollection:
                    geometry = geometry->toGeometryCollection()->getGeometryRef(0);
                    break;
                default:
                    return VectorKind::none;
            }
        }
        return VectorKind::none;
    }

    std::vector<std::vector<LonLat>> parts() const override {
        std::vector<std::vector<LonLat>> parts;
        append_parts(feature_.GetGeometryRef(), parts);
        return parts;
    }

  private:
    OGRFeature& feature_;
};

}  // namespace

Result<void> read_vector_layer(const std::string& path, const std::string& layer,
                               const std::function<void(const VectorFeature&)>& visit) {
    const auto opened = open_vector(path);
    if (!opened) return tl::unexpected(opened.error());
    GDALDataset* dataset = GDALDataset::FromHandle(opened->get());
    OGRLayer* found = layer.empty() ? dataset->GetLayer(0) : dataset->GetLayerByName(layer.c_str());
    if (!found) return fail("no layer \"" + layer + "\" in this file", path);
    OGRSpatialReference wgs84;
    wgs84.importFromEPSG(4326);
    wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    std::unique_ptr<OGRCoordinateTransformation> transform;
    if (const OGRSpatialReference* own = found->GetSpatialRef()) {
        OGRSpatialReference from(*own);
        from.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        if (!from.IsSame(&wgs84)) {
            transform.reset(OGRCreateCoordinateTransformation(&from, &wgs84));
            if (!transform) return fail("its coordinate system cannot be brought to longitude and latitude", path);
        }
    }
    for (const auto& feature : *found) {
        OGRGeometry* geometry = feature->GetGeometryRef();
        if (geometry && geometry->hasCurveGeometry()) {
            feature->SetGeometryDirectly(geometry->getLinearGeometry());
            geometry = feature->GetGeometryRef();
        }
        if (geometry && transform && geometry->transform(transform.get()) != OGRERR_NONE)
            feature->SetGeometryDirectly(nullptr);
        visit(GdalFeature(*feature));
    }
    return {};
}

}  // namespace chronomap
