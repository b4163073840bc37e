#include "render/map_renderer.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "geo/base/asset_paths.hpp"
#include "geo/io/basemap.hpp"
#include "render/gl/gl_objects.hpp"
#include "render/gl/offscreen_context.hpp"
#include "render/scene/style.hpp"
#include "render/snapshot/offscreen_renderer.hpp"
#include "test_paths.hpp"
#include "tests/render/baseline.hpp"
#include "tests/render/scenes.hpp"

using namespace chronomap;
using namespace chronomap::test;

namespace {

Scene scene_of_1993() {
    Scene scene;
    scene.style = std::make_shared<const Style>();
    scene.events = all_sorts_of_events();
    scene.time = {TimeMode::instant, span_of_year(1993)};
    return scene;
}

/// A map of a window: what it drew before it draws on.
class MovingMap {
  public:
    MovingMap() : context_(*OffscreenContext::create()) {
        REQUIRE(context_.make_current());
        renderer_ = *MapRenderer::create();
        renderer_->move_labels(LabelMotion::fading);
    }
    ~MovingMap() { (void)context_.make_current(); }
    Image draw(const Scene& scene, const View& view) {
        REQUIRE(context_.make_current());
        if (target_.width() != view.width_px) target_ = *RenderTarget::create(view.width_px, view.height_px);
        renderer_->render(scene, view, target_.framebuffer());
        return {view.width_px, view.height_px, target_.read()};
    }
    bool is_moving() const { return renderer_->fading(); }

  private:
    OffscreenContext context_;
    RenderTarget target_;
    std::unique_ptr<MapRenderer> renderer_;
};

}  // namespace

TEST_CASE("every kind of event, areas, lines and vague regions look as they did") {
    const auto view = fit_view({44, 38.3, 50, 42}, 480, 360, 1);
    REQUIRE(view);
    const auto image = render_snapshot(scene_of_1993(), *view);
    REQUIRE(image);
    check_baseline(*image, "all_sorts_of_events");
}

TEST_CASE("the dark and the monochrome style look as they did") {
    for (const std::string name : {"dark", "mono"}) {
        const auto style = load_style(CHRONOMAP_SOURCE_DIR "/assets/styles/" + name + ".json");
        REQUIRE(style);
        Scene scene = scene_of_1993();
        scene.style = *style;
        scene.furniture.date_caption = "1993";
        const auto image = render_snapshot(scene, *fit_view({44, 38.3, 50, 42}, 540, 400, 1));
        REQUIRE(image);
        check_baseline(*image, "style_" + name);
        if (name != "mono") continue;
        for (std::size_t i = 0; i < image->rgba.size(); i += 4) {
            REQUIRE(image->rgba[i] == image->rgba[i + 1]);
            REQUIRE(image->rgba[i] == image->rgba[i + 2]);
        }
    }
}

TEST_CASE("clusters of several kinds and a fan look as they did") {
    Scene scene = scene_of_1993();
    scene.events = scattered_events(150);
    scene.fanned_event = scene.events->events[40].id;
    const auto image = render_snapshot(scene, *fit_view({44, 38.3, 50, 42}, 480, 360, 1));
    REQUIRE(image);
    check_baseline(*image, "clusters_and_fan");
}

TEST_CASE("names in many scripts, level and along roads, look as they did") {
    std::vector<Event> events;
    const char* names[] = {"Ստեփանակերտ", "Степанакерт", "თბილისი", "شوشا", "Xankəndi / Ստեփանակերտ", "شوشا / Shusha"};
    for (int i = 0; i < 6; ++i)
        events.push_back(event_at(town(names[i], 44.6 + 2.4 * (i % 2), 41.4 - 0.45 * (i / 2)), EventKind::visit));
    const auto arc = [](double lat, double rise) {
        std::vector<LonLat> line;
        for (int i = 0; i <= 40; ++i) {
            const double along = i / 40.0;
            line.push_back({44.4 + 4.6 * along, lat + rise * std::sin(along * 3.14159)});
        }
        return line;
    };
    events.push_back(event_at(region("Լաչինի միջանցք", arc(39.6, 0.5), ExtentClass::line), EventKind::visit));
    events.push_back(event_at(region("Лачинский коридор", arc(39.2, 0.5), ExtentClass::line), EventKind::visit));
    events.push_back(event_at(region("دالان لاچین", arc(38.9, 0.4), ExtentClass::line), EventKind::visit));
    Scene scene;
    scene.style = std::make_shared<const Style>();
    scene.events = event_set(std::move(events));
    scene.time = {TimeMode::instant, span_of_year(1993)};
    scene.furniture.settings.of(FurnitureBlock::legend) = FurniturePlace::off;
    scene.furniture.settings.of(FurnitureBlock::scale_bar) = FurniturePlace::off;
    const auto image = render_snapshot(scene, *fit_view({44, 38.5, 49.5, 41.6}, 520, 400, 1));
    REQUIRE(image);
    check_baseline(*image, "scripts");
}

