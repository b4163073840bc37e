#include "app/panels/mention_card.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/panels/event_words.hpp"
#include "app/panels/place_choice.hpp"
#include "app/panels/widgets.hpp"
#include "app/state/reading.hpp"

namespace chronomap {

namespace {

constexpr float card_width = 340;
constexpr std::size_t most_candidates = 5;

std::string words_of(PlaceMentionKind kind) {
    switch (kind) {
        case PlaceMentionKind::dateline:
            return "in the dateline";
        case PlaceMentionKind::fuzzy:
            return "read as a misspelling";
        case PlaceMentionKind::anaphor:
            return "stands for a place named before";
        case PlaceMentionKind::unlisted:
            return "in no gazetteer; the words around it call it a place";
        default:
            return {};
    }
}

void row(Ui& ui, const char* label, const std::string& value) {
    if (value.empty()) return;
    const float left = ImGui::GetCursorPosX();
    text_in(ui.fonts.small, palette().ink_faint, label);
    ImGui::SameLine(left + ui.px(78));
    wrapped_text_in(ui.fonts.small, palette().ink, value);
}

/// A bar as long as the score, the number and the name; below it where it is and by which rule.
/// True when it is clicked, which only a card that stays allows.
bool draw_candidate(Ui& ui, const PlaceCandidate& candidate, bool chosen, CardUse use) {
    const Place& place = *candidate.place;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float size = ui.fonts.small->FontSize, bar = ui.px(44), thick = ui.px(4);
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const float middle = std::round(at.y + size * 0.6F);
    draw.AddRectFilled({at.x, middle - thick / 2}, {at.x + bar, middle + thick / 2}, palette().hairline, thick / 2);
    const auto share = static_cast<float>(std::clamp(candidate.score, 0.0, 1.0));
    draw.AddRectFilled({at.x, middle - thick / 2}, {at.x + bar * share, middle + thick / 2},
                       chosen ? palette().accent : palette().ink_faint, thick / 2);
    ImGui::SetCursorScreenPos({at.x + bar + ui.px(8), at.y});
    ImGui::BeginGroup();
    wrapped_text_in(chosen ? ui.fonts.bold : ui.fonts.small, palette().ink,
                    fmt::format("{:.2f}  {}{}", candidate.score, place.name, chosen ? "  (chosen)" : ""));
    wrapped_text_in(ui.fonts.small, palette().ink_soft,
                    details_of(place) + (candidate.rule.empty() ? "" : "  ·  " + candidate.rule));
    ImGui::EndGroup();
    const bool hovered = use == CardUse::pinned && !chosen && ImGui::IsItemHovered();
    if (hovered) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        const ImVec2 high = ImGui::GetItemRectMax();
        draw.AddRectFilled({at.x - ui.px(4), at.y}, {at.x + ui.px(card_width), high.y}, palette().accent_tint,
                           ui.px(3));
    }
    ImGui::SetCursorScreenPos({at.x, ImGui::GetCursorScreenPos().y});
    return hovered && ImGui::IsMouseReleased(ImGuiMouseButton_Left);
}

/// Ways to place the events that rest on a mention elsewhere.
void draw_ways_to_place(Ui& ui, const PlaceMention& mention, const Extraction& extraction, std::size_t events) {
    const std::vector<std::string> pick{"mention.place", extraction.article.id, std::to_string(mention.range.begin)};
    ImGui::Dummy({1, ui.px(2)});
    if (events == 0) {
        wrapped_text_in(ui.fonts.small, palette().ink_soft,
                        "No event rests on it. Mark its sentence with the mouse to add one.");
        return;
    }
    wrapped_text_in(ui.fonts.small, palette().ink_soft,
                    events == 1
                        ? "Its event can be placed elsewhere: choose a candidate above, or"
                        : fmt::format("Its {} events can be placed elsewhere: choose a candidate above, or", events));
    if (!button(ui, "Click on the map")) return;
    ui.commands.add("map.pick", pick);
    ImGui::CloseCurrentPopup();
}

void draw_place(Ui& ui, const PlaceMention& mention, const Extraction& extraction, CardUse use) {
    if (mention.place) {
        wrapped_text_in(ui.fonts.small, palette().ink, mention.place->name + ": " + details_of(*mention.place));
        wrapped_text_in(ui.fonts.small, palette().ink_faint,
                        fmt::format("{}  ·  {:.3f}°, {:.3f}°", mention.place->id, mention.place->location.lat,
                                    mention.place->location.lon));
    } else {
        wrapped_text_in(ui.fonts.small, palette().error,
                        mention.reason.empty() ? "No place was chosen" : "No place was chosen: " + mention.reason);
    }
    std::string how = words_of(mention.kind);
    if (mention.place && !mention.reason.empty()) how += (how.empty() ? "" : ", ") + mention.reason;
    row(ui, "Read", how);
    if (mention.place) row(ui, "Confidence", words_of_confidence(mention.confidence));
    std::vector<const PlaceCandidate*> order;
    for (const PlaceCandidate& candidate : mention.candidates)
        if (candidate.place) order.push_back(&candidate);
    const auto is_chosen = [&](const PlaceCandidate* candidate) {
        return mention.place && candidate->place->id == mention.place->id;
    };
    std::ranges::stable_partition(order, is_chosen);
    if (!order.empty()) {
        ImGui::Dummy({1, ui.px(2)});
        section_heading(ui, order.size() == 1 ? "The only candidate" : "Candidates, with their scores");
        for (std::size_t i = 0; i < std::min(order.size(), most_candidates); ++i)
            if (draw_candidate(ui, *order[i], is_chosen(order[i]), use)) {
                ui.commands.add("mention.place",
                                {extraction.article.id, std::to_string(mention.range.begin), order[i]->place->id});
                ImGui::CloseCurrentPopup();
            }
        if (order.size() > most_candidates)
            text_in(ui.fonts.small, palette().ink_faint, fmt::format("and {} more", order.size() - most_candidates));
    }
    const std::size_t events = events_of_mention(ui.state, extraction, mention.range).size();
    if (use == CardUse::pinned)
        draw_ways_to_place(ui, mention, extraction, events);
    else if (mention.place || events > 0)
        text_in(ui.fonts.small, palette().accent,
                events == 0   ? std::string("No event here. Click: show it on the map")
                : events == 1 ? std::string("Click: its event on the map")
                              : fmt::format("Click: choose among its {} events", events));
}

void draw_date(Ui& ui, const DateMention& mention) {
    if (mention.date.empty()) {
        wrapped_text_in(
            ui.fonts.small, palette().error,
            mention.reason.empty() ? "Not placed on the calendar" : "Not placed on the calendar: " + mention.reason);
        row(ui, "TIMEX3", mention.timex);
    } else {
        wrapped_text_in(ui.fonts.small, palette().ink, describe(mention.date));
        row(ui, "EDTF", mention.date.text());
    }
    row(ui, "Rule", mention.rule);
    row(ui, "Dated", words_of(mention.dated_by));
    row(ui, "Confidence", words_of_confidence(mention.confidence));
    if (!mention.date.empty()) text_in(ui.fonts.small, palette().accent, "Click: show this date");
}

}  // namespace

