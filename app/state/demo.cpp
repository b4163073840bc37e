#include "app/state/demo.hpp"

#include <filesystem>

#include "geo/base/asset_paths.hpp"

namespace chronomap {

std::string demo_path() {
    std::string path = asset_path("demo/karabakh_road.txt");
    std::error_code ignored;
    return std::filesystem::exists(path, ignored) ? path : std::string{};
}

}  // namespace chronomap
