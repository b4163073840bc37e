// How whole maps look: under each naming policy, in each style, in each sort of projection. Over the program's own
// basemap and gazetteer, with events that nobody told of.
#include <doctest/doctest.h>

#include "geo/base/asset_paths.hpp"
#include "geo/events/extractor.hpp"
#include "geo/io/basemap.hpp"
#include "geo/places/gazetteer.hpp"
#include "render/scene/style.hpp"
#include "render/snapshot/offscreen_renderer.hpp"
#include "test_paths.hpp"
#include "tests/render/baseline.hpp"
#include "tests/render/scenes.hpp"

using namespace chronomap;
using namespace chronomap::test;

namespace {

constexpr int width_px = 400, height_px = 260;
constexpr GeoBox region_box{44, 38.6, 48.2, 41.2};

const std::shared_ptr<const Gazetteer>& gazetteer() {
    static const std::shared_ptr<const Gazetteer> loaded =
        std::make_shared<const Gazetteer>(*Gazetteer::load(Extractor::default_files().gazetteer));
    return loaded;
}

/// Two towns of the gazetteer with an event each.
EventSetPtr events_at_towns() {
    std::vector<Event> events;
    for (const auto& [id, surface, kind] : {std::tuple{"geonames:148619", "Agdam", EventKind::visit},
                                            {"geonames:146970", "Stepanakert", EventKind::negotiation}}) {
        Event event = event_at(gazetteer()->by_id(id), kind);
        REQUIRE(event.place);
        event.place_surface = surface;
        events.push_back(std::move(event));
    }
    return event_set(std::move(events));
}

Scene map_of_1993() {
    static const std::shared_ptr<const Basemap> basemap = *Basemap::open(asset_path("basemap.pack"));
    static const EventSetPtr events = events_at_towns();
    Scene scene;
    scene.basemap = basemap;
    scene.gazetteer = gazetteer();
    scene.events = events;
    scene.style = default_style();
    scene.time = {TimeMode::instant, span_of_year(1993)};
    scene.furniture.title = "A visit";
    scene.furniture.date_caption = "1993";
    scene.furniture.sources = "Sources: tests";
    return scene;
}

void check_looks(const Scene& scene, const std::string& crs, GeoBox box, const std::string& name) {
    CAPTURE(name);
    const auto view = fit_view(box, width_px, height_px, 1, crs);
    REQUIRE(view);
    const auto image = render_snapshot(scene, *view);
    REQUIRE(image);
    // A letter in another place changes as much as this.
    check_baseline(*image, "map_" + name, 0.006);
}

}  // namespace

TEST_CASE("a map looks as it did under each naming policy") {
    for (const NamingPolicy policy : {NamingPolicy::source, NamingPolicy::en, NamingPolicy::az, NamingPolicy::hy,
                                      NamingPolicy::ru, NamingPolicy::official_at_date, NamingPolicy::dual}) {
        Scene scene = map_of_1993();
        scene.naming = policy;
        check_looks(scene, "", region_box, "names_" + std::string(name_of(policy)));
    }
}

TEST_CASE("a map looks as it did in each style") {
    for (const std::string style_name : {"light", "dark", "mono"}) {
        const auto style = load_style(CHRONOMAP_SOURCE_DIR "/assets/styles/" + style_name + ".json");
        REQUIRE(style);
        Scene scene = map_of_1993();
        scene.style = *style;
        check_looks(scene, "", {38, 36, 52, 45}, "style_" + style_name);
    }
}

TEST_CASE("a map looks as it did in each sort of projection") {
    const Scene scene = map_of_1993();
    check_looks(scene, "+proj=lcc +lat_1=37 +lat_2=43 +lat_0=40 +lon_0=46", region_box, "conic");
    check_looks(scene, "EPSG:3857", {20, 25, 70, 55}, "mercator");
    check_looks(scene, "+proj=ortho +lat_0=35 +lon_0=45", {-60, -80, 150, 85}, "orthographic");
    check_looks(scene, "EPSG:3995", {-180, 55, 180, 90}, "polar");
    check_looks(scene, "+proj=merc +lon_0=180", {165, 45, -150, 70}, "antimeridian");
}
