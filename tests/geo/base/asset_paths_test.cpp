#include "geo/base/asset_paths.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>

namespace fs = std::filesystem;
using chronomap::asset_path;

TEST_CASE("an asset is looked for in CHRONOMAP_ASSETS first, and a missing one is told where it should be") {
    const fs::path folder = fs::temp_directory_path() / "chronomap-asset-paths-test";
    fs::create_directories(folder);
    std::ofstream(folder / "some.pack") << "x";
    const char* before = std::getenv("CHRONOMAP_ASSETS");
    const std::string saved = before ? before : "";
    setenv("CHRONOMAP_ASSETS", folder.c_str(), 1);
    CHECK(asset_path("some.pack") == (folder / "some.pack").string());
    CHECK(asset_path("not/there.json") == (folder / "not/there.json").string());
    before ? setenv("CHRONOMAP_ASSETS", saved.c_str(), 1) : unsetenv("CHRONOMAP_ASSETS");
    fs::remove_all(folder);
}

TEST_CASE("the packs of the build tree are found from its test programs") {
    CHECK(fs::exists(asset_path("basemap.pack")));
}
