#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "geo/base/result.hpp"
#include "geo/places/place.hpp"

namespace chronomap {

/// What the world index knows of a place, without building a Place.
struct WorldPlace {
    std::uint32_t index = 0;
    bool primary_name = false;  ///< found by its main name, not by an alternate one
};

/// The compiled world gazetteer, mapped into memory: names (as 64-bit hashes of their keys) to places. Immutable,
/// may be read from several threads. Opening costs one mmap; pages are read when they are looked at.
class WorldIndex {
  public:
    static Result<std::unique_ptr<WorldIndex>> open(const std::string& path);
    ~WorldIndex();
    WorldIndex(const WorldIndex&) = delete;
    WorldIndex& operator=(const WorldIndex&) = delete;

    /// Most words that a name beginning with the word `first` has; 0 when there is none.
    int longest_name(std::string_view first) const;
    /// Places that bear the name `key` (see name_key), countries and provinces first, then the most populous.
    void find(std::string_view key, std::vector<WorldPlace>& out) const;
    /// The place in full; `index` is in [0, size()).
    Place place(std::uint32_t index) const;
    /// Index of a GeoNames number, or -1.
    std::int64_t by_geonames(std::uint32_t number) const;
    /// Index of the place with this id ("geonames:1", "naturalearth:AZ.03"), or -1.
    std::int64_t by_id(std::string_view id) const;
    std::uint32_t size() const;
    /// How many different names it has, as they are folded.
    std::uint32_t names() const;
    std::vector<std::string> sources() const;

  private:
    WorldIndex() = default;
    const unsigned char* data_ = nullptr;
    std::size_t bytes_ = 0;
};

}  // namespace chronomap
