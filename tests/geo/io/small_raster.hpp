#pragma once

#include <cpl_conv.h>
#include <doctest/doctest.h>
#include <gdal.h>
#include <ogr_srs_api.h>

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace chronomap::test {

/// A raster that a test writes, every pixel by a function of where its centre lies.
struct SmallRaster {
    int width = 100, height = 80;
    double left = 44, top = 42, size = 0.05;  ///< of its corner and its pixels, in the units of its system
    int epsg = 4326;                          ///< 0: it says nothing of where it lies
    std::vector<GDALColorInterp> bands{GCI_RedBand, GCI_GreenBand, GCI_BlueBand};
    GDALDataType type = GDT_Byte;
    std::function<double(double x, double y, std::size_t band)> value = [](double, double, std::size_t) { return 100; };
    std::optional<double> no_data;
    std::vector<GDALColorEntry> palette;
    std::vector<std::pair<std::string, std::string>> metadata;

    /// In the format of the path's ending: GeoTIFF, or what `driver` names, with its creation options.
    void write(const std::string& path, const char* driver = "GTiff", std::vector<std::string> options = {}) const {
        GDALAllRegister();
        std::vector<char*> list;
        for (std::string& option : options) list.push_back(option.data());
        list.push_back(nullptr);
        GDALDatasetH memory =
            GDALCreate(GDALGetDriverByName("MEM"), "", width, height, static_cast<int>(bands.size()), type, nullptr);
        REQUIRE(memory);
        if (epsg != 0) {
            double transform[6]{left, size, 0, top, 0, -size};
            GDALSetGeoTransform(memory, transform);
            OGRSpatialReferenceH system = OSRNewSpatialReference(nullptr);
            REQUIRE(OSRImportFromEPSG(system, epsg) == OGRERR_NONE);
            GDALSetSpatialRef(memory, system);
            OSRDestroySpatialReference(system);
        }
        for (const auto& [item, text] : metadata) GDALSetMetadataItem(memory, item.c_str(), text.c_str(), nullptr);
        for (std::size_t b = 0; b < bands.size(); ++b) {
            GDALRasterBandH band = GDALGetRasterBand(memory, static_cast<int>(b) + 1);
            GDALSetRasterColorInterpretation(band, bands[b]);
            if (no_data) GDALSetRasterNoDataValue(band, *no_data);
            if (!palette.empty()) {
                GDALColorTableH table = GDALCreateColorTable(GPI_RGB);
                for (std::size_t i = 0; i < palette.size(); ++i)
                    GDALSetColorEntry(table, static_cast<int>(i), &palette[i]);
                GDALSetRasterColorTable(band, table);
                GDALDestroyColorTable(table);
            }
            std::vector<double> row(static_cast<std::size_t>(width));
            for (int y = 0; y < height; ++y) {
                for (int x = 0; x < width; ++x)
                    row[static_cast<std::size_t>(x)] = value(left + (x + 0.5) * size, top - (y + 0.5) * size, b);
                REQUIRE(GDALRasterIO(band, GF_Write, 0, y, width, 1, row.data(), width, 1, GDT_Float64, 0, 0) ==
                        CE_None);
            }
        }
        GDALDatasetH made =
            GDALCreateCopy(GDALGetDriverByName(driver), path.c_str(), memory, FALSE, list.data(), nullptr, nullptr);
        REQUIRE(made);
        GDALClose(made);
        GDALClose(memory);
    }
};

}  // namespace chronomap::test
