#include <algorithm>
#include <cmath>

#include "app/panels/article_head.hpp"
#include "app/panels/article_selection.hpp"
#include "app/panels/event_words.hpp"
#include "app/panels/mention_card.hpp"
#include "app/panels/widgets.hpp"
#include "app/state/selecting.hpp"
#include "geo/text/graphemes.hpp"

namespace chronomap {

namespace {

/// The page: a laid-out text with its marks, only the lines in sight drawn.
class Page {
  public:
    Page(Ui& ui, const ExtractionPtr& extraction, float width)
        : ui_(ui),
          page_(ui.memory.article),
          extraction_(*extraction),
          text_(extraction->article.text),
          measure_(measure_with(ui.fonts.reading)),
          line_height_(std::round(ui.fonts.reading->FontSize * 1.55F)) {
        page_.lay_out({width, line_height_, std::round(ui.px(9))}, ui.fonts.reading->FontSize, measure_);
        page_.find(ui.state.reading.sought);
    }

    float height() const { return page_.layout.height; }

    void draw(ImVec2 origin, float clip_top, float clip_bottom) {
        const auto& lines = page_.layout.lines;
        for (std::size_t i = line_at(clip_top - origin.y - line_height_); i < lines.size(); ++i) {
            const float y = origin.y + lines[i].y;
            if (y > clip_bottom) break;
            if (y + line_height_ >= clip_top) draw_line(lines[i], {origin.x, y});
        }
    }

    /// The byte of the text under a pixel of the page; nothing outside of words.
    std::optional<std::uint32_t> byte_at(float x, float y) const {
        const std::size_t number = line_at(y);
        if (number >= page_.layout.lines.size() || x < 0) return std::nullopt;
        const TextLine& line = page_.layout.lines[number];
        if (y < line.y || y >= line.y + line_height_) return std::nullopt;
        const std::string_view words = line.range.of(text_);
        std::uint32_t begin = 0;
        float right = 0;
        for (const std::uint32_t end : grapheme_ends(words)) {
            right += measure_(words.substr(begin, end - begin));
            if (x < right) return line.range.begin + begin;
            begin = end;
        }
        return std::nullopt;
    }

    /// The byte of the letter nearest to a pixel: where marking ends when the mouse leaves the words.
    std::optional<std::uint32_t> nearest_byte(float x, float y) const {
        if (const auto byte = byte_at(x, y)) return byte;
        if (page_.layout.lines.empty()) return std::nullopt;
        const TextLine& line = page_.layout.lines[std::min(line_at(y), page_.layout.lines.size() - 1)];
        if (line.range.empty()) return std::nullopt;
        if (x < 0) return line.range.begin;
        const auto ends = grapheme_ends(line.range.of(text_));
        return line.range.begin + (ends.size() > 1 ? ends[ends.size() - 2] : 0);
    }

  private:
    /// The last line that begins at or above `y`.
    std::size_t line_at(float y) const {
        const auto& lines = page_.layout.lines;
        const auto after = std::ranges::upper_bound(lines, y, {}, &TextLine::y);
        return after == lines.begin() ? 0 : static_cast<std::size_t>(after - lines.begin()) - 1;
    }

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

    void wash_found(const TextLine& line, ImVec2 at) {
        const auto first = std::ranges::upper_bound(page_.found, line.range.begin, {}, &TextRange::end);
        for (auto found = first; found != page_.found.end() && found->begin < line.range.end; ++found) {
            const bool looked_at = static_cast<std::size_t>(found - page_.found.begin()) == ui_.state.reading.found_at;
            wash(line, at, *found, palette().found_wash);
            if (!looked_at) continue;
            const float pad = ui_.px(2);
            ImGui::GetWindowDrawList()->AddRect({at.x + x_of(line, found->begin) - pad, at.y},
                                                {at.x + x_of(line, found->end) + pad, at.y + line_height_},
                                                palette().ink, ui_.px(2), 0, std::max(1.0F, ui_.px(1.2F)));
        }
    }

    void draw_line(const TextLine& line, ImVec2 at) {
        wash(line, at, ui_.state.marked, palette().sentence_wash);
        if (const Event* hovered = hovered_event()) wash(line, at, hovered->sentence, palette().accent_wash);
        wash(line, at, selected_text(ui_, extraction_), palette().accent_tint);
        wash_found(line, at);
        const ImFont* font = ui_.fonts.reading;
        const float text_y = at.y + (line_height_ - font->FontSize) / 2;
        text_at(ui_.fonts.reading, {at.x, text_y}, palette().ink, line.range.of(text_));
        // A line whose words are scrolled away keeps no underline without them.
        const float baseline = text_y + font->FontSize * 0.8F;
        if (baseline < ImGui::GetWindowDrawList()->GetClipRectMin().y) return;
        const auto [first, last] = page_.marks_near(line.range);
        for (std::size_t i = first; i < last; ++i) {
            const ArticleMark& mark = page_.marks[i];
            if (!mark.range.overlaps(line.range)) continue;
            draw_underline(ui_, mark.kind, mark.certain, at.x + x_of(line, mark.range.begin),
                           at.x + x_of(line, mark.range.end), text_y + font->FontSize * 1.06F);
        }
    }

