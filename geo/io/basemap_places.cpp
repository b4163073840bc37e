#include "geo/io/basemap_places.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "geo/io/town_table.hpp"
#include "geo/io/vector_layer.hpp"

namespace chronomap {
namespace {

constexpr int town = 0, province_capital = 1, country_capital = 2;

int kind_of_natural_earth(const std::string& feature_class) {
    if (feature_class == "Admin-0 capital" || feature_class == "Admin-0 capital alt") return country_capital;
    if (feature_class == "Admin-0 region capital" || feature_class.rfind("Admin-1", 0) == 0) return province_capital;
    return town;
}

constexpr int least_rank = 12;

/// Ranks that continue Natural Earth's, whose towns of rank 10 have some 10,000 to 50,000 people.
int rank_of_population(std::int64_t population) {
    if (population >= 200000) return 9;
    if (population >= 50000) return 10;
    if (population >= 20000) return 11;
    return least_rank;
}

class PlaceReader {
  public:
    PlaceReader(TownTable towns, const std::vector<Town>& curated) : towns_(std::move(towns)), curated_list_(curated) {
        for (const Town& entry : curated_list_) curated_.emplace(entry.id, &entry);
    }
    Result<void> add_natural_earth(const std::string& path, const Corrections& corrections);
    void add_curated();
    void add_geonames();
    std::vector<BasemapInput> take() { return std::move(places_); }

  private:
    using Cell = std::pair<int, int>;
    static Cell cell_of(LonLat where) {
        return {static_cast<int>(std::floor(where.lon * 10)), static_cast<int>(std::floor(where.lat * 10))};
    }
    void add(BasemapInput input, LonLat where) {
        input.parts = {{where}};
        input.min_zoom = zoom_of_rank(input.rank);
        if (!input.place_id.empty() && !taken_.insert(input.place_id).second) return;
        near_[cell_of(where)].push_back(places_.size());
        if (input.population >= 200000) cities_.push_back({where, input.population});
        places_.push_back(std::move(input));
    }
    /// A suburb, or the same town under another id: within 5 km of a town that is there and no smaller.
    bool crowded_out(const Town& candidate) const {
        const Cell centre = cell_of(candidate.location);
        for (int x = centre.first - 1; x <= centre.first + 1; ++x) {
            for (int y = centre.second - 1; y <= centre.second + 1; ++y) {
                const auto cell = near_.find({x, y});
                if (cell == near_.end()) continue;
                for (const std::size_t index : cell->second) {
                    const BasemapInput& other = places_[index];
                    if (degrees_between(other.parts[0][0], candidate.location) >= 0.045) continue;
                    if (other.population >= candidate.population || other.name == candidate.name) return true;
                }
            }
        }
        return false;
    }
    /// A district or satellite town: within 14 km of a city four times as large, which is named long before.
    bool is_of_a_city(const Town& candidate) const {
        return std::ranges::any_of(cities_, [&](const City& city) {
            return degrees_between(city.location, candidate.location) < 0.13 &&
                   city.population >= 4 * candidate.population;
        });
    }
    std::string name_of(const std::string& id, const std::string& fallback) const {
        if (const auto curated = curated_.find(id); curated != curated_.end()) return curated->second->name;
        if (const Town* entry = towns_.by_id(id)) return with_diacritics(fallback, entry->name);
        return fallback;
    }

    TownTable towns_;
    const std::vector<Town>& curated_list_;
    std::map<std::string, const Town*> curated_;
    std::vector<BasemapInput> places_;
    std::set<std::string> taken_;
    std::map<Cell, std::vector<std::size_t>> near_;
    struct City {
        LonLat location;
        std::int64_t population;
    };
    std::vector<City> cities_;
};

Result<void> PlaceReader::add_natural_earth(const std::string& path, const Corrections& corrections) {
    return read_vector_layer(path, "", [&](const VectorFeature& feature) {
        const auto parts = feature.parts();
        if (parts.empty()) return;
        LonLat where = parts[0][0];
        Corrections::Fields fields{{"name", feature.text("name")},
                                   {"iso_a2", feature.text("iso_a2")},
                                   {"featurecla", feature.text("featurecla")},
                                   {"geonameid", std::to_string(std::lround(feature.number("geonameid", -1)))}};
        if (!corrections.apply("places", fields) || fields["name"].empty()) return;
        if (fields.contains("lon") && fields.contains("lat"))
            where = {std::stod(fields["lon"]), std::stod(fields["lat"])};
        BasemapInput input;
        input.country = fields["iso_a2"] == "-99" ? "" : fields["iso_a2"];
        input.population = static_cast<std::int32_t>(feature.number("pop_max"));
        input.rank = static_cast<int>(feature.number("scalerank", 10));
        input.kind = kind_of_natural_earth(fields["featurecla"]);
        if (std::stol(fields["geonameid"]) > 0) {
            input.place_id = "geonames:" + fields["geonameid"];
            const Town* same = towns_.by_id(input.place_id);
            // Some of the ids are those of a namesake elsewhere.
            if (same && degrees_between(same->location, where) > 1) input.place_id.clear();
        }
        if (input.place_id.empty()) {
            if (const Town* found = towns_.find(fields["name"], where)) input.place_id = found->id;
        }
        input.name = name_of(input.place_id, fields["name"]);
        add(std::move(input), where);
    });
}

void PlaceReader::add_curated() {
    for (const Town& entry : curated_list_) {
        BasemapInput input;
        input.name = entry.name;
        input.country = entry.country;
        input.place_id = entry.id;
        input.population = static_cast<std::int32_t>(entry.population);
        const bool seat = entry.feature_code == "PPLA" || entry.feature_code == "PPLA2";
        input.kind = entry.feature_code == "PPLA" ? province_capital : town;
        input.rank = std::min(seat ? 10 : 12, rank_of_population(entry.population));
        add(std::move(input), entry.location);
    }
}

void PlaceReader::add_geonames() {
    std::vector<const Town*> by_size;
    for (const Town& entry : towns_.towns())
        if (entry.population >= 5000) by_size.push_back(&entry);
    std::ranges::stable_sort(by_size, std::ranges::greater(), &Town::population);
    for (const Town* entry : by_size) {
        if (taken_.contains(entry->id) || crowded_out(*entry)) continue;
        BasemapInput input;
        input.name = entry->name;
        input.country = entry->country;
        input.place_id = entry->id;
        input.population = static_cast<std::int32_t>(std::min<std::int64_t>(entry->population, INT32_MAX));
        input.rank = is_of_a_city(*entry) ? least_rank : rank_of_population(entry->population);
        add(std::move(input), entry->location);
    }
}

}  // namespace

double zoom_of_rank(double rank) {
    return std::max(0.0, rank * 0.8 - 0.4);
}

Result<std::vector<BasemapInput>> read_basemap_places(const BasemapPlaceInputs& inputs,
                                                      const Corrections& corrections) {
    auto towns = TownTable::load(inputs.cities);
    if (!towns) return tl::unexpected(towns.error());
    const auto curated = read_linked_places_towns(inputs.gazetteer);
    if (!curated) return tl::unexpected(curated.error());
    PlaceReader reader(std::move(*towns), *curated);
    if (auto read = reader.add_natural_earth(inputs.natural_earth_places, corrections); !read)
        return tl::unexpected(read.error());
    reader.add_curated();
    reader.add_geonames();
    return reader.take();
}

}  // namespace chronomap