TEST_CASE("the empty world looks as it did") {
    const auto view = fit_view({-180, -60, 180, 84}, 360, 180, 1);
    REQUIRE(view);
    const auto image = render_snapshot({}, *view);
    REQUIRE(image);
    check_baseline(*image, "empty_world");
}

TEST_CASE("an event is drawn in its year and not in another") {
    OffscreenRenderer renderer;
    const auto view = fit_view({44, 38.3, 50, 42}, 320, 240, 1);
    Scene scene = scene_of_1993();
    Scene nothing = scene;
    nothing.events = nullptr;
    const Image without = *renderer.render(nothing, *view);
    const Image in_1993 = *renderer.render(scene, *view);
    scene.time.span = span_of_year(1950);
    const Image in_1950 = *renderer.render(scene, *view);
    CHECK(share_that_differs(in_1993, without) > 0.02);
    CHECK(in_1950.rgba == without.rgba);
    // Back again: what is cached shows nothing of the time between.
    scene.time.span = span_of_year(1993);
    CHECK(renderer.render(scene, *view)->rgba == in_1993.rgba);
}

TEST_CASE("a selected event is marked") {
    OffscreenRenderer renderer;
    const auto view = fit_view({44, 38.3, 50, 42}, 320, 240, 1);
    Scene scene = scene_of_1993();
    const Image plain = *renderer.render(scene, *view);
    scene.selected_event = scene.events->events[0].id;
    const double share = share_that_differs(*renderer.render(scene, *view), plain);
    CHECK(share > 0.0005);
    CHECK(share < 0.05);
}

TEST_CASE("panning with what is cached gives the same picture as drawing anew, but for its edges' antialiasing") {
    OffscreenRenderer renderer;
    const auto view = fit_view({44, 38.3, 50, 42}, 320, 240, 1);
    const Scene scene = scene_of_1993();
    (void)renderer.render(scene, *view);
    View moved = *view;
    moved.centre_x += 30 * moved.metres_per_px;
    const Image from_cache = *renderer.render(scene, moved);
    moved.centre_x += 1 * moved.metres_per_px;
    (void)renderer.render(scene, moved);
    moved.centre_x -= 1 * moved.metres_per_px;
    CHECK(share_that_differs(*renderer.render(scene, moved), from_cache) < 0.002);
    CHECK(share_that_differs(*render_snapshot(scene, moved), from_cache) < 0.002);
}

TEST_CASE("a map that was zoomed and rests is the one that is drawn at once") {
    MovingMap map;
    for (const int towns : {150, 6000}) {
        Scene scene = scene_of_1993();
        scene.basemap = *Basemap::open(asset_path("basemap.pack"));
        scene.events = scattered_events(towns);
        // Names stay where they were: here they are not to be seen.
        auto style = std::make_shared<Style>();
        for (TextStyle& text : style->texts) text.colour.a = text.halo.a = 0;
        scene.style = style;
        View view = *fit_view({44, 38.3, 50, 42}, 320, 240, 1);
        for (const double factor : {1.1, 1.25, 0.75, 0.6}) {
            for (int i = 0; i < 5; ++i) {
                view.metres_per_px /= factor;
                (void)map.draw(scene, view);
            }
            Image at_rest;
            int frames = 0;
            do {
                at_rest = map.draw(scene, view);
            } while (map.is_moving() && ++frames < 2000);
            CHECK(frames < 2000);
            CHECK(share_that_differs(*render_snapshot(scene, view), at_rest) < 0.004);
        }
    }
}

TEST_CASE("a map that is pushed on and on looks in each frame as if drawn anew") {
    OffscreenRenderer renderer;
    const auto view = fit_view({44, 38.3, 50, 42}, 320, 240, 1);
    const Scene scene = scene_of_1993();
    View moved = *view;
    for (int i = 0; i < 12; ++i) {
        const Image pushed = *renderer.render(scene, moved);
        if (i % 4 == 3) CHECK(share_that_differs(*render_snapshot(scene, moved), pushed) < 0.004);
        moved.centre_x += 25 * moved.metres_per_px;
        moved.centre_y -= 15 * moved.metres_per_px;
    }
    moved.centre_x += 0.4 * moved.metres_per_px;
    CHECK(share_that_differs(*render_snapshot(scene, moved), *renderer.render(scene, moved)) < 0.004);
}
