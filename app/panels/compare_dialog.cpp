#include "app/panels/compare_dialog.hpp"

#include <algorithm>
#include <cmath>

#include "app/panels/dialogs.hpp"
#include "app/panels/event_words.hpp"
#include "app/panels/source_reports.hpp"

namespace chronomap {

namespace {

constexpr std::size_t most_quote_lines = 7;

/// In nominal pixels; less in a narrow window.
float event_column(const Ui& ui, float room) {
    return room < ui.px(700) ? 130 : 190;
}
float least_column(const Ui& ui, float room) {
    return room < ui.px(700) ? 160 : 190;
}

/// Which articles stand beside each other, for more than a few.
void draw_choice(Ui& ui, const EventSet& events) {
    CompareMemory& memory = ui.memory.comparing;
    if (!ImGui::BeginPopup("compared articles")) return;
    std::vector<std::string> chosen;
    for (const ExtractionPtr& article : memory.comparison.articles) chosen.push_back(article->article.id);
    for (const ExtractionPtr& article : events.articles) {
        if (!is_article(*article)) continue;
        bool on = std::ranges::find(chosen, article->article.id) != chosen.end();
        const std::string label =
            elided(heading_of(article->article), ui.px(360), measure_with(ui.fonts.body)) + "##" + article->article.id;
        if (!checkbox(ui, label.c_str(), &on)) continue;
        std::vector<std::string> next;
        for (const ExtractionPtr& each : events.articles) {
            const std::string& id = each->article.id;
            const bool was = std::ranges::find(chosen, id) != chosen.end();
            if (id == article->article.id ? on : was) next.push_back(id);
        }
        ui.commands.add("compare.show", std::move(next));
    }
    ImGui::EndPopup();
}

void draw_bar(Ui& ui, const EventSet& events) {
    const ArticleComparison& comparison = ui.memory.comparing.comparison;
    constexpr ComparedRows kinds[] = {ComparedRows::all, ComparedRows::shared, ComparedRows::only_one,
                                      ComparedRows::disagree};
    constexpr const char* names[] = {"All", "Told by several", "By one only", "Disagree"};
    std::vector<std::string> labels;
    std::vector<const char*> shown;
    for (std::size_t i = 0; i < 4; ++i)
        labels.push_back(std::string(names[i]) + "  " + std::to_string(comparison.rows(kinds[i]).size()));
    for (const std::string& label : labels) shown.push_back(label.c_str());
    const int pressed = segmented(ui, "rows", shown.data(), 4, static_cast<int>(ui.state.comparing.rows));
    if (pressed >= 0) ui.commands.add("compare.rows", {std::string(name_of(kinds[pressed]))});
    ImGui::SameLine(0, ui.px(10));
    if (ImGui::GetContentRegionAvail().x < ui.px(100)) ImGui::NewLine();
    ImGui::PushFont(ui.fonts.small);
    const std::string articles = std::to_string(comparison.articles.size()) + " articles";
    if (button(ui, articles.c_str(), ButtonLook::quiet)) ImGui::OpenPopup("compared articles");
    ImGui::PopFont();
    draw_choice(ui, events);
}

void refresh(Ui& ui, const EventSetPtr& events) {
    CompareMemory& memory = ui.memory.comparing;
    if (memory.of != events || memory.articles != ui.state.comparing.articles) {
        memory.of = events;
        memory.articles = ui.state.comparing.articles;
        memory.comparison = compare_articles(*events, memory.articles);
        memory.column_width = 0;
    }
    if (memory.column_width != 0 && memory.which == ui.state.comparing.rows) return;
    memory.which = ui.state.comparing.rows;
    memory.rows = memory.comparison.rows(memory.which);
    memory.column_width = 0;
}

/// "Numbers differ" as one line for the event's column; what each says stands in its own cell.
std::vector<std::string> difference_lines(const ComparedEvent& row) {
    std::vector<std::string> lines;
    for (const Disagreement& each : row.differences)
        if (each.kind != DisagreementKind::speaker) lines.push_back(words_of(each.kind));
    return lines;
}

/// What one report says otherwise than the others: its date, place, numbers, words.
std::string own_words(const ComparedEvent& row, EventIndex report) {
    const auto number = static_cast<std::size_t>(std::ranges::find(row.reports, report) - row.reports.begin());
    std::string words;
    for (const Disagreement& each : row.differences) {
        std::string said = each.said[number];
        if (each.kind == DisagreementKind::speaker) said = said.empty() ? "" : "said by " + said;
        if (each.kind == DisagreementKind::number || each.kind == DisagreementKind::wording)
            said = said.empty() ? "" : "“" + said + "”";
        if (!said.empty()) words += (words.empty() ? "" : "  ·  ") + said;
    }
    return words;
}

class Table {
  public:
    Table(Ui& ui, const EventSet& events, float width)
        : ui_(ui),
          memory_(ui.memory.comparing),
          events_(events),
          small_(measure_with(ui.fonts.small)),
          line_(std::round(ui.fonts.small->FontSize * 1.32F)),
          pad_(ui.px(9)),
          first_(ui.px(event_column(ui, width))) {
        const auto columns = static_cast<float>(std::max<std::size_t>(1, memory_.comparison.articles.size()));
        column_ = std::max(ui.px(least_column(ui, width)), std::floor((width - first_) / columns));
        measure_rows();
    }

