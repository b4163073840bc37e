#include <algorithm>
#include <cmath>

#include "app/panels/article_marks.hpp"
#include "app/panels/event_words.hpp"
#include "app/panels/widgets.hpp"
#include "app/state/selecting.hpp"

namespace chronomap {

namespace {

/// Title, publisher and day, and a choice between articles when several are open.
void draw_head(Ui& ui, const Extraction& extraction) {
    const auto& articles = ui.state.store.current()->articles;
    if (articles.size() > 1) {
        ImGui::PushFont(ui.fonts.small);
        ImGui::SetNextItemWidth(-1);
        const float width = ImGui::GetContentRegionAvail().x - ui.px(40);
        const MeasureText small = measure_with(ui.fonts.small);
        if (ImGui::BeginCombo("##articles", elided(heading_of(extraction.article), width, small).c_str())) {
            for (const ExtractionPtr& other : articles) {
                const std::string label = elided(heading_of(other->article), width, small) + "##" + other->article.id;
                if (ImGui::Selectable(label.c_str(), other.get() == &extraction))
                    ui.commands.add("article.show", {other->article.id});
            }
            ImGui::EndCombo();
        }
        ImGui::PopFont();
    }
    const float width = ImGui::GetContentRegionAvail().x;
    const std::string title = heading_of(extraction.article);
    // A very long title may not push the text away: four lines of it, the rest under the mouse.
    const ShortLayout lines = layout_short(title, width, 4, measure_with(ui.fonts.heading));
    const float line = std::round(ui.fonts.heading->FontSize * 1.25F);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    for (std::size_t i = 0; i < lines.lines.size(); ++i) {
        std::string words(lines.lines[i].of(title));
        if (i + 1 == lines.lines.size() && lines.cut)
            words = elided(words + " …", width, measure_with(ui.fonts.heading));
        text_at(ui.fonts.heading, {at.x, at.y + line * static_cast<float>(i)}, palette().ink, words);
    }
    ImGui::Dummy({width, line * static_cast<float>(lines.lines.size())});
    if (lines.cut) hint(ui, title.c_str());
    std::string below = extraction.article.publisher;
    const std::string day = published_words(extraction.article);
    if (!day.empty()) below += (below.empty() ? "" : "  ·  ") + day;
    if (!below.empty()) wrapped_text_in(ui.fonts.small, palette().ink_soft, below);
    ImGui::Dummy({1, ui.px(2)});
}

/// Where the text goes on after a first line that is the title, which stands above the page already.
std::uint32_t end_of_title(const Article& article) {
    if (article.title.empty()) return 0;
    const std::size_t first = article.text.find_first_not_of(" \t\r\n#");
    if (first == std::string::npos || article.text.compare(first, article.title.size(), article.title) != 0) return 0;
    const std::size_t end = first + article.title.size();
    const bool whole_line = end < article.text.size() && (article.text[end] == '\n' || article.text[end] == '\r');
    return whole_line ? static_cast<std::uint32_t>(end) : 0;
}

/// The page: a laid-out text with its marks, only the lines in sight drawn.
class Page {
  public:
    Page(Ui& ui, const Extraction& extraction, float width)
        : ui_(ui), extraction_(extraction), text_(extraction.article.text), measure_(measure_with(ui.fonts.reading)) {
        line_height_ = std::round(ui.fonts.reading->FontSize * 1.55F);
        PanelMemory& memory = ui.memory;
        if (memory.article_laid_out != &extraction || memory.article_width != width) {
            memory.article = layout_text(text_, {width, line_height_, std::round(ui.px(9))}, measure_,
                                         end_of_title(extraction.article));
            memory.article_marks = marks_of(extraction);
            memory.article_laid_out = &extraction;
            memory.article_width = width;
        }
    }

    float height() const { return ui_.memory.article.height; }
    float line_height() const { return line_height_; }

    void draw(ImVec2 origin, float clip_top, float clip_bottom) {
        const auto& lines = ui_.memory.article.lines;
        const auto& marks = ui_.memory.article_marks;
        for (const TextLine& line : lines) {
            const float y = origin.y + line.y;
            if (y + line_height_ < clip_top || y > clip_bottom) continue;
            draw_line(line, {origin.x, y}, marks);
        }
    }

    /// The byte of the text under a pixel of the page; nothing outside of words.
    std::optional<std::uint32_t> byte_at(float x, float y) const {
        for (const TextLine& line : ui_.memory.article.lines) {
            if (y < line.y || y >= line.y + line_height_) continue;
            float right = 0;
            for (std::uint32_t at = line.range.begin; at < line.range.end;) {
                const std::uint32_t next = std::min(line.range.end, at + sequence_length(text_[at]));
                right += measure_(text_.substr(at, next - at));
                if (x < right && x >= 0) return at;
                at = next;
            }
        }
        return std::nullopt;
    }

  private:
    float x_of(const TextLine& line, std::uint32_t byte) const {
        const std::uint32_t kept = std::clamp(byte, line.range.begin, line.range.end);
        return measure_(text_.substr(line.range.begin, kept - line.range.begin));
    }

    void wash(const TextLine& line, ImVec2 at, const TextRange& range, ImU32 tint) {
        if (!range.overlaps(line.range)) return;
        const float pad = ui_.px(2);
        ImGui::GetWindowDrawList()->AddRectFilled({at.x + x_of(line, range.begin) - pad, at.y},
                                                  {at.x + x_of(line, range.end) + pad, at.y + line_height_}, tint,
                                                  ui_.px(2));
    }

