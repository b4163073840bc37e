#include "geo/events/corrections.hpp"

#include <set>

namespace chronomap {

bool operator==(const ChosenPlace& a, const ChosenPlace& b) {
    if (a.place == b.place) return true;
    if (!a.place || !b.place) return false;
    return a.place->id == b.place->id && a.place->name == b.place->name && a.place->location == b.place->location &&
           a.place->extent == b.place->extent;
}

void add_corrections(EventCorrections& corrections, const EventCorrections& more) {
    const auto add = [](auto& to, const auto& from, const auto& key) {
        std::set<std::string> known;
        for (const auto& each : to) known.insert(key(*each));
        for (const auto& each : from)
            if (known.insert(key(*each)).second) to.push_back(each);
    };
    const auto at = [](const auto& record) { return record.at.event_id; };
    add(corrections.events, more.events, at);
    add(corrections.splits, more.splits, at);
    add(corrections.added, more.added, at);
    add(corrections.merges, more.merges, [](const EventMerge& merge) { return merge.kept.event_id; });
    add(corrections.apart, more.apart,
        [](const ReportsApart& pair) { return pair.one.event_id + '\n' + pair.other.event_id; });
}

bool EventCorrection::says_nothing() const {
    return !place && !date && !kind && !modality && !attribution && verdict == Verdict::none && note.empty();
}

}  // namespace chronomap
