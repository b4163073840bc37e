#pragma once

#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace chronomap::fuzz {

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

/// Ends the run with a finding: something that must hold for any input does not.
inline void require(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "fuzz: does not hold: %s\n", what);
    std::abort();
}

/// Puts the bytes into a file of this process, for readers that take a path. The file is replaced by the next call.
inline std::string file_with(std::string_view bytes, const std::string& ending) {
    static const std::filesystem::path folder = [] {
        const auto made =
            std::filesystem::temp_directory_path() / ("chronomap-fuzz-" + std::to_string(static_cast<long>(getpid())));
        std::filesystem::create_directories(made);
        return made;
    }();
    const std::string path = (folder / ("input" + ending)).string();
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
    return path;
}

}  // namespace chronomap::fuzz
