#include "geo/events/event_set.hpp"

#include <algorithm>
#include <unordered_map>

namespace chronomap {

std::vector<EventIndex> EventSet::meeting(const TimeSpan& span) const {
    std::vector<EventIndex> found;
    if (span.empty()) return found;
    // Sorted by begin: what begins at or after the span's end cannot meet it.
    const auto after = std::lower_bound(spans.begin(), spans.end(), span.end,
                                        [](const TimeSpan& event, Day day) { return event.begin < day; });
    const auto count = static_cast<std::size_t>(after - spans.begin());
    // latest_end_[i] is the last end among [0, i]: nothing before the first i with latest_end_[i] > begin meets it.
    const auto first =
        std::upper_bound(latest_end.begin(), latest_end.begin() + static_cast<std::ptrdiff_t>(count), span.begin);
    const auto begin = static_cast<std::size_t>(first - latest_end.begin());
    // Written and then kept or not: no branch that depends on the data.
    found.resize(count - begin);
    std::size_t kept = 0;
    for (std::size_t i = begin; i < count; ++i) {
        found[kept] = static_cast<EventIndex>(i);
        kept += spans[i].meets(span);
    }
    found.resize(kept);
    reports.keep_one_each(found);
    return found;
}

EventIndex EventSet::index_of(std::string_view event_id) const {
    return by_id.find(event_id, events);
}

const Event* EventSet::find(std::string_view event_id) const {
    const EventIndex index = index_of(event_id);
    if (index < events.size()) return &events[index];
    const auto found = std::ranges::find(rejected, event_id, &Event::id);
    return found == rejected.end() ? nullptr : &*found;
}

EventIndex EventSet::standing_for(EventIndex report, const TimeSpan& span) const {
    const std::vector<EventIndex> all = reports.with(report);
    const auto first = std::ranges::find_if(all, [&](EventIndex each) { return spans[each].meets(span); });
    return first == all.end() ? all.front() : *first;
}

TimeSpan EventSet::extent() const {
    TimeSpan extent{open_end, open_begin};
    for (const TimeSpan& span : spans) {
        if (span.begin != open_begin) extent.begin = std::min(extent.begin, span.begin);
        if (span.end != open_end) extent.end = std::max(extent.end, span.end);
        // An event with one open end still stands somewhere.
        if (span.begin == open_begin && span.end != open_end)
            extent.begin = std::min(extent.begin, span.end - std::chrono::days{1});
        if (span.end == open_end && span.begin != open_begin)
            extent.end = std::max(extent.end, span.begin + std::chrono::days{1});
    }
    return extent.empty() ? TimeSpan{} : extent;
}

EventStore::EventStore() : current_(std::make_shared<EventSet>()) {}

void EventStore::add(std::vector<ExtractionPtr> extractions) {
    std::unordered_map<std::string, std::size_t> known;
    for (std::size_t i = 0; i < extractions_.size(); ++i) known.emplace(extractions_[i]->article.id, i);
    for (ExtractionPtr& extraction : extractions) {
        const auto [same, is_new] = known.try_emplace(extraction->article.id, extractions_.size());
        if (is_new)
            extractions_.push_back(std::move(extraction));
        else
            extractions_[same->second] = std::move(extraction);
    }
    publish(current_->filter);
}

void EventStore::remove_article(const std::string& id) {
    std::erase_if(extractions_, [&](const ExtractionPtr& old) { return old->article.id == id; });
    publish(current_->filter);
}

void EventStore::clear() {
    extractions_.clear();
    publish(current_->filter);
}

void EventStore::set_filter(EventFilter filter) {
    publish(std::move(filter));
}

void EventStore::set_corrections(EventCorrections corrections) {
    if (corrections == corrections_) return;
    corrections_ = std::move(corrections);
    publish(current_->filter);
}

void EventStore::set_grouping(Grouping grouping) {
    if (grouping == grouping_) return;
    grouping_ = grouping;
    publish(current_->filter);
}

void EventStore::publish(EventFilter filter) {
    auto set = std::make_shared<EventSet>();
    set->filter = std::move(filter);
    set->articles = extractions_;
    const bool all = set->filter.is_empty();
    FilterCheck check(set->filter);
    AppliedCorrections applied = apply_corrections(extractions_, corrections_);
    const bool corrected = !applied.changed.empty() || !applied.merged.empty();
    set->merged = applied.merged.size() + applied.made_merged;
    set->made = applied.made.size() + applied.made_merged;
    set->lost = std::move(applied.lost);
    std::vector<const Event*> order;
    const auto take = [&](const Event& event) {
        const bool rejected = verdict_of(event) == Verdict::rejected;
        if ((!rejected || set->filter.wants(Verdict::rejected)) && (all || check.passes(event)))
            order.push_back(&event);
        else if (rejected)
            set->rejected.push_back(event);
        else
            ++set->filtered_out;
    };
    for (const ExtractionPtr& extraction : extractions_) {
        for (const Event& event : extraction->events) {
            if (!corrected) {
                take(event);
                continue;
            }
            if (applied.merged.contains(&event)) continue;
            const auto changed = applied.changed.find(&event);
            take(changed == applied.changed.end() ? event : changed->second);
        }
        for (const Residue& residue : extraction->residue) {
            set->undated += residue.reason == ResidueReason::undated;
            set->unplaced +=
                residue.reason == ResidueReason::unplaced || residue.reason == ResidueReason::ambiguous_place;
            set->other_residue += residue.reason == ResidueReason::not_an_event;
        }
    }
    for (const Event& event : applied.made) take(event);
    std::stable_sort(order.begin(), order.end(), [](const Event* a, const Event* b) {
        const TimeSpan &first = a->date.span(), &second = b->date.span();
        return first.begin != second.begin ? first.begin < second.begin : first.end < second.end;
    });
    set->events.reserve(order.size());
    set->spans.reserve(order.size());
    set->latest_end.reserve(order.size());
    Day latest = open_begin;
    for (const Event* event : order) {
        set->events.push_back(*event);
        set->spans.push_back(event->date.span());
        latest = std::max(latest, event->date.span().end);
        set->latest_end.push_back(latest);
    }
    set->by_id = IdIndex(set->events);
    set->decisions = std::move(applied.decisions);
    if (grouping_ == Grouping::on)
        set->reports = group_reports(set->events, set->spans, set->articles, set->decisions);
    current_ = std::move(set);
}

}  // namespace chronomap
