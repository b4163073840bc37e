#pragma once

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>

#include "render/snapshot/image.hpp"
#include "test_paths.hpp"

namespace chronomap::test {

/// Share of pixels in which any channel differs by more than 24 of 255: what an eye sees when it flickers between the
/// two. 1 for images of different size.
inline double share_that_differs(const Image& a, const Image& b) {
    if (a.width != b.width || a.height != b.height) return 1;
    std::size_t different = 0;
    for (std::size_t i = 0; i < a.rgba.size(); i += 4) {
        int most = 0;
        for (std::size_t c = 0; c < 3; ++c) most = std::max(most, std::abs(a.rgba[i + c] - b.rgba[i + c]));
        if (most > 24) ++different;
    }
    return static_cast<double>(different) / (a.rgba.size() / 4.0);
}

/// Compares with tests/baselines/NAME.png. A missing baseline is written and fails once; CHRONOMAP_UPDATE_BASELINES=1
/// rewrites; a picture that differs is left beside as NAME.actual.png in the temporary folder.
inline void check_baseline(const Image& image, const std::string& name, double most_different = 0.004) {
    const std::string path = std::string(CHRONOMAP_SOURCE_DIR) + "/tests/baselines/" + name + ".png";
    if (std::getenv("CHRONOMAP_UPDATE_BASELINES")) {
        REQUIRE(write_png(image, path));
        return;
    }
    const auto baseline = read_png(path);
    if (!baseline) {
        REQUIRE(write_png(image, path));
        FAIL("the baseline was missing and has been written: " << path);
    }
    const double share = share_that_differs(*baseline, image);
    if (share > most_different) {
        const auto actual = std::filesystem::temp_directory_path() / (name + ".actual.png");
        (void)write_png(image, actual.string());
        FAIL_CHECK(name << ": " << share * 100 << " % of the pixels differ; see " << actual.string());
    }
}

}  // namespace chronomap::test
