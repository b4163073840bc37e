#include "render/furniture/story_sheet.hpp"

#include <algorithm>
#include <cmath>

#include "render/furniture/credits.hpp"
#include "render/furniture/story_text.hpp"

namespace chronomap {
namespace {

// Nominal pixels of a presentation.
constexpr float most_type = 27, least_type = 12.5f, foot_type = 13, notes_type = 16, margin_px = 26;
constexpr std::size_t most_note_lines = 4;
// Of a handout: nominal pixels are of 1/96 inch.
constexpr float most_print = 15.5f, least_print = 11, handout_margin = 46, handout_gap = 20, foot_height = 50;

float px(const StoryPaper& paper, float nominal) {
    return nominal * paper.pixel_ratio;
}

TextItem text_item(const std::string& words, FontRole role, float size, Colour colour) {
    TextItem item;
    item.text = words;
    item.role = role;
    item.size_px = size;
    item.colour = colour;
    return item;
}

void add_text(FurnitureLayout& layout, TextItem item, float x, float baseline) {
    item.x = x;
    item.baseline = baseline;
    layout.texts.push_back(std::move(item));
}

float width_of(const TextItem& item, const StoryPaper& paper) {
    return paper.fonts.shape(item.text, item.role, item.size_px).width;
}

void append(FurnitureLayout& layout, FurnitureLayout&& more) {
    std::ranges::move(more.strokes, std::back_inserter(layout.strokes));
    std::ranges::move(more.texts, std::back_inserter(layout.texts));
}

Colour ink(const StoryPaper& paper) {
    return paper.style.of(TextClass::legend).colour;
}
Colour soft(const StoryPaper& paper) {
    return paper.style.of(TextClass::legend_note).colour;
}

/// The story's name, and which of its steps this is.
void add_foot(FurnitureLayout& layout, const std::string& left, const std::string& right, const PixelBox& row,
              float size, const StoryPaper& paper) {
    const auto baseline = static_cast<float>(row.bottom) - 0.25f * size;
    const TextItem number = text_item(right, FontRole::bold, size, ink(paper));
    const float width = width_of(number, paper);
    const float room = static_cast<float>(row.right - row.left) - width - 1.5f * size;
    const auto lines = paper.fonts.wrap(left, FontRole::regular, size, std::max(size, room), 1);
    if (!lines.empty())
        add_text(layout, text_item(lines[0], FontRole::regular, size, soft(paper)), static_cast<float>(row.left),
                 baseline);
    add_text(layout, number, static_cast<float>(row.right) - width, baseline);
}

/// The strip for the one who presents, from the bottom of the sheet; gives its height.
float add_notes(FurnitureLayout& layout, const std::string& notes, const StoryPaper& paper) {
    if (notes.empty()) return 0;
    const auto width = static_cast<float>(paper.width_px);
    const FlowFace face{FontRole::regular, FontRole::bold, FontRole::italic, px(paper, notes_type), ink(paper)};
    const float margin = px(paper, 14), room = width - 2 * margin;
    std::vector<FlowLine> lines = break_lines({{"Notes: ", true}, {notes}}, face, room, paper.fonts);
    if (lines.size() > most_note_lines) {
        lines.resize(most_note_lines);
        lines.back().pieces.back().text += " …";
    }
    const float height = face.leading() * static_cast<float>(lines.size()) + margin;
    const float top = static_cast<float>(paper.height_px) - height;
    layout.panels.push_back({0, top, width, height, 0, mixed(paper.style.panel.fill, ink(paper), 0.08f)});
    layout.strokes.push_back({0, top, width, std::max(1.0f, px(paper, 0.75f)), 0, paper.style.panel.edge});
    float y = top + margin / 2;
    for (const FlowLine& line : lines) {
        line.place(layout.texts, face, margin, room, y + face.size_px);
        y += face.leading();
    }
    return height;
}

}  // namespace

float presentation_ratio(int width_px, int height_px) {
    return std::clamp(static_cast<float>(std::min(width_px * 0.62, height_px * 1.0)) / 760.0f, 0.75f, 8.0f);
}

StorySheet lay_out_story_sheet(const StoryPage& page, const StoryPaper& paper) {
    StorySheet sheet;
    const auto width = static_cast<float>(paper.width_px);
    const float height = static_cast<float>(paper.height_px) - add_notes(sheet.around, page.notes, paper);
    const bool beside = width >= 1.15f * height;
    const float margin = px(paper, margin_px), line = std::max(1.0f, px(paper, 0.75f));
    PixelBox panel{0, 0, width, height};
    sheet.map = panel;
    if (beside) {
        const float panel_width = std::floor(std::clamp(width * 0.34f, px(paper, 300), width * 0.45f));
        panel.left = sheet.map.right = width - panel_width;
        sheet.around.strokes.push_back({static_cast<float>(panel.left), 0, line, height, 0, paper.style.panel.edge});
    } else {
        panel.top = sheet.map.bottom = std::floor(height * 0.58f);
        sheet.around.strokes.push_back({0, static_cast<float>(panel.top), width, line, 0, paper.style.panel.edge});
    }
    const float foot = px(paper, foot_type);
    PixelBox column{panel.left + margin, panel.top + margin * (beside ? 0.9 : 0.5), panel.right - margin,
                    panel.bottom - margin * 0.5};
    add_foot(sheet.around, page.story, page.number, column, foot, paper);
    column.bottom -= foot * 2.0;
    StoryText text = fit_story_text(page, column, px(paper, least_type), px(paper, most_type), paper);
    sheet.whole = text.whole;
    append(sheet.around, std::move(text.layout));
    return sheet;
}

std::vector<HandoutSlot> handout_slots(const StoryPaper& paper, int steps) {
    const double margin = px(paper, handout_margin), gap = px(paper, handout_gap);
    const double width = paper.width_px - 2 * margin, height = paper.height_px - 2 * margin - px(paper, foot_height);
    const double each = (height - gap * (steps - 1)) / steps;
    std::vector<HandoutSlot> slots;
    for (int i = 0; i < steps; ++i) {
        const double top = margin + i * (each + gap);
        HandoutSlot slot;
        if (width > each * 0.95) {
            const double map = std::floor(width * 0.55);
            slot.map = {margin, top, margin + map, top + each};
            slot.text = {margin + map + gap, top, margin + width, top + each};
        } else {
            const double map = std::floor(each * 0.55);
            slot.map = {margin, top, margin + width, top + map};
            slot.text = {margin, top + map + gap, margin + width, top + each};
        }
        slots.push_back(slot);
    }
    return slots;
}

bool lay_out_handout_step(const StoryPage& page, const HandoutSlot& slot, const StoryPaper& paper,
                          FurnitureLayout& layout) {
    StoryText text = fit_story_text(page, slot.text, px(paper, least_print), px(paper, most_print), paper);
    append(layout, std::move(text.layout));
    const float line = std::max(1.0f, px(paper, 0.75f));
    const Colour edge = paper.style.panel.edge;
    layout.strokes.push_back({static_cast<float>(slot.map.left) - line, static_cast<float>(slot.map.top) - line,
                              static_cast<float>(slot.map.right - slot.map.left) + 2 * line,
                              static_cast<float>(slot.map.bottom - slot.map.top) + 2 * line, 0, edge, edge, line});
    return text.whole;
}

void lay_out_handout_foot(const std::string& story, const std::string& number, const std::string& sources,
                          const StoryPaper& paper, FurnitureLayout& layout) {
    const float margin = px(paper, handout_margin), size = px(paper, 10.5f), small = px(paper, 7);
    const float room = static_cast<float>(paper.width_px) - 2 * margin;
    const float bottom = static_cast<float>(paper.height_px) - margin * 0.62f;
    float baseline = bottom - px(paper, foot_height) + small * 1.6f;
    for (const std::string& line : wrap_credits(paper.fonts, {}, sources, {FontRole::regular, small, 0}, room, 2, 3)) {
        add_text(layout, text_item(line, FontRole::regular, small, soft(paper)), margin, baseline);
        baseline += small * 1.35f;
    }
    add_foot(layout, story, number, {margin, bottom - size * 1.5f, margin + room, bottom}, size, paper);
}

}  // namespace chronomap
