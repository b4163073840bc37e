#include "render/scene/style.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <set>
#include "test_paths.hpp"

using namespace chronomap;

namespace {

/// A file of the temporary folder, for as long as the value lives.
struct StyleFile {
    std::filesystem::path path;
    StyleFile(const std::string& name, const std::string& json)
        : path(std::filesystem::temp_directory_path() / ("chronomap-test-" + name + ".json")) {
        std::ofstream(path) << json;
    }
    ~StyleFile() { std::filesystem::remove(path); }
};

Result<std::shared_ptr<const Style>> style_from(const std::string& json) {
    const StyleFile file("style", json);
    return load_style(file.path.string());
}

std::string error_of(const std::string& json) {
    const auto style = style_from(json);
    return style ? "no error" : style.error().text();
}

std::shared_ptr<const Style> shipped(const std::string& name) {
    auto style = load_style(CHRONOMAP_SOURCE_DIR "/assets/styles/" + name + ".json");
    REQUIRE_MESSAGE(style, (style ? "" : style.error().text()));
    return *style;
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// WCAG 2.1, "relative luminance" and "contrast ratio": 1 to 21.
double luminance(Colour colour) {
    const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b);
}
double contrast(Colour a, Colour b) {
    const double la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}
/// What is seen of a colour that is not opaque.
Colour over(Colour top, Colour ground) {
    Colour seen = mixed(ground, top, top.a);
    seen.a = 1;
    return seen;
}

}  // namespace

TEST_CASE("the light style is read whole, and is the built-in one") {
    const auto style = shipped("light");
    CHECK(style->name == "light");
    CHECK(style->land == *colour_from("#f7f3ea"));
    CHECK(style->country_line.dash[0] == 9);
    const Style built_in;
    CHECK(style->river.width == built_in.river.width);
    CHECK(style->river.colour == built_in.river.colour);
    CHECK(style->coast_bands[1].colour == built_in.coast_bands[1].colour);
    CHECK(style->symbol_radius == built_in.symbol_radius);
    for (std::size_t i = 0; i < event_kind_count; ++i) CHECK(style->kinds[i].colour == built_in.kinds[i].colour);
    for (std::size_t i = 0; i < text_class_count; ++i) CHECK(style->texts[i].size == built_in.texts[i].size);
}

