#include "geo/places/gazetteer.hpp"

#include <algorithm>
#include <fstream>

#include "geo/base/asset_paths.hpp"
#include "geo/places/gazetteer_impl.hpp"
#include "geo/places/linked_places.hpp"
#include "geo/places/name_evidence.hpp"
#include "geo/places/normalise.hpp"

namespace chronomap {
namespace {

constexpr double same_place_km = 15;
constexpr std::size_t lookup_limit = 100;

bool is_country(const Place& place) {
    return place.feature_code.starts_with("PCL") && place.feature_code != "PCLH";
}

/// Is the world's place the one that a higher layer has under the same name?
bool is_hidden_by(const Place& world, const Place& higher) {
    if (world.id == higher.id) return true;
    if (is_country(world) && is_country(higher)) return world.country == higher.country;
    if (world.feature != higher.feature) return false;
    if (world.extent == ExtentClass::area && higher.box)
        return world.country == higher.country && distance_km(world.location, higher.location) < 100;
    return distance_km(world.location, higher.location) < same_place_km;
}

}  // namespace

Result<NameWordLists> NameWordLists::load(const std::string& path) {
    std::ifstream file(path);
    if (!file) return fail("cannot open", path);
    NameWordLists lists;
    StringSet* list = nullptr;
    std::string line;
    while (std::getline(file, line)) {
        if (line.empty() || line[0] == '#') continue;
        if (line == "[common]")
            list = &lists.common;
        else if (line == "[given]")
            list = &lists.given;
        else if (line == "[family]")
            list = &lists.family;
        else if (line == "[person]")
            list = &lists.person;
        else if (list != nullptr)
            list->insert(line);
    }
    return lists;
}

int Gazetteer::Impl::longest_name(std::string_view first) const {
    const int own = layer.longest_name(first);
    return world ? std::max(own, world->longest_name(first)) : own;
}

std::vector<NamedPlace> Gazetteer::Impl::find(std::string_view key, std::size_t limit) const {
    std::vector<NamedPlace> out;
    if (const auto* entries = layer.find(key))
        for (const NameLayer::Entry& entry : *entries)
            out.push_back({layer.place(entry.place), layer.layer(entry.place), entry.primary, entry.abbreviation});
    std::stable_sort(out.begin(), out.end(), [](const NamedPlace& a, const NamedPlace& b) {
        return a.layer != b.layer ? a.layer < b.layer : a.place->population > b.place->population;
    });
    // A user's GeoNames dump may have thousands of a name.
    if (out.size() > 4 * limit) out.resize(4 * limit);
    if (!world) return out;
    const std::size_t higher = out.size();
    std::vector<WorldPlace> found;
    world->find(key, found);
    for (const WorldPlace& candidate : found) {
        if (out.size() - higher >= limit) break;
        auto place = std::make_shared<const Place>(world->place(candidate.index));
        if (layer.has_id(place->id)) {
            // The same place in a higher layer, which lacks this spelling.
            const PlacePtr known = layer.by_id(place->id);
            if (std::none_of(out.begin(), out.end(), [&](const NamedPlace& n) { return n.place == known; }))
                out.push_back({known, GazetteerLayer::curated, candidate.primary_name, false});
            continue;
        }
        const bool hidden = std::any_of(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(higher),
                                        [&](const NamedPlace& n) { return is_hidden_by(*place, *n.place); });
        if (!hidden) out.push_back({std::move(place), GazetteerLayer::world, candidate.primary_name, false});
    }
    return out;
}

SharedList<NamedPlace> Gazetteer::Impl::find(std::string_view key, NameSpelling spelling) const {
    const unsigned variant = (spelling.lower_words ? 2U : 0U) + (spelling.capitals ? 1U : 0U);
    return names_found.get(key, variant, [&]() -> SharedList<NamedPlace> {
        auto candidates = find(key, most_candidates);
        if (spelling.lower_words)
            std::erase_if(candidates, [](const NamedPlace& c) { return c.layer == GazetteerLayer::world; });
        // An abbreviation must be written as one: "NKR", "U.S.", not "us"; and "US" is no village called Us.
        const bool short_ascii = key.size() <= 3;
        const auto is_country = [](const NamedPlace& c) { return is_country_place(*c.place); };
        if (spelling.capitals && short_ascii && std::any_of(candidates.begin(), candidates.end(), is_country))
            std::erase_if(candidates, [&](const NamedPlace& c) { return !c.abbreviation && !is_country(c); });
        if (!spelling.capitals)
            std::erase_if(candidates, [&](const NamedPlace& c) {
                return c.abbreviation || (short_ascii && c.place->feature_code == "PCLI" && key != "uk");
            });
        return candidates;
    });
}

PlacePtr Gazetteer::Impl::by_demonym(std::string_view key) const {
    if (!world) return nullptr;
    return demonyms_found.get(key, 0, [&]() -> PlacePtr {
        std::vector<WorldPlace> found;
        world->find("~" + std::string(key), found);
        if (found.empty()) return nullptr;
        auto place = std::make_shared<const Place>(world->place(found.front().index));
        if (const PlacePtr known = layer.by_id(place->id)) return known;
        return place;
    });
}

PlacePtr Gazetteer::Impl::us_state(std::string_view key) const {
    if (!world) return nullptr;
    std::vector<WorldPlace> found;
    world->find("@us " + std::string(key), found);
    return found.empty() ? nullptr : std::make_shared<const Place>(world->place(found.front().index));
}

Gazetteer::Gazetteer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Gazetteer::~Gazetteer() = default;
Gazetteer::Gazetteer(Gazetteer&&) noexcept = default;
Gazetteer& Gazetteer::operator=(Gazetteer&&) noexcept = default;

Result<Gazetteer> Gazetteer::load(const Sources& sources) {
    auto impl = std::make_unique<Impl>();
    if (!sources.world_index.empty()) {
        auto world = WorldIndex::open(sources.world_index);
        if (!world) return tl::unexpected(world.error());
        impl->world = std::move(*world);
        impl->sources = impl->world->sources();
    }
    const auto add = [&](const std::string& path, GazetteerLayer layer) -> Result<void> {
        auto file = read_gazetteer_file(path);
        if (!file) return tl::unexpected(file.error());
        for (Place& place : file->places) impl->layer.add(std::move(place), layer);
        for (const std::string& line : file->sources) impl->sources.push_back(line);
        if (file->skipped > 0)
            impl->warnings.push_back(file->first_problem + " (" + std::to_string(file->skipped) + " rows skipped)");
        return {};
    };
    for (auto path = sources.user.rbegin(); path != sources.user.rend(); ++path)
        if (auto done = add(*path, GazetteerLayer::user); !done) return tl::unexpected(done.error());
    for (const std::string& path : sources.curated)
        if (auto done = add(path, GazetteerLayer::curated); !done) return tl::unexpected(done.error());
    const bool own_words = !sources.name_words.empty();
    auto words = NameWordLists::load(own_words ? sources.name_words : asset_path("gazetteer/name_words.txt"));
    if (!words) return tl::unexpected(words.error());
    impl->words = std::move(*words);
    return Gazetteer(std::move(impl));
}

std::vector<PlacePtr> Gazetteer::lookup(std::string_view name) const {
    std::vector<PlacePtr> places;
    for (const std::string& key : name_keys(name))
        for (const NamedPlace& found : impl_->find(key, lookup_limit))
            if (std::none_of(places.begin(), places.end(), [&](const PlacePtr& p) { return p->id == found.place->id; }))
                places.push_back(found.place);
    return places;
}

PlacePtr Gazetteer::by_id(std::string_view id) const {
    if (PlacePtr place = impl_->layer.by_id(id)) return place;
    if (!impl_->world) return nullptr;
    const std::int64_t index = impl_->world->by_id(id);
    return index < 0 ? nullptr : std::make_shared<const Place>(impl_->world->place(static_cast<std::uint32_t>(index)));
}

std::vector<PlacePtr> Gazetteer::lookup_fuzzy(std::string_view name) const {
    return impl_->layer.find_fuzzy(name_key(name));
}

std::vector<std::string> Gazetteer::sources() const {
    return impl_->sources;
}

std::vector<std::string> Gazetteer::warnings() const {
    return impl_->warnings;
}

}  // namespace chronomap
