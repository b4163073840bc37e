#include "app/state/finding.hpp"

#include <algorithm>
#include <set>
#include <unordered_set>

#include "app/state/time_steps.hpp"
#include "geo/events/event_filter.hpp"
#include "geo/events/word_search.hpp"
#include "geo/io/geo_box.hpp"
#include "geo/places/gazetteer.hpp"
#include "geo/time/edtf.hpp"
#include "render/scene/camera.hpp"

namespace chronomap {

void set_filter(AppState& state, EventFilter filter) {
    state.store.set_filter(std::move(filter));
    events_changed(state);
}

std::optional<GeoBox> box_in_view(const AppState& state) {
    return box_on_screen(state.view, {0, 0, double(state.view.width_px), double(state.view.height_px)});
}

std::optional<GeoBox> box_on_screen(const View& view, const PixelBox& part) {
    constexpr int steps = 8;
    std::vector<LonLat> points;
    for (int row = 0; row <= steps; ++row)
        for (int column = 0; column <= steps; ++column) {
            const double x = part.left + (part.right - part.left) * column / steps,
                         y = part.top + (part.bottom - part.top) * row / steps;
            if (const auto at = lonlat_from_screen(view, {x, y})) points.push_back(*at);
        }
    if (points.size() < 3) return std::nullopt;
    const GeoBox box = box_of({points});
    return box.north > box.south ? std::optional(box) : std::nullopt;
}

SearchSources search_sources(const AppState& state) {
    return {state.store.current(), state.history.current_ptr(), state.gazetteer, state.naming};
}

namespace {

/// Fewer letters find too much.
constexpr std::size_t least_letters = 2;

/// What is looked at between two looks at the stop token.
constexpr std::size_t events_between_looks = 4096;

std::string name_that_fits(const Place& place, const WordSearch& sought) {
    if (sought.are_in(place.name)) return place.name;
    for (const PlaceName& name : place.names)
        if (sought.are_in(name.text)) return name.text;
    return {};
}

std::string title_of(const Event& event, NamingPolicy naming) {
    const std::string place = event.place ? display_name(*event.place, naming, event.place_surface) : "";
    return place + ", " + describe(event.date);
}

void find_events(const SearchSources& sources, std::string_view words, std::size_t most, const std::stop_token& stop,
                 std::vector<Found>& found) {
    WordSearch sought(words);
    std::size_t count = 0, looked_at = 0;
    for (const Event& event : sources.events->events) {
        if (++looked_at % events_between_looks == 0 && stop.stop_requested()) return;
        if (!sought.are_in(event)) continue;
        found.push_back({FoundKind::event, title_of(event, sources.naming), event.quote, event.id, {}, 0});
        if (++count == most) return;
    }
}

void find_places(const SearchSources& sources, std::string_view words, const WordSearch& sought, std::size_t most,
                 const std::stop_token& stop, std::vector<Found>& found) {
    std::set<std::string> told;
    std::unordered_set<const Place*> seen;
    std::size_t count = 0, looked_at = 0;
    const auto add = [&](const PlacePtr& place) {
        if (!place || count == most || place->unnamed || !seen.insert(place.get()).second) return;
        const std::string name = name_that_fits(*place, sought);
        if (name.empty() || !told.insert(place->id).second) return;
        ++count;
        const std::string detail = name == place->name ? place->country : name;
        found.push_back({FoundKind::place, place->name, detail, place->id, place->location, 0});
    };
    for (const ExtractionPtr& article : sources.events->articles) {
        for (const Event& event : article->events) {
            if (count == most || (++looked_at % events_between_looks == 0 && stop.stop_requested())) break;
            add(event.place);
        }
        for (const PlaceMention& mention : article->places) add(mention.place);
    }
    if (sources.gazetteer)
        for (const PlacePtr& place : sources.gazetteer->lookup(words)) add(place);
}

std::string surroundings(std::string_view text, std::size_t at);

/// The words around the first place of `text` that has one of those sought.
std::string excerpt(const std::string& text, const WordSearch& sought) {
    return surroundings(text, sought.first_in(text));
}

void find_notes(const SearchSources& sources, const WordSearch& sought, std::size_t most, std::vector<Found>& found) {
    std::size_t count = 0;
    for (const auto* events : {&sources.events->events, &sources.events->rejected})
        for (const Event& event : *events) {
            if (event.user == nullptr || event.user->note.empty() || !sought.are_in(event.user->note)) continue;
            if (count++ == most) return;
            found.push_back({FoundKind::note, title_of(event, sources.naming), excerpt(event.user->note, sought),
                             event.id, {}, 0});
        }
}

void find_stops(const Edits& edits, const WordSearch& sought, std::size_t most, std::vector<Found>& found) {
    if (!edits.stops) return;
    std::size_t count = 0;
    for (std::uint32_t i = 0; i < edits.stops->size() && count < most; ++i) {
        const OwnStop& stop = (*edits.stops)[i];
        const bool in_note = sought.are_in(stop.note);
        if (!in_note && !sought.are_in(stop.name)) continue;
        const std::string date = describe(edtf_from_span(stop.span));
        found.push_back({FoundKind::stop, stop.name.empty() ? date : stop.name + ", " + date,
                         in_note ? excerpt(stop.note, sought) : stop.note, {}, {}, i + 1});
        ++count;
    }
}

void find_steps(const Edits& edits, const WordSearch& sought, std::size_t most, std::vector<Found>& found) {
    std::size_t count = 0;
    for (std::uint32_t i = 0; i < edits.story.steps.size() && count < most; ++i) {
        const StoryStep& step = edits.story.steps[i];
        const std::string* with = nullptr;
        for (const std::string* each : {&step.text, &step.notes, &step.title})
            if (with == nullptr && sought.are_in(*each)) with = each;
        if (with == nullptr) continue;
        const std::string number = "Step " + std::to_string(i + 1);
        found.push_back({FoundKind::step, step.title.empty() ? number : number + ": " + step.title,
                         with == &step.title ? std::string() : excerpt(*with, sought), {}, {}, i + 1});
        ++count;
    }
}

/// The line's words around `at`, whole ones.
std::string surroundings(std::string_view text, std::size_t at) {
    constexpr std::size_t before = 40, after = 90;
    const std::size_t newline = at == 0 ? text.npos : text.rfind('\n', at - 1);
    const std::size_t line = newline == text.npos ? 0 : newline + 1;
    const std::size_t line_end = std::min(text.find('\n', at), text.size());
    std::size_t begin = line, end = line_end;
    if (at - line > before) begin = std::min(text.find(' ', at - before) + 1, at);
    if (line_end - at > after) end = std::max(text.rfind(' ', at + after), at);
    if (end == at) end = line_end;
    return (begin > line ? "… " : "") + std::string(text.substr(begin, end - begin)) + (end < line_end ? " …" : "");
}

void find_text(const SearchSources& sources, const WordSearch& sought, std::size_t most, const std::stop_token& stop,
               std::vector<Found>& found) {
    std::size_t count = 0, looked_at = 0;
    for (const ExtractionPtr& article : sources.events->articles) {
        const std::string_view text = article->article.text;
        for (std::size_t begin = 0; begin < text.size() && count < most;) {
            if (++looked_at % events_between_looks == 0 && stop.stop_requested()) return;
            const std::size_t end = std::min(text.find('\n', begin), text.size());
            if (end > begin && sought.are_in(text.substr(begin, end - begin))) {
                const std::size_t at = begin + sought.first_in(text.substr(begin, end - begin));
                found.push_back({FoundKind::text,
                                 article->article.title.empty() ? article->article.id : article->article.title,
                                 surroundings(text, at),
                                 article->article.id,
                                 {},
                                 static_cast<std::uint32_t>(at)});
                ++count;
            }
            begin = end + 1;
        }
    }
}

/// True where a search is done before a key comes up again.
bool is_quick(const EventSet& events) {
    constexpr std::size_t most_events = 20000, most_bytes = 4'000'000;
    std::size_t bytes = 0;
    for (const ExtractionPtr& article : events.articles) bytes += article->article.text.size();
    return events.events.size() <= most_events && bytes <= most_bytes;
}

}  // namespace

std::vector<Found> find_everywhere(const SearchSources& sources, std::string_view words, std::size_t most,
                                   const std::stop_token& stop) {
    const WordSearch sought(words);
    std::vector<Found> found;
    if (sought.letters() < least_letters) return found;
    find_events(sources, words, most, stop, found);
    find_notes(sources, sought, most, found);
    find_stops(*sources.edits, sought, most, found);
    find_steps(*sources.edits, sought, most, found);
    find_places(sources, words, sought, most, stop, found);
    find_text(sources, sought, most, stop, found);
    return found;
}

void search(AppState& state, std::string words) {
    state.search = std::move(words);
    state.search_due = WordSearch(state.search).letters() >= least_letters && !is_quick(*state.store.current());
    if (!state.search_due) state.found = find_everywhere(search_sources(state), state.search, most_found);
}

}  // namespace chronomap
