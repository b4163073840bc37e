#include "geo/io/dataset_builder.hpp"

#include <fmt/format.h>

#include <filesystem>

namespace chronomap {

DatasetBuilder::DatasetBuilder(const std::string& path, DatasetColumns columns) : columns_(columns) {
    extraction_.article.path = path;
    extraction_.article.id = std::filesystem::path(path).stem().string();
    extraction_.article.title = std::filesystem::path(path).filename().string();
}

void DatasetBuilder::add(const DatasetRow& row) {
    RowReading reading = read_row(row, columns_, extraction_.article.id, ++rows_);
    std::string& text = extraction_.article.text;
    const TextRange line{static_cast<std::uint32_t>(text.size()),
                         static_cast<std::uint32_t>(text.size() + reading.text.size())};
    text += reading.text + "\n";
    if (reading.event) {
        const Place& place = *reading.event->place;
        const LonLat at = place.location;
        const auto [known, is_new] = places_.try_emplace(
            fmt::format("{} {} {} {}", at.lon, at.lat, static_cast<int>(place.extent), place.unnamed ? "" : place.name),
            reading.event->place);
        if (!is_new) reading.event->place = known->second;
        reading.event->sentence = line;
        extraction_.events.push_back(std::move(*reading.event));
    } else {
        ++(reading.reason == ResidueReason::undated ? undated_ : unplaced_);
        extraction_.residue.push_back({reading.reason, line, fmt::format("row {}", rows_)});
    }
}

Result<Extraction> DatasetBuilder::finish(std::vector<std::string>& warnings) && {
    const std::string& path = extraction_.article.path;
    if (rows_ == 0) return fail("holds no rows", path);
    if (undated_ > 0) warnings.push_back(fmt::format("{}: {} of {} rows have no readable date", path, undated_, rows_));
    if (unplaced_ > 0)
        warnings.push_back(fmt::format("{}: {} of {} rows have no usable coordinates", path, unplaced_, rows_));
    return std::move(extraction_);
}

Result<void> check_columns(const DatasetColumns& columns, const std::vector<std::string>& names, bool has_geometry,
                           const std::string& path) {
    std::string list;
    for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
    if (!columns.has_date())
        return fail("no date column among: " + list, path, 1, "name one 'date', 'date_start' or 'year'");
    if (!has_geometry && !columns.has_coordinates())
        return fail("no coordinates among: " + list, path, 1, "name two 'latitude' and 'longitude'");
    return {};
}

}  // namespace chronomap
