#include "geo/gdal/table_rows.hpp"

namespace chronomap {

OGRLayerH create_table(GDALDatasetH dataset, const char* name, OGRSpatialReferenceH reference, OGRwkbGeometryType type,
                       std::initializer_list<std::pair<const char*, OGRFieldType>> fields) {
    OGRLayerH layer = GDALDatasetCreateLayer(dataset, name, reference, type, nullptr);
    if (!layer) return nullptr;
    for (const auto& [field, field_type] : fields) {
        OGRFieldDefnH definition = OGR_Fld_Create(field, field_type);
        const OGRErr created = OGR_L_CreateField(layer, definition, TRUE);
        OGR_Fld_Destroy(definition);
        if (created != OGRERR_NONE) return nullptr;
    }
    return layer;
}

NewRow& NewRow::text(const char* field, const std::string& value) {
    if (!value.empty()) OGR_F_SetFieldString(feature_.get(), index(field), value.c_str());
    return *this;
}

NewRow& NewRow::number(const char* field, double value) {
    OGR_F_SetFieldDouble(feature_.get(), index(field), value);
    return *this;
}

NewRow& NewRow::integer(const char* field, GIntBig value) {
    OGR_F_SetFieldInteger64(feature_.get(), index(field), value);
    return *this;
}

NewRow& NewRow::day(const char* field, Day value) {
    const std::chrono::year_month_day ymd{value};
    const int year = int(ymd.year());
    if (value != open_begin && value != open_end && year >= 1 && year <= 9999)
        OGR_F_SetFieldDateTime(feature_.get(), index(field), year, int(unsigned(ymd.month())), int(unsigned(ymd.day())),
                               0, 0, 0, 0);
    return *this;
}

NewRow& NewRow::geometry(GeometryHandle geometry) {
    if (geometry) OGR_F_SetGeometryDirectly(feature_.get(), geometry.release());
    return *this;
}

bool NewRow::write() {
    return OGR_L_CreateFeature(layer_, feature_.get()) == OGRERR_NONE;
}

std::optional<int> ReadRow::index(const char* field) const {
    const int index = OGR_F_GetFieldIndex(feature_.get(), field);
    if (index < 0 || !OGR_F_IsFieldSetAndNotNull(feature_.get(), index)) return std::nullopt;
    return index;
}

std::string ReadRow::text(const char* field) const {
    const auto at = index(field);
    return at ? OGR_F_GetFieldAsString(feature_.get(), *at) : std::string();
}

double ReadRow::number(const char* field) const {
    const auto at = index(field);
    return at ? OGR_F_GetFieldAsDouble(feature_.get(), *at) : 0;
}

std::optional<GIntBig> ReadRow::integer(const char* field) const {
    const auto at = index(field);
    if (!at) return std::nullopt;
    return OGR_F_GetFieldAsInteger64(feature_.get(), *at);
}

}  // namespace chronomap
