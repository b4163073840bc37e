#include "geo/io/province_export.hpp"

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include "test_paths.hpp"

namespace {

double degrees(const nlohmann::json& province, double lon, double lat) {
    return std::hypot(province["lon"].get<double>() - lon, province["lat"].get<double>() - lat);
}

}  // namespace

TEST_CASE("no province near Lachin is called Lankaran, and none at Khojaly Stepanakert") {
    const auto output = std::filesystem::temp_directory_path() / "chronomap-provinces-test.json";
    const auto done = chronomap::export_provinces(
        CHRONOMAP_WORLD_MAP, CHRONOMAP_SOURCE_DIR "/third_party/recipes/corrections.json", output.string());
    REQUIRE(done);
    std::ifstream file(output);
    const auto document = nlohmann::json::parse(file);
    file.close();
    std::filesystem::remove(output);
    CHECK(document["countries"].size() > 200);
    CHECK(document["provinces"].size() > 4000);
    bool lachin = false, lankaran = false, khojaly = false, khankendi = false;
    for (const auto& province : document["provinces"]) {
        if (province["country"] != "AZ") continue;
        const std::string name = province["name"], geonames_name = province["gn_name"];
        if (name == "Lankaran") {
            CHECK(degrees(province, 46.55, 39.64) > 1);
            lankaran |= degrees(province, 48.8, 38.75) < 0.3;
        }
        lachin |= name == "Laçın" && degrees(province, 46.55, 39.64) < 0.4;
        khojaly |= name == "Xocalı" && geonames_name == "Khojaly Rayon" && degrees(province, 46.79, 39.91) < 0.2;
        khankendi |=
            name == "Xankəndi" && geonames_name == "Khankendi City" && degrees(province, 46.753, 39.818) < 0.05;
        if (name == "Stepanakert") CHECK(degrees(province, 46.79, 39.91) > 0.05);
    }
    CHECK(lachin);
    CHECK(lankaran);
    CHECK(khojaly);
    CHECK(khankendi);
}
