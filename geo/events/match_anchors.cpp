#include "geo/events/match_anchors.hpp"

#include <algorithm>
#include <unordered_set>

namespace chronomap {

namespace {

/// How surely `event` is the one that was meant; 0: it is not. The words of the sentence must be there, and place or
/// date beside them.
int likeness(const EventAnchor& at, const Event& event) {
    const bool same_words = at.quote == event.quote;
    const bool cut_otherwise =
        !same_words && !at.quote.empty() && !event.quote.empty() &&
        (event.quote.find(at.quote) != std::string::npos || at.quote.find(event.quote) != std::string::npos);
    if (!same_words && !cut_otherwise) return 0;
    const bool same_place = (event.place && event.place->id == at.place_id) ||
                            (!at.place_surface.empty() && event.place_surface == at.place_surface);
    const bool same_date = event.date.text() == at.date;
    if (cut_otherwise ? !(same_place && same_date) : !(same_place || same_date)) return 0;
    return (same_words ? 16 : 0) + (event.place_surface == at.place_surface ? 8 : 0) + (same_date ? 4 : 0) +
           (event.place && event.place->id == at.place_id ? 2 : 0) + 1;
}

std::uint32_t distance(const EventAnchor& at, const Event& event) {
    return event.sentence.begin > at.sentence.begin ? event.sentence.begin - at.sentence.begin
                                                    : at.sentence.begin - event.sentence.begin;
}

/// An anchor and an event that may be the one it means.
struct LikelyMatch {
    int likeness = 0;
    std::uint32_t distance = 0;
    std::size_t anchor = 0;
    const Event* event = nullptr;
};

}  // namespace

std::vector<const Event*> match_anchors(const std::unordered_map<std::string_view, const Extraction*>& articles,
                                        std::span<const EventAnchor* const> anchors) {
    std::vector<const Event*> found(anchors.size());
    std::unordered_map<std::string_view, std::size_t> wanted;
    std::unordered_set<std::string_view> concerned;
    for (std::size_t i = 0; i < anchors.size(); ++i) {
        wanted.emplace(anchors[i]->event_id, i);
        concerned.insert(anchors[i]->article_id);
    }
    std::unordered_set<const Event*> taken;
    for (const std::string_view id : concerned) {
        const auto article = articles.find(id);
        if (article == articles.end()) continue;
        for (const Event& event : article->second->events)
            if (const auto of = wanted.find(event.id); of != wanted.end() && found[of->second] == nullptr) {
                found[of->second] = &event;
                taken.insert(&event);
            }
    }
    // The surest pairs first, so that none takes the event of another.
    std::vector<LikelyMatch> matches;
    for (std::size_t i = 0; i < anchors.size(); ++i) {
        const auto article = articles.find(anchors[i]->article_id);
        if (found[i] != nullptr || article == articles.end()) continue;
        for (const Event& event : article->second->events)
            if (const int like = likeness(*anchors[i], event); like > 0)
                matches.push_back({like, distance(*anchors[i], event), i, &event});
    }
    std::ranges::stable_sort(matches, [](const LikelyMatch& a, const LikelyMatch& b) {
        return a.likeness != b.likeness ? a.likeness > b.likeness : a.distance < b.distance;
    });
    for (const LikelyMatch& each : matches)
        if (found[each.anchor] == nullptr && taken.insert(each.event).second) found[each.anchor] = each.event;
    return found;
}

}  // namespace chronomap
