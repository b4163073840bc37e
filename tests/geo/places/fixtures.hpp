#pragma once

#include <filesystem>
#include <fstream>
#include <string>

#include <doctest/doctest.h>

#include "geo/places/extract_places.hpp"
#include "geo/places/gazetteer.hpp"
#include "geo/places/world_index_builder.hpp"
#include "geo/text/article_reader.hpp"

namespace chronomap::test {

/// A folder of its own for one test, removed at the end.
class Folder {
  public:
    Folder() {
        static int count = 0;
        path_ = std::filesystem::temp_directory_path() /
                ("chronomap-places-" + std::to_string(::getpid()) + "-" + std::to_string(++count));
        std::filesystem::create_directories(path_);
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    std::string write(const std::string& name, const std::string& content) const {
        std::ofstream(path_ / name) << content;
        return (path_ / name).string();
    }
    std::string path(const std::string& name) const { return (path_ / name).string(); }

  private:
    std::filesystem::path path_;
};

/// One line of cities500.json.
inline std::string city(int id, const std::string& name, double lat, double lon, const std::string& country,
                        int population, const std::string& admin1, const std::string& alternates = "\"\"") {
    const std::string key = std::to_string(id);
    return "\"" + key + "\":{\"geonameid\":" + key + ",\"name\":\"" + name + "\",\"latitude\":" + std::to_string(lat) +
           ",\"longitude\":" + std::to_string(lon) + ",\"countrycode\":\"" + country +
           "\",\"population\":" + std::to_string(population) + ",\"timezone\":\"\",\"admin1code\":\"" + admin1 +
           "\",\"alternatenames\":[" + alternates + "]}";
}

/// A little world: a few cities, countries and states. `more` are further lines of cities.
inline std::string build_small_world(const Folder& folder, const std::vector<std::string>& more = {}) {
    std::string further;
    for (const std::string& line : more) further += "," + line;
    const std::string cities = folder.write(
        "cities500.json",
        "{" + city(2988507, "Paris", 48.85, 2.35, "FR", 2138551, "11") + "," +
            city(4717560, "Paris", 33.66, -95.56, "US", 24782, "TX") + "," +
            city(4717561, "Mobile", 30.69, -88.04, "US", 180000, "AL") + "," +
            city(293397, "Tel Aviv", 32.08, 34.78, "IL", 432892, "05", "\"Tel Aviv-Yafo\",\"tel avibu\",\"TLV\"") +
            "," + city(4140963, "Washington", 38.9, -77.04, "US", 601723, "DC", "\"Washington, D.C.\"") + "," +
            city(1, "Baku", 40.38, 49.89, "AZ", 1116513, "09", "\"Bakı\",\"Баку\"") + "," +
            city(148619, "Ağdam", 39.99, 46.93, "AZ", 42587, "03", "\"Aghdam Town\"") + "," +
            city(7, "Reading", 51.45, -0.97, "GB", 244070, "ENG") + further + "}");
    const std::string countries =
        folder.write("countries.json",
                     R"({"AZ":{"geonameid":587116,"name":"Azerbaijan","capital":"Baku","population":9942334},
            "FR":{"geonameid":3017382,"name":"France","capital":"Paris","population":66987244},
            "GB":{"geonameid":2635167,"name":"United Kingdom","capital":"London","population":66488991},
            "IL":{"geonameid":294640,"name":"Israel","capital":"Jerusalem","population":8883800},
            "US":{"geonameid":6252001,"name":"United States","capital":"Washington","population":327167434}})");
    const std::string states = folder.write("us_states.json",
                                            R"({"TX":{"code":"TX","name":"Texas","fips":"48","geonameid":4736286},
                                                "AL":{"code":"AL","name":"Alabama","fips":"01","geonameid":4829764}})");
    const std::string provinces = folder.write(
        "provinces.json",
        R"({"countries":[{"iso_a2":"AZ","name":"Azerbaijan","lon":47.7,"lat":40.1,"west":44.8,"south":38.4,"east":50.4,"north":41.9}],
            "provinces":[{"country":"US","fips":"US48","name":"Texas","gn_name":"Texas","woe_name":"Texas","lon":-99,"lat":31,"west":-106.6,"south":25.8,"east":-93.5,"north":36.5},
                         {"country":"US","fips":"US01","name":"Alabama","gn_name":"Alabama","woe_name":"Alabama","lon":-87,"lat":32,"west":-88.5,"south":30.2,"east":-84.9,"north":35},
                         {"country":"AZ","fips":"AJ03","name":"Ağdam","gn_name":"Aghdam Rayon","woe_name":"Ağdam","lon":46.9,"lat":40.0,"west":46.6,"south":39.8,"east":47.2,"north":40.2}]})");
    const std::string names = folder.write("names.tsv",
                                           "# code kind names\n"
                                           "AZ\tname\tRepublic of Azerbaijan\n"
                                           "AZ\tdemonym\tAzerbaijani;Azerbaijanis\n"
                                           "US\tname\tUSA;U.S.;US\n"
                                           "US-TX\tabbreviation\tTex.\n");
    const std::string output = folder.path("world.gaz");
    const auto built = build_world_index({cities, countries, "", states, provinces, names}, output);
    REQUIRE_MESSAGE(built, built.error().text());
    return output;
}