    void draw_line(const TextLine& line, ImVec2 at, const std::vector<ArticleMark>& marks) {
        wash(line, at, ui_.state.marked, palette().sentence_wash);
        if (const Event* hovered = hovered_event()) wash(line, at, hovered->sentence, palette().accent_wash);
        const ImFont* font = ui_.fonts.reading;
        const float text_y = at.y + (line_height_ - font->FontSize) / 2;
        text_at(ui_.fonts.reading, {at.x, text_y}, palette().ink, line.range.of(text_));
        for (const ArticleMark& mark : marks) {
            if (!mark.range.overlaps(line.range)) continue;
            underline(mark, at.x + x_of(line, mark.range.begin), at.x + x_of(line, mark.range.end),
                      text_y + font->FontSize * 1.06F);
        }
    }

    /// Solid below places, dashed below dates, dotted below who says so: never by colour alone.
    void underline(const ArticleMark& mark, float left, float right, float y) {
        ImU32 tint = mark.kind == MarkKind::place  ? palette().mention_place
                     : mark.kind == MarkKind::date ? palette().mention_date
                                                   : palette().mention_source;
        if (!mark.certain) tint = (tint & 0x00FFFFFFU) | 0x78000000U;
        const float thick = std::max(1.0F, std::round(ui_.px(1.6F)));
        const float dash = mark.kind == MarkKind::place ? right - left : ui_.px(mark.kind == MarkKind::date ? 5 : 1.6F);
        const float gap = mark.kind == MarkKind::place ? 1 : ui_.px(mark.kind == MarkKind::date ? 2.5F : 2.4F);
        y = std::round(y);
        for (float x = left; x < right; x += dash + gap)
            ImGui::GetWindowDrawList()->AddRectFilled({x, y}, {std::min(right, x + dash), y + thick}, tint);
    }

    const Event* hovered_event() const {
        if (ui_.state.hovered_event.empty() || ui_.state.hovered_event == ui_.state.selected_event) return nullptr;
        const EventSetPtr events = ui_.state.store.current();
        const EventIndex i = events->index_of(ui_.state.hovered_event);
        if (i >= events->events.size() || events->events[i].article_id != extraction_.article.id) return nullptr;
        return &events->events[i];
    }

    Ui& ui_;
    const Extraction& extraction_;
    std::string_view text_;
    MeasureText measure_;
    float line_height_ = 0;
};

/// Hints on marks; a click on a sentence that is an event selects it, a further click the next one of that sentence.
void handle_mouse(Ui& ui, const Extraction& extraction, std::optional<std::uint32_t> byte, bool clicked) {
    if (!byte) return;
    const auto found = events_at(ui.state, extraction.article.id, *byte);
    const EventSetPtr events = ui.state.store.current();
    for (const ArticleMark& mark : ui.memory.article_marks) {
        if (mark.range.begin > *byte || *byte >= mark.range.end) continue;
        ImGui::BeginTooltip();
        text_in(ui.fonts.small, palette().ink, words_of(mark));
        ImGui::EndTooltip();
        break;
    }
    if (found.empty()) return;
    ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    const std::string& nearest = events->events[found.front()].id;
    if (ui.state.hovered_event != nearest) ui.commands.add("event.hover", {nearest});
    if (!clicked) return;
    std::size_t pick = 0;
    for (std::size_t i = 0; i < found.size(); ++i)
        if (events->events[found[i]].id == ui.state.selected_event) pick = (i + 1) % found.size();
    ui.commands.add("event.select", {events->events[found[pick]].id});
}

}  // namespace

void draw_article(Ui& ui) {
    const ExtractionPtr extraction = article_of(ui.state, ui.state.shown_article);
    if (!extraction) {
        wrapped_text_in(ui.fonts.body, palette().ink_soft,
                        "The article will stand here, with its places and dates marked.");
        return;
    }
    draw_head(ui, *extraction);
    if (extraction->article.text.empty()) {
        wrapped_text_in(ui.fonts.body, palette().ink_soft, "This dataset has rows, not a text.");
        return;
    }
    ImGui::BeginChild("page", {0, 0}, false, ImGuiWindowFlags_NoNav);
    const float width = std::max(40.0F, ImGui::GetWindowWidth() - ui.px(16));
    Page page(ui, *extraction, width);
    const ImVec2 origin = ImGui::GetCursorScreenPos();
    if (ui.memory.article_revealed != ui.state.reveal_count) {
        ui.memory.article_revealed = ui.state.reveal_count;
        const auto& lines = ui.memory.article.lines;
        const std::size_t line = ui.memory.article.line_of(ui.state.marked.begin);
        if (!ui.state.marked.empty() && line < lines.size())
            ImGui::SetScrollY(std::max(0.0F, lines[line].y - ImGui::GetWindowHeight() * 0.3F));
    }
    const ImVec2 top = ImGui::GetWindowPos();
    page.draw(origin, top.y, top.y + ImGui::GetWindowHeight());
    const bool clicked = ImGui::InvisibleButton("text", {width, std::max(1.0F, page.height())});
    if (ImGui::IsItemHovered()) {
        const ImVec2 mouse = ImGui::GetIO().MousePos;
        handle_mouse(ui, *extraction, page.byte_at(mouse.x - origin.x, mouse.y - origin.y), clicked);
    }
    ImGui::Dummy({1, ui.px(30)});
    ImGui::EndChild();
}

}  // namespace chronomap
