#include "app/panels/folder_listing.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>

#include "app/story/story_json.hpp"
#include "geo/io/event_dataset.hpp"
#include "geo/io/raster_file.hpp"

namespace chronomap {

namespace {

constexpr std::array<std::string_view, 9> endings{".txt",   ".md",     ".markdown", ".html", ".htm",
                                                  ".jsonl", ".ndjson", ".svg",      ".pdf"};

bool is_opened(const std::filesystem::path& path) {
    std::string ending = path.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(), [](unsigned char c) { return std::tolower(c); });
    return std::find(endings.begin(), endings.end(), ending) != endings.end() || is_event_dataset(path.string()) ||
           is_raster_path(path.string()) || is_story_path(path.string());
}

}  // namespace

std::vector<FolderEntry> list_folder(const std::filesystem::path& folder) {
    std::vector<FolderEntry> entries;
    std::error_code error;
    for (std::filesystem::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        const std::string name = it->path().filename().string();
        if (name.starts_with('.')) continue;
        std::error_code ignored;
        const bool is_folder = it->is_directory(ignored);
        if (is_folder || is_opened(it->path())) entries.push_back({name, is_folder});
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
