#include "render/vector/event_notes.hpp"

#include <algorithm>

namespace chronomap {
namespace {

constexpr std::size_t most_in_note = 12;
constexpr std::size_t most_in_all = 20000;

}  // namespace

EventNotes::EventNotes(const Scene& scene, std::size_t marks)
    : scene_(scene),
      most_events_(std::clamp(most_in_all / std::max<std::size_t>(marks, 1), std::size_t{1}, most_in_note)) {
    if (scene.events)
        for (const ExtractionPtr& each : scene.events->articles) titles_[each->article.id] = each->article.title;
}

std::string EventNotes::note_of(const EventMark& mark) const {
    if (!scene_.events || !mark.place) return {};
    const auto& events = scene_.events->events;
    const auto name_at = [&](const Place& place, std::string_view surface) {
        return display_name(place, scene_.naming, surface, scene_.time.effective());
    };
    std::string note = name_at(*mark.place, surface_of(mark, *scene_.events));
    if (mark.places > 1) note += " +" + std::to_string(mark.places - 1);
    for (std::size_t i = 0; i < std::min(mark.events.size(), most_events_); ++i) {
        const Event& event = events[mark.events[i]];
        note += "\n" + describe(event.date);
        if (mark.places > 1 && event.place) note += ", " + name_at(*event.place, event.place_surface);
        if (verdict_of(event) != Verdict::none)
            note += " [" + std::string(name_of(verdict_of(event))) + " by the editor]";
        if (!event.quote.empty()) note += ": “" + event.quote + "”";
        if (const auto title = titles_.find(event.article_id); title != titles_.end() && !title->second.empty())
            note += " (" + std::string(title->second) + ")";
    }
    if (mark.events.size() > most_events_) note += "\n+ " + std::to_string(mark.events.size() - most_events_);
    return note;
}

std::string layer_note(const LayerMark& mark) {
    const LayerFeature& feature = *mark.feature;
    std::string note;
    for (const std::string& line :
         {feature.name, tenure_words(feature), feature.source.empty() ? mark.layer->source : feature.source})
        if (!line.empty()) note += (note.empty() ? "" : "\n") + line;
    return note;
}

}  // namespace chronomap
