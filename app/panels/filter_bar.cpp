#include "app/panels/filter_bar.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "app/panels/event_symbol.hpp"
#include "app/panels/event_words.hpp"
#include "app/panels/widgets.hpp"
#include "app/state/map_style.hpp"

namespace chronomap {

namespace {

/// What the events of all open articles offer to filter by, with how many events have it.
struct FilterChoices {
    std::map<EventKind, std::size_t> kinds;
    std::map<Modality, std::size_t> modalities;
    std::map<std::string, std::size_t> articles, said_by;  ///< by id; by name
};

FilterChoices count_choices(const EventSet& events) {
    FilterChoices choices;
    for (const ExtractionPtr& article : events.articles)
        for (const Event& event : article->events) {
            ++choices.kinds[event.kind];
            ++choices.modalities[event.modality];
            ++choices.articles[event.article_id];
            ++choices.said_by[event.attribution];
        }
    return choices;
}

/// Counted once for each set of events: the menu is drawn in every frame.
const FilterChoices& choices_of(const EventSetPtr& events) {
    static EventSetPtr counted;
    static FilterChoices choices;
    if (counted != events) choices = count_choices(*events);
    counted = events;
    return choices;
}

bool has(const std::vector<std::string>& list, const std::string& value) {
    return std::ranges::find(list, value) != list.end();
}

/// A box to tick with a number at the right.
void choice(Ui& ui, const std::string& label, std::size_t count, bool on, const char* condition,
            const std::string& value) {
    ImGui::PushID((condition + value).c_str());
    if (checkbox(ui, elided(label, ui.px(220), measure_with(ui.fonts.body)).c_str(), &on))
        ui.commands.add("filter.toggle", {condition, value});
    ImGui::PopID();
    ImGui::SameLine(ui.px(270));
    text_in(ui.fonts.small, palette().ink_soft, std::to_string(count));
}

void draw_names(Ui& ui, const char* heading, const std::map<std::string, std::size_t>& names,
                const std::vector<std::string>& chosen, const char* condition) {
    constexpr std::size_t most = 12;
    if (names.size() < 2) return;
    section_heading(ui, heading);
    std::vector<std::pair<std::string, std::size_t>> sorted(names.begin(), names.end());
    std::ranges::stable_sort(sorted, std::ranges::greater(), [](const auto& each) { return each.second; });
    // Those that are chosen stay in sight.
    std::ranges::stable_partition(sorted, [&](const auto& each) { return has(chosen, each.first); });
    if (sorted.size() > most) sorted.resize(most);
    for (const auto& [name, count] : sorted)
        choice(ui, name.empty() ? "the article itself" : name, count, has(chosen, name), condition,
               name.empty() ? "itself" : name);
}

/// The user's verdicts, once there are any.
void draw_verdicts(Ui& ui, const EventFilter& filter) {
    std::map<Verdict, std::size_t> counts;
    for (const auto& each : ui.state.history.current().corrections.events) ++counts[each->verdict];
    counts.erase(Verdict::none);
    if (counts.empty() && filter.verdicts.empty()) return;
    section_heading(ui, "Your verdict");
    for (const Verdict verdict : {Verdict::verified, Verdict::disputed, Verdict::rejected}) {
        const bool on = std::ranges::find(filter.verdicts, verdict) != filter.verdicts.end();
        if (counts[verdict] > 0 || on)
            choice(ui, words_of(verdict), counts[verdict], on, "verdict", std::string(name_of(verdict)));
    }
}

void draw_filter_menu(Ui& ui) {
    ImGui::SetNextWindowSizeConstraints({ui.px(320), 0}, {ui.px(320), ImGui::GetIO().DisplaySize.y * 0.8F});
    if (!ImGui::BeginPopup("filter")) return;
    const EventSetPtr events = ui.state.store.current();
    const EventFilter& filter = events->filter;
    const FilterChoices& choices = choices_of(events);
    ImGui::PushFont(ui.fonts.body);
    section_heading(ui, "Kinds");
    for (const auto& [kind, count] : choices.kinds)
        choice(ui, words_of(kind), count, std::ranges::find(filter.kinds, kind) != filter.kinds.end(), "kind",
               std::string(name_of(kind)));
    if (choices.modalities.size() > 1 || !filter.modalities.empty()) section_heading(ui, "Told as");
    for (const auto& [modality, count] : choices.modalities)
        if (choices.modalities.size() > 1 || !filter.modalities.empty())
            choice(ui, words_of(modality), count,
                   std::ranges::find(filter.modalities, modality) != filter.modalities.end(), "modality",
                   std::string(name_of(modality)));
    draw_verdicts(ui, filter);
    draw_names(ui, "Said by", choices.said_by, filter.said_by, "said-by");
    draw_names(ui, "Articles", choices.articles, filter.articles, "article");
    section_heading(ui, "Confidence");
    auto percent = static_cast<int>(std::lround(filter.least_confidence * 100));
    ImGui::SetNextItemWidth(-1);
    if (ImGui::SliderInt("##confidence", &percent, 0, 100, percent == 0 ? "any" : "from %d %%",
                         ImGuiSliderFlags_AlwaysClamp))
        ui.commands.add("filter.set", {"confidence", std::to_string(percent / 100.0)});
    section_heading(ui, "Place");
    bool in_box = filter.box.has_value();
    if (checkbox(ui, in_box ? "Only in this box" : "Only in the part of the map that is shown", &in_box)) {
        if (in_box)
            ui.commands.add("filter.view");
        else
            ui.commands.add("filter.clear", {"bbox"});
    }
    bool in_area = !filter.lasso.empty();
    if (in_area && checkbox(ui, "Only in the area drawn", &in_area)) ui.commands.add("filter.clear", {"lasso"});
    const auto tool = [&](const char* label, const char* name) {
        if (!button(ui, label)) return;
        ui.commands.add("map.tool", {name});
        ImGui::CloseCurrentPopup();
    };
    tool("Draw a box", "box");
    ImGui::SameLine();
    tool("Draw an area", "lasso");
    if (choices.articles.size() > 1) {
        section_heading(ui, "Articles that tell the same");
        bool grouped = ui.state.store.grouping() == Grouping::on;
        if (checkbox(ui, "Show as one event with several sources", &grouped))
            ui.commands.add("reports.group", {grouped ? "on" : "off"});
    }
    ImGui::PopFont();
    ImGui::EndPopup();
}

}  // namespace

void draw_filter_bar(Ui& ui, FilterWords words) {
    const EventFilter& filter = ui.state.store.filter();
    if (ui.state.store.current()->articles.empty()) return;
    ImGui::PushFont(ui.fonts.small);
    if (words == FilterWords::below) ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {ui.px(8), ui.px(3)});
    if (button(ui, "Filter", filter.is_empty() ? ButtonLook::plain : ButtonLook::lit)) ImGui::OpenPopup("filter");
    hint(ui, "Look only at some of the events: by kind, source, confidence or place");
    if (!filter.is_empty()) {
        ImGui::SameLine();
        if (button(ui, "Clear", ButtonLook::quiet)) ui.commands.add("filter.clear");
    }
    if (words == FilterWords::below) ImGui::PopStyleVar();
    ImGui::PopFont();
    const std::string told = filter.is_empty() ? std::string() : "Only " + describe(filter);
    if (!told.empty() && words == FilterWords::below) wrapped_text_in(ui.fonts.small, palette().accent_dark, told);
    if (!told.empty() && words == FilterWords::beside) {
        ImGui::SameLine();
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float room = ImGui::GetContentRegionAvail().x - ui.px(220);
        text_at(ui.fonts.small, {at.x, at.y + ImGui::GetStyle().FramePadding.y}, palette().accent_dark,
                elided(told, std::max(0.0F, room), measure_with(ui.fonts.small)));
        ImGui::NewLine();
    }
    draw_filter_menu(ui);
}

}  // namespace chronomap