    float width() const { return first_ + column_ * static_cast<float>(memory_.comparison.articles.size()); }
    float height() const { return memory_.tops.back(); }
    float head_height() const { return line_ * 2 + pad_ * 2; }
    float first_column() const { return first_; }

    /// The articles' titles; `left` is where the first article's column begins.
    void draw_head(ImVec2 at, float left) {
        ImDrawList& draw = *ImGui::GetWindowDrawList();
        for (std::size_t i = 0; i < memory_.comparison.articles.size(); ++i) {
            const float x = left + column_ * static_cast<float>(i);
            const std::string title = heading_of(memory_.comparison.articles[i]->article);
            const MeasureText bold = measure_with(ui_.fonts.bold);
            text_at(ui_.fonts.bold, {x + pad_, at.y + pad_ * 0.7F}, palette().ink,
                    elided(title, column_ - 2 * pad_, bold));
            const Article& article = memory_.comparison.articles[i]->article;
            const std::string day = published_words(article);
            const std::string from = article.publisher + (article.publisher.empty() || day.empty() ? "" : ", ") + day;
            text_at(ui_.fonts.small, {x + pad_, at.y + pad_ * 0.7F + ui_.fonts.bold->FontSize * 1.25F},
                    palette().ink_soft, elided(from, column_ - 2 * pad_, small_));
            draw.AddLine({x, at.y}, {x, at.y + head_height()}, palette().hairline);
        }
    }

    void draw_rows(ImVec2 origin, float clip_top, float clip_bottom) {
        const auto& tops = memory_.tops;
        const auto from = std::ranges::upper_bound(tops, clip_top - origin.y);
        for (auto i = static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, from - tops.begin() - 1));
             i < memory_.rows.size() && origin.y + tops[i] < clip_bottom; ++i)
            draw_row(memory_.comparison.events[memory_.rows[i]], {origin.x, origin.y + tops[i]}, tops[i + 1] - tops[i],
                     i);
    }

  private:
    void measure_rows() {
        const float font = ui_.fonts.small->FontSize;
        if (memory_.column_width == column_ && memory_.text_px == font) return;
        memory_.column_width = column_;
        memory_.text_px = font;
        memory_.tops = {0};
        for (const std::size_t number : memory_.rows) {
            const ComparedEvent& row = memory_.comparison.events[number];
            std::size_t lines = 3 + difference_lines(row).size();
            for (const auto& reports : row.by) {
                std::size_t cell = 0;
                for (const EventIndex report : reports) cell += lines_of(row, report);
                lines = std::max(lines, cell);
            }
            memory_.tops.push_back(memory_.tops.back() + line_ * static_cast<float>(lines) + pad_ * 2);
        }
    }

    std::size_t lines_of(const ComparedEvent& row, EventIndex report) const {
        const ShortLayout quote = layout_short(quoted(report), column_ - 2 * pad_, most_quote_lines, small_);
        const ShortLayout own = layout_short(own_words(row, report), column_ - 2 * pad_, 3, small_);
        return quote.lines.size() + own.lines.size();
    }

    std::string quoted(EventIndex report) const { return "“" + events_.events[report].quote + "”"; }

    float write(const std::string& words, std::size_t most, ImVec2 at, float width, ImU32 tint) {
        const ShortLayout lines = layout_short(words, width, most, small_);
        for (std::size_t i = 0; i < lines.lines.size(); ++i) {
            const std::string_view line = lines.lines[i].of(words);
            const bool last = i + 1 == lines.lines.size() && lines.cut;
            text_at(ui_.fonts.small, at, tint,
                    last ? elided(std::string(line) + " …", width, small_) : std::string(line));
            at.y += line_;
        }
        return at.y;
    }

    void draw_event(const ComparedEvent& row, ImVec2 at) {
        const Event& lead = events_.events[row.reports.front()];
        const float width = first_ - 2 * pad_;
        const MeasureText bold = measure_with(ui_.fonts.bold);
        text_at(ui_.fonts.bold, {at.x + pad_, at.y + pad_}, palette().ink,
                elided(place_name_of(lead, ui_.state.naming), width, bold));
        float y = at.y + pad_ + line_ * 1.1F;
        y = write(describe(lead.date), 1, {at.x + pad_, y}, width, palette().ink_soft);
        y = write(words_of(lead.kind), 1, {at.x + pad_, y}, width, palette().ink_soft);
        for (const std::string& line : difference_lines(row))
            y = write(line, 1, {at.x + pad_, y}, width, palette().mention_date);
    }