    const Event* hovered_event() const {
        if (ui_.state.hovered_event.empty() || ui_.state.hovered_event == ui_.state.selected_event) return nullptr;
        const EventSetPtr events = ui_.state.store.current();
        const EventIndex i = events->index_of(ui_.state.hovered_event);
        if (i >= events->events.size() || events->events[i].article_id != extraction_.article.id) return nullptr;
        return &events->events[i];
    }

    Ui& ui_;
    ArticlePage& page_;
    const Extraction& extraction_;
    std::string_view text_;
    MeasureText measure_;
    float line_height_ = 0;
};

/// A click on a sentence that is an event selects it, a further click the next one of that sentence.
void click_sentence(Ui& ui, const std::vector<EventIndex>& found) {
    if (found.empty()) return;
    const EventSetPtr events = ui.state.store.current();
    std::size_t pick = 0;
    for (std::size_t i = 0; i < found.size(); ++i)
        if (events->events[found[i]].id == ui.state.selected_event) pick = (i + 1) % found.size();
    ui.commands.add("event.select", {events->events[found[pick]].id});
}

/// A click on a mention opens it; where a place has several events, their choice opens.
void click_mark(Ui& ui, const Extraction& extraction, const ArticleMark& mark) {
    const std::string position = std::to_string(mark.range.begin);
    if (mark.kind == MarkKind::place && events_of_mention(ui.state, extraction, mark.range).size() > 1) {
        ui.memory.article.pinned = mark;
        ImGui::OpenPopup("events of the place");
        return;
    }
    ui.commands.add("article.mention", {extraction.article.id, position});
}

void draw_hint(Ui& ui, const Extraction& extraction, const ArticleMark& mark) {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {ui.px(12), ui.px(9)});
    ImGui::BeginTooltip();
    draw_mention_card(ui, mark, extraction, CardUse::hint);
    ImGui::EndTooltip();
    ImGui::PopStyleVar();
}

/// Cards of marks; a click on a place or a date opens it, one elsewhere in a sentence selects the event it tells.
void handle_mouse(Ui& ui, const Extraction& extraction, std::optional<std::uint32_t> byte, bool clicked) {
    if (!byte) return;
    ArticlePage& page = ui.memory.article;
    const EventSetPtr events = ui.state.store.current();
    if (page.hovered_byte != byte || page.hovered_in != events) {
        page.hovered_byte = byte;
        page.hovered_in = events;
        page.hovered_events = events_at(ui.state, extraction.article.id, *byte);
    }
    const ArticleMark* mark = page.mark_at(*byte);
    if (mark != nullptr) draw_hint(ui, extraction, *mark);
    const bool opens =
        mark != nullptr && (mark->kind == MarkKind::place || mark->kind == MarkKind::date ||
                            mark->kind == MarkKind::relative_date || mark->kind == MarkKind::named_period);
    if (!page.hovered_events.empty() || opens) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    if (!page.hovered_events.empty()) {
        const std::string& nearest = events->events[page.hovered_events.front()].id;
        if (ui.state.hovered_event != nearest) ui.commands.add("event.hover", {nearest});
    }
    if (mark != nullptr && ImGui::IsMouseClicked(ImGuiMouseButton_Right)) {
        page.pinned = *mark;
        ImGui::OpenPopup("card of the mention");
    }
    if (!clicked) return;
    if (opens)
        click_mark(ui, extraction, *mark);
    else
        click_sentence(ui, page.hovered_events);
}

/// What was pinned by a click: a card that stays, or the events of a place to choose from.
void draw_popups(Ui& ui, const Extraction& extraction) {
    const std::optional<ArticleMark>& pinned = ui.memory.article.pinned;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {ui.px(12), ui.px(9)});
    if (ImGui::BeginPopup("card of the mention")) {
        if (pinned) draw_mention_card(ui, *pinned, extraction, CardUse::pinned);
        ImGui::EndPopup();
    }
    if (ImGui::BeginPopup("events of the place")) {
        const EventSetPtr events = ui.state.store.current();
        const float width = ui.px(320);
        if (pinned) {
            const auto found = events_of_mention(ui.state, extraction, pinned->range);
            for (std::size_t i = 0; i < found.size(); ++i) {
                const Event& event = events->events[found[i]];
                const std::string label =
                    elided(describe(event.date) + "  ·  " + words_of(event.kind), width, measure_with(ui.fonts.body));
                ImGui::PushID(static_cast<int>(i));
                if (ImGui::Selectable(label.c_str(), event.id == ui.state.selected_event, 0, {width, 0}))
                    ui.commands.add("article.mention", {extraction.article.id, std::to_string(pinned->range.begin),
                                                        std::to_string(i + 1)});
                ImGui::PopID();
            }
        }
        ImGui::EndPopup();
    }
    ImGui::PopStyleVar();
}