/// Towns on a made-up plain, in Linked Places Format.
inline std::string write_small_gazetteer(const Folder& folder) {
    return folder.write("plain.lpf.json", R"({"type":"FeatureCollection","features":[
{"@id":"geonames:148619","properties":{"title":"Aghdam","ccodes":["AZ"],"fclasses":["P"],"feature_code":"PPLA","population":42587},
 "names":[{"toponym":"Aghdam","lang":"en"},{"toponym":"Ağdam","lang":"az","official":true},{"toponym":"Агдам","lang":"ru"}],
 "geometry":{"type":"Point","coordinates":[46.927,39.991]}},
{"@id":"geonames:146970","properties":{"title":"Khankendi","ccodes":["AZ"],"fclasses":["P"],"feature_code":"PPLA","population":55000},
 "names":[{"toponym":"Khankendi","lang":"en"},
          {"toponym":"Xankəndi","lang":"az","official":true,"when":{"timespans":[{"start":{"in":"1991-11-26"}}]}},
          {"toponym":"Stepanakert","lang":"hy-Latn"},
          {"toponym":"Ստեփանակերտ","lang":"hy"},
          {"toponym":"Степанакерт","lang":"ru","official":true,"when":{"timespans":[{"start":{"in":"1923"},"end":{"in":"1991-11-26"}}]}}],
 "geometry":{"type":"Point","coordinates":[46.752,39.816]}},
{"@id":"chronomap:karabakh","properties":{"title":"Karabakh","ccodes":["AZ"],"fclasses":["L"],"feature_code":"RGN","extent":"area"},
 "names":[{"toponym":"Karabakh","lang":"en"}],"bbox":[46,39,48,40.5],"geometry":{"type":"Point","coordinates":[46.75,39.8]}},
{"@id":"chronomap:road","properties":{"title":"Aghdam-Khankendi road","ccodes":["AZ"],"fclasses":["R"],"feature_code":"RD","extent":"line"},
 "names":[{"toponym":"Aghdam-Khankendi road","lang":"en"}],
 "geometry":{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[46.85,39.9]},
   {"type":"LineString","coordinates":[[46.752,39.816],[46.927,39.991]]}]}},
{"@id":"chronomap:soviet-union","properties":{"title":"Soviet Union","fclasses":["A"],"feature_code":"PCLH","extent":"area"},
 "when":{"timespans":[{"start":{"in":"1922-12-30"},"end":{"in":"1991-12-26"}}]},
 "names":[{"toponym":"Soviet Union","lang":"en"},{"toponym":"USSR","lang":"en","abbreviation":true}],
 "bbox":[20,35,180,80],"geometry":{"type":"Point","coordinates":[90,60]}}
]})");
}

inline std::string write_name_words(const Folder& folder) {
    return folder.write(
        "words.txt",
        "[common]\nreading\nmobile\n[given]\nhikmet\nwashington\n[family]\nirving\nwashington\n[person]\nlenin\n");
}

inline Gazetteer small_gazetteer(const Folder& folder, const std::vector<std::string>& user = {},
                                 const std::vector<std::string>& more_cities = {}) {
    auto gazetteer = Gazetteer::load(
        {build_small_world(folder, more_cities), {write_small_gazetteer(folder)}, user, write_name_words(folder)});
    REQUIRE_MESSAGE(gazetteer, gazetteer.error().text());
    return std::move(*gazetteer);
}

inline std::vector<PlaceMention> places_in(const Gazetteer& gazetteer, const std::string& text) {
    const auto article = article_from_bytes(text, "test.txt");
    REQUIRE(article);
    return extract_places(*article, tokenise(*article), gazetteer);
}

/// "text=id" of all that would be exported as places, in order.
inline std::vector<std::string> found(const Gazetteer& gazetteer, const std::string& text) {
    std::vector<std::string> out;
    for (const PlaceMention& mention : places_in(gazetteer, text)) {
        if (mention.kind == PlaceMentionKind::demonym || mention.kind == PlaceMentionKind::part_of_name) continue;
        out.push_back(std::string(mention.range.of(text)) + "=" + (mention.place ? mention.place->id : "?"));
    }
    return out;
}

using Names = std::vector<std::string>;

}  // namespace chronomap::test
