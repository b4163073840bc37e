#include "render/scene/layer_marks.hpp"

#include <doctest/doctest.h>

#include "geo/layers/layer_fields.hpp"
#include "render/scene/layer_labels.hpp"
#include "render/snapshot/image.hpp"
#include "tests/render/baseline.hpp"

using namespace chronomap;

namespace {

LayerFeature area(const char* name, const char* holder, ClaimStatus status, double west, double east, const char* begin,
                  const char* end) {
    LayerFeature made;
    made.name = name;
    made.holder = holder;
    made.status = status;
    made.parts = {{{west, 39}, {east, 39}, {east, 41}, {west, 41}, {west, 39}}};
    made.begin = *layer_date_from(begin);
    made.end = *layer_date_from(end);
    made.span = *layer_span(made.begin, made.end);
    return made;
}

MapLayerPtr test_layer() {
    auto layer = std::make_shared<MapLayer>();
    layer->name = "Test";
    layer->source = "Test: our own drawing";
    layer->features = {area("Held", "North", ClaimStatus::administered, 44.4, 46, "1991", "1995"),
                       area("", "West", ClaimStatus::claimed, 46.2, 48.2, "1991", "1995"),
                       area("", "East", ClaimStatus::claimed, 47.2, 49.4, "1991", "1995"),
                       area("Later", "North", ClaimStatus::administered, 44.4, 49.4, "2000", "")};
    LayerFeature line;
    line.name = "Ceasefire line";
    line.extent = ExtentClass::line;
    line.parts = {{{44.5, 38.7}, {46, 38.6}, {49, 38.8}}};
    layer->features.push_back(line);
    LayerFeature point;
    point.name = "Post";
    point.extent = ExtentClass::point;
    point.parts = {{{46.1, 41.4}}};
    layer->features.push_back(point);
    return layer;
}

Scene scene_of(int year) {
    Scene scene;
    scene.layers = {test_layer()};
    scene.time = {TimeMode::instant, span_of_year(year)};
    return scene;
}

}  // namespace

TEST_CASE("only features of the time shown are marked, areas first, a holder's colour staying its own") {
    const auto marks = arrange_layers(scene_of(1993).layers, span_of_year(1993));
    REQUIRE(marks.size() == 5);
    CHECK(marks[0].feature->name == "Held");
    CHECK(marks[3].feature->extent == ExtentClass::line);
    CHECK(marks[4].feature->extent == ExtentClass::point);
    const auto later = arrange_layers(scene_of(2010).layers, span_of_year(2010));
    REQUIRE(later.size() == 3);
    CHECK(later[0].holder == marks[0].holder);
    CHECK(marks[1].holder % 2 != marks[2].holder % 2);  // the two claims lean to different sides
}

TEST_CASE("a layer that is seen is named among the sources, and only then") {
    const auto there = fit_view({44, 38, 50, 42}, 480, 360, 1), elsewhere = fit_view({0, 40, 6, 44}, 480, 360, 1);
    REQUIRE(there);
    REQUIRE(elsewhere);
    CHECK(map_sources(scene_of(1993), *there) == "Test: our own drawing");
    CHECK(map_sources(scene_of(1993), *elsewhere).empty());
}

TEST_CASE("areas are labelled with who holds them and since when") {
    const auto view = fit_view({44, 38, 50, 42}, 800, 600, 1);
    REQUIRE(view);
    const auto labels = layer_labels(scene_of(1993), *view);
    REQUIRE(labels.size() == 5);
    CHECK(labels[0].name == "Held");
    CHECK(labels[0].note == "held by North, 1991–1995");
    CHECK(labels[1].name == "West");
    CHECK(labels[1].note == "1991–1995");
}

TEST_CASE("held areas, crossing claims, lines and points look as they did") {
    const auto view = fit_view({44, 38.3, 50, 42}, 480, 360, 1);
    REQUIRE(view);
    Scene scene = scene_of(1993);
    scene.style = std::make_shared<const Style>();
    const auto image = render_snapshot(scene, *view);
    REQUIRE(image);
    test::check_baseline(*image, "areas_over_time");
}
