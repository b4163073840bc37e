#include "render/scene/style.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <set>

using namespace chronomap;

namespace {

Result<std::shared_ptr<const Style>> style_from(const char* json) {
    const auto path = std::filesystem::temp_directory_path() / "chronomap-style-test.json";
    std::ofstream(path) << json;
    auto style = load_style(path.string());
    std::filesystem::remove(path);
    return style;
}

}  // namespace

TEST_CASE("the light style is read whole") {
    const auto style = load_style(CHRONOMAP_SOURCE_DIR "/assets/styles/light.json");
    REQUIRE_MESSAGE(style, (style ? "" : style.error().text()));
    CHECK((*style)->land == *colour_from("#f7f3ea"));
    CHECK((*style)->country_line.dash[0] == 9);
    // The built-in style is the same, for a program that finds no assets.
    const Style built_in;
    CHECK((*style)->river.width == built_in.river.width);
    CHECK((*style)->river.colour == built_in.river.colour);
    CHECK((*style)->coast_bands[1].colour == built_in.coast_bands[1].colour);
    CHECK((*style)->country_band.colour == built_in.country_band.colour);
    CHECK((*style)->symbol_radius == built_in.symbol_radius);
    for (std::size_t i = 0; i < event_kind_count; ++i) CHECK((*style)->kinds[i].colour == built_in.kinds[i].colour);
}

TEST_CASE("no two kinds of event share a colour or a shape") {
    const auto light = load_style(CHRONOMAP_SOURCE_DIR "/assets/styles/light.json");
    REQUIRE(light);
    for (const auto& style : std::vector{*light, std::make_shared<const Style>()}) {
        std::set<SymbolShape> shapes;
        for (std::size_t i = 0; i < event_kind_count; ++i) {
            shapes.insert(style->kinds[i].shape);
            for (std::size_t j = 0; j < i; ++j) {
                const Colour a = style->kinds[i].colour, b = style->kinds[j].colour;
                CHECK(std::abs(a.r - b.r) + std::abs(a.g - b.g) + std::abs(a.b - b.b) > 0.2);
            }
        }
        CHECK(shapes.size() == event_kind_count);
    }
}

TEST_CASE("a style with a mistake is refused") {
    CHECK(!style_from("{\"lnad\": \"#ffffff\"}"));
    CHECK(!style_from("{\"land\": \"white\"}"));
    CHECK(!style_from("{\"land\": "));
    CHECK(!style_from("{\"kinds\": {\"battle\": {\"colour\": \"#ffffff\", \"shape\": \"blob\"}}}"));
    CHECK(!load_style("/no/such/style.json"));
    const auto style = style_from("{\"land\": \"#102030\"}");
    REQUIRE(style);
    CHECK((*style)->land == *colour_from("#102030"));
    CHECK((*style)->water == Style().water);
}
