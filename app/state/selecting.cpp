#include "app/state/selecting.hpp"

#include <algorithm>

#include "app/state/camera_moves.hpp"
#include "app/state/picking.hpp"
#include "app/state/playing.hpp"
#include "app/state/time_steps.hpp"

namespace chronomap {

namespace {

/// How far `position` lies from a range; 0 inside.
std::uint32_t distance_to(const TextRange& range, std::uint32_t position) {
    if (position < range.begin) return range.begin - position;
    return position >= range.end ? position - range.end + 1 : 0;
}

void select(AppState& state, const Event& event) {
    drop_picks(state);
    state.selected_event = event.id;
    state.shown_article = event.article_id;
    state.marked = event.sentence;
    ++state.reveal_count;
    const TimeSpan span = event.date.span();
    if (!span.empty() && !state.time.effective().meets(span)) {
        pause(state);
        show_span(state, span);
    }
    if (event.place) fly_to(state, *event.place);
}

}  // namespace

void select_event(AppState& state, EventIndex index) {
    const EventSetPtr events = state.store.current();
    select(state, events->events[index]);
}

bool select_id(AppState& state, std::string_view event_id) {
    const EventSetPtr events = state.store.current();
    const Event* event = events->find(event_id);
    if (event != nullptr) select(state, *event);
    return event != nullptr;
}

void clear_selection(AppState& state) {
    drop_picks(state);
    state.selected_event.clear();
    state.fanned_event.clear();
    state.show.highlighted.clear();
    state.marked = {};
}

bool show_sentence(AppState& state, std::string_view article_id, std::uint32_t position) {
    const ExtractionPtr extraction = article_of(state, article_id);
    if (!extraction) return false;
    clear_selection(state);
    state.shown_article = article_id;
    set_shown(state.panels, Panel::article, true);
    ++state.reveal_count;
    for (const Residue& residue : extraction->residue)
        if (residue.sentence.begin <= position && position < residue.sentence.end) state.marked = residue.sentence;
    for (const EventIndex i : events_at(state, article_id, position))
        state.marked = state.store.current()->events[i].sentence;
    return true;
}

bool select_neighbour(AppState& state, int direction) {
    const EventSetPtr events = state.store.current();
    const auto count = static_cast<EventIndex>(events->events.size());
    if (count == 0) return false;
    const EventIndex current = state.selected_event.empty() ? count : events->index_of(state.selected_event);
    if (current >= count) {
        const auto shown = shown_events(state);
        if (shown.empty())
            select_event(state, direction > 0 ? 0 : count - 1);
        else
            select_event(state, direction > 0 ? shown.front() : shown.back());
        return true;
    }
    // The other reports of the same event are no neighbours.
    EventIndex next = current;
    while (events->reports.lead_of(next) == events->reports.lead_of(current)) {
        if (direction > 0 ? next + 1 == count : next == 0) {
            next = current;
            break;
        }
        next = static_cast<EventIndex>(next + static_cast<EventIndex>(direction));
    }
    select_event(state, next);
    return true;
}

std::vector<EventIndex> events_at(const AppState& state, std::string_view article_id, std::uint32_t position) {
    const EventSetPtr events = state.store.current();
    std::vector<EventIndex> found;
    for (EventIndex i = 0; i < events->events.size(); ++i) {
        const Event& event = events->events[i];
        if (event.article_id == article_id && event.sentence.begin <= position && position < event.sentence.end)
            found.push_back(i);
    }
    const auto nearness = [&](EventIndex i) {
        const Event& event = events->events[i];
        const std::uint32_t place = distance_to(event.place_range, position);
        return event.date_range.empty() ? place : std::min(place, distance_to(event.date_range, position));
    };
    std::stable_sort(found.begin(), found.end(), [&](EventIndex a, EventIndex b) { return nearness(a) < nearness(b); });
    return found;
}

}  // namespace chronomap