TEST_CASE("what a style leaves out is as in the light one, down to the parts of a line or a text") {
    const auto style =
        style_from(R"({"land": "#102030", "river": {"colour": "#ff0000"}, "text": {"town": {"size": 9}}})");
    REQUIRE(style);
    const Style light;
    CHECK((*style)->land == *colour_from("#102030"));
    CHECK((*style)->water == light.water);
    CHECK((*style)->river.colour == *colour_from("#ff0000"));
    CHECK((*style)->river.width == light.river.width);
    CHECK((*style)->of(TextClass::town).size == 9);
    CHECK((*style)->of(TextClass::town).colour == light.of(TextClass::town).colour);
    CHECK((*style)->of(TextClass::capital).size == light.of(TextClass::capital).size);
}

TEST_CASE("a style can extend another one") {
    const StyleFile base("base", R"({"land": "#111111", "water": "#222222"})");
    const auto style = style_from(R"({"extends": ")" + base.path.filename().string() + R"(", "water": "#333333"})");
    REQUIRE_MESSAGE(style, (style ? "" : style.error().text()));
    CHECK((*style)->land == *colour_from("#111111"));
    CHECK((*style)->water == *colour_from("#333333"));
    const auto dark = style_from(R"({"extends": "dark"})");
    REQUIRE(dark);
    CHECK((*dark)->land == shipped("dark")->land);
    CHECK(contains(error_of(R"({"extends": "chronomap-test-style.json"})"), "circle"));
    CHECK(contains(error_of(R"({"extends": "drak"})"), "dark, light, mono"));
}

TEST_CASE("a number or colour given by zoom is interpolated, and stays at its ends") {
    const auto style = style_from(R"({"river": {"colour": {"zoom": [[2, "#000000"], [4, "#ffffff"]]},
                                                "width": {"zoom": [[4, 1], [8, 2], [8, 5], [10, 7]]}}})");
    REQUIRE_MESSAGE(style, (style ? "" : style.error().text()));
    const auto width = [&](double zoom) { return double(style_at(*style, zoom)->river.width); };
    CHECK(width(-3) == 1);
    CHECK(width(4) == 1);
    CHECK(width(5) == doctest::Approx(1.25));
    CHECK(width(7.999) == doctest::Approx(2).epsilon(0.01));
    CHECK(width(8) == 5);  // a step
    CHECK(width(9) == doctest::Approx(6));
    CHECK(width(30) == 7);
    CHECK(style_at(*style, 3)->river.colour.g == doctest::Approx(0.5));
    // Read for no zoom, values are those of zoom 6.
    CHECK((*style)->river.width == doctest::Approx(1.5));
}

TEST_CASE("what does not depend on zoom stays as it was changed in the program") {
    auto style = std::make_shared<Style>();
    style->land = *colour_from("#123456");
    CHECK(style_at(style, 2)->land == *colour_from("#123456"));
    CHECK(style_at(style, 2)->coast.width < style_at(style, 5)->coast.width);
}

TEST_CASE("a style without values by zoom is the same at all zooms") {
    auto style = std::make_shared<Style>();
    style->sheet = nullptr;
    CHECK(style_at(style, 3) == style);
}

TEST_CASE("a mistake in a style is told with its file and key") {
    CHECK(contains(error_of(R"({"lnad": "#ffffff"})"), "chronomap-test-style.json: 'lnad' is no key"));
    CHECK(contains(error_of(R"({"land": "white"})"), "'land' 'white' is no colour"));
    CHECK(contains(error_of("{\"land\": \"#ffffff\",\n \"water\": "), "chronomap-test-style.json:2: "));
    CHECK(contains(error_of(R"({"kinds": {"battle": {"shape": "blob"}}})"),
                   "'kinds.battle.shape' must be one of circle"));
    CHECK(contains(error_of(R"({"kinds": {"batle": {}}})"), "'kinds.batle' is no key"));
    CHECK(contains(error_of(R"({"text": {"town": {"size": "big"}}})"), "'text.town.size' must be a number"));
    CHECK(contains(error_of(R"({"text": {"town": {"size": -3}}})"), "'text.town.size' must be from 1"));
    CHECK(contains(error_of(R"({"text": {"town": {"size": {"zoom": [[2, 0], [8, 12]]}}}})"),
                   "'text.town.size.zoom[0][1]' must be from 1"));
    CHECK(contains(error_of(R"({"uncertain": 55})"), "'uncertain' must be from 0 to 1"));
    CHECK(contains(error_of(R"({"symbol_radius": 1e999})"), "too large"));
    CHECK(contains(error_of(R"({"text": {"town": {"font": "comic"}}})"), "'text.town.font' must be one of regular"));
    CHECK(
        contains(error_of(R"({"river": {"width": {"zoom": [[5, 1], [4, 2]]}}})"), "'river.width.zoom[1]' zooms must"));
    CHECK(contains(error_of(R"({"river": {"width": {"zoom": []}}})"), "'river.width' must be"));
    CHECK(contains(error_of(R"({"river": {"dash": [1, 2, 3]}})"), "'river.dash' must be"));
    CHECK(contains(error_of(R"({"coast_bands": {}})"), "'coast_bands' must be"));
    CHECK(contains(error_of("[]"), "object"));
    CHECK(!load_style("/no/such/style.json"));
    CHECK(!load_style("/tmp"));
}

TEST_CASE("a bare word names a shipped style, anything else is a path") {
    CHECK(style_names() == std::vector<std::string>{"dark", "light", "mono"});
    for (const std::string& name : style_names()) {
        const auto path = style_path(name);
        REQUIRE(path);
        const auto style = load_style(*path);
        REQUIRE_MESSAGE(style, (style ? "" : style.error().text()));
        CHECK((*style)->name == name);
    }
    CHECK(*style_path("./dark.json") == "./dark.json");
    const auto none = style_path("drak");
    REQUIRE(!none);
    CHECK(contains(none.error().text(), "dark, light, mono"));
}

TEST_CASE("no two kinds of event share a shape, and in colour none share a colour") {
    for (const std::string name : {"light", "dark", "mono"}) {
        const auto style = shipped(name);
        std::set<SymbolShape> shapes;
        for (std::size_t i = 0; i < event_kind_count; ++i) {
            shapes.insert(style->kinds[i].shape);
            for (std::size_t j = 0; name != "mono" && j < i; ++j) {
                const Colour a = style->kinds[i].colour, b = style->kinds[j].colour;
                CHECK(std::abs(a.r - b.r) + std::abs(a.g - b.g) + std::abs(a.b - b.b) > 0.2);
            }
        }
        CHECK(shapes.size() == event_kind_count);
    }
}

TEST_CASE("the monochrome style has nothing but greys") {
    const auto style = shipped("mono");
    std::vector<Colour> all{style->page,
                            style->water,
                            style->land,
                            style->symbol_edge,
                            style->symbol_casing,
                            style->casing,
                            style->selection,
                            style->pale,
                            style->town_dot,
                            style->panel.fill,
                            style->panel.edge,
                            style->panel.sources,
                            style->panel.scale_light,
                            style->panel.scale_dark};
    for (const LineStyle* line :
         {&style->coast, &style->lake_shore, &style->graticule, &style->river, &style->country_band,
          &style->country_line, &style->province_line, &style->disputed_line, &style->globe_edge})
        all.push_back(line->colour);
    for (const LineStyle& band : style->coast_bands) all.push_back(band.colour);
    for (const KindStyle& kind : style->kinds) all.push_back(kind.colour);
    for (const TextStyle& text : style->texts) all.push_back(text.colour), all.push_back(text.halo);
    for (const Colour& colour : all) {
        CHECK(colour.r == colour.g);
        CHECK(colour.g == colour.b);
    }
}

TEST_CASE("events stand out from the land") {
    // WCAG 2.1 asks 3 of graphics (1.4.11). The light palette's yellows have less by themselves: there the darker edge
    // of the symbol does it.
    for (const std::string name : {"light", "dark", "mono"}) {
        const auto style = shipped(name);
        for (const KindStyle& kind : style->kinds) {
            const Colour edge = mixed(kind.colour, style->symbol_edge, style->symbol_edge_share);
            const double stands_out = std::max(contrast(kind.colour, style->land), contrast(edge, style->land));
            CHECK_MESSAGE(stands_out >= (name == "light" ? 2.4 : name == "dark" ? 5.0 : 3.0), name);
        }
    }
}

TEST_CASE("texts can be read on what they stand on") {
    // 4.5 for texts as WCAG 2.1 asks (1.4.3), of names on the map less where they are quiet on purpose.
    for (const std::string name : {"light", "dark", "mono"}) {
        const auto style = shipped(name);
        const Colour panel = over(style->panel.fill, style->land), strip = over(style->panel.sources, style->land);
        for (const TextClass text : {TextClass::title, TextClass::subtitle, TextClass::date, TextClass::legend,
                                     TextClass::legend_note, TextClass::scale_bar})
            CHECK(contrast(style->of(text).colour, panel) >= 4.5);
        CHECK(contrast(style->of(TextClass::sources).colour, strip) >= 4.5);
        for (const TextClass text : {TextClass::capital, TextClass::large_town, TextClass::town, TextClass::small_town,
                                     TextClass::event_place, TextClass::selected_place})
            CHECK(contrast(over(style->of(text).colour, style->land), style->land) >= 4.5);
        for (const TextClass text : {TextClass::sea, TextClass::water})
            CHECK(contrast(style->of(text).colour, style->water) >= 4.2);
        CHECK(contrast(over(style->of(TextClass::country).colour, style->land), style->land) >= 4.2);
    }
}

TEST_CASE("names can be read on the colour of every height and depth") {
    for (const std::string name : {"light", "dark", "mono"}) {
        const auto style = shipped(name);
        for (const HeightColour& height : style->heights) {
            CAPTURE(height.metres);
            CHECK_MESSAGE(contrast(over(style->of(TextClass::country).colour, height.colour), height.colour) >= 3,
                          name);
            if (height.metres > 3000) continue;  // no towns so high up
            for (const TextClass text : {TextClass::capital, TextClass::large_town, TextClass::town,
                                         TextClass::small_town, TextClass::event_place, TextClass::selected_place})
                CHECK_MESSAGE(contrast(over(style->of(text).colour, height.colour), height.colour) >= 4.5, name);
        }
        for (const HeightColour& depth : style->depths)
            CHECK_MESSAGE(contrast(style->of(TextClass::sea).colour, depth.colour) >= 3, name);
    }
}

TEST_CASE("a ramp of heights must ascend, and its colours are mixed between") {
    const auto ramp = style_from(R"({ "heights": [[0, "#000000"], [100, "#ffffff"]] })");
    REQUIRE(ramp);
    CHECK(colour_at_height((*ramp)->heights, -5) == Colour{0, 0, 0});
    CHECK(colour_at_height((*ramp)->heights, 25).r == doctest::Approx(0.25));
    CHECK(colour_at_height((*ramp)->heights, 5000) == Colour{1, 1, 1});
    for (const char* wrong : {R"({ "heights": [] })", R"({ "heights": [[100, "#000000"], [100, "#ffffff"]] })",
                              R"({ "depths": [[0, 5]] })", R"({ "heights": "#ffffff" })"})
        CHECK(!style_from(wrong));
}

TEST_CASE("names of areas grow with their room, between the sizes of the style") {
    TextStyle text;
    text.size = 10;
    text.size_most = 18;
    CHECK(text.size_in(0) == 10);
    CHECK(text.size_in(450) == doctest::Approx(14.5));
    CHECK(text.size_in(9000) == 18);
    text.size_most = 0;
    CHECK(text.size_in(9000) == 10);
}
