#include "geo/places/world_sources/world_build.hpp"

#include <algorithm>
#include <fstream>

namespace chronomap {
namespace {
using Json = nlohmann::json;
}  // namespace

Result<nlohmann::json> read_world_json(const std::string& path) {
    std::ifstream file(path);
    if (!file) return fail("cannot open", path, 0, "run third_party/setup.sh");
    auto json = nlohmann::json::parse(file, nullptr, false);
    if (json.is_discarded()) return fail("not JSON", path);
    return json;
}

GeoBox box_of_json(const nlohmann::json& json) {
    return {json.value("west", 0.0), json.value("south", 0.0), json.value("east", 0.0), json.value("north", 0.0)};
}

Result<void> read_world_names(WorldBuild& build) {
    if (build.inputs.names.empty()) return {};
    std::ifstream file(build.inputs.names);
    if (!file) return fail("cannot open", build.inputs.names);
    std::string line;
    for (int number = 1; std::getline(file, line); ++number) {
        if (line.empty() || line[0] == '#') continue;
        const std::size_t first = line.find('\t');
        const std::size_t second = first == std::string::npos ? first : line.find('\t', first + 1);
        if (second == std::string::npos) return fail("want CODE<TAB>KIND<TAB>NAME;NAME", build.inputs.names, number);
        const std::string kind = line.substr(first + 1, second - first - 1);
        auto& names = build.names[line.substr(0, first)][kind];
        std::size_t at = second + 1;
        while (at <= line.size()) {
            const std::size_t end = std::min(line.find(';', at), line.size());
            if (end > at) names.push_back(line.substr(at, end - at));
            at = end + 1;
        }
    }
    return {};
}

Result<void> read_outlines(WorldBuild& build) {
    if (build.inputs.provinces.empty()) return {};
    auto json = read_world_json(build.inputs.provinces);
    if (!json) return tl::unexpected(json.error());
    build.provinces = std::move(*json);
    for (const Json& country : build.provinces.value("countries", Json::array()))
        if (const std::string code = country.value("iso_a2", ""); code.size() == 2) build.outlines[code] = country;
    return {};
}

}  // namespace chronomap
