#include "render/furniture/legend_block.hpp"

#include <algorithm>
#include <cmath>

#include "render/furniture/legend_key.hpp"
#include "render/furniture/legend_rows.hpp"

namespace chronomap {
namespace {

/// Rows that explain a look are quieter than those that count events.
TextClass words_as(const LegendRow& row) {
    return row.count.empty() ? TextClass::legend_note : TextClass::legend;
}

/// The measures of a legend's rows, in device pixels.
class LegendSheet {
  public:
    LegendSheet(const SheetWriter& writer, std::string note, float widest_note)
        : writer_(writer),
          size_(writer.type(TextClass::legend)),
          small_(writer.type(TextClass::legend_note)),
          pad_(writer.px(11)),
          key_(writer.px(26)),
          note_(writer.shortened(note, TextClass::legend_note, small_, widest_note)) {}

    float height_of(const std::vector<LegendRow>& rows) const {
        return pad_ * 1.6f + line() * static_cast<float>(rows.size()) + (note_.empty() ? 0 : small_ * 1.75f);
    }
    float width_of(const std::vector<LegendRow>& rows) const {
        float widest = writer_.width_of(note_, TextClass::legend_note, small_);
        for (const LegendRow& row : rows)
            widest = std::max(widest, key_ + writer_.width_of(row.words, words_as(row), size_) +
                                          (row.count.empty() ? 0 : writer_.px(16) + count_width(row)));
        return widest + 2 * pad_;
    }
    void write(FurnitureLayout& layout, const std::vector<LegendRow>& rows, const PixelBox& box) const {
        const auto x = static_cast<float>(box.left), right = static_cast<float>(box.right);
        float baseline = static_cast<float>(box.top) + pad_ * 0.7f + size_;
        for (const LegendRow& row : rows) {
            add_legend_key(layout, writer_.style(), writer_.ratio(), row,
                           {x + pad_ + writer_.px(9), baseline - size_ * 0.34f});
            writer_.text(layout, row.words, words_as(row), size_, x + pad_ + key_, baseline);
            if (!row.count.empty())
                writer_.text(layout, row.count, TextClass::legend_note, size_, right - pad_ - count_width(row),
                             baseline);
            baseline += line();
        }
        baseline += small_ * 0.2f - line() + small_ * 1.75f;
        writer_.text(layout, note_, TextClass::legend_note, small_, x + pad_, baseline);
    }

  private:
    float line() const { return size_ * 1.62f; }
    float count_width(const LegendRow& row) const { return writer_.width_of(row.count, TextClass::legend_note, size_); }

    const SheetWriter& writer_;
    float size_, small_, pad_, key_;
    std::string note_;
};

std::size_t shown_events(const EventMarks& marks) {
    std::size_t shown = 0;
    for (const auto* each : {&marks.symbols, &marks.shapes})
        for (const EventMark& mark : *each) shown += mark.events.size();
    for (const KindShare& share : marks.beyond.kinds) shown += share.events;
    return shown;
}

}  // namespace

void add_panel(FurnitureLayout& layout, const SheetWriter& writer, const PixelBox& box) {
    const PanelStyle& look = writer.style().panel;
    layout.panels.push_back({static_cast<float>(box.left), static_cast<float>(box.top),
                             static_cast<float>(box.right - box.left), static_cast<float>(box.bottom - box.top),
                             writer.px(look.radius), look.fill, look.edge, std::max(1.0f, writer.px(look.edge_width))});
    layout.blocks.push_back(box);
}

void add_legend(FurnitureLayout& layout, BlockStack& stack, const SheetWriter& writer, const Scene& scene,
                const View& view, const EventMarks& marks, FurniturePlace place) {
    constexpr double most_share = 0.25;
    const double width = view.width_px, height = view.height_px;
    const std::vector<LegendRow> all = legend_rows(scene, view, writer.style(), marks);
    if (all.empty() && scene.events->events.empty()) return;
    const LegendSheet sheet(writer, count_text(*scene.events, shown_events(marks)), static_cast<float>(width) * 0.42f);
    for (std::size_t most = all.size() + 1; most-- > 0;) {
        const std::vector<LegendRow> rows = shortened(all, most);
        const double wide = sheet.width_of(rows), high = sheet.height_of(rows);
        if (most > 1 && wide * high > most_share * width * height) continue;
        const auto box = stack.find(place, wide, high);
        if (!box) continue;
        add_panel(layout, writer, *box);
        stack.add(*box);
        sheet.write(layout, rows, *box);
        return;
    }
}

}  // namespace chronomap
