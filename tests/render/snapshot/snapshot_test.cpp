#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "render/snapshot/image.hpp"
#include "render/snapshot/offscreen_renderer.hpp"
#include "tests/render/temporary_folder.hpp"

using namespace chronomap;

TEST_CASE("a snapshot taken twice is the same, byte by byte") {
    const auto view = fit_view({44, 38, 50, 42}, 320, 200, 1);
    REQUIRE(view);
    const auto first = render_snapshot({}, *view);
    REQUIRE_MESSAGE(first, (first ? "" : first.error().text()));
    const auto second = render_snapshot({}, *view);
    REQUIRE(second);
    CHECK(first->rgba == second->rgba);
    CHECK(first->width == 320);
    CHECK(first->rgba.size() == 320u * 200 * 4);
}

TEST_CASE("one renderer draws images of several sizes") {
    OffscreenRenderer renderer;
    for (const int width : {64, 200, 64}) {
        const auto view = fit_view({-180, -60, 180, 84}, width, 80, 1);
        REQUIRE(view);
        const auto image = renderer.render({}, *view);
        REQUIRE(image);
        CHECK(image->width == width);
    }
}

TEST_CASE("an image larger than the driver draws is refused, not cut") {
    auto view = fit_view({44, 38, 50, 42}, 300000, 200, 1);
    REQUIRE(view);
    CHECK(!render_snapshot({}, *view));
}

TEST_CASE("a PNG comes back as it was written") {
    const TemporaryFolder folder;
    const std::string path = (folder.path / "a.png").string();
    Image image{3, 2, {}};
    for (int i = 0; i < 24; ++i) image.rgba.push_back(static_cast<std::uint8_t>(i * 10));
    REQUIRE(write_png(image, path));
    const auto back = read_png(path);
    REQUIRE(back);
    CHECK(back->rgba == image.rgba);
    // Opaque images are stored without alpha.
    for (std::size_t i = 3; i < image.rgba.size(); i += 4) image.rgba[i] = 255;
    REQUIRE(write_png(image, path));
    CHECK(read_png(path)->rgba == image.rgba);
}

TEST_CASE("a PNG that cannot be written or read leaves an error and no rest") {
    const TemporaryFolder folder;
    const Image image{1, 1, {1, 2, 3, 255}};
    CHECK(!write_png(image, (folder.path / "no such folder" / "a.png").string()));
    CHECK(!write_png({}, (folder.path / "a.png").string()));
    CHECK(std::filesystem::is_empty(folder.path));
    CHECK(!read_png((folder.path / "a.png").string()));
    std::ofstream(folder.path / "text.png") << "this is no picture";
    CHECK(!read_png((folder.path / "text.png").string()));
}
