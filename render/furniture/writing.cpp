#include "render/furniture/writing.hpp"

#include "render/scene/mark_counts.hpp"

namespace chronomap {
namespace {

bool same_words(const Scene& a, const Scene& b) {
    return a.naming == b.naming && a.time == b.time && a.basemap == b.basemap && a.gazetteer == b.gazetteer &&
           a.events == b.events && a.layers == b.layers && a.relief == b.relief && a.furniture == b.furniture &&
           a.covered == b.covered;
}

}  // namespace

void Writing::update(const Scene& scene, const View& view, const std::shared_ptr<const Style>& style,
                     const EventMarks& marks, bool marks_changed, FontSet& fonts, LabelMemory memory) {
    if (laid_out_ && !marks_changed && view_ == view && style_ == style && same_words(words_, scene)) return;
    furniture = lay_out_furniture(scene, view, *style, marks, metres_on_ground_per_px(view), fonts);
    if (!furniture.locator || !scene.basemap)
        locator = nullptr;
    else if (!locator || view_ != view || words_.basemap != scene.basemap || locator_box_ != furniture.locator)
        locator = make_locator(*scene.basemap, view, *furniture.locator);
    locator_box_ = furniture.locator;
    std::vector<PixelBox> taken = furniture.blocks;
    taken.insert(taken.end(), scene.covered.begin(), scene.covered.end());
    graticule.lay_out(view, *style, taken, fonts);
    taken.insert(taken.end(), graticule.boxes.begin(), graticule.boxes.end());
    labels = labeller_.lay_out(scene, view, *style, marks, taken, fonts, memory);
    grounds = fan_grounds(marks, view, *style);
    counts = count_texts(marks, view, *style, fonts);
    laid_out_ = true;
    view_ = view;
    style_ = style;
    words_ = scene;
}

}  // namespace chronomap
