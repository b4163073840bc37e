#include "geo/base/asset_paths.hpp"

#include <cstdlib>
#include <filesystem>
#include <vector>

namespace chronomap {
namespace {

namespace fs = std::filesystem;

/// The folders to search, best first. A build tree holds its packs in share/chronomap and, beside them, the link
/// "source-assets" to the source's assets/ folder, so that an edited asset is seen without a rebuild.
std::vector<fs::path> asset_roots() {
    std::vector<fs::path> roots;
    const auto add = [&](const fs::path& root) {
        roots.push_back(root);
        roots.push_back(root / "source-assets");
    };
    if (const char* chosen = std::getenv("CHRONOMAP_ASSETS"); chosen && *chosen) add(chosen);
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    if (!error) {
        const fs::path folder = program.parent_path();
        add((folder / "../share/chronomap").lexically_normal());     // installed: PREFIX/bin/chronomap
        add(folder / "share/chronomap");                             // build tree: build/release/chronomap
        add((folder / "../../share/chronomap").lexically_normal());  // a program one folder deeper
        add((folder / "../assets").lexically_normal());
    }
    return roots;
}

}  // namespace

std::string asset_path(std::string_view name) {
    std::string should_be;
    for (const fs::path& root : asset_roots()) {
        const fs::path path = root / name;
        std::error_code error;
        if (fs::exists(path, error)) return path.string();
        if (should_be.empty()) should_be = path.string();
    }
    return should_be.empty() ? std::string(name) : should_be;
}

std::string module_path(std::string_view name) {
    std::error_code error;
    const fs::path folder = fs::read_symlink("/proc/self/exe", error).parent_path();
    const fs::path installed = (folder / "../lib/chronomap").lexically_normal() / name;
    for (const fs::path& path : {installed, folder / name, folder.parent_path() / name})
        if (fs::exists(path, error)) return path.string();
    return installed.string();
}

}  // namespace chronomap
