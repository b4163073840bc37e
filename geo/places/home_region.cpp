#include "geo/places/home_region.hpp"

#include <algorithm>

#include "geo/places/descriptions.hpp"
#include "geo/places/normalise.hpp"

namespace chronomap {

PlacePtr home_place(const Gazetteer::Impl& gazetteer, std::string_view home) {
    constexpr std::size_t most_namesakes = 100;
    if (home.empty()) return nullptr;
    if (PlacePtr place = gazetteer.layer.by_id(home)) return place;
    if (gazetteer.world)
        if (const std::int64_t index = gazetteer.world->by_id(home); index >= 0)
            return std::make_shared<const Place>(gazetteer.world->place(static_cast<std::uint32_t>(index)));
    const std::size_t comma = home.find(',');
    const std::vector<NamedPlace> candidates = gazetteer.find(name_key(home.substr(0, comma)), most_namesakes);
    if (candidates.empty()) return nullptr;
    if (comma == std::string_view::npos) return candidates.front().place;
    const std::string outer_key = name_key(home.substr(comma + 1));
    std::vector<NamedPlace> outer = gazetteer.find(outer_key, most_namesakes);
    if (PlacePtr state = gazetteer.us_state(outer_key)) outer.push_back({std::move(state)});
    for (const NamedPlace& candidate : candidates)
        if (std::ranges::any_of(outer, [&](const NamedPlace& o) { return is_within(*candidate.place, *o.place); }))
            return candidate.place;
    return nullptr;
}

}  // namespace chronomap