    void draw_cell(const ComparedEvent& row, std::size_t column, ImVec2 at, float height) {
        const auto& reports = row.by[column];
        const float width = column_ - 2 * pad_;
        ImGui::SetCursorScreenPos(at);
        ImGui::PushID(static_cast<int>(column));
        const bool pressed = ImGui::InvisibleButton("cell", {column_, height}) && !reports.empty();
        const bool hovered = ImGui::IsItemHovered();
        ImGui::PopID();
        if (reports.empty()) {
            text_at(ui_.fonts.small, {at.x + pad_, at.y + pad_}, palette().ink_faint, "says nothing of it");
            return;
        }
        if (hovered)
            ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + column_, at.y + height}, palette().accent_wash);
        float y = at.y + pad_;
        bool cut = false;
        for (const EventIndex report : reports) {
            const std::string quote = quoted(report);
            cut = cut || layout_short(quote, width, most_quote_lines, small_).cut;
            y = write(quote, most_quote_lines, {at.x + pad_, y}, width, palette().ink);
            y = write(own_words(row, report), 3, {at.x + pad_, y}, width, palette().mention_date);
        }
        if (hovered) {
            ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
            draw_whole(row, reports, cut);
        }
        if (!pressed) return;
        ui_.commands.add("dialog.show", {"none"});
        ui_.commands.add("event.select", {events_.events[reports.front()].id});
    }

    /// Under the mouse: a quote that is too long for its cell, and why the report stands in this row.
    void draw_whole(const ComparedEvent& row, const std::vector<EventIndex>& reports, bool cut) {
        const auto number =
            static_cast<std::size_t>(std::ranges::find(row.reports, reports.front()) - row.reports.begin());
        if (!cut && row.reports.size() < 2) return;
        ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {ui_.px(12), ui_.px(9)});
        ImGui::BeginTooltip();
        ImGui::PushTextWrapPos(ui_.px(380));
        if (cut)
            for (const EventIndex report : reports) text_in(ui_.fonts.small, palette().ink, quoted(report));
        if (row.reports.size() > 1)
            text_in(ui_.fonts.small, palette().ink_soft,
                    "Held to be the same event: " + row.reasons[number == 0 ? 0 : number - 1]);
        ImGui::PopTextWrapPos();
        ImGui::EndTooltip();
        ImGui::PopStyleVar();
    }

    void draw_row(const ComparedEvent& row, ImVec2 at, float height, std::size_t number) {
        ImDrawList& draw = *ImGui::GetWindowDrawList();
        ImGui::PushID(static_cast<int>(number));
        if (row.contradicts()) draw.AddRectFilled(at, {at.x + ui_.px(3), at.y + height}, palette().mention_date);
        draw_event(row, at);
        for (std::size_t column = 0; column < row.by.size(); ++column) {
            const float x = at.x + first_ + column_ * static_cast<float>(column);
            draw_cell(row, column, {x, at.y}, height);
            draw.AddLine({x, at.y}, {x, at.y + height}, palette().hairline);
        }
        draw.AddLine({at.x, at.y + height - 1}, {at.x + width(), at.y + height - 1}, palette().hairline);
        ImGui::PopID();
    }

    Ui& ui_;
    CompareMemory& memory_;
    const EventSet& events_;
    MeasureText small_;
    float line_ = 0, pad_ = 0, first_ = 0, column_ = 0;
};

void draw_table(Ui& ui, const EventSet& events) {
    const ImVec2 room = ImGui::GetContentRegionAvail();
    const float scrollbar = ImGui::GetStyle().ScrollbarSize;
    Table table(ui, events, room.x - scrollbar);
    const ImVec2 head = ImGui::GetCursorScreenPos();
    ImGui::SetCursorScreenPos({head.x, head.y + table.head_height()});
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    ImGui::BeginChild("compared rows", {0, 0}, false, ImGuiWindowFlags_HorizontalScrollbar | ImGuiWindowFlags_NoNav);
    const ImVec2 origin = ImGui::GetCursorScreenPos(), top = ImGui::GetWindowPos();
    table.draw_rows(origin, top.y, top.y + ImGui::GetWindowHeight());
    ImGui::SetCursorScreenPos(origin);
    ImGui::Dummy({table.width(), std::max(1.0F, table.height())});
    const float scrolled = ImGui::GetScrollX();
    ImGui::EndChild();
    ImGui::PopStyleVar();
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    draw.PushClipRect(head, {head.x + room.x, head.y + table.head_height()}, true);
    draw.AddRectFilled(head, {head.x + room.x, head.y + table.head_height()}, palette().paper_sunk);
    table.draw_head(head, head.x - scrolled + table.first_column());
    draw.PopClipRect();
}

}  // namespace

void draw_compare(Ui& ui) {
    if (begin_dialog(ui, "Compare articles", 1240, 900)) {
        const EventSetPtr events = ui.state.store.current();
        refresh(ui, events);
        if (ui.memory.comparing.comparison.articles.size() < 2 && ui.state.comparing.articles.empty()) {
            wrapped_text_in(ui.fonts.body, palette().ink_soft,
                            "Open another article, and what both tell stands here side by side.");
        } else {
            draw_bar(ui, *events);
            ImGui::Dummy({1, ui.px(2)});
            if (ui.memory.comparing.rows.empty())
                wrapped_text_in(ui.fonts.body, palette().ink_soft, "There is no such event.");
            else
                draw_table(ui, *events);
        }
    }
    end_dialog();
}

}  // namespace chronomap
