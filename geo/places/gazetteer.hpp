#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "geo/base/result.hpp"
#include "geo/places/place.hpp"

namespace chronomap {

/// Names to places. Immutable after loading, safe to share between threads.
/// Layers: user files over the curated gazetteer over the world index; a higher layer hides the lower one's place of
/// the same id (or of the same "geonames:" match).
class Gazetteer {
  public:
    struct Sources {
        std::string world_index;           ///< compiled index, mapped into memory; may be empty
        std::vector<std::string> curated;  ///< Linked Places files shipped with the program
        std::vector<std::string> user;     ///< --gazetteer: GeoNames dumps or Linked Places files, last one wins
        std::string name_words{};          ///< words that are names too; empty: gazetteer/name_words.txt of the program
    };

    ~Gazetteer();
    Gazetteer(Gazetteer&&) noexcept;
    Gazetteer& operator=(Gazetteer&&) noexcept;

    static Result<Gazetteer> load(const Sources& sources);

    /// Places that bear `name` (any case, diacritics folded, Unicode NFKC), best layer first, by population within.
    std::vector<PlacePtr> lookup(std::string_view name) const;
    /// Null when there is no such id.
    PlacePtr by_id(std::string_view id) const;
    /// Places whose name is within a small edit distance of `name`; curated and user layers only.
    std::vector<PlacePtr> lookup_fuzzy(std::string_view name) const;
    /// Source and licence lines of all that was loaded.
    std::vector<std::string> sources() const;
    /// One line for each file of which rows were skipped, with the count and the first of them.
    std::vector<std::string> warnings() const;

    struct Impl;
    const Impl& impl() const { return *impl_; }

  private:
    explicit Gazetteer(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace chronomap
