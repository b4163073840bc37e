#include "render/vector/event_notes.hpp"

#include <algorithm>

namespace chronomap {
namespace {

constexpr std::size_t most_events = 12;

std::string title_of_article(const EventSet& events, const std::string& id) {
    const auto found =
        std::ranges::find_if(events.articles, [&](const ExtractionPtr& each) { return each->article.id == id; });
    return found == events.articles.end() ? std::string() : (*found)->article.title;
}

}  // namespace

std::string event_note(const EventMark& mark, const Scene& scene) {
    if (!scene.events || !mark.place) return {};
    const auto& events = scene.events->events;
    const std::string_view surface = mark.events.empty() ? "" : events[mark.events.front()].place_surface;
    std::string note = display_name(*mark.place, scene.naming, surface, scene.time.effective());
    for (std::size_t i = 0; i < std::min(mark.events.size(), most_events); ++i) {
        const Event& event = events[mark.events[i]];
        note += "\n" + describe(event.date);
        if (!event.quote.empty()) note += ": “" + event.quote + "”";
        if (const std::string title = title_of_article(*scene.events, event.article_id); !title.empty())
            note += " (" + title + ")";
    }
    if (mark.events.size() > most_events) note += "\n+ " + std::to_string(mark.events.size() - most_events);
    return note;
}

}  // namespace chronomap
