#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "geo/places/place.hpp"
#include "geo/text/word_filter.hpp"

namespace chronomap {

/// Where a place comes from; the lower value wins.
enum class GazetteerLayer : std::uint8_t { user, curated, world };

/// Look-ups by string_view without a copy.
struct StringHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
template <class T>
using StringMap = std::unordered_map<std::string, T, StringHash, std::equal_to<>>;
/// Words; most that are not among them are told by a few of their letters.
class StringSet {
  public:
    /// True when it is new.
    bool insert(std::string_view word) {
        filter_.add(word);
        return words_.emplace(word).second;
    }
    bool contains(std::string_view word) const { return filter_.may_have(word) && words_.find(word) != words_.end(); }
    std::size_t size() const { return words_.size(); }

  private:
    WordFilter filter_;
    std::unordered_set<std::string, StringHash, std::equal_to<>> words_;
};

inline StringSet set_of(std::initializer_list<const char*> words) {
    StringSet set;
    for (const char* word : words) set.insert(word);
    return set;
}
inline bool contains(const StringSet& set, std::string_view key) {
    return set.contains(key);
}

/// The user and curated places in memory, with their names.
class NameLayer {
  public:
    struct Entry {
        std::uint32_t place = 0;
        bool primary = false;       ///< the title or an English name
        bool abbreviation = false;  ///< matches only when written in capitals
    };

    /// Adds `place` unless one with its id is there already, or one of a higher layer that is the same on the ground:
    /// an equal title and feature class within 15 km. Add the layers from the highest down.
    void add(Place place, GazetteerLayer layer);

    int longest_name(std::string_view first) const;
    const std::vector<Entry>* find(std::string_view key) const;
    const PlacePtr& place(std::uint32_t index) const { return places_[index]; }
    GazetteerLayer layer(std::uint32_t index) const { return layers_[index]; }
    PlacePtr by_id(std::string_view id) const;
    bool has_id(std::string_view id) const { return ids_.find(id) != ids_.end(); }
    std::size_t size() const { return places_.size(); }

    /// Places with a one-word name at edit distance 1 (2 from ten letters on) of `key`, the first letters equal;
    /// nearest first.
    std::vector<PlacePtr> find_fuzzy(std::string_view key) const;

  private:
    void add_key(const std::string& key, Entry entry);

    std::vector<PlacePtr> places_;
    std::vector<GazetteerLayer> layers_;
    StringMap<std::uint32_t> ids_;
    StringMap<std::vector<Entry>> names_;
    WordFilter names_filter_;
    StringMap<int> first_words_;
    WordFilter first_words_filter_;
    struct FuzzyName {
        std::string key;
        std::uint32_t place = 0;
        std::uint32_t letters = 0;  ///< bits of the letters that it has
    };
    /// One-word keys by first byte and length.
    std::unordered_map<std::uint32_t, std::vector<FuzzyName>> fuzzy_;
};

/// Great-circle distance in kilometres, on a sphere of radius 6371 km.
double distance_km(LonLat a, LonLat b);

/// A point as a vector of length 1 from the middle of the globe: distances between such take no trigonometry.
struct GlobePoint {
    double x = 0, y = 0, z = 0;
};
GlobePoint globe_point(LonLat at);
/// As of two LonLat.
double distance_km(const GlobePoint& a, const GlobePoint& b);
/// Cheap: false where they are certainly further apart.
inline bool may_be_within(const GlobePoint& a, const GlobePoint& b, double least_cosine) {
    return a.x * b.x + a.y * b.y + a.z * b.z >= least_cosine;
}

/// Damerau-Levenshtein (adjacent swaps) of two keys, cut off above `limit`. O(len * len).
int edit_distance(std::string_view a, std::string_view b, int limit);

}  // namespace chronomap
