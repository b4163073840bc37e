#include <charconv>
#include <cmath>
#include <fstream>

#include "geo/places/linked_places.hpp"

namespace chronomap {
namespace {

std::vector<std::string_view> split(std::string_view line, char separator) {
    std::vector<std::string_view> columns;
    for (;;) {
        const std::size_t end = line.find(separator);
        columns.push_back(line.substr(0, end));
        if (end == std::string_view::npos) return columns;
        line.remove_prefix(end + 1);
    }
}

template <class T>
bool number(std::string_view text, T& value) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size();
}

/// Columns of the "geoname" table of GeoNames' readme.
enum Column {
    id,
    name,
    ascii_name,
    alternates,
    latitude,
    longitude,
    feature_class,
    feature_code,
    country,
    alternate_countries,
    admin1,
    admin2,
    admin3,
    admin4,
    population,
    elevation,
    dem,
    time_zone,
    modified,
    column_count
};

std::string read_row(std::string_view line, Place& place) {
    const auto columns = split(line, '\t');
    if (columns.size() != column_count)
        return "want 19 columns separated by tabs, got " + std::to_string(columns.size());
    std::uint32_t geonames = 0;
    if (!number(columns[id], geonames) || columns[name].empty()) return "no number or no name";
    if (!number(columns[latitude], place.location.lat) || !number(columns[longitude], place.location.lon) ||
        !(std::abs(place.location.lat) <= 90) || !(std::abs(place.location.lon) <= 180))
        return "latitude and longitude are not degrees";
    place.id = "geonames:" + std::to_string(geonames);
    place.name = columns[name];
    place.names.push_back({place.name, ""});
    if (columns[ascii_name] != columns[name] && !columns[ascii_name].empty())
        place.names.push_back({std::string(columns[ascii_name]), "en"});
    for (const std::string_view alternate : split(columns[alternates], ','))
        if (alternate.size() > 2) place.names.push_back({std::string(alternate), ""});
    if (!columns[feature_class].empty()) place.feature = static_cast<FeatureClass>(columns[feature_class][0]);
    place.feature_code = columns[feature_code];
    place.country = columns[country];
    place.admin1 = columns[admin1];
    number(columns[population], place.population);
    switch (place.feature) {
        case FeatureClass::administrative:
        case FeatureClass::region:
            place.extent = ExtentClass::area;
            break;
        case FeatureClass::road:
            place.extent = ExtentClass::line;
            break;
        case FeatureClass::hydrographic:
            place.extent = place.feature_code.starts_with("STM") ? ExtentClass::line : ExtentClass::area;
            break;
        default:
            break;
    }
    place.sources = {"GeoNames (CC BY 4.0)"};
    return "";
}

}  // namespace

Result<GazetteerFile> read_geonames_dump(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return fail("cannot open the gazetteer", path);
    GazetteerFile out;
    std::string line, problem;
    int first_line = 0;
    for (int row = 1; std::getline(file, line); ++row) {
        if (!line.empty() && line.back() == '\r') line.pop_back();
        if (line.empty() || line[0] == '#') continue;
        Place place;
        problem = read_row(line, place);
        if (problem.empty()) {
            out.places.push_back(std::move(place));
        } else if (out.skipped++ == 0) {
            first_line = row;
            out.first_problem = path + ":" + std::to_string(row) + ": " + problem;
        }
    }
    if (out.places.empty())
        return fail(out.skipped > 0 ? out.first_problem.substr(out.first_problem.find(": ") + 2) : "no places", path,
                    first_line, "expected a GeoNames dump: 19 columns separated by tabs");
    out.sources.push_back("GeoNames dump " + path + " (CC BY 4.0)");
    return out;
}

Result<GazetteerFile> read_gazetteer_file(const std::string& path) {
    if (path.ends_with(".json") || path.ends_with(".geojson") || path.ends_with(".jsonl"))
        return read_linked_places(path);
    if (path.ends_with(".txt") || path.ends_with(".tsv")) return read_geonames_dump(path);
    return fail("not a gazetteer", path, 0,
                "give a GeoNames dump (.txt) or a Linked Places file (.json, .geojson, .jsonl)");
}

}  // namespace chronomap
