#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "geo/io/geotiff_file.hpp"
#include "render/snapshot/jpeg_file.hpp"
#include "render/snapshot/offscreen_renderer.hpp"
#include "render/snapshot/picture_document.hpp"
#include "render/snapshot/webp_file.hpp"
#include "tests/render/temporary_folder.hpp"

using namespace chronomap;

namespace {

std::string bytes_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream out;
    out << file.rdbuf();
    return std::move(out).str();
}

const std::string document = R"({"date":"1993","title":"<Aghdam & \"Ağdam\">"})";

}  // namespace

TEST_CASE("every format of pixels is written and says how to make it again") {
    const TemporaryFolder folder;
    OffscreenRenderer renderer;
    const auto view = fit_view({44, 38, 50, 42}, 120, 80, 1);
    REQUIRE(view);
    PictureOptions options;
    options.document = document;
    options.dpi = 300;
    for (const char* name : {"a.png", "a.jpg", "a.webp", "a.tif"}) {
        CAPTURE(std::string(name));
        const auto written = renderer.write({}, *view, folder.file(name), options);
        REQUIRE_MESSAGE(written, (written ? "" : written.error().text()));
        const auto found = read_picture_document(folder.file(name));
        REQUIRE_MESSAGE(found, (found ? "" : found.error().text()));
        CHECK(*found == document);
    }
    std::ofstream(folder.file("text.png")) << "no picture";
    CHECK(!read_picture_document(folder.file("text.png")));
    CHECK(!read_picture_document(folder.file("missing.jpg")));
}

TEST_CASE("a format refuses what it cannot hold and leaves no file") {
    const TemporaryFolder folder;
    CHECK(!open_jpeg(folder.file("a.jpg"), 70000, 10, {}));
    CHECK(!open_webp(folder.file("a.webp"), 16384, 10, {}));
    CHECK(!open_webp(folder.file("a.webp"), 0, 10, {}));
    const std::vector<std::uint8_t> row(40, 200);
    for (auto open : {open_jpeg, open_webp}) {
        auto sink = open(folder.file("a"), 10, 3, {});
        REQUIRE(sink);
        CHECK(!(*sink)->add_rows(std::span(row).first(39)));
        REQUIRE((*sink)->add_rows(row));
        CHECK(!(*sink)->finish());
    }
    {
        auto tiff = create_geotiff(folder.file("a.tif"), 10, 3, {"EPSG:3857", 0, 0, 100}, {});
        REQUIRE(tiff);
        REQUIRE((*tiff)->add_rows(row));
        CHECK(!(*tiff)->finish());
    }
    CHECK(!create_geotiff(folder.file("a.tif"), 10, 3, {"nonsense", 0, 0, 100}, {}));
    CHECK(std::filesystem::is_empty(folder.path));
}

TEST_CASE("a world file and its projection stand beside a picture that asks for them") {
    const TemporaryFolder folder;
    OffscreenRenderer renderer;
    View view{"EPSG:3857", 1000, 2000, 10, 40, 20, 1};
    PictureOptions options;
    options.world_file = true;
    REQUIRE(renderer.write({}, view, folder.file("a.png"), options));
    CHECK(bytes_of(folder.file("a.pgw")) == "10\n0\n0\n-10\n805\n2095\n");
    CHECK(bytes_of(folder.file("a.prj")).find("Mercator") != std::string::npos);
    REQUIRE(renderer.write({}, view, folder.file("b.webp"), options));
    CHECK(std::filesystem::exists(folder.file("b.wld")));
}

TEST_CASE("a WebP that is stopped while it is packed leaves no file") {
    const TemporaryFolder folder;
    OffscreenRenderer renderer;
    const auto view = fit_view({44, 38, 50, 42}, 300, 200, 1);
    REQUIRE(view);
    double last = 0;
    const auto written = renderer.write({}, *view, folder.file("a.webp"), {}, [&](double share) {
        CHECK(share >= last);
        last = share;
        return share < 0.5;
    });
    REQUIRE(!written);
    CHECK(written.error().message == cancelled);
    CHECK(last >= 0.5);
    CHECK(std::filesystem::is_empty(folder.path));
}
