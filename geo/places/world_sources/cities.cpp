#include "geo/places/world_sources/world_build.hpp"

#include <fstream>
#include <unordered_set>

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include "geo/places/normalise.hpp"

namespace chronomap {
namespace {

using Json = nlohmann::json;

struct City {
    std::uint32_t id = 0;
    std::string name, country, admin1;
    double lat = 0, lon = 0;
    std::int64_t population = 0;
    std::vector<std::string> alternates;
};

/// Reads cities500.json city by city: the file is 80 MB and its tree would take a gigabyte.
template <class Take>
class CityReader : public nlohmann::json_sax<Json> {
  public:
    explicit CityReader(Take take) : take_(std::move(take)) {}
    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(std::int64_t value) override { return number(static_cast<double>(value)); }
    bool number_unsigned(std::uint64_t value) override { return number(static_cast<double>(value)); }
    bool number_float(double value, const std::string&) override { return number(value); }
    bool string(std::string& value) override {
        if (depth_ != 2) return true;
        if (in_array_) {
            if (key_ == "alternatenames" && !value.empty()) city_.alternates.push_back(value);
        } else if (key_ == "name") {
            city_.name = value;
        } else if (key_ == "countrycode") {
            city_.country = value;
        } else if (key_ == "admin1code") {
            city_.admin1 = value;
        }
        return true;
    }
    bool binary(binary_t&) override { return true; }
    bool start_object(std::size_t) override {
        if (++depth_ == 2) city_ = City{};
        return true;
    }
    bool end_object() override {
        if (depth_-- == 2 && city_.id != 0 && !city_.name.empty()) take_(city_);
        return true;
    }
    bool start_array(std::size_t) override {
        in_array_ = true;
        return true;
    }
    bool end_array() override {
        in_array_ = false;
        return true;
    }
    bool key(std::string& value) override {
        if (depth_ == 2) key_ = value;
        return true;
    }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& error) override {
        message = "byte " + std::to_string(position) + ": " + error.what();
        return false;
    }
    std::string message;

  private:
    bool number(double value) {
        if (depth_ != 2 || in_array_) return true;
        if (key_ == "geonameid") city_.id = static_cast<std::uint32_t>(value);
        if (key_ == "latitude") city_.lat = value;
        if (key_ == "longitude") city_.lon = value;
        if (key_ == "population") city_.population = static_cast<std::int64_t>(value);
        return true;
    }
    Take take_;
    City city_;
    std::string key_;
    int depth_ = 0;
    bool in_array_ = false;
};

/// Is an alternate name one that a text might use? GeoNames' lists are full of airport codes, lower-case
/// transliterations from other scripts and links.
bool is_useful_alternate(const std::string& name) {
    std::int32_t i = 0;
    const auto length = static_cast<std::int32_t>(name.size());
    int letters = 0, upper = 0;
    bool ascii = true, first = true, syllables = false;
    while (i < length) {
        UChar32 c;
        U8_NEXT(name.data(), i, length, c);
        if (c < 0 || c == ',' || c == '(' || c == '/' || c == ':' || u_isdigit(c)) return false;
        if (c >= 128) ascii = false;
        if (!u_isalpha(c)) continue;
        if (first && u_isULowercase(c) && !name.starts_with("al-") && !name.starts_with("ad-") &&
            !name.starts_with("el-"))
            return false;
        first = false;
        ++letters;
        if (u_isUUppercase(c)) ++upper;
        UErrorCode status = U_ZERO_ERROR;
        const UScriptCode script = uscript_getScript(c, &status);
        syllables = syllables || script == USCRIPT_HAN || script == USCRIPT_HANGUL || script == USCRIPT_KATAKANA ||
                    script == USCRIPT_HIRAGANA;
    }
    // Two signs of Chinese, Japanese or Korean are a usual name.
    if (letters < (syllables ? 2 : 3)) return false;
    return !(ascii && letters <= 4 && upper == letters);
}

}  // namespace

Result<void> add_cities(WorldBuild& build) {
    std::map<std::string, std::map<std::string, std::size_t>> capitals;  // country -> capital's key
    for (std::size_t i = 0; i < build.countries.size(); ++i)
        capitals[build.countries[i].first.country][name_key(build.countries[i].second)] = i;
    const auto take = [&](City& city) {
        Place place;
        place.id = "geonames:" + std::to_string(city.id);
        place.name = city.name;
        place.country = city.country;
        place.admin1 = city.admin1;
        place.location = {city.lon, city.lat};
        place.population = city.population;
        place.feature_code = "PPL";
        std::unordered_set<std::string> keys;
        if (const auto known = capitals.find(city.country); known != capitals.end()) {
            bool capital = known->second.count(name_key(city.name)) > 0;
            if (!capital && city.population > 100000)
                for (const std::string& name : city.alternates)
                    capital = capital || known->second.count(name_key(name)) > 0;
            if (capital && (city.population > 10000 || known->second.size() == 1)) {
                auto& best = build.best_capital[city.country];
                if (city.population >= best.population) {
                    if (build.without_outline.count(city.country))
                        build.countries[known->second.begin()->second].first.location = place.location;
                    best = {city.population, city.id};
                }
            }
        }
        build.cities.push_back({std::move(place), {}});
        for (std::string& name : city.alternates)
            if (name != city.name && is_useful_alternate(name)) build.cities.back().second.push_back(std::move(name));
    };
    CityReader reader(take);
    std::ifstream file(build.inputs.cities500);
    if (!file) return fail("cannot open", build.inputs.cities500, 0, "run third_party/setup.sh");
    if (!Json::sax_parse(file, &reader)) return fail("not JSON: " + reader.message, build.inputs.cities500);
    for (auto& [place, alternates] : build.cities) {
        if (const auto best = build.best_capital.find(place.country);
            best != build.best_capital.end() && place.id == "geonames:" + std::to_string(best->second.id))
            place.feature_code = "PPLC";
        const std::uint32_t index = build.writer.add_place(place);
        build.writer.add_name(index, place.name, true);
        if (const auto more = build.names.find(place.id); more != build.names.end())
            for (const std::string& name : more->second["name"]) build.writer.add_name(index, name, true);
        // "New York" is as good a name of New York City as the full one.
        for (const std::string& name : alternates) build.writer.add_name(index, name, place.name == name + " City");
    }
    return {};
}

}  // namespace chronomap
