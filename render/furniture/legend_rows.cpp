#include "render/furniture/legend_rows.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "geo/io/basemap.hpp"
#include "render/mesh/label_placement.hpp"
#include "render/scene/camera.hpp"
#include "render/scene/layer_marks.hpp"
#include "render/scene/mark_fading.hpp"
#include "render/scene/style.hpp"

namespace chronomap {
namespace {

/// By the coarsest lines: one point of them within the picture.
bool shows_disputed_lines(const Basemap& basemap, const View& view) {
    for (const BasemapFeature& feature : basemap.features(BasemapLayer::disputed_lines, basemap.levels() - 1))
        for (std::size_t i = 0; i < feature.part_count; ++i)
            for (const PackedPoint& point : basemap.part(feature, i)) {
                const auto at = screen_from_lonlat(view, {point.lon, point.lat});
                if (at && at->x >= 0 && at->y >= 0 && at->x <= view.width_px && at->y <= view.height_px) return true;
            }
    return false;
}

/// A row for each holder, or named area or line, that the layers show now; many are told as their layer.
void add_layers(const Scene& scene, const View& view, const Style& style, std::vector<LegendRow>& rows) {
    constexpr std::size_t most = 6;
    std::vector<LegendRow> found;
    for (const LayerMark& mark : arrange_layers(scene.layers, scene.time.effective())) {
        if (!may_be_seen(*mark.feature, view)) continue;
        const LayerFeature& feature = *mark.feature;
        LegendRow row;
        row.words = !feature.holder.empty() ? feature.holder : !feature.name.empty() ? feature.name : mark.layer->name;
        row.key = feature.extent == ExtentClass::line      ? LegendKey::layer_line
                  : feature.status == ClaimStatus::claimed ? LegendKey::layer_claim
                                                           : LegendKey::layer_area;
        if (feature.status == ClaimStatus::claimed) row.words = "claimed by " + row.words;
        row.colour = mark.colour(style);
        const bool known = std::ranges::any_of(
            found, [&](const LegendRow& other) { return other.words == row.words && other.key == row.key; });
        if (!known) found.push_back(std::move(row));
    }
    if (found.size() > most) {
        found.resize(most);
        found.back() = {EventKind::other, LegendKey::none, "and other areas", "", 0, {}};
    }
    rows.insert(rows.end(), found.begin(), found.end());
}

/// The ramp of the colours of heights, from the top.
void add_heights(const Scene& scene, const Style& style, std::vector<LegendRow>& rows) {
    if (scene.relief.path.empty() || scene.relief.style == ReliefStyle::hillshade) return;
    for (const int metres : {4000, 2000, 1000, 0})
        rows.push_back({EventKind::other, LegendKey::height,
                        std::to_string(metres) + (metres == 4000 ? " m above the sea" : " m"), "", 0,
                        colour_at_height(style.heights, static_cast<float>(metres))});
}

}  // namespace

std::string_view words_of(EventKind kind) {
    switch (kind) {
        case EventKind::battle:
            return "Fighting";
        case EventKind::attack:
            return "Attack";
        case EventKind::control_change:
            return "Change of control";
        case EventKind::displacement:
            return "Displacement";
        case EventKind::negotiation:
            return "Negotiation, agreement";
        case EventKind::visit:
            return "Visit, arrival";
        case EventKind::humanitarian:
            return "Relief, supplies";
        case EventKind::legal_act:
            return "Legal or political act";
        case EventKind::protest:
            return "Protest";
        case EventKind::other:
            break;
    }
    return "Other event";
}

std::vector<LegendRow> legend_rows(const Scene& scene, const View& view, const Style& style, const EventMarks& marks) {
    std::array<std::size_t, event_kind_count> counts{};
    bool uncertain = false, not_facts = false, areas = false, lines = false, vague = false;
    std::map<Verdict, EventKind> verdicts;  // that have marks, and the kind of one of them
    std::size_t most_places = 1;
    const EventMark* counted = nullptr;
    EventKind area_kind = EventKind::other, line_kind = EventKind::other;
    const auto count = [&](const EventMark& mark) {
        // The kinds of a hub are those of its whole fan.
        if (mark.role == MarkRole::hub)
            for (const EventIndex i : mark.events) ++counts[static_cast<std::size_t>(scene.events->events[i].kind)];
        else
            for (const KindShare& share : mark.kinds) counts[static_cast<std::size_t>(share.kind)] += share.events;
        uncertain = uncertain || mark.some_uncertain;
        not_facts = not_facts || mark.some_not_fact;
        if (mark.verdict != Verdict::none) verdicts.emplace(mark.verdict, mark.kind);
    };
    count(marks.beyond);
    for (const EventMark& mark : marks.symbols) {
        count(mark);
        most_places = std::max(most_places, mark.places);
        if (mark.is_counted() && (!counted || (mark.is_mixed() && !counted->is_mixed()))) counted = &mark;
    }
    for (const EventMark& mark : marks.shapes) {
        count(mark);
        const bool line = mark.place->extent == ExtentClass::line;
        (line ? lines : areas) = true;
        (line ? line_kind : area_kind) = mark.kind;
        vague = vague || (!line && mark.place->parts.empty());
    }
    std::vector<LegendRow> rows;
    // "Other" stands last, whatever its number.
    for (std::size_t k = 1; k <= event_kind_count; ++k) {
        const auto kind = static_cast<EventKind>(k % event_kind_count);
        const std::size_t number = counts[static_cast<std::size_t>(kind)];
        if (number > 0)
            rows.push_back({kind, LegendKey::symbol, std::string(words_of(kind)), std::to_string(number), number});
    }
    add_layers(scene, view, style, rows);
    if (areas) rows.push_back({area_kind, LegendKey::area, "told of a region as a whole", "", 0});
    if (vague) rows.push_back({area_kind, LegendKey::vague_area, "dashed: extent not known", "", 0, {}});
    if (lines) rows.push_back({line_kind, LegendKey::line, "told of a road or corridor", "", 0});
    if (counted) {
        const char* words = most_places > 1 ? "number: events close together" : "number: events at one place";
        LegendRow row{counted->kind, LegendKey::counted_symbol, words, "", 0, {}};
        row.kinds = counted->kinds;
        rows.push_back(std::move(row));
    }
    if (uncertain)
        rows.push_back({EventKind::other, LegendKey::pale_symbol, "pale: date inferred or approximate", "", 0});
    if (not_facts)
        rows.push_back({EventKind::other, LegendKey::hollow_symbol, "hollow: planned, possible or denied", "", 0});
    const auto fades = [](const EventMark& mark) { return mark.faded > 0; };
    if (std::ranges::any_of(marks.symbols, fades) || std::ranges::any_of(marks.shapes, fades))
        rows.push_back({EventKind::other, LegendKey::faded_symbol,
                        "faint: older, fading over " + words_of_days(scene.fade_days), "", 0});
    for (const auto& [verdict, kind] : verdicts) {
        LegendRow row{kind, LegendKey::verdict, std::string(name_of(verdict)) + " by the editor", "", 0};
        row.verdict = verdict;
        rows.push_back(std::move(row));
    }
    if (scene.basemap && shows_disputed_lines(*scene.basemap, view))
        rows.push_back({EventKind::other, LegendKey::disputed_line, "disputed or former boundary", "", 0});
    add_heights(scene, style, rows);
    return rows;
}

std::vector<LegendRow> shortened(std::vector<LegendRow> rows, std::size_t most) {
    while (rows.size() > most && !rows.empty() && rows.back().count.empty()) rows.pop_back();
    if (rows.size() <= most) return rows;
    if (most == 0) return {};
    LegendRow rest{EventKind::other, LegendKey::none, "", "", 0};
    const std::size_t kinds = rows.size() - most + 1;
    for (std::size_t i = most - 1; i < rows.size(); ++i) rest.events += rows[i].events;
    rest.words = std::to_string(kinds) + " more kinds";
    rest.count = std::to_string(rest.events);
    rows.resize(most - 1);
    rows.push_back(std::move(rest));
    return rows;
}

}  // namespace chronomap
