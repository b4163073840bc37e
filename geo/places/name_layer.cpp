#include "geo/places/name_layer.hpp"

#include <algorithm>
#include <array>
#include <bit>
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

/// A bit for each letter that occurs. One edit changes at most two of them.
std::uint32_t letters_of(std::string_view key) {
    std::uint32_t letters = 0;
    for (const char c : key)
        letters |= std::uint32_t{1} << (c >= 'a' && c <= 'z' ? c - 'a' : 26 + static_cast<unsigned char>(c) % 6);
    return letters;
}

constexpr double earth_radius_km = 6371.0;

}  // namespace

GlobePoint globe_point(LonLat at) {
    constexpr double radians = std::numbers::pi / 180;
    const double across = std::cos(at.lat * radians);
    return {across * std::cos(at.lon * radians), across * std::sin(at.lon * radians), std::sin(at.lat * radians)};
}

double distance_km(const GlobePoint& a, const GlobePoint& b) {
    // By the chord: exact for near points too.
    const double x = a.x - b.x, y = a.y - b.y, z = a.z - b.z;
    return 2 * earth_radius_km * std::asin(std::min(1.0, std::sqrt(x * x + y * y + z * z) / 2));
}

double distance_km(LonLat a, LonLat b) {
    constexpr double radians = std::numbers::pi / 180;
    const double lat = std::sin((b.lat - a.lat) * radians / 2);
    const double lon = std::sin((b.lon - a.lon) * radians / 2);
    const double h = lat * lat + std::cos(a.lat * radians) * std::cos(b.lat * radians) * lon * lon;
    return 2 * earth_radius_km * std::asin(std::min(1.0, std::sqrt(h)));
}

int edit_distance(std::string_view a, std::string_view b, int limit) {
    const std::size_t columns = b.size() + 1;
    if (a.size() > b.size() + static_cast<std::size_t>(limit) || b.size() > a.size() + static_cast<std::size_t>(limit))
        return limit + 1;
    // Names are short: no memory of their own.
    constexpr std::size_t most_columns = 64;
    if (columns > most_columns) return limit + 1;
    std::array<int, most_columns> rows[3];
    auto *before = &rows[0], *last = &rows[1], *row = &rows[2];
    for (std::size_t j = 0; j < columns; ++j) (*last)[j] = static_cast<int>(j);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        (*row)[0] = static_cast<int>(i);
        int best = (*row)[0];
        for (std::size_t j = 1; j < columns; ++j) {
            (*row)[j] = std::min({(*last)[j] + 1, (*row)[j - 1] + 1, (*last)[j - 1] + (a[i - 1] != b[j - 1])});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                (*row)[j] = std::min((*row)[j], (*before)[j - 2] + 1);
            best = std::min(best, (*row)[j]);
        }
        if (best > limit) return limit + 1;
        std::swap(before, last);
        std::swap(last, row);
    }
    return std::min((*last)[b.size()], limit + 1);
}

void NameLayer::add_key(const std::string& key, Entry entry) {
    names_filter_.add(key);
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
    first_words_filter_.add(std::string_view(key).substr(0, space));
    int& longest = first_words_[key.substr(0, space)];
    longest = std::max(longest, words);
    if (space == std::string::npos && key.size() + 2 >= shortest_fuzzy && static_cast<unsigned char>(key[0]) < 128 &&
        !entry.abbreviation)
        fuzzy_[fuzzy_bucket(key[0], key.size())].push_back({key, entry.place, letters_of(key)});
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
    if (!first_words_filter_.may_have(first)) return 0;
    const auto found = first_words_.find(first);
    return found != first_words_.end() ? found->second : 0;
}

const std::vector<NameLayer::Entry>* NameLayer::find(std::string_view key) const {
    if (!names_filter_.may_have(key)) return nullptr;
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
    const std::uint32_t letters = letters_of(key);
    std::vector<std::pair<int, std::uint32_t>> found;
    for (std::size_t length = key.size() - static_cast<std::size_t>(limit);
         length <= key.size() + static_cast<std::size_t>(limit); ++length) {
        const auto bucket = fuzzy_.find(fuzzy_bucket(key[0], length));
        if (bucket == fuzzy_.end()) continue;
        for (const auto& [name, place, its_letters] : bucket->second) {
            if (std::popcount(letters ^ its_letters) > 2 * limit) continue;
            if (const int distance = edit_distance(key, name, limit); distance <= limit)
                found.emplace_back(distance, place);
        }
    }
    std::sort(found.begin(), found.end());
    std::vector<PlacePtr> places;
    for (const auto& [distance, place] : found)
        if (std::find(places.begin(), places.end(), places_[place]) == places.end()) places.push_back(places_[place]);
    return places;
}

}  // namespace chronomap
