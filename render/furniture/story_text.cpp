#include "render/furniture/story_text.hpp"

#include <algorithm>

namespace chronomap {
namespace {

class Column {
  public:
    Column(const PixelBox& box, float size, const StoryPaper& paper)
        : left_(static_cast<float>(box.left)),
          right_(static_cast<float>(box.right)),
          bottom_(static_cast<float>(box.bottom)),
          size_(size),
          ink_(paper.style.of(TextClass::legend).colour),
          soft_(paper.style.of(TextClass::legend_note).colour),
          paper_(paper) {
        out_.bottom = static_cast<float>(box.top);
    }

    void title(const std::string& words) {
        FlowFace face = bold(1.5f);
        face.colour = paper_.style.of(TextClass::title).colour;
        write({{words}}, face, 0);
    }
    void date(const std::string& words) {
        skip(0.15f);
        FlowFace face = bold(0.86f);
        face.colour = soft_;
        write({{words}}, face, 0);
    }

    void block(const MarkdownBlock& block, AddressForm addresses) {
        using Kind = MarkdownBlock::Kind;
        if (block.kind == Kind::rule) {
            skip(0.7f);
            stroke(left_, out_.bottom, right_ - left_, line(), soft_);
            skip(0.3f);
            return;
        }
        const bool goes_on = block.kind == Kind::item && last_ == Kind::item;
        skip(block.kind == Kind::heading ? 0.9f : goes_on ? 0.25f : 0.6f);
        last_ = block.kind;
        FlowFace face = regular(1);
        if (block.quoted > 0) face = serif(1.02f);
        if (block.kind == Kind::heading) face = bold(block.level == 1 ? 1.3f : block.level == 2 ? 1.16f : 1.04f);
        std::vector<MarkdownRun> runs = block.runs;
        if (addresses == AddressForm::printed)
            for (MarkdownRun& run : runs)
                if (!run.address.empty() && run.address != run.text) run.text += " (" + run.address + ")";
        const float quoted = 0.9f * size_ * static_cast<float>(block.quoted);
        const float listed = 1.25f * size_ * static_cast<float>(block.kind == Kind::item ? block.level : 0);
        const float top = out_.bottom;
        write(runs, face, quoted + listed, block.marker);
        for (int i = 0; i < block.quoted; ++i)
            stroke(left_ + 0.9f * size_ * static_cast<float>(i), top + 0.2f * size_, std::max(2.0f, 0.12f * size_),
                   out_.bottom - top - 0.1f * size_, mixed(soft_, paper_.style.panel.fill, 0.45f));
    }

    void quote(const StoryQuote& quote) {
        skip(0.9f);
        const float top = out_.bottom, indent = 0.9f * size_;
        write({{quote.heading}}, bold(0.84f), indent);
        write({{"“" + quote.words + "”"}}, serif(0.92f), indent);
        FlowFace small = regular(0.76f);
        small.colour = soft_;
        write({{quote.source}}, small, indent);
        stroke(left_, top + 0.2f * size_, std::max(2.0f, 0.16f * size_), out_.bottom - top - 0.15f * size_,
               quote.colour);
    }

    void skip(float sizes) {
        if (!empty_) out_.bottom += sizes * size_;
    }
    StoryText take() { return std::move(out_); }

  private:
    FlowFace face(FontRole regular, FontRole bold, FontRole italic, float scale) const {
        return {regular, bold, italic, size_ * scale, ink_};
    }
    FlowFace regular(float scale) const { return face(FontRole::regular, FontRole::bold, FontRole::italic, scale); }
    FlowFace bold(float scale) const { return face(FontRole::bold, FontRole::bold, FontRole::italic, scale); }
    /// What others said.
    FlowFace serif(float scale) const { return face(FontRole::serif, FontRole::serif_bold, FontRole::italic, scale); }
    float line() const { return std::max(1.0f, 0.05f * size_); }

    void stroke(float x, float y, float width, float height, Colour colour) {
        if (height > 0) out_.layout.strokes.push_back({x, y, width, height, 0, colour});
    }

    void write(const std::vector<MarkdownRun>& runs, const FlowFace& face, float indent,
               const std::string& marker = {}) {
        const float width = right_ - left_ - indent;
        bool first = true;
        for (const FlowLine& each : break_lines(runs, face, width, paper_.fonts)) {
            if (out_.bottom + face.leading() > bottom_) {
                cut();
                return;
            }
            const float baseline = out_.bottom + face.size_px * 1.06f;
            const float left = each.right_to_left ? left_ : left_ + indent;
            each.place(out_.layout.texts, face, left, width, baseline);
            if (first && !marker.empty()) {
                const float room = 0.4f * face.size_px,
                            own = paper_.fonts.shape(marker, face.regular, face.size_px).width;
                TextItem item;
                item.text = marker;
                item.role = face.regular;
                item.size_px = face.size_px;
                item.colour = face.colour;
                item.baseline = baseline;
                item.x = each.right_to_left ? left + width + room : left - room - own;
                out_.layout.texts.push_back(std::move(item));
            }
            first = empty_ = false;
            out_.bottom += face.leading();
        }
    }

    /// Says that words are left out, once.
    void cut() {
        if (out_.whole && !out_.layout.texts.empty()) out_.layout.texts.back().text += " …";
        out_.whole = false;
        bottom_ = -1;
    }

    float left_, right_, bottom_, size_;
    Colour ink_, soft_;
    const StoryPaper& paper_;
    StoryText out_;
    MarkdownBlock::Kind last_ = MarkdownBlock::Kind::paragraph;
    bool empty_ = true;
};

std::string without_blanks(std::string words) {
    std::erase(words, ' ');
    return words;
}

}  // namespace

StoryText set_story_text(const StoryPage& page, const PixelBox& box, float size_px, const StoryPaper& paper) {
    Column column(box, size_px, paper);
    if (!page.title.empty()) column.title(page.title);
    // "Aghdam, 1993" says it already.
    if (!page.date.empty() && without_blanks(page.title).find(without_blanks(page.date)) == std::string::npos)
        column.date(page.date);
    if (!page.title.empty() || !page.date.empty()) column.skip(0.1f);
    for (const MarkdownBlock& block : read_markdown(page.text)) column.block(block, page.addresses);
    for (const StoryQuote& quote : page.quotes) column.quote(quote);
    return column.take();
}

StoryText fit_story_text(const StoryPage& page, const PixelBox& column, float least_px, float most_px,
                         const StoryPaper& paper) {
    constexpr float step = 0.94f;
    for (float size = most_px; size > least_px; size *= step)
        if (StoryText text = set_story_text(page, column, size, paper); text.whole) return text;
    return set_story_text(page, column, least_px, paper);
}

}  // namespace chronomap
