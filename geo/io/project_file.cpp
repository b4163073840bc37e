#include "geo/io/project_file.hpp"

#include <filesystem>

#include "geo/text/ascii.hpp"

namespace chronomap {

bool is_project_file(const std::string& path) {
    const std::string lower = lower_ascii(path);
    std::error_code ignored;
    if (!lower.ends_with(".gpkg") || !std::filesystem::is_regular_file(path, ignored)) return false;
    return lower.ends_with(project_extension) || is_project(path);
}

}  // namespace chronomap
