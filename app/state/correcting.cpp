#include "app/state/correcting.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "app/state/editing.hpp"
#include "geo/events/correcting.hpp"
#include "geo/places/gazetteer.hpp"

namespace chronomap {

namespace {

std::optional<double> plain_number(std::string_view text) {
    double value = 0;
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data() + (text.starts_with('+') ? 1 : 0), end, value);
    return error == std::errc{} && stop == end && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

/// A place that the open articles speak of, or may.
PlacePtr place_of_articles(const AppState& state, std::string_view id) {
    for (const ExtractionPtr& article : state.store.current()->articles) {
        for (const Event& event : article->events)
            if (event.place && event.place->id == id) return event.place;
        for (const PlaceMention& mention : article->places) {
            if (mention.place && mention.place->id == id) return mention.place;
            for (const PlaceCandidate& candidate : mention.candidates)
                if (candidate.place && candidate.place->id == id) return candidate.place;
        }
    }
    for (const Event& event : state.store.current()->events)
        if (event.place && event.place->id == id) return event.place;
    return nullptr;
}

}  // namespace

Result<const Event*> event_named(const AppState& state, const std::string& id) {
    const Event* event = id == "selected" ? selected_event(state) : state.store.current()->find(id);
    if (event != nullptr) return event;
    return id == "selected" ? fail("select an event first") : fail("there is no event \"" + id + "\"");
}

Result<PlacePtr> place_named(const AppState& state, std::span<const std::string> arguments,
                             const std::string& surface) {
    if (arguments.empty()) return fail("say which place: an id of the gazetteer, or longitude and latitude");
    const auto lon = plain_number(arguments[0]);
    if (!lon) {
        if (PlacePtr place = place_of_articles(state, arguments[0])) return place;
        if (state.gazetteer)
            if (PlacePtr place = state.gazetteer->by_id(arguments[0])) return place;
        return fail("there is no place \"" + arguments[0] + "\" in the gazetteer", {}, 0,
                    "`chronomap gazetteer lookup NAME` tells the ids of places");
    }
    const auto lat = arguments.size() > 1 ? plain_number(arguments[1]) : std::nullopt;
    if (!lat) return fail("a point needs its longitude and its latitude in degrees");
    if (std::abs(*lon) > 180 || std::abs(*lat) > 90)
        return fail("a longitude lies between -180 and 180, a latitude between -90 and 90", {}, 0,
                    "the longitude comes first");
    std::string name;
    for (const std::string& word : arguments.subspan(2)) name += (name.empty() ? "" : " ") + word;
    return place_on_map({*lon, *lat}, name.empty() ? surface : name);
}

Result<void> change_corrections(AppState& state, const std::string& what,
                                const std::function<Result<void>(EventCorrections&)>& change) {
    EventCorrections next = state.history.current().corrections;
    if (auto changed = change(next); !changed) return changed;
    if (next == state.history.current().corrections) return {};
    edit(state, what, [&](Edits& edits) { edits.corrections = std::move(next); });
    return {};
}

std::string short_name_of(const AppState& state, const Event& event) {
    const std::string place = event.place ? display_name(*event.place, state.naming, event.place_surface) : "no place";
    return place + ", " + describe(event.date);
}

}  // namespace chronomap
