#include "geo/gdal/raster_bands.hpp"

#include <algorithm>
#include <cmath>
#include <memory>

#include "geo/gdal/gdal_warp.hpp"
#include "geo/gdal/raster_place.hpp"

namespace chronomap {
namespace {

struct DestroyColourTable {
    void operator()(GDALColorTableH table) const { GDALDestroyColorTable(table); }
};

/// Which bands are what, counted from 1; no alpha: 0.
struct BandRoles {
    std::vector<int> colours;
    int alpha = 0;
    bool palette = false;
};

BandRoles roles_of(GDALDatasetH dataset) {
    const int count = GDALGetRasterCount(dataset);
    const auto band = [&](int i) { return GDALGetRasterBand(dataset, i); };
    BandRoles roles;
    int red = 0, green = 0, blue = 0;
    std::vector<int> others;
    for (int i = 1; i <= count; ++i) switch (GDALGetRasterColorInterpretation(band(i))) {
            case GCI_AlphaBand:
                roles.alpha = i;
                break;
            case GCI_RedBand:
                red = i;
                others.push_back(i);
                break;
            case GCI_GreenBand:
                green = i;
                others.push_back(i);
                break;
            case GCI_BlueBand:
                blue = i;
                others.push_back(i);
                break;
            default:
                others.push_back(i);
        }
    if (others.empty()) {
        roles.colours = {roles.alpha};
        roles.alpha = 0;
    } else if (GDALGetRasterColorTable(band(others[0]))) {
        roles.colours = {others[0]};
        roles.palette = true;
    } else if (red && green && blue) {
        roles.colours = {red, green, blue};
    } else if (others.size() >= 3) {
        roles.colours = {others[0], others[1], others[2]};
    } else {
        roles.colours = {others[0]};
    }
    return roles;
}

/// Values of a band spread over it: of an overview, or of blocks; without "no data".
Result<std::vector<double>> sample_of(GDALRasterBandH band, const std::string& path) {
    constexpr int most_side = 512, most_blocks = 64;
    GDALRasterBandH read = band;
    for (int i = 0; i < GDALGetOverviewCount(band); ++i) {
        GDALRasterBandH overview = GDALGetOverview(band, i);
        if (!overview) continue;
        const int side = std::min(GDALGetRasterBandXSize(overview), GDALGetRasterBandYSize(overview));
        if (side >= most_side / 2 && GDALGetRasterBandXSize(overview) < GDALGetRasterBandXSize(read)) read = overview;
    }
    const int width = GDALGetRasterBandXSize(read), height = GDALGetRasterBandYSize(read);
    int block_width = 0, block_height = 0, has_no_data = 0;
    GDALGetBlockSize(read, &block_width, &block_height);
    const double no_data = GDALGetRasterNoDataValue(band, &has_no_data);
    std::vector<double> values;
    const auto take = [&](int x, int y, int w, int h) -> bool {
        const int columns = std::min(w, most_side), rows = std::min(h, most_side);
        std::vector<double> part(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows));
        if (GDALRasterIO(read, GF_Read, x, y, w, h, part.data(), columns, rows, GDT_Float64, 0, 0) != CE_None)
            return false;
        for (const double value : part)
            if (std::isfinite(value) && !(has_no_data && value == no_data)) values.push_back(value);
        return true;
    };
    if (static_cast<double>(width) * height <= 4e6) {
        if (!take(0, 0, width, height)) return unreadable_raster(path);
        return values;
    }
    const int across = (width + block_width - 1) / block_width, down = (height + block_height - 1) / block_height;
    const double blocks = static_cast<double>(across) * down;
    const double step = std::max(1.0, blocks / most_blocks);
    for (double at = step / 2; at < blocks; at += step) {
        const auto block = static_cast<long long>(at);
        const int x = static_cast<int>(block % across) * block_width,
                  y = static_cast<int>(block / across) * block_height;
        if (!take(x, y, std::min(block_width, width - x), std::min(block_height, height - y)))
            return unreadable_raster(path);
    }
    return values;
}

/// A palette's "no data" entry is clear.
Result<void> clear_no_data(GDALRasterBandH band, const std::string& path) {
    int has_no_data = 0;
    const double no_data = GDALGetRasterNoDataValue(band, &has_no_data);
    const std::unique_ptr<void, DestroyColourTable> table(GDALCloneColorTable(GDALGetRasterColorTable(band)));
    const int index = has_no_data && no_data >= 0 && no_data < 65536 ? static_cast<int>(no_data) : -1;
    if (index < 0) return {};
    const GDALColorEntry clear{0, 0, 0, 0};
    GDALSetColorEntry(table.get(), index, &clear);
    if (GDALSetRasterColorTable(band, table.get()) != CE_None || GDALDeleteRasterNoDataValue(band) != CE_None)
        return unreadable_raster(path);
    return {};
}

std::uint8_t stretched(float value, const LayerRaster::Range& range) {
    const double width = range.high - range.low;
    if (!(width > 0)) return value < range.low ? 0 : value > range.high ? 255 : 128;
    return static_cast<std::uint8_t>(std::lround(std::clamp((value - range.low) / width, 0.0, 1.0) * 255));
}

/// The bands in their order, as large as they are.
Result<PreparedBands> ordered_bands(DatasetHandle source, const LayerRaster& raster, const std::string& path) {
    PreparedBands bands;
    const BandRoles roles = roles_of(source.get());
    bands.colours = roles.palette ? 3 : roles.colours.size();
    bands.stretch = raster.stretch;
    if (!bands.stretch.empty() && bands.stretch.size() != bands.colours)
        return fail("this raster has changed since it was opened", path, 0, "open it again");
    const int count = GDALGetRasterCount(source.get());
    bands.file = std::move(source);
    const auto add = [&](DatasetHandle& step, std::vector<std::string> words) -> Result<void> {
        auto made = translated(bands.dataset(), std::move(words), path);
        if (!made) return tl::unexpected(made.error());
        step = std::move(*made);
        return {};
    };
    auto placed = in_degrees_if_unsaid(bands.dataset(), path);
    if (!placed) return tl::unexpected(placed.error());
    bands.placed = std::move(*placed);
    if (roles.palette) {
        if (auto added = add(bands.picked, {"-b", std::to_string(roles.colours[0])}); !added)
            return tl::unexpected(added.error());
        if (auto cleared = clear_no_data(GDALGetRasterBand(bands.dataset(), 1), path); !cleared)
            return tl::unexpected(cleared.error());
        if (auto added = add(bands.coloured, {"-expand", "rgba"}); !added) return tl::unexpected(added.error());
        return bands;
    }
    std::vector<int> wanted = roles.colours;
    if (roles.alpha) wanted.push_back(roles.alpha);
    bool as_they_are = static_cast<std::size_t>(count) == wanted.size();
    for (std::size_t i = 0; i < wanted.size(); ++i) as_they_are = as_they_are && wanted[i] == static_cast<int>(i) + 1;
    if (as_they_are) return bands;
    std::vector<std::string> words;
    for (const int band : wanted) words.insert(words.end(), {"-b", std::to_string(band)});
    if (auto added = add(bands.picked, std::move(words)); !added) return tl::unexpected(added.error());
    return bands;
}

}  // namespace

