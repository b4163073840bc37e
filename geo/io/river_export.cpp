#include "geo/io/river_export.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <map>
#include <vector>

#include <nlohmann/json.hpp>

#include "geo/io/geo_box.hpp"
#include "geo/io/vector_layer.hpp"

namespace chronomap {
namespace {

struct River {
    std::string name, other_names;
    int rank = 100;
    std::vector<std::vector<LonLat>> parts;
};

/// Lines run down the river: the end of a stretch where no other begins, of the longest of these.
LonLat mouth_of(const std::vector<std::vector<LonLat>>& parts) {
    constexpr double near_degrees = 0.05;
    const std::vector<LonLat>* last = nullptr;
    for (const auto& part : parts) {
        const bool goes_on = std::ranges::any_of(parts, [&](const std::vector<LonLat>& other) {
            return &other != &part && std::abs(other.front().lon - part.back().lon) < near_degrees &&
                   std::abs(other.front().lat - part.back().lat) < near_degrees;
        });
        if (!goes_on && (!last || part.size() > last->size())) last = &part;
    }
    return last ? last->back() : parts.front().back();
}

}  // namespace

Result<void> export_rivers(const std::string& folder, const std::string& output) {
    std::map<std::string, River> rivers;
    auto read =
        read_vector_layer(folder + "/ne_10m_rivers_lake_centerlines.shp", "", [&](const VectorFeature& feature) {
            const std::string name = feature.text("name");
            // A question mark stands for a letter that was lost.
            if (name.empty() || name.find('?') != std::string::npos) return;
            // Several rivers have one name, one river has several numbers where it has several names.
            River& river = rivers[name + "\t" + feature.text("rivernum")];
            river.name = name;
            if (river.other_names.empty()) river.other_names = feature.text("name_alt");
            river.rank = std::min(river.rank, static_cast<int>(feature.number("scalerank", 10)));
            for (auto& part : feature.parts()) river.parts.push_back(std::move(part));
        });
    if (!read) return read;
    auto document = nlohmann::json::array();
    for (const auto& [key, river] : rivers) {
        if (river.parts.empty()) continue;
        const GeoBox box = box_of(river.parts);
        const LonLat mouth = mouth_of(river.parts);
        document.push_back({{"name", river.name},
                            {"name_alt", river.other_names},
                            {"rank", river.rank},
                            {"lon", mouth.lon},
                            {"lat", mouth.lat},
                            {"west", box.west},
                            {"south", box.south},
                            {"east", box.east},
                            {"north", box.north}});
    }
    const std::string temporary = output + ".part";
    std::ofstream file(temporary, std::ios::trunc);
    file << document.dump(0, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
    file.close();
    if (!file) return fail("cannot write", temporary);
    if (std::rename(temporary.c_str(), output.c_str()) != 0) return fail("cannot rename", output);
    return {};
}

}  // namespace chronomap