void draw_mention_card(Ui& ui, const ArticleMark& mark, const Extraction& extraction, CardUse use) {
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {ui.px(6), ui.px(3)});
    ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + ui.px(card_width));
    std::string phrase = folded(mark.range.of(extraction.article.text));
    constexpr float most_width = card_width;
    phrase = elided(phrase, ui.px(most_width), measure_with(ui.fonts.bold));
    text_in(ui.fonts.bold, palette().ink, "“" + phrase + "”");
    text_in(ui.fonts.small, palette().ink_soft, words_of(mark.kind));
    if (mark.place != nullptr) draw_place(ui, *mark.place, extraction, use);
    if (mark.date != nullptr) draw_date(ui, *mark.date);
    if (mark.kind == MarkKind::trigger) row(ui, "Kind", words_of(mark.event->kind));
    if (mark.kind == MarkKind::attribution) row(ui, "Speaker", mark.event->attribution);
    ImGui::PopTextWrapPos();
    ImGui::PopStyleVar();
}

void draw_underline(const Ui& ui, MarkKind kind, bool certain, float left, float right, float y) {
    ImDrawList& draw = *ImGui::GetWindowDrawList();
    const bool is_place = kind == MarkKind::place || kind == MarkKind::unplaced;
    ImU32 tint = is_place                        ? palette().mention_place
                 : kind == MarkKind::attribution ? palette().mention_source
                 : kind == MarkKind::trigger     ? palette().ink_faint
                                                 : palette().mention_date;
    if (!certain) tint = (tint & 0x00FFFFFFU) | 0x90000000U;
    const float thick = std::max(1.0F, std::round(ui.px(1.6F)));
    y = std::round(y);
    const auto line = [&](float from, float to, float at) {
        draw.AddRectFilled({from, at}, {std::min(right, to), at + thick}, tint);
    };
    const auto dashes = [&](std::initializer_list<float> lengths, float gap) {
        for (float x = left; x < right;)
            for (const float length : lengths) {
                if (x < right) line(x, x + ui.px(length), y);
                x += ui.px(length) + ui.px(gap);
            }
    };
    switch (kind) {
        case MarkKind::place:
            line(left, right, y);
            break;
        case MarkKind::unplaced: {
            const float step = ui.px(3), height = ui.px(2.6F);
            float down = 0;
            for (float x = left; x < right; x += step, down = height - down)
                draw.AddLine({x, y + down}, {std::min(right, x + step), y + height - down}, tint, thick * 0.8F);
            break;
        }
        case MarkKind::date:
            dashes({5}, 2.5F);
            break;
        case MarkKind::relative_date:
            dashes({6, 1.6F}, 2.4F);
            break;
        case MarkKind::named_period:
            line(left, right, y - thick);
            line(left, right, y + thick);
            break;
        case MarkKind::undated:
            dashes({2.5F}, 5);
            break;
        case MarkKind::trigger:
            draw.AddRectFilled({left, y}, {right, y + std::max(1.0F, std::round(ui.px(1)))}, tint);
            break;
        case MarkKind::attribution:
            dashes({1.6F}, 2.4F);
            break;
    }
}

}  // namespace chronomap