Result<std::vector<LayerRaster::Range>> stretch_of(GDALDatasetH dataset, const std::string& path) {
    const BandRoles roles = roles_of(dataset);
    std::vector<LayerRaster::Range> ranges;
    const bool bytes = GDALGetRasterDataType(GDALGetRasterBand(dataset, roles.colours[0])) == GDT_Byte;
    if (roles.palette || (roles.colours.size() == 3 && bytes)) return ranges;
    for (const int band : roles.colours) {
        auto values = sample_of(GDALGetRasterBand(dataset, band), path);
        if (!values) return tl::unexpected(values.error());
        if (values->empty()) {
            ranges.push_back({0, 255});
            continue;
        }
        const auto at = [&](double share) {
            const auto place =
                values->begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values->size() - 1));
            std::nth_element(values->begin(), place, values->end());
            return *place;
        };
        const double low = at(0.02), high = at(0.98);
        ranges.push_back({low, high});
    }
    return ranges;
}

Result<PreparedBands> prepared_bands(DatasetHandle source, const LayerRaster& raster, const std::string& path,
                                     const Georeference& pixels, int width, int height) {
    auto bands = ordered_bands(std::move(source), raster, path);
    if (!bands) return bands;
    bands->ratio = pixel_ratio(bands->dataset(), pixels, width, height);
    auto small = shrunk(bands->dataset(), bands->ratio, path);
    if (!small) return tl::unexpected(small.error());
    bands->small = std::move(*small);
    return bands;
}

Result<void> warp_colours(const PreparedBands& bands, const std::string& path, const Georeference& pixels, int width,
                          int height, std::uint8_t* rgba, const std::stop_token& stop) {
    const bool values = !bands.stretch.empty();
    const std::size_t count = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    // A pixel has no data where all its bands say so.
    std::vector<std::string> words{"-dstalpha", "-wo", "UNIFIED_SRC_NODATA=YES", "-ot", values ? "Float32" : "Byte"};
    if (values) words.insert(words.end(), {"-wo", "DST_ALPHA_MAX=255"});
    const auto warped = warp_raster(bands.dataset(), path, pixels, width, height, bands.ratio, words, stop);
    if (!warped) return tl::unexpected(warped.error());
    if (static_cast<std::size_t>(GDALGetRasterCount(warped->get())) != bands.colours + 1)
        return unreadable_raster(path);
    if (!values) {
        if (GDALDatasetRasterIO(warped->get(), GF_Read, 0, 0, width, height, rgba, width, height, GDT_Byte, 4, nullptr,
                                4, width * 4, 1) != CE_None)
            return unreadable_raster(path);
        return {};
    }
    std::vector<float> band(count);
    const auto read = [&](std::size_t number) {
        return GDALRasterIO(GDALGetRasterBand(warped->get(), static_cast<int>(number)), GF_Read, 0, 0, width, height,
                            band.data(), width, height, GDT_Float32, 0, 0) == CE_None;
    };
    if (!read(bands.colours + 1)) return unreadable_raster(path);
    for (std::size_t i = 0; i < count; ++i)
        rgba[i * 4 + 3] = static_cast<std::uint8_t>(std::lround(std::clamp(band[i], 0.0f, 255.0f)));
    for (std::size_t c = 0; c < bands.colours; ++c) {
        if (!read(c + 1)) return unreadable_raster(path);
        for (std::size_t i = 0; i < count; ++i) {
            if (!std::isfinite(band[i])) rgba[i * 4 + 3] = 0;
            rgba[i * 4 + c] = std::isfinite(band[i]) ? stretched(band[i], bands.stretch[c]) : 0;
        }
    }
    if (bands.colours == 1)
        for (std::size_t i = 0; i < count; ++i) rgba[i * 4 + 1] = rgba[i * 4 + 2] = rgba[i * 4];
    return {};
}

}  // namespace chronomap
