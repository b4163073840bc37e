#include "app/window/step_pictures.hpp"

#include <algorithm>
#include <cmath>

#include "app/panels/story_memory.hpp"
#include "app/state/story_telling.hpp"
#include "app/story/told_step.hpp"
#include "render/gl/gl_objects.hpp"
#include "render/snapshot/image.hpp"

namespace chronomap {

namespace {

/// Symbols and lines are this much smaller than on the map.
constexpr float ratio_share = 0.5F;
/// Along its sides a map has its degrees, which are cut off.
constexpr int frame_px = 24;

/// What a step's picture depends on.
struct Shown {
    TimeSelection time;
    std::optional<StoryView> view;
    std::vector<std::string> highlighted;
    EventSetPtr events;
    std::shared_ptr<const Style> style;
    std::shared_ptr<const Basemap> basemap;
    std::string crs;
    int width = 0, height = 0;
    friend bool operator==(const Shown&, const Shown&) = default;
};

Shown shown_by(const StoryStep& step, const AppState& state, float unit) {
    const auto px = [&](int nominal) { return std::max(8, static_cast<int>(std::lround(nominal * unit))); };
    return {step.time,     step.view,      step.highlighted,       state.store.current(),  state.style,
            state.basemap, state.view.crs, px(step_picture_width), px(step_picture_height)};
}

/// The map alone: without names, legend, scale and sources, which stand on the map beside it.
Scene plain_scene(const AppState& state, const StoryStep& step, const View& view) {
    Scene scene = scene_of_step(scene_of(state), step);
    scene.furniture.settings.places.fill(FurniturePlace::off);
    scene.furniture.sources_line = false;
    scene.furniture.settings.caption.clear();
    scene.ground = nullptr;
    scene.relief = {};
    scene.covered = {{0, 0, static_cast<float>(view.width_px), static_cast<float>(view.height_px)}};
    return scene;
}

/// The middle of a picture.
std::vector<std::uint8_t> cut_out(const Image& image, int margin) {
    const int width = image.width - 2 * margin, height = image.height - 2 * margin;
    std::vector<std::uint8_t> rgba;
    rgba.reserve(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4);
    for (int y = 0; y < height; ++y) {
        const auto row = image.rgba.begin() + static_cast<std::ptrdiff_t>(((y + margin) * image.width + margin) * 4);
        rgba.insert(rgba.end(), row, row + static_cast<std::ptrdiff_t>(width * 4));
    }
    return rgba;
}

}  // namespace

struct StepPictures::Drawn {
    Shown shown;
    Texture texture;
};

StepPictures::StepPictures() = default;
StepPictures::~StepPictures() = default;
void StepPictures::clear() {
    drawn_.clear();
    textures_.clear();
}

bool StepPictures::follow(const AppState& state, MapCanvas& canvas, float unit) {
    const std::vector<StoryStep>& steps = story_of(state).steps;
    textures_.assign(steps.size(), 0);
    due_ = false;
    if (state.view.crs.empty()) return false;
    std::vector<std::unique_ptr<Drawn>> kept;
    bool drew = false;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const Shown shown = shown_by(steps[i], state, unit);
        const auto is_it = [&](const auto& each) { return each && each->shown == shown; };
        if (const auto same = std::ranges::find_if(kept, is_it); same != kept.end()) {
            textures_[i] = (*same)->texture.name();
            continue;
        }
        if (const auto found = std::ranges::find_if(drawn_, is_it); found != drawn_.end()) {
            textures_[i] = (*found)->texture.name();
            kept.push_back(std::move(*found));
            continue;
        }
        if (drew) {
            due_ = true;
            continue;
        }
        drew = true;
        View now = state.view;
        now.width_px = shown.width;
        now.height_px = shown.height;
        now.pixel_ratio = unit * ratio_share;
        auto view = view_of_step(steps[i], *shown.events, now);
        std::vector<std::uint8_t> pixels;
        if (view) {
            view->width_px += 2 * frame_px;
            view->height_px += 2 * frame_px;
            if (const auto image = canvas.render(plain_scene(state, steps[i], *view), *view))
                pixels = cut_out(*image, frame_px);
        }
        // A step that cannot be shown gets an empty picture, once.
        if (pixels.empty()) pixels.assign(static_cast<std::size_t>(shown.width * shown.height * 4), 0);
        kept.push_back(std::make_unique<Drawn>(
            Drawn{shown, Texture::create(shown.width, shown.height, PixelFormat::rgba8, pixels.data())}));
        textures_[i] = kept.back()->texture.name();
    }
    drawn_ = std::move(kept);
    return drew;
}

}  // namespace chronomap
