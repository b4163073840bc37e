#include "geo/places/world_sources/world_build.hpp"

#include <algorithm>

#include "geo/places/normalise.hpp"

namespace chronomap {
namespace {

/// "Yarlung (Brahmaputra)" are two names.
std::vector<std::string> names_of(const std::string& text) {
    std::vector<std::string> names;
    std::string name;
    for (const char c : text + "(") {
        if (c != '(' && c != ')' && c != '/' && c != ',') {
            name += c;
            continue;
        }
        const std::size_t first = name.find_first_not_of(' '), last = name.find_last_not_of(' ');
        if (first != std::string::npos) names.push_back(name.substr(first, last - first + 1));
        name.clear();
    }
    return names;
}

/// Does the name say what it is?
bool is_complete(const std::string& name) {
    return name.find("River") != std::string::npos || name.find("Canal") != std::string::npos ||
           name.starts_with("Rio ");
}

/// Large enough that its name alone means it.
bool is_known_by_name(const std::string& name, int rank) {
    constexpr int largest = 6;
    constexpr std::size_t shortest = 5;
    return rank <= largest && name.size() >= shortest;
}

}  // namespace

Result<void> add_rivers(WorldBuild& build) {
    if (build.inputs.rivers.empty()) return {};
    auto json = read_world_json(build.inputs.rivers);
    if (!json) return tl::unexpected(json.error());
    build.writer.add_source("Natural Earth: rivers (public domain)");
    std::map<std::string, int> seen;
    for (const nlohmann::json& row : *json) {
        std::vector<std::string> names = names_of(row.value("name", ""));
        if (names.empty()) continue;
        for (std::string& name : names_of(row.value("name_alt", ""))) names.push_back(std::move(name));
        const bool complete = is_complete(names[0]);
        Place place;
        place.name = complete ? names[0] : names[0] + " River";
        std::string slug = name_key(names[0]);
        std::replace(slug.begin(), slug.end(), ' ', '-');
        place.id = "naturalearth:river." + slug;
        if (const int n = ++seen[place.id]; n > 1) place.id += "-" + std::to_string(n);
        place.location = {row.value("lon", 0.0), row.value("lat", 0.0)};
        place.box = box_of_json(row);
        place.feature = FeatureClass::hydrographic;
        place.feature_code = "STM";
        place.extent = ExtentClass::area;
        const std::uint32_t index = build.writer.add_place(place);
        for (const std::string& name : names) {
            if (is_complete(name)) {
                build.writer.add_name(index, name, true);
                continue;
            }
            build.writer.add_name(index, name + " River", true);
            build.writer.add_name(index, "River " + name, true);
            if (is_known_by_name(name, row.value("rank", 10))) build.writer.add_name(index, name, false);
        }
        build.writer.add_key(index, place.id, false);
    }
    return {};
}

}  // namespace chronomap
