#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <utility>

#include "geo/base/result.hpp"
#include "geo/gdal/gdal_handles.hpp"
#include "geo/time/time_span.hpp"

namespace chronomap {

// For the sources of geo/gdal only: rows of vector tables, written and read by the names of their fields.

/// Adds a table with these fields. Null: GDAL's last error tells why.
OGRLayerH create_table(GDALDatasetH dataset, const char* name, OGRSpatialReferenceH reference, OGRwkbGeometryType type,
                       std::initializer_list<std::pair<const char*, OGRFieldType>> fields);

/// One row to be written; going out of scope would hide errors, so write() is explicit.
class NewRow {
  public:
    explicit NewRow(OGRLayerH layer) : layer_(layer), feature_(OGR_F_Create(OGR_L_GetLayerDefn(layer))) {}

    /// An empty text is null.
    NewRow& text(const char* field, const std::string& value);
    NewRow& number(const char* field, double value);
    NewRow& integer(const char* field, GIntBig value);
    /// Left null for an open end and for years that SQL dates do not hold.
    NewRow& day(const char* field, Day value);
    NewRow& geometry(GeometryHandle geometry);
    bool write();
    /// The row's number in its table, once it is written.
    GIntBig number() const { return OGR_F_GetFID(feature_.get()); }

  private:
    int index(const char* field) const { return OGR_F_GetFieldIndex(feature_.get(), field); }

    OGRLayerH layer_;
    FeatureHandle feature_;
};

/// One row as read. Fields that the table lacks are null, so that tables of older programs can be read.
class ReadRow {
  public:
    explicit ReadRow(FeatureHandle feature) : feature_(std::move(feature)) {}

    explicit operator bool() const { return feature_ != nullptr; }
    std::string text(const char* field) const;
    double number(const char* field) const;
    std::optional<GIntBig> integer(const char* field) const;
    GIntBig number() const { return OGR_F_GetFID(feature_.get()); }

  private:
    std::optional<int> index(const char* field) const;

    FeatureHandle feature_;
};

}  // namespace chronomap
