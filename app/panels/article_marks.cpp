#include "app/panels/article_marks.hpp"

#include <algorithm>

namespace chronomap {

std::vector<ArticleMark> marks_of(const Extraction& extraction) {
    std::vector<ArticleMark> marks;
    for (const PlaceMention& mention : extraction.places) {
        if (mention.kind == PlaceMentionKind::part_of_name || mention.kind == PlaceMentionKind::demonym) continue;
        marks.push_back(
            {mention.range, MarkKind::place, &mention, nullptr, mention.place && mention.confidence >= 0.5});
    }
    for (const DateMention& mention : extraction.dates) {
        if (mention.kind != DateMentionKind::date) continue;
        marks.push_back({mention.range, MarkKind::date, nullptr, &mention, !mention.date.empty()});
    }
    for (const Event& event : extraction.events) {
        if (event.attribution_range.empty()) continue;
        const auto same = [&](const ArticleMark& m) { return m.range == event.attribution_range; };
        if (std::none_of(marks.begin(), marks.end(), same))
            marks.push_back({event.attribution_range, MarkKind::attribution, nullptr, nullptr, true});
    }
    std::stable_sort(marks.begin(), marks.end(),
                     [](const auto& a, const auto& b) { return a.range.begin < b.range.begin; });
    return marks;
}

std::string words_of(const ArticleMark& mark) {
    if (mark.kind == MarkKind::attribution) return "who says so";
    if (mark.place != nullptr) {
        if (!mark.place->place) return mark.place->reason.empty() ? "not placed" : "not placed: " + mark.place->reason;
        const Place& place = *mark.place->place;
        std::string words = place.name;
        if (!place.country.empty()) words += ", " + place.country;
        if (!mark.place->reason.empty()) words += " (" + mark.place->reason + ")";
        return words;
    }
    if (mark.date != nullptr) {
        if (mark.date->date.empty()) return mark.date->reason.empty() ? "not dated" : "not dated: " + mark.date->reason;
        return describe(mark.date->date);
    }
    return {};
}

}  // namespace chronomap
