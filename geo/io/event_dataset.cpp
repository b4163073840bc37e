#include "geo/io/event_dataset.hpp"

#include <array>
#include <filesystem>
#include <fstream>

#include <nlohmann/json.hpp>

#include "geo/io/csv_dataset.hpp"
#include "geo/io/dataset_builder.hpp"
#include "geo/text/ascii.hpp"

namespace chronomap {
namespace {

std::string extension_of(const std::string& path) {
    return lower_ascii(std::filesystem::path(path).extension().string());
}

bool is_csv(const std::string& extension) {
    return extension == ".csv" || extension == ".tsv";
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
    if (auto ok = check_columns(columns, names, false, path); !ok) return tl::unexpected(ok.error());
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

bool is_plain_table(const std::string& path) {
    const std::string extension = extension_of(path);
    if (is_csv(extension)) return !csv_has_shapes(path);
    char first = 0;
    return extension == ".json" && std::ifstream(path, std::ios::binary) >> first && first == '[';
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
    if (is_csv(extension_of(path))) return read_csv_dataset(path, warnings);
    return read_event_table(path, warnings);
}

}  // namespace chronomap
