#include "app/panels/folder_listing.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>

namespace chronomap {

namespace {

constexpr std::array<std::string_view, 21> endings{".txt", ".md",   ".markdown", ".html", ".htm",  ".jsonl",  ".csv",
                                                   ".tsv", ".json", ".geojson",  ".gpkg", ".fgb",  ".ndjson", ".png",
                                                   ".jpg", ".jpeg", ".webp",     ".tif",  ".tiff", ".svg",    ".pdf"};

}  // namespace

std::vector<FolderEntry> list_folder(const std::filesystem::path& folder) {
    std::vector<FolderEntry> entries;
    std::error_code error;
    for (std::filesystem::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        const std::string name = it->path().filename().string();
        if (name.starts_with('.')) continue;
        std::error_code ignored;
        const bool is_folder = it->is_directory(ignored);
        std::string ending = it->path().extension().string();
        std::transform(ending.begin(), ending.end(), ending.begin(), [](unsigned char c) { return std::tolower(c); });
        if (is_folder || std::find(endings.begin(), endings.end(), ending) != endings.end())
            entries.push_back({name, is_folder});
    }
    std::sort(entries.begin(), entries.end(), [](const FolderEntry& a, const FolderEntry& b) {
        return a.is_folder != b.is_folder ? a.is_folder : a.name < b.name;
    });
    return entries;
}

std::string with_home(const std::string& path) {
    const char* home = std::getenv("HOME");
    return path.starts_with("~/") && home != nullptr ? home + path.substr(1) : path;
}

}  // namespace chronomap
