#include "geo/io/map_layer_file.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <filesystem>
#include <optional>
#include <regex>

#include "geo/io/event_dataset.hpp"
#include "geo/io/plain_geojson.hpp"
#include "geo/io/raster_file.hpp"
#include "geo/io/vector_layer.hpp"
#include "geo/io/vector_tables.hpp"
#include "geo/layers/layer_fields.hpp"
#include "geo/text/ascii.hpp"

namespace chronomap {
namespace {

namespace fs = std::filesystem;

std::optional<ExtentClass> extent_from(VectorKind kind) {
    switch (kind) {
        case VectorKind::area:
            return ExtentClass::area;
        case VectorKind::line:
            return ExtentClass::line;
        case VectorKind::point:
            return ExtentClass::point;
        case VectorKind::none:
            break;
    }
    return std::nullopt;
}

/// The dates and the span of one feature.
Result<void> read_time(const VectorFeature& feature, const LayerFields& fields, LayerFeature& out) {
    const auto begin = layer_date_from(feature.text((fields.when.empty() ? fields.begin : fields.when).c_str()));
    if (!begin) return tl::unexpected(begin.error());
    const auto end = fields.when.empty() ? layer_date_from(feature.text(fields.end.c_str())) : begin;
    if (!end) return tl::unexpected(end.error());
    const auto span = layer_span(*begin, *end);
    if (!span) return tl::unexpected(span.error());
    out.begin = *begin;
    out.end = *end;
    out.span = *span;
    return {};
}

/// What a file holds.
struct FileKinds {
    bool vector = false, raster = false;
};

std::string lower_extension(const std::string& path) {
    return lower_ascii(fs::path(path).extension().string());
}

/// True for vector formats that may hold rasters beside features, or instead of them.
bool may_hold_both(const std::string& path) {
    const std::string extension = lower_extension(path);
    return extension == ".gpkg" || extension == ".mbtiles" || extension == ".pdf";
}

FileKinds kinds_in(const std::string& path) {
    FileKinds kinds;
    kinds.vector = first_shape(path).value_or(VectorKind::none) != VectorKind::none;
    if (!kinds.vector || may_hold_both(path)) kinds.raster = holds_rasters(path);
    return kinds;
}

/// Adds the features of one table.
class FeatureAdder {
  public:
    /// `state`: the span of those that have no dates of their own.
    FeatureAdder(const std::string& path, const TimeSpan& state, MapLayer& layer, std::vector<std::string>& warnings)
        : path_(path), state_(state), layer_(layer), warnings_(warnings) {}

    void operator()(const VectorFeature& feature) {
        if (number_++ == 0) fields_ = guess_layer_fields(feature.field_names());
        LayerFeature read;
        const auto extent = extent_from(feature.kind());
        read.parts = feature.parts();
        if (!extent || read.parts.empty()) return warn(feature, "it has no shape that can be drawn");
        read.extent = *extent;
        read.name = feature.text(fields_.name.c_str());
        read.holder = feature.text(fields_.holder.c_str());
        read.status = claim_status_from(feature.text(fields_.status.c_str()));
        read.source = feature.text(fields_.source.c_str());
        if (fields_.has_time()) {
            if (const auto timed = read_time(feature, fields_, read); !timed)
                return warn(feature, timed.error().text());
        }
        if (read.span == all_time) read.span = state_;
        layer_.features.push_back(std::move(read));
    }

  private:
    void warn(const VectorFeature& feature, const std::string& why) {
        warnings_.push_back(path_ + ": feature " + std::to_string(number_) + " of " + feature.layer_name() +
                            " is left out: " + why);
    }

