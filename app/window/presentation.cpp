#include "app/window/presentation.hpp"

#include <algorithm>

#include "app/state/story_telling.hpp"
#include "app/story/told_step.hpp"
#include "render/furniture/page.hpp"
#include "render/scene/style.hpp"

namespace chronomap {
namespace {

/// What is told of the step; an empty story has an empty page.
StoryPage page_shown(const AppState& state) {
    const Story& story = story_of(state);
    if (story.steps.empty()) return {};
    const std::size_t index = std::min(state.show.step, story.steps.size() - 1);
    StoryPage page = page_of_step(story, story_title(state), index, scene_of(state));
    const std::string& notes = story.steps[index].notes;
    if (state.show.notes) page.notes = notes.empty() ? "this step has none." : notes;
    return page;
}

}  // namespace

Result<PixelRect> Presentation::update(const AppState& state, MapCanvas& canvas, int width_px, int height_px) {
    StoryPage page = page_shown(state);
    const std::shared_ptr<const Style> style = state.style ? state.style : default_style();
    const bool same = page == page_ && style == style_ && width_px == width_px_ && height_px == height_px_;
    // Without a projection there is nothing to lay a sheet out on yet.
    if (same || state.view.crs.empty()) return map_;
    if (!fonts_) {
        auto fonts = FontSet::open();
        if (!fonts) return tl::unexpected(fonts.error());
        fonts_ = std::move(*fonts);
    }
    const float ratio = presentation_ratio(width_px, height_px);
    StorySheet sheet = lay_out_story_sheet(page, {width_px, height_px, ratio, *style, *fonts_});
    MapPage drawn;
    drawn.sheet = state.view;
    drawn.sheet.width_px = width_px;
    drawn.sheet.height_px = height_px;
    drawn.sheet.pixel_ratio = ratio;
    drawn.style = style;
    drawn.paper = style->panel.fill;
    drawn.paper.a = 1;
    drawn.around = std::move(sheet.around);
    if (const auto done = canvas.draw_sheet(drawn); !done) return tl::unexpected(done.error());
    page_ = std::move(page);
    style_ = style;
    width_px_ = width_px;
    height_px_ = height_px;
    map_ = {static_cast<float>(sheet.map.left), static_cast<float>(sheet.map.top),
            static_cast<float>(sheet.map.right - sheet.map.left), static_cast<float>(sheet.map.bottom - sheet.map.top)};
    return map_;
}

}  // namespace chronomap
