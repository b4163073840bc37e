#include "geo/io/raster_file.hpp"

#include <cpl_string.h>
#include <gdal.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <fstream>

#include "geo/gdal/gdal_warp.hpp"
#include "geo/gdal/raster_bands.hpp"
#include "geo/gdal/raster_place.hpp"
#include "geo/layers/layer_fields.hpp"

namespace chronomap {
namespace {

namespace fs = std::filesystem;

/// The first of the metadata items that says something; `found` gets its name.
std::string metadata_of(GDALDatasetH dataset, std::initializer_list<std::pair<const char*, const char*>> items,
                        std::string* found = nullptr) {
    for (const auto& [item, domain] : items) {
        const char* value = GDALGetMetadataItem(dataset, item, domain);
        if (!value || !*value) continue;
        if (found) *found = item;
        return value;
    }
    return {};
}

/// TIFF writes "1993:07:23 00:00:00"; others "1993-07-23 00:00:00" or "1993-07-23T00:00:00Z".
EdtfDate date_from(std::string text) {
    text = text.substr(0, text.find_first_of("T "));
    std::ranges::replace(text, ':', '-');
    const auto date = layer_date_from(text);
    return date ? *date : EdtfDate();
}

/// The file of a dataset's name: "GPKG:maps.gpkg:sheet" is in maps.gpkg.
std::string file_of(const std::string& dataset) {
    std::error_code ignored;
    if (!dataset.starts_with("GPKG:") || fs::exists(dataset, ignored)) return dataset;
    const std::string path = dataset.substr(5);
    return path.substr(0, path.rfind(':'));
}

Result<RasterDescription> describe(GDALDatasetH dataset, const std::string& name, const std::string& path) {
    RasterDescription described;
    described.raster.dataset = name;
    const auto box = box_of_raster(dataset, path);
    if (!box) return tl::unexpected(box.error());
    described.raster.box = *box;
    auto stretch = stretch_of(dataset, path);
    if (!stretch) return tl::unexpected(stretch.error());
    described.raster.stretch = std::move(*stretch);
    described.date = date_from(metadata_of(
        dataset, {{"ACQUISITIONDATETIME", "IMAGERY"}, {"ACQUISITIONDATETIME", ""}, {"TIFFTAG_DATETIME", ""}},
        &described.date_tag));
    if (!described.date.empty()) described.raster.span = {described.date.span().begin, open_end};
    described.credit = metadata_of(
        dataset, {{"TIFFTAG_COPYRIGHT", ""}, {"attribution", ""}, {"Copyright", ""}, {"EXIF_Copyright", ""}});
    return described;
}

/// Names of the rasters in a dataset that has none of its own.
std::vector<std::string> names_inside(GDALDatasetH dataset) {
    std::vector<std::string> names;
    char** items = GDALGetMetadata(dataset, "SUBDATASETS");
    for (int i = 1;; ++i) {
        const char* name = CSLFetchNameValue(items, ("SUBDATASET_" + std::to_string(i) + "_NAME").c_str());
        if (!name) return names;
        names.emplace_back(name);
    }
}

}  // namespace

bool holds_rasters(const std::string& path) {
    GDALAllRegister();
    const QuietErrors quiet;
    const GDALDriverH driver = GDALIdentifyDriverEx(path.c_str(), GDAL_OF_RASTER, nullptr, nullptr);
    if (!driver) return false;
    if (!GDALGetMetadataItem(driver, GDAL_DCAP_VECTOR, nullptr)) return true;
    const auto opened = open_raster(path, path);
    return opened && (GDALGetRasterCount(opened->get()) > 0 || !names_inside(opened->get()).empty());
}

Result<std::vector<RasterDescription>> describe_rasters(const std::string& path) {
    const QuietErrors quiet;
    const auto whole = open_raster(path, path);
    if (!whole) return tl::unexpected(whole.error());
    std::vector<RasterDescription> rasters;
    if (GDALGetRasterCount(whole->get()) > 0) {
        auto described = describe(whole->get(), path, path);
        if (!described) return tl::unexpected(described.error());
        return std::vector{std::move(*described)};
    }
    for (const std::string& name : names_inside(whole->get())) {
        const auto part = open_raster(name, path);
        if (!part) return tl::unexpected(part.error());
        auto described = describe(part->get(), name, path);
        if (!described) return tl::unexpected(described.error());
        rasters.push_back(std::move(*described));
    }
    if (rasters.empty()) return fail("holds no raster", path);
    return rasters;
}

Result<ColourGrid> read_raster(const LayerRaster& raster, const Georeference& pixels, int width, int height,
                               const std::stop_token& stop) {
    const std::string path = file_of(raster.dataset);
    const QuietErrors quiet;
    auto source = open_raster(raster.dataset, path);
    if (!source) return tl::unexpected(source.error());
    if (GDALGetRasterCount(source->get()) < 1) return unreadable_raster(path);
    const auto prepared = prepared_bands(std::move(*source), raster, path, pixels, width, height);
    if (!prepared) return tl::unexpected(prepared.error());
    ColourGrid grid{width, height, {}};
    grid.rgba.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4);
    constexpr int pixels_of_strip = 4 << 20;
    const int rows_of_strip = std::clamp(pixels_of_strip / std::max(1, width), 1, height);
    for (int row = 0; row < height; row += rows_of_strip) {
        const int rows = std::min(rows_of_strip, height - row);
        const Georeference strip{pixels.crs, pixels.left, pixels.top - row * pixels.metres_per_px,
                                 pixels.metres_per_px};
        std::uint8_t* rgba = grid.rgba.data() + static_cast<std::size_t>(row) * static_cast<std::size_t>(width) * 4;
        if (auto drawn = warp_colours(*prepared, path, strip, width, rows, rgba, stop); !drawn)
            return tl::unexpected(drawn.error());
    }
    return grid;
}

}  // namespace chronomap
