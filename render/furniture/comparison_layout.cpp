#include "render/furniture/comparison_layout.hpp"

#include <algorithm>
#include <array>

#include "geo/events/comparison.hpp"
#include "render/furniture/comparison_table.hpp"
#include "render/furniture/credits.hpp"
#include "render/scene/camera.hpp"
#include "render/scene/layer_marks.hpp"

namespace chronomap {
namespace {

constexpr int least_width = 320, least_height = 240;  // nominal pixels

/// The upper part of the sheet: the title, as large as it may be.
class Header {
  public:
    Header(const std::string& title, const SheetWriter& writer, float width_px) : writer_(writer) {
        if (title.empty()) return;
        for (const auto& [share, most] : {std::pair{1.0f, 1u}, {0.8f, 1u}, {0.66f, 2u}, {0.55f, 3u}}) {
            size_ = writer.type(TextClass::title) * share;
            lines_ = writer.wrap(title, TextClass::title, size_, width_px, most);
            if (lines_.size() == 1 || lines_.back().ends_with("…") == title.ends_with("…")) break;
        }
    }
    float height_px() const { return lines_.empty() ? 0 : size_ * 1.25f * static_cast<float>(lines_.size()); }
    void write(FurnitureLayout& layout, float left, float top) const {
        float baseline = top + size_;
        for (const std::string& line : lines_) {
            writer_.text(layout, line, TextClass::title, size_, left, baseline);
            baseline += size_ * 1.25f;
        }
    }

  private:
    const SheetWriter& writer_;
    std::vector<std::string> lines_;
    float size_ = 0;
};

/// A map of the comparison as a part of its page.
Scene part_of_page(Scene scene, bool with_scale_bar) {
    FurnitureSettings& settings = scene.furniture.settings;
    for (const FurnitureBlock block :
         {FurnitureBlock::title, FurnitureBlock::caption, FurnitureBlock::legend, FurnitureBlock::locator})
        settings.of(block) = FurniturePlace::off;
    if (!with_scale_bar) settings.of(FurnitureBlock::scale_bar) = FurniturePlace::off;
    scene.furniture.sources_line = false;
    return scene;
}

/// The strip with the sources alone, along the bottom of the sheet.
FurnitureLayout sources_of(const Scene& scene, const std::string& sources, const View& sheet, const Style& style,
                           FontSet& fonts) {
    Scene credits = scene;
    credits.furniture.sources = sources;
    credits.furniture.credits_only = true;
    credits.furniture.settings.of(FurnitureBlock::scale_bar) = FurniturePlace::off;
    return lay_out_furniture(credits, sheet, style, {}, 0, fonts);
}

void add_frame(FurnitureLayout& layout, const PageMap& map, const Style& style, float line_px) {
    layout.strokes.push_back({static_cast<float>(map.x_px) - line_px, static_cast<float>(map.y_px) - line_px,
                              static_cast<float>(map.view.width_px) + 2 * line_px,
                              static_cast<float>(map.view.height_px) + 2 * line_px, 0, style.panel.edge,
                              style.panel.edge, line_px});
}

}  // namespace

Result<MapPage> lay_out_comparison(const Scene& first, const Scene& second, const ComparisonSheet& sheet,
                                   FontSet& fonts) {
    const auto ratio = static_cast<float>(sheet.pixel_ratio);
    if (sheet.width_px < least_width * ratio || sheet.height_px < least_height * ratio)
        return fail("two maps and their legend have no room on " + std::to_string(sheet.width_px) + "x" +
                        std::to_string(sheet.height_px) + " pixels",
                    {}, 0, "choose a larger --size");
    const bool beside = sheet.width_px >= sheet.height_px;
    const auto view_of = [&](int width, int height) {
        const double margin = 0.05 * std::min(width, height);
        return fit_view(sheet.extent, width, height, sheet.pixel_ratio, sheet.crs, margin);
    };
    // Looks depend on the zoom: that of maps which have about the room that these will have.
    const auto about =
        view_of(beside ? sheet.width_px / 2 : sheet.width_px, beside ? sheet.height_px * 2 / 3 : sheet.height_px / 3);
    if (!about) return tl::unexpected(about.error());
    MapPage page;
    page.style = style_at(first.style ? first.style : default_style(), web_zoom(*about));
    page.sheet = *about;
    page.sheet.width_px = sheet.width_px;
    page.sheet.height_px = sheet.height_px;
    page.paper = page.style->panel.fill;
    page.paper.a = 1;
    page.title = first.furniture.title;
    page.credits = merged_credits(map_sources(first, page.sheet), map_sources(second, page.sheet));
    page.description = first.furniture.date_caption + " and " + second.furniture.date_caption;

    const SheetWriter writer(*page.style, page.sheet, fonts);
    const float margin = writer.px(sheet.width_px / ratio < 500 ? 8 : 16);
    const float width = static_cast<float>(sheet.width_px) - 2 * margin;
    page.around = sources_of(first, page.credits, page.sheet, *page.style, fonts);
    const auto strip_top = static_cast<float>(page.around.blocks.front().top);

    const Header header(page.title, writer, width);
    header.write(page.around, margin, margin * 0.7f);
    const float maps_top = margin * 0.8f + header.height_px() + (header.height_px() > 0 ? margin * 0.5f : 0);

    const ComparisonTable table(first, second, *about, writer, width,
                                (strip_top - maps_top) * (beside ? 0.42f : 0.36f));
    const float table_top = strip_top - margin * 0.6f - table.height_px();
    table.write(page.around, margin, table_top);

    const float maps_bottom = table_top - margin * 0.8f;
    const int gap = static_cast<int>(margin * 0.75f);
    const int whole_width = static_cast<int>(width), whole_height = static_cast<int>(maps_bottom - maps_top);
    const auto view =
        view_of(beside ? (whole_width - gap) / 2 : whole_width, beside ? whole_height : (whole_height - gap) / 2);
    if (!view) return tl::unexpected(view.error());
    const int left = static_cast<int>(margin), top = static_cast<int>(maps_top);
    page.maps.push_back({part_of_page(first, true), *view, left, top});
    page.maps.push_back({part_of_page(second, false), *view, beside ? left + view->width_px + gap : left,
                         beside ? top : top + view->height_px + gap});
    for (const PageMap& map : page.maps) add_frame(page.around, map, *page.style, std::max(1.0f, writer.px(0.75f)));
    return page;
}

}  // namespace chronomap
