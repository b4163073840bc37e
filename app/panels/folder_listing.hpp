#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace chronomap {

struct FolderEntry {
    std::string name;
    bool is_folder = false;
};

/// Folders and the files that chronomap opens, folders first, by name; hidden ones are left out.
/// A folder that cannot be read is empty.
std::vector<FolderEntry> list_folder(const std::filesystem::path& folder);

/// A leading "~/" is the home folder.
std::string with_home(const std::string& path);

}  // namespace chronomap
