#include <doctest/doctest.h>

#include <cmath>
#include <functional>
#include <unordered_map>
#include <vector>

#include "geo/base/asset_paths.hpp"
#include "render/furniture/furniture_layout.hpp"
#include "render/scene/camera.hpp"
#include "render/scene/map_labels.hpp"
#include "tests/render/scenes.hpp"

using namespace chronomap;
using namespace chronomap::test;

namespace {

FontSet& fonts() {
    static const std::unique_ptr<FontSet> set = *FontSet::open();
    return *set;
}

Scene scene_with_events() {
    Scene scene;
    const auto basemap = Basemap::open(asset_path("basemap.pack"));
    REQUIRE(basemap);
    scene.basemap = *basemap;
    scene.style = default_style();
    scene.events = scattered_events(12);
    scene.time = {TimeMode::instant, span_of_year(1993)};
    return scene;
}

/// What an eye sees as unrest.
struct Unrest {
    int seen = 0;      ///< labels, summed over the frames
    int returned = 0;  ///< vanished and came back within a few frames
    int moved = 0;     ///< took another of their places
};

/// Along `frames` views, each of which follows from the last; over words that nothing else moves.
Unrest unrest_of(const Scene& scene, View view, int frames, const std::function<View(const View&, int)>& next) {
    constexpr int few_frames = 12;
    struct Life {
        int last_frame, candidate;
    };
    std::unordered_map<LabelKey, Life> lives;
    MapLabeller labeller;
    Unrest unrest;
    for (int frame = 0; frame < frames; ++frame) {
        const EventMarks marks =
            arrange_events(*scene.events, scene.events->meeting(scene.time.effective()), view, *scene.style);
        const FurnitureLayout furniture =
            lay_out_furniture(scene, view, *scene.style, marks, view.metres_per_px, fonts());
        const MapLabels labels =
            labeller.lay_out(scene, view, *scene.style, marks, furniture.blocks, fonts(), LabelMemory::keep);
        for (std::size_t i = 0; i < labels.texts.size(); ++i) {
            ++unrest.seen;
            const Life now{frame, labels.candidates[i]};
            const auto [life, is_new] = lives.try_emplace(labels.text_keys[i], now);
            if (is_new) continue;
            const int away = frame - life->second.last_frame;
            if (away > 1 && away <= few_frames) ++unrest.returned;
            // The places of a name along a line are numbered by what is in view.
            if (away == 1 && labels.texts[i].path.empty() && life->second.candidate != now.candidate) ++unrest.moved;
            life->second = now;
        }
        view = next(view, frame);
    }
    MESSAGE("labels seen " << unrest.seen << ", returned " << unrest.returned << ", moved " << unrest.moved);
    return unrest;
}

/// Labels that may come back, and that may move (where they stood something else stands, or the picture ends), for each
/// thousand seen.
void check_calm(const Unrest& unrest, double most_returned, double most_moved) {
    CHECK(unrest.seen > 5000);
    CHECK(unrest.returned <= most_returned * unrest.seen / 1000);
    CHECK(unrest.moved <= most_moved * unrest.seen / 1000);
}

}  // namespace

TEST_CASE("panned by a few pixels at a time, names neither flicker nor jump") {
    const auto pan = [](const View& view, int frame) {
        View moved = view;
        const double direction = frame / 40 * 1.9;
        moved.centre_x += 5 * std::cos(direction) * view.metres_per_px;
        moved.centre_y += 5 * std::sin(direction) * view.metres_per_px;
        return moved;
    };
    check_calm(unrest_of(scene_with_events(), *fit_view({43, 38, 50, 42}, 1280, 720, 1), 160, pan), 1, 5);
    check_calm(unrest_of(scene_with_events(), *fit_view({20, 30, 60, 50}, 1280, 720, 1), 120, pan), 1, 5);
}

TEST_CASE("zoomed by a hundredth at a time, names neither flicker nor jump") {
    const auto zoom = [](const View& view, int frame) {
        return zoomed_at(view, frame < 80 ? 1.01 : 1 / 1.01, 600, 300);
    };
    check_calm(unrest_of(scene_with_events(), *fit_view({43, 38, 50, 42}, 1280, 720, 1), 160, zoom), 5, 15);
    check_calm(unrest_of(scene_with_events(), *fit_view({20, 30, 60, 50}, 1280, 720, 1), 160, zoom), 5, 15);
}