    const std::string& path_;
    TimeSpan state_;
    MapLayer& layer_;
    std::vector<std::string>& warnings_;
    LayerFields fields_;
    std::size_t number_ = 0;
};

/// Adds the features of one file, of all its tables.
Result<void> read_features(const std::string& path, const TimeSpan& state, MapLayer& layer,
                           std::vector<std::string>& warnings) {
    const auto tables = tables_with_shapes(path);
    if (!tables) return tl::unexpected(tables.error());
    if (layer.name.empty() && tables->size() == 1) layer.name = tables->front();
    for (const std::string& table : *tables)
        if (auto read = read_vector_layer(path, table, FeatureAdder(path, state, layer, warnings)); !read) return read;
    return {};
}

/// Adds the rasters of one file. `state`: as read_features, but a picture's place in the series wins over its metadata,
/// which often tells when it was scanned.
Result<void> read_rasters(const std::string& path, const std::optional<TimeSpan>& state, MapLayer& layer,
                          std::vector<std::string>& warnings) {
    auto rasters = describe_rasters(path);
    if (!rasters) return tl::unexpected(rasters.error());
    for (RasterDescription& found : *rasters) {
        if (state)
            found.raster.span = *state;
        else if (!found.date.empty())
            warnings.push_back(path + ": shown from " + found.date.text() + " on, as its " + found.date_tag +
                               " says (in a folder, the date in its name counts)");
        if (!found.credit.empty() && layer.source.find(found.credit) == std::string::npos)
            layer.source += (layer.source.empty() ? "" : "; ") + found.credit;
        layer.rasters.push_back(std::make_shared<const LayerRaster>(std::move(found.raster)));
    }
    return {};
}

/// Both what is vector and what is raster in one file. `state`: when it is a file of a series, its span.
Result<void> read_file(const std::string& path, const std::optional<TimeSpan>& state, MapLayer& layer,
                       std::vector<std::string>& warnings) {
    if (const auto plain = read_plain_geojson(path)) {
        if (layer.name.empty()) layer.name = plain->name;
        FeatureAdder add(path, state.value_or(all_time), layer, warnings);
        for (const auto& feature : plain->features) add(*feature);
        return {};
    }
    // Tables of numbers can look like rasters: what GDAL reads as vectors is none, unless its format has both.
    const auto kinds = kinds_in(path);
    Result<void> vectors, rasters;
    if (kinds.vector) vectors = read_features(path, state.value_or(all_time), layer, warnings);
    if (kinds.raster) {
        rasters = read_rasters(path, state, layer, warnings);
        if (!state) layer.name = fs::path(path).stem().string();  // not that of its first table
    }
    if (!kinds.vector && !kinds.raster) return read_features(path, state.value_or(all_time), layer, warnings);
    return !vectors ? vectors : rasters;
}

struct SeriesFile {
    std::string path;
    EdtfDate date;
};

Result<void> read_series(const std::string& folder, MapLayer& layer, std::vector<std::string>& warnings) {
    std::vector<SeriesFile> files;
    std::error_code failed;
    for (const auto& entry : fs::directory_iterator(folder, failed)) {
        if (!entry.is_regular_file(failed) || entry.path().filename().string().starts_with('.')) continue;
        EdtfDate date = date_in_file_name(entry.path().string());
        if (!date.empty()) files.push_back({entry.path().string(), std::move(date)});
    }
    if (failed) return fail("cannot list this folder: " + failed.message(), folder);
    // A Shapefile is several files, of which .shp opens; a raster may have its place and overviews beside it.
    std::erase_if(files, [](const SeriesFile& file) {
        static constexpr std::array<std::string_view, 14> beside{".dbf", ".shx", ".prj", ".cpg", ".qix",
                                                                 ".qmd", ".qpj", ".xml", ".ovr", ".msk",
                                                                 ".tfw", ".pgw", ".jgw", ".wld"};
        const std::string extension = fs::path(file.path).extension().string();
        const bool description = extension == ".xml" && !file.path.ends_with(".aux.xml");
        return !description && std::ranges::find(beside, extension) != beside.end();
    });
    if (files.empty())
        return fail("holds no file with a date in its name", folder, 0, "name them like front_2024-07-08.geojson");
    std::ranges::sort(files, [](const SeriesFile& a, const SeriesFile& b) {
        return std::pair(a.date.span().begin, a.path) < std::pair(b.date.span().begin, b.path);
    });
    std::vector<Day> days;
    for (const SeriesFile& file : files) days.push_back(file.date.span().begin);
    const std::vector<TimeSpan> spans = spans_of_series(days);
    for (std::size_t i = 0; i < files.size(); ++i)
        if (const auto read = read_file(files[i].path, spans[i], layer, warnings); !read)
            warnings.push_back(read.error().text());
    return {};
}

/// What the sources line says of a layer: the sources of its features, or its file.
std::string source_of(const MapLayer& layer) {
    std::vector<std::string> sources;
    if (!layer.source.empty()) sources.push_back(layer.source);  // of its rasters
    for (const LayerFeature& feature : layer.features)
        if (!feature.source.empty() && std::ranges::find(sources, feature.source) == sources.end())
            sources.push_back(feature.source);
    constexpr std::size_t most = 3;
    std::string text;
    for (std::size_t i = 0; i < std::min(most, sources.size()); ++i) text += (i ? "; " : "") + sources[i];
    if (sources.size() > most) text += "; and others";
    const std::string file = fs::path(layer.id).filename().string();
    return text.empty() ? layer.name + ": file " + file + ", which names no source" : layer.name + ": " + text;
}

}  // namespace

EdtfDate date_in_file_name(const std::string& path) {
    const std::string name = fs::path(path).stem().string();
    static const std::regex day(R"((?:^|\D)(\d{4})[-_.]?(\d{2})[-_.]?(\d{2})(?!\d))");
    static const std::regex month(R"((?:^|\D)(\d{4})[-_.](\d{2})(?!\d))");
    static const std::regex year(R"((?:^|\D)(\d{4})(?!\d))");
    std::smatch match;
    std::string text;
    if (std::regex_search(name, match, day) &&
        EdtfDate::parse(match[1].str() + "-" + match[2].str() + "-" + match[3].str()))
        text = match[1].str() + "-" + match[2].str() + "-" + match[3].str();
    else if (std::regex_search(name, match, month) && EdtfDate::parse(match[1].str() + "-" + match[2].str()))
        text = match[1].str() + "-" + match[2].str();
    else if (std::regex_search(name, match, year))
        text = match[1].str();
    const auto date = EdtfDate::parse(text);
    return date ? *date : EdtfDate();
}

namespace {

/// A step after `day`: whole months where all days are the same of their months, because months and years are not
/// equally long.
Day after_step(Day day, std::chrono::days step, bool whole_months) {
    if (!whole_months) return day + step;
    const auto months = std::chrono::months(std::lround(step.count() / 30.436875));
    return std::chrono::year_month_day(day) + std::max(months, std::chrono::months(1));
}

}  // namespace

std::vector<TimeSpan> spans_of_series(const std::vector<Day>& days) {
    std::vector<std::chrono::days> steps;
    for (std::size_t i = 1; i < days.size(); ++i)
        if (days[i] > days[i - 1]) steps.push_back(days[i] - days[i - 1]);
    std::ranges::sort(steps);
    // A single file says nothing of how long it holds.
    if (steps.empty()) return std::vector<TimeSpan>(days.size(), {days.empty() ? open_begin : days.front(), open_end});
    const std::chrono::days usual = steps[steps.size() / 2];
    const auto day_of_month = [](Day day) { return std::chrono::year_month_day(day).day(); };
    const bool whole_months = unsigned(day_of_month(days[0])) <= 28 && std::ranges::all_of(days, [&](Day day) {
                                  return day_of_month(day) == day_of_month(days[0]);
                              });
    std::vector<TimeSpan> spans;
    for (std::size_t i = 0; i < days.size(); ++i) {
        // Several files of one day are one state.
        const auto next = std::ranges::upper_bound(days, days[i]);
        const bool gap = next == days.end() || *next - days[i] > 2 * usual;
        spans.push_back({days[i], gap ? after_step(days[i], usual, whole_months) : *next});
    }
    return spans;
}

bool is_map_layer(const std::string& path) {
    std::error_code ignored;
    if (fs::is_directory(path, ignored)) return true;
    if (is_event_dataset(path)) {
        if (is_plain_table(path)) return false;
        const auto kind = first_shape(path);
        if (kind && (*kind == VectorKind::line || *kind == VectorKind::area)) return true;
        return !(kind && *kind == VectorKind::point) && may_hold_both(path) && holds_rasters(path);
    }
    return is_raster_path(path);
}

Result<MapLayerPtr> read_map_layer(const std::string& path, std::vector<std::string>& warnings) {
    auto layer = std::make_shared<MapLayer>();
    layer->id = path;
    std::error_code ignored;
    if (!fs::exists(path, ignored)) return fail("no such file or folder", path, 0, "check the path");
    const bool is_folder = fs::is_directory(path, ignored) && fs::path(path).extension() != ".gdb";
    const fs::path name = fs::path(path).has_filename() ? fs::path(path) : fs::path(path).parent_path();
    // A folder's files are states of one thing: the folder's name tells it. A file may name its layer itself.
    if (is_folder) layer->name = name.filename().string();
    const auto read = is_folder ? read_series(path, *layer, warnings) : read_file(path, {}, *layer, warnings);
    if (!read) return tl::unexpected(read.error());
    if (layer->features.empty() && layer->rasters.empty())
        return fail("holds nothing that can be drawn", path, 0, "a layer needs areas, lines, points or a raster");
    if (layer->name.empty()) layer->name = name.stem().string();
    layer->source = source_of(*layer);
    return layer;
}

}  // namespace chronomap
