#include "app/state/finding.hpp"

#include <algorithm>
#include <set>

#include "geo/events/event_filter.hpp"
#include "geo/io/geo_box.hpp"
#include "geo/places/gazetteer.hpp"
#include "geo/places/normalise.hpp"
#include "geo/time/edtf.hpp"
#include "render/scene/camera.hpp"

namespace chronomap {

void set_filter(AppState& state, EventFilter filter) {
    state.store.set_filter(std::move(filter));
    events_changed(state);
}

std::optional<GeoBox> box_in_view(const AppState& state) {
    constexpr int steps = 8;
    std::vector<LonLat> points;
    for (int row = 0; row <= steps; ++row)
        for (int column = 0; column <= steps; ++column) {
            const double x = state.view.width_px * double(column) / steps,
                         y = state.view.height_px * double(row) / steps;
            if (const auto at = lonlat_from_screen(state.view, {x, y})) points.push_back(*at);
        }
    if (points.size() < 3) return std::nullopt;
    const GeoBox box = box_of({points});
    return box.north > box.south ? std::optional(box) : std::nullopt;
}

namespace {

/// Words as they are compared: folded, each at a word's begin.
class SoughtWords {
  public:
    explicit SoughtWords(std::string_view words) {
        for (const NameWord& word : split_words(words)) keys_.push_back(" " + word.key);
    }
    bool worthwhile() const {
        std::size_t letters = 0;
        for (const std::string& key : keys_) letters += key.size() - 1;
        return letters >= 2;
    }
    bool are_in(std::string_view text) const {
        const std::string key = " " + name_key(text);
        return std::ranges::all_of(keys_, [&](const std::string& word) { return key.find(word) != key.npos; });
    }

    /// The byte of the first word that begins as one of these.
    std::size_t first_in(std::string_view text) const {
        for (const NameWord& word : split_words(text))
            for (const std::string& key : keys_)
                if (word.key.starts_with(std::string_view(key).substr(1))) return word.begin;
        return 0;
    }

  private:
    std::vector<std::string> keys_;
};

std::string name_that_fits(const Place& place, const SoughtWords& sought) {
    if (sought.are_in(place.name)) return place.name;
    for (const PlaceName& name : place.names)
        if (sought.are_in(name.text)) return name.text;
    return {};
}

void find_events(const AppState& state, const EventFilter& filter, std::size_t most, std::vector<Found>& found) {
    const EventSetPtr events = state.store.current();
    std::size_t count = 0;
    for (const Event& event : events->events) {
        if (!passes(filter, event)) continue;
        const std::string place = event.place ? display_name(*event.place, state.naming, event.place_surface) : "";
        found.push_back({FoundKind::event, place + ", " + describe(event.date), event.quote, event.id, {}, 0});
        if (++count == most) return;
    }
}

void find_places(const AppState& state, std::string_view words, const SoughtWords& sought, std::size_t most,
                 std::vector<Found>& found) {
    std::set<std::string> told;
    std::size_t count = 0;
    const auto add = [&](const PlacePtr& place) {
        if (!place || count == most || place->unnamed) return;
        const std::string name = name_that_fits(*place, sought);
        if (name.empty() || !told.insert(place->id).second) return;
        ++count;
        const std::string detail = name == place->name ? place->country : name;
        found.push_back({FoundKind::place, place->name, detail, place->id, place->location, 0});
    };
    for (const ExtractionPtr& article : state.store.current()->articles) {
        for (const Event& event : article->events) add(event.place);
        for (const PlaceMention& mention : article->places) add(mention.place);
    }
    if (state.gazetteer)
        for (const PlacePtr& place : state.gazetteer->lookup(words)) add(place);
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

void find_text(const AppState& state, const SoughtWords& sought, std::size_t most, std::vector<Found>& found) {
    std::size_t count = 0;
    for (const ExtractionPtr& article : state.store.current()->articles) {
        const std::string_view text = article->article.text;
        for (std::size_t begin = 0; begin < text.size() && count < most;) {
            const std::size_t end = std::min(text.find('\n', begin), text.size());
            if (end > begin && sought.are_in(text.substr(begin, end - begin))) {
                const std::size_t at = begin + sought.first_in(text.substr(begin, end - begin));
                found.push_back({FoundKind::text,
                                 article->article.title,
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

}  // namespace

std::vector<Found> find_everywhere(const AppState& state, std::string_view words, std::size_t most) {
    const SoughtWords sought(words);
    std::vector<Found> found;
    if (!sought.worthwhile()) return found;
    EventFilter filter;
    filter.words = words;
    find_events(state, filter, most, found);
    find_places(state, words, sought, most, found);
    find_text(state, sought, most, found);
    return found;
}

void search(AppState& state, std::string words) {
    constexpr std::size_t most = 8;
    state.found = find_everywhere(state, words, most);
    state.search = std::move(words);
}

}  // namespace chronomap
