#include "geo/io/event_dataset.hpp"

#include <array>
#include <filesystem>
#include <fstream>
#include <memory>

#include <fmt/format.h>
#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>
#include <nlohmann/json.hpp>

#include "geo/events/dataset_columns.hpp"
#include "geo/io/vector_file.hpp"
#include "geo/text/ascii.hpp"

namespace chronomap {
namespace {

std::string extension_of(const std::string& path) {
    return lower_ascii(std::filesystem::path(path).extension().string());
}

/// Collects rows into an Extraction and counts what is wrong with them.
class DatasetBuilder {
  public:
    DatasetBuilder(const std::string& path, DatasetColumns columns) : columns_(columns) {
        extraction_.article.path = path;
        extraction_.article.id = std::filesystem::path(path).stem().string();
        extraction_.article.title = std::filesystem::path(path).filename().string();
    }

    void add(const DatasetRow& row) {
        RowReading reading = read_row(row, columns_, extraction_.article.id, ++rows_);
        std::string& text = extraction_.article.text;
        const TextRange line{static_cast<std::uint32_t>(text.size()),
                             static_cast<std::uint32_t>(text.size() + reading.text.size())};
        text += reading.text + "\n";
        if (reading.event) {
            reading.event->sentence = line;
            extraction_.events.push_back(std::move(*reading.event));
        } else {
            ++(reading.reason == ResidueReason::undated ? undated_ : unplaced_);
            extraction_.residue.push_back({reading.reason, line, fmt::format("row {}", rows_)});
        }
    }

    Result<Extraction> finish(std::vector<std::string>& warnings) && {
        const std::string& path = extraction_.article.path;
        if (rows_ == 0) return fail("holds no rows", path);
        if (undated_ > 0)
            warnings.push_back(fmt::format("{}: {} of {} rows have no readable date", path, undated_, rows_));
        if (unplaced_ > 0)
            warnings.push_back(fmt::format("{}: {} of {} rows have no usable coordinates", path, unplaced_, rows_));
        return std::move(extraction_);
    }

  private:
    DatasetColumns columns_;
    Extraction extraction_;
    std::size_t rows_ = 0, undated_ = 0, unplaced_ = 0;
};

Result<void> check(const DatasetColumns& columns, const std::vector<std::string>& names, bool has_geometry,
                   const std::string& path) {
    std::string list;
    for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
    if (!columns.has_date())
        return fail("no date column among: " + list, path, 1, "name one 'date', 'date_start' or 'year'");
    if (!has_geometry && !columns.has_coordinates())
        return fail("no coordinates among: " + list, path, 1, "name two 'latitude' and 'longitude'");
    return {};
}

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

Result<Extraction> read_with_gdal(const std::string& path, std::vector<std::string>& warnings) {
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
    if (auto ok = check(columns, names, has_geometry, path); !ok) return tl::unexpected(ok.error());

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

std::string text_of(const nlohmann::json& value) {
    if (value.is_string()) return value.get<std::string>();
    if (value.is_number() || value.is_boolean()) return value.dump();
    return {};
}

Result<Extraction> read_json_rows(const nlohmann::json& rows, const std::string& path,
                                  std::vector<std::string>& warnings) {
    std::vector<std::string> names;
    for (const auto& row : rows) {
        if (!row.is_object()) continue;
        for (const auto& [key, value] : row.items())
            if (!value.is_structured() && std::find(names.begin(), names.end(), key) == names.end())
                names.push_back(key);
        if (names.size() > 256) break;
    }
    DatasetColumns columns = guess_columns(names);
    if (auto ok = check(columns, names, false, path); !ok) return tl::unexpected(ok.error());
    const auto cells_of = [&](const nlohmann::json& row) {
        std::vector<std::string> cells(names.size());
        for (std::size_t i = 0; i < names.size() && row.is_object(); ++i)
            if (const auto found = row.find(names[i]); found != row.end()) cells[i] = text_of(*found);
        return cells;
    };
    if (columns.begin >= 0)
        for (const auto& row : rows)
            columns.slash_order = order_seen(cells_of(row)[std::size_t(columns.begin)], columns.slash_order);
    DatasetBuilder builder(path, columns);
    for (const auto& row : rows) {
        const std::vector<std::string> cells = cells_of(row);
        builder.add({[&](int column) -> std::string_view { return cells[std::size_t(column)]; }, std::nullopt});
    }
    return std::move(builder).finish(warnings);
}

}  // namespace

bool is_event_dataset(const std::string& path) {
    static constexpr std::array<std::string_view, 11> extensions{
        ".csv", ".tsv", ".json", ".geojson", ".fgb", ".gpkg", ".shp", ".kml", ".gml", ".parquet", ".geojsonl"};
    const std::string extension = extension_of(path);
    return std::find(extensions.begin(), extensions.end(), extension) != extensions.end();
}

Result<Extraction> read_event_dataset(const std::string& path, std::vector<std::string>& warnings) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error)) return fail("no such file", path, 0, "check the path");
    if (extension_of(path) == ".json") {
        std::ifstream file(path, std::ios::binary);
        const auto json = nlohmann::json::parse(file, nullptr, false);
        if (json.is_discarded()) return fail("is not valid JSON", path);
        if (json.is_array()) return read_json_rows(json, path, warnings);
    }
    return read_with_gdal(path, warnings);
}

}  // namespace chronomap
