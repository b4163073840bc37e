#include "render/snapshot/png_stream.hpp"

#include <doctest/doctest.h>
#include <png.h>

#include <cstdio>
#include <random>

#include "render/snapshot/image.hpp"
#include "tests/render/temporary_folder.hpp"

using namespace chronomap;

namespace {

/// Noise in its upper half, even below: rows that hardly pack and rows that pack to nothing.
Image noisy(int width, int height) {
    Image image{width, height, std::vector<std::uint8_t>(static_cast<std::size_t>(width) * height * 4, 200)};
    std::mt19937 draw(7);
    for (std::size_t i = 0; i < image.rgba.size() / 2; ++i) image.rgba[i] = static_cast<std::uint8_t>(draw());
    for (std::size_t i = 3; i < image.rgba.size(); i += 4) image.rgba[i] = 255;
    return image;
}

std::span<const std::uint8_t> rows_of(const Image& image, int from, int count) {
    const std::size_t row = static_cast<std::size_t>(image.width) * 4;
    return std::span(image.rgba).subspan(from * row, count * row);
}

}  // namespace

TEST_CASE("a picture given in bands of rows comes back whole, over many packed blocks") {
    const TemporaryFolder folder;
    const Image image = noisy(1700, 1501);  // 7.6 MB of rows: several blocks
    const std::string path = folder.file("bands.png");
    auto png = PngStream::create(path, image.width, image.height);
    REQUIRE(png);
    for (int row = 0; row < image.height;) {
        const int count = std::min(97, image.height - row);
        REQUIRE(png->add_rows(rows_of(image, row, count)));
        row += count;
    }
    CHECK(!std::filesystem::exists(path));
    REQUIRE(png->finish());
    const auto back = read_png(path);
    REQUIRE(back);
    CHECK(back->rgba == image.rgba);
}

TEST_CASE("a picture of one pixel is a picture") {
    const TemporaryFolder folder;
    const Image image = noisy(1, 1);
    REQUIRE(write_png(image, folder.file("one.png")));
    CHECK(read_png(folder.file("one.png"))->rgba == image.rgba);
}

TEST_CASE("rows that are too many, too few or broken are refused and leave no file") {
    const TemporaryFolder folder;
    const Image image = noisy(40, 10);
    {
        auto png = PngStream::create(folder.file("a.png"), 40, 10);
        REQUIRE(png);
        CHECK(!png->add_rows(std::span(image.rgba).first(41)));
        REQUIRE(png->add_rows(rows_of(image, 0, 9)));
        CHECK(!png->finish());
        CHECK(!png->add_rows(rows_of(image, 0, 2)));
    }
    CHECK(!PngStream::create(folder.file("a.png"), 0, 10));
    CHECK(std::filesystem::is_empty(folder.path));
}

TEST_CASE("a PNG says its resolution and carries texts") {
    const TemporaryFolder folder;
    PngDetails details;
    details.dpi = 300;
    details.texts = {{"Title", "Xankəndi / Ստեփանակերտ"}};
    auto png = PngStream::create(folder.file("a.png"), 4, 4, details);
    REQUIRE(png);
    REQUIRE(png->add_rows(noisy(4, 4).rgba));
    REQUIRE(png->finish());

    std::FILE* file = std::fopen(folder.file("a.png").c_str(), "rb");
    REQUIRE(file);
    png_structp reader = png_create_read_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop info = png_create_info_struct(reader);
    png_init_io(reader, file);
    png_read_info(reader, info);
    CHECK(png_get_x_pixels_per_meter(reader, info) == 11811);
    png_textp texts = nullptr;
    REQUIRE(png_get_text(reader, info, &texts, nullptr) == 1);
    CHECK(std::string(texts[0].key) == "Title");
    CHECK(std::string(texts[0].text) == details.texts[0].text);
    png_destroy_read_struct(&reader, &info, nullptr);
    std::fclose(file);
}
