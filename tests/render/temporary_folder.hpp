#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

/// A folder for a test's files, gone with the test.
struct TemporaryFolder {
    std::filesystem::path path = std::filesystem::temp_directory_path() /
                                 ("chronomap-render-" + std::to_string(reinterpret_cast<std::uintptr_t>(this)));
    TemporaryFolder() { std::filesystem::create_directories(path); }
    ~TemporaryFolder() { std::filesystem::remove_all(path); }
    std::string file(const std::string& name) const { return (path / name).string(); }
};