/// Which part of a long text is shown, and the way to the others.
void draw_parts(Ui& ui) {
    ArticlePage& page = ui.memory.article;
    const std::size_t count = page.parts.size() - 1;
    if (count < 2) return;
    ImGui::PushFont(ui.fonts.small);
    const float size = ImGui::GetFrameHeight() / ui.unit;
    std::size_t part = page.part;
    if (glyph_button(ui, "##part before", Glyph::previous, ButtonLook::quiet, size, "The part before") && part > 0)
        --part;
    ImGui::SameLine(0, ui.px(4));
    ImGui::AlignTextToFramePadding();
    text_in(ui.fonts.small, palette().ink_soft,
            "Part " + std::to_string(page.part + 1) + " of " + std::to_string(count) + " of a long text");
    ImGui::SameLine(0, ui.px(4));
    if (glyph_button(ui, "##part after", Glyph::next, ButtonLook::quiet, size, "The next part") && part + 1 < count)
        ++part;
    ImGui::PopFont();
    page.show_part(part);
}

/// Brings what is marked into sight, once for each time it is asked for.
void reveal_marked(Ui& ui) {
    ArticlePage& page = ui.memory.article;
    if (page.revealed == ui.state.reveal_count) return;
    page.revealed = ui.state.reveal_count;
    const std::size_t line = page.layout.line_of(ui.state.marked.begin);
    if (ui.state.marked.empty() || line >= page.layout.lines.size()) return;
    const float top = page.layout.lines[line].y, seen = ImGui::GetWindowHeight();
    // What can be read where it is stays there.
    const float margin = std::min(seen * 0.2F, ui.px(60));
    if (top >= ImGui::GetScrollY() + margin / 2 && top <= ImGui::GetScrollY() + seen - margin) return;
    ImGui::SetScrollY(std::max(0.0F, top - seen * 0.3F));
}

void scroll_page(Ui& ui, std::size_t part_before) {
    ArticlePage& page = ui.memory.article;
    if (page.part != part_before && page.revealed == ui.state.reveal_count) {
        ImGui::SetScrollY(0);
        page.scrolled = ui.state.reading.scroll_asked;
        return;
    }
    if (page.scrolled == ui.state.reading.scroll_asked) return;
    page.scrolled = ui.state.reading.scroll_asked;
    // A page less two lines, so that the eye finds where it was.
    const float step = std::max(ui.px(20), ImGui::GetWindowHeight() - 2 * ui.fonts.reading->FontSize * 1.55F);
    const auto pages = static_cast<float>(std::clamp(ui.state.reading.scroll_pages, -1e6, 1e6));
    ImGui::SetScrollY(std::clamp(ImGui::GetScrollY() + pages * step, 0.0F, ImGui::GetScrollMaxY()));
}

}  // namespace

void draw_article(Ui& ui) {
    const ExtractionPtr extraction = article_of(ui.state, ui.state.shown_article);
    if (!extraction) {
        wrapped_text_in(ui.fonts.body, palette().ink_soft,
                        "The article will stand here, with its places and dates marked. Open a file, paste the text "
                        "of one (Ctrl+V), or drop it onto the window.");
        return;
    }
    ArticlePage& page = ui.memory.article;
    page.open(extraction);
    draw_article_head(ui, *extraction);
    if (extraction->article.text.empty()) {
        wrapped_text_in(ui.fonts.body, palette().ink_soft, "This dataset has rows, not a text.");
        return;
    }
    const std::size_t part_before = page.part;
    draw_parts(ui);
    if (page.revealed != ui.state.reveal_count && !ui.state.marked.empty())
        page.show_part(page.part_of(ui.state.marked.begin));
    // A page of its own for each article: each keeps where it was read.
    ImGui::BeginChild(("page " + extraction->article.id).c_str(), {0, 0}, false, ImGuiWindowFlags_NoNav);
    const float width = std::max(40.0F, ImGui::GetWindowWidth() - ui.px(16));
    Page drawn(ui, extraction, width);
    const ImVec2 origin = ImGui::GetCursorScreenPos();
    scroll_page(ui, part_before);
    reveal_marked(ui);
    const ImVec2 top = ImGui::GetWindowPos();
    drawn.draw(origin, top.y, top.y + ImGui::GetWindowHeight());
    const bool clicked = ImGui::InvisibleButton("text", {width, std::max(1.0F, drawn.height())});
    const bool hovered = ImGui::IsItemHovered();
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const float x = mouse.x - origin.x, y = mouse.y - origin.y;
    const bool held = ImGui::IsItemActive() || ui.memory.selection.dragging;
    const bool marking =
        follow_selection(ui, *extraction, held ? drawn.nearest_byte(x, y) : std::optional<std::uint32_t>());
    if (hovered && !marking) handle_mouse(ui, *extraction, drawn.byte_at(x, y), clicked);
    draw_popups(ui, *extraction);
    ImGui::Dummy({1, ui.px(30)});
    ImGui::EndChild();
}

}  // namespace chronomap
