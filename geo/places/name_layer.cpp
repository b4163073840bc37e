#include "geo/places/name_layer.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "geo/places/normalise.hpp"

namespace chronomap {
namespace {

constexpr double same_place_km = 15;
constexpr std::size_t shortest_fuzzy = 6;

std::uint32_t fuzzy_bucket(char first, std::size_t length) {
    return (static_cast<std::uint32_t>(static_cast<unsigned char>(first)) << 8) |
           static_cast<std::uint32_t>(std::min<std::size_t>(length, 255));
}

}  // namespace

double distance_km(LonLat a, LonLat b) {
    constexpr double radians = std::numbers::pi / 180;
    const double lat = std::sin((b.lat - a.lat) * radians / 2);
    const double lon = std::sin((b.lon - a.lon) * radians / 2);
    const double h = lat * lat + std::cos(a.lat * radians) * std::cos(b.lat * radians) * lon * lon;
    return 2 * 6371.0 * std::asin(std::min(1.0, std::sqrt(h)));
}

int edit_distance(std::string_view a, std::string_view b, int limit) {
    const std::size_t columns = b.size() + 1;
    if (a.size() > b.size() + static_cast<std::size_t>(limit) || b.size() > a.size() + static_cast<std::size_t>(limit))
        return limit + 1;
    std::vector<int> before(columns), last(columns), row(columns);
    for (std::size_t j = 0; j < columns; ++j) last[j] = static_cast<int>(j);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = static_cast<int>(i);
        int best = row[0];
        for (std::size_t j = 1; j < columns; ++j) {
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] != b[j - 1])});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], before[j - 2] + 1);
            best = std::min(best, row[j]);
        }
        if (best > limit) return limit + 1;
        before.swap(last);
        last.swap(row);
    }
    return std::min(last[b.size()], limit + 1);
}

void NameLayer::add_key(const std::string& key, Entry entry) {
    auto& entries = names_[key];
    for (Entry& known : entries)
        if (known.place == entry.place) {
            known.primary = known.primary || entry.primary;
            known.abbreviation = known.abbreviation && entry.abbreviation;
            return;
        }
    entries.push_back(entry);
    const std::size_t space = key.find(' ');
    const auto words = static_cast<int>(std::count(key.begin(), key.end(), ' ') + 1);
    int& longest = first_words_[key.substr(0, space)];
    longest = std::max(longest, words);
    if (space == std::string::npos && key.size() + 2 >= shortest_fuzzy && static_cast<unsigned char>(key[0]) < 128 &&
        !entry.abbreviation)
        fuzzy_[fuzzy_bucket(key[0], key.size())].emplace_back(key, entry.place);
}

void NameLayer::add(Place place, GazetteerLayer layer) {
    if (ids_.find(place.id) != ids_.end()) return;
    const auto same = layer == GazetteerLayer::user ? names_.end() : names_.find(name_key(place.name));
    if (same != names_.end())
        for (const Entry& entry : same->second) {
            const Place& other = *places_[entry.place];
            if (layers_[entry.place] < layer && entry.primary && other.feature == place.feature &&
                distance_km(other.location, place.location) < same_place_km)
                return;
        }
    const auto index = static_cast<std::uint32_t>(places_.size());
    ids_[place.id] = index;
    for (const std::string& key : name_keys(place.name)) add_key(key, {index, true, false});
    for (const PlaceName& name : place.names)
        for (const std::string& key : name_keys(name.text))
            add_key(key, {index, name.language == "en" || name.official, name.abbreviation});
    places_.push_back(std::make_shared<const Place>(std::move(place)));
    layers_.push_back(layer);
}

int NameLayer::longest_name(std::string_view first) const {
    const auto found = first_words_.find(first);
    return found != first_words_.end() ? found->second : 0;
}

const std::vector<NameLayer::Entry>* NameLayer::find(std::string_view key) const {
    const auto found = names_.find(key);
    return found != names_.end() ? &found->second : nullptr;
}

PlacePtr NameLayer::by_id(std::string_view id) const {
    const auto found = ids_.find(id);
    return found != ids_.end() ? places_[found->second] : nullptr;
}

std::vector<PlacePtr> NameLayer::find_fuzzy(std::string_view key) const {
    if (key.size() < shortest_fuzzy || key.find(' ') != std::string_view::npos) return {};
    const int limit = key.size() >= 10 ? 2 : 1;
    std::vector<std::pair<int, std::uint32_t>> found;
    for (std::size_t length = key.size() - static_cast<std::size_t>(limit);
         length <= key.size() + static_cast<std::size_t>(limit); ++length) {
        const auto bucket = fuzzy_.find(fuzzy_bucket(key[0], length));
        if (bucket == fuzzy_.end()) continue;
        for (const auto& [name, place] : bucket->second)
            if (const int distance = edit_distance(key, name, limit); distance <= limit)
                found.emplace_back(distance, place);
    }
    std::sort(found.begin(), found.end());
    std::vector<PlacePtr> places;
    for (const auto& [distance, place] : found)
        if (std::find(places.begin(), places.end(), places_[place]) == places.end()) places.push_back(places_[place]);
    return places;
}

}  // namespace chronomap
