#include "app/panels/source_reports.hpp"

#include "app/panels/event_words.hpp"
#include "app/panels/widgets.hpp"
#include "geo/events/disagreements.hpp"

namespace chronomap {

namespace {

/// "Dates differ: 3 May 1951 – 4 May 1951", of the event's report first.
std::string line_of(const Disagreement& disagreement) {
    std::string words;
    for (const std::string& said : disagreement.said) {
        const bool silent = said.empty();
        const std::string own =
            disagreement.kind == DisagreementKind::speaker && silent ? "the article itself"
            : silent                                                 ? "not told"
            : disagreement.kind == DisagreementKind::number || disagreement.kind == DisagreementKind::wording
                ? "“" + said + "”"
                : said;
        words += (words.empty() ? "" : "  |  ") + own;
    }
    return words_of(disagreement.kind) + ": " + words;
}

void draw_report(Ui& ui, const Event& event, const Event& other, const std::string& reason) {
    const ExtractionPtr article = article_of(ui.state, event.article_id), from = article_of(ui.state, other.article_id);
    ImGui::PushID(other.id.c_str());
    ImGui::Dummy({1, ui.px(3)});
    if (from)
        text_in(ui.fonts.bold, palette().ink,
                elided(heading_of(from->article), ImGui::GetContentRegionAvail().x, measure_with(ui.fonts.bold)));
    wrapped_text_in(ui.fonts.small, palette().ink, "“" + other.quote + "”");
    const Report both[] = {{&event, article ? std::string_view(article->article.text) : std::string_view{}},
                           {&other, from ? std::string_view(from->article.text) : std::string_view{}}};
    for (const Disagreement& disagreement : disagreements_of(both))
        wrapped_text_in(ui.fonts.small, palette().mention_date, line_of(disagreement));
    if (!reason.empty()) wrapped_text_in(ui.fonts.small, palette().ink_soft, "Held to be the same: " + reason);
    ImGui::PushFont(ui.fonts.small);
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {ui.px(8), ui.px(3)});
    if (button(ui, "Go to it")) ui.commands.add("event.select", {other.id});
    ImGui::SameLine();
    if (button(ui, "Tell apart")) ui.commands.add("event.tell-apart", {event.id, other.id});
    hint(ui, "This report is of another event: show it by itself");
    ImGui::PopStyleVar();
    ImGui::PopFont();
    ImGui::PopID();
}

}  // namespace

std::string words_of(DisagreementKind kind) {
    switch (kind) {
        case DisagreementKind::date:
            return "Dates differ";
        case DisagreementKind::precision:
            return "Dated more and less precisely";
        case DisagreementKind::place:
            return "Places differ";
        case DisagreementKind::kind:
            return "Kinds differ";
        case DisagreementKind::number:
            return "Numbers differ";
        case DisagreementKind::wording:
            return "Words differ";
        case DisagreementKind::speaker:
            return "Said by";
    }
    return {};
}

void draw_other_reports(Ui& ui, const Event& event) {
    const EventSetPtr events = ui.state.store.current();
    const EventIndex index = events->index_of(event.id);
    const ReportGroup* group = index < events->events.size() ? events->reports.of(index) : nullptr;
    if (group == nullptr) return;
    ImGui::Dummy({1, ui.px(4)});
    const std::size_t others = group->reports.size() - 1;
    text_in(ui.fonts.bold, palette().accent,
            "Also told by " + std::to_string(others) + (others == 1 ? " other article" : " other articles"));
    // The leading report was joined for the reason of the report that it leads.
    const auto reason_of = [&](std::size_t i) { return i == 0 ? std::string{} : group->reasons[i - 1]; };
    std::string own;
    for (std::size_t i = 0; i < group->reports.size(); ++i)
        if (group->reports[i] == index) own = reason_of(i);
    for (std::size_t i = 0; i < group->reports.size(); ++i) {
        if (group->reports[i] == index) continue;
        draw_report(ui, event, events->events[group->reports[i]], i == 0 ? own : reason_of(i));
    }
}

}  // namespace chronomap
