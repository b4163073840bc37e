#include "app/settings/state_folder.hpp"

#include <cstdlib>
#include <filesystem>

namespace chronomap {

std::string state_folder() {
    // The specification has relative paths ignored.
    if (const char* state = std::getenv("XDG_STATE_HOME"); state != nullptr && state[0] == '/')
        return (std::filesystem::path(state) / "chronomap").string();
    if (const char* home = std::getenv("HOME"); home != nullptr && home[0] == '/')
        return (std::filesystem::path(home) / ".local/state/chronomap").string();
    return {};
}

std::string remembered_path() {
    const std::string folder = state_folder();
    return folder.empty() ? folder : folder + "/window.json";
}

std::string clipboard_picture_path() {
    std::error_code failed;
    std::filesystem::path folder = state_folder();
    if (folder.empty()) folder = std::filesystem::temp_directory_path(failed);
    std::filesystem::create_directories(folder, failed);
    return (folder / "copied-map.png").string();
}

std::string recovery_folder() {
    const std::string folder = state_folder();
    return folder.empty() ? folder : folder + "/recovery";
}

}  // namespace chronomap
