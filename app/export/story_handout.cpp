#include <algorithm>
#include <cmath>

#include "app/export/story_export.hpp"
#include "app/state/story_telling.hpp"
#include "app/story/told_step.hpp"
#include "render/furniture/credits.hpp"
#include "render/furniture/page.hpp"
#include "render/furniture/story_sheet.hpp"
#include "render/scene/camera.hpp"
#include "render/scene/layer_marks.hpp"
#include "render/vector/pdf_document.hpp"
#include "render/vector/vector_map.hpp"

namespace chronomap {
namespace {

/// Maps of a page are small: their words too.
constexpr double map_words = 0.82;
constexpr int least_side = 240;  // nominal pixels

/// A step's map in a box of the page.
Result<PageMap> map_of(const StoryTelling& telling, const StoryStep& step, const PixelBox& box) {
    View view = telling.view;
    view.width_px = static_cast<int>(box.right - box.left);
    view.height_px = static_cast<int>(box.bottom - box.top);
    view.pixel_ratio *= map_words;
    const auto shown = view_of_step(step, *telling.scene.events, view);
    if (!shown) return tl::unexpected(shown.error());
    PageMap map{scene_of_step(telling.scene, step), *shown, static_cast<int>(box.left), static_cast<int>(box.top)};
    map.scene.furniture.sources_line = false;
    map.scene.furniture.settings.of(FurnitureBlock::locator) = FurniturePlace::off;
    return map;
}

bool all_fit(const std::vector<StoryPage>& pages, const StoryPaper& paper, int steps_a_page) {
    const HandoutSlot slot = handout_slots(paper, steps_a_page).front();
    return std::ranges::all_of(pages, [&](const StoryPage& page) {
        FurnitureLayout layout;
        return lay_out_handout_step(page, slot, paper, layout);
    });
}

}  // namespace

Result<void> write_handout(const StoryTelling& telling, const std::string& path, const PictureOptions& options,
                           const Progress& progress) {
    const View& sheet = telling.view;
    const auto ratio = static_cast<float>(sheet.pixel_ratio);
    if (std::min(sheet.width_px, sheet.height_px) < least_side * ratio)
        return fail("a handout has no room on so small a page", path, 0, "choose a larger size, such as A4");
    auto map = VectorMap::create();
    if (!map) return tl::unexpected(map.error());
    const double zoom = web_zoom(telling.view);
    const auto style = style_at(telling.scene.style ? telling.scene.style : default_style(), zoom);
    const StoryPaper paper{sheet.width_px, sheet.height_px, ratio, *style, (*map)->fonts()};
    const std::vector<StoryStep>& steps = telling.story.steps;
    std::vector<StoryPage> told;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        told.push_back(page_of_step(telling.story, telling.title, i, telling.scene));
        told.back().addresses = AddressForm::printed;
    }
    const std::size_t each = sheet.height_px > sheet.width_px && steps.size() > 1 && all_fit(told, paper, 2) ? 2 : 1;
    const std::vector<HandoutSlot> slots = handout_slots(paper, static_cast<int>(each));
    const std::size_t pages = (steps.size() + each - 1) / each;
    auto document = PdfDocument::create(
        path, {telling.title, std::to_string(steps.size()) + " steps", "chronomap", options.document}, paper.fonts);
    if (!document) return tl::unexpected(document.error());
    for (std::size_t number = 0; number < pages; ++number) {
        if (!go_on(progress, static_cast<double>(number) / static_cast<double>(pages))) return fail(cancelled, path);
        MapPage page;
        page.sheet = sheet;
        page.style = style;
        page.paper = style->panel.fill;
        page.paper.a = 1;
        std::string sources;
        for (std::size_t i = 0; i < each && number * each + i < steps.size(); ++i) {
            const std::size_t step = number * each + i;
            auto shown = map_of(telling, steps[step], slots[i].map);
            if (!shown) return tl::unexpected(shown.error());
            sources = merged_credits(sources, map_sources(shown->scene, shown->view));
            lay_out_handout_step(told[step], slots[i], paper, page.around);
            page.maps.push_back(std::move(*shown));
        }
        lay_out_handout_foot(telling.title, std::to_string(number + 1) + " / " + std::to_string(pages), sources, paper,
                             page.around);
        (*document)->begin_page(sheet.width_px, sheet.height_px, options.dpi > 0 ? options.dpi : 96);
        (*document)->mark_page(steps[number * each].title);
        (*map)->draw(page, (*document)->canvas());
    }
    if (auto finished = (*document)->finish(); !finished) return finished;
    go_on(progress, 1);
    return {};
}

}  // namespace chronomap
