#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "geo/base/key_memo.hpp"
#include "geo/base/shared_list.hpp"
#include "geo/places/gazetteer.hpp"
#include "geo/places/name_layer.hpp"
#include "geo/places/world_index.hpp"

namespace chronomap {

/// Of a name, so many places of the world are looked at.
inline constexpr std::size_t most_candidates = 40;

/// Words that are names of places and something else as well (assets/gazetteer/name_words.txt). Keys, see name_key.
struct NameWordLists {
    StringSet common;  ///< lower-case English words
    StringSet given;   ///< given names
    StringSet family;  ///< family names
    StringSet person;  ///< names of persons after whom places were named: hardly ever the place

    static Result<NameWordLists> load(const std::string& path);
};

/// A place that bears a name, with what the choice among them needs.
struct NamedPlace {
    PlacePtr place;
    GazetteerLayer layer = GazetteerLayer::world;
    bool primary = false;       ///< by its main name
    bool abbreviation = false;  ///< by an abbreviation, which must be written in capitals
};

/// How a name is written in the text.
struct NameSpelling {
    bool lower_words = false;  ///< some of its words are in lower case
    bool capitals = false;     ///< all of it is in capitals
};

struct Gazetteer::Impl {
    NameLayer layer;
    std::unique_ptr<WorldIndex> world;  ///< null without a world index
    NameWordLists words;
    std::vector<std::string> sources;
    std::vector<std::string> warnings;

    /// Most words that a name beginning with `first` has in any layer.
    int longest_name(std::string_view first) const;
    /// Places with the name `key`, best layer first, world places by population, at most `limit` of those.
    /// A world place is left out where a higher layer has the same one.
    std::vector<NamedPlace> find(std::string_view key, std::size_t limit) const;
    /// The places that a name so written may mean. Names that articles told of last are remembered, with their places.
    SharedList<NamedPlace> find(std::string_view key, NameSpelling spelling) const;
    /// The country or continent that a demonym ("azerbaijani", "south african") leads to; null when it is none.
    /// Remembered as well.
    PlacePtr by_demonym(std::string_view key) const;
    /// A US state by its postal code or newspaper abbreviation ("tx", "calif", "n y"); null when it is none.
    PlacePtr us_state(std::string_view key) const;

    /// What find() and by_demonym() remember: no layer changes once names are asked for.
    KeyMemo<SharedList<NamedPlace>> names_found;
    KeyMemo<PlacePtr> demonyms_found;
};

}  // namespace chronomap
