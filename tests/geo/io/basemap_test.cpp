#include "geo/io/basemap.hpp"

#include <cmath>
#include <filesystem>
#include <fstream>
#include <set>

#include <doctest/doctest.h>

#include "geo/base/asset_paths.hpp"
#include "geo/io/basemap_writer.hpp"

namespace fs = std::filesystem;
using namespace chronomap;

namespace {

struct TemporaryFile {
    explicit TemporaryFile(const char* name) : path((fs::temp_directory_path() / name).string()) {}
    ~TemporaryFile() { fs::remove(path); }
    std::string path;
};

/// A ring of `count` points around (0, 0).
std::vector<LonLat> circle(double radius, int count) {
    std::vector<LonLat> ring;
    for (int i = 0; i < count; ++i)
        ring.push_back({radius * std::cos(i * 6.283185307 / count), radius * std::sin(i * 6.283185307 / count)});
    ring.push_back(ring.front());
    return ring;
}

bool inside(const Basemap& basemap, const BasemapFeature& feature, double lon, double lat) {
    bool odd = false;
    for (std::size_t p = 0; p < feature.part_count; ++p) {
        const auto ring = basemap.part(feature, p);
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            if ((ring[i].lat > lat) != (ring[j].lat > lat) &&
                lon < (ring[j].lon - ring[i].lon) * (lat - ring[i].lat) / (ring[j].lat - ring[i].lat) + ring[i].lon)
                odd = !odd;
        }
    }
    return odd;
}

bool in_layer(const Basemap& basemap, BasemapLayer layer, int level, double lon, double lat) {
    for (const BasemapFeature& feature : basemap.features(layer, level))
        if (feature.west <= lon && lon <= feature.east && feature.south <= lat && lat <= feature.north &&
            inside(basemap, feature, lon, lat))
            return true;
    return false;
}

}  // namespace

TEST_CASE("a pack gives back what was written, coarser from level to level") {
    BasemapContent content;
    content.sources = {"first source", "second source"};
    BasemapInput island;
    island.parts = {circle(1, 1000)};
    island.name = "Island";
    island.rank = 3;
    island.min_zoom = 2.5;
    content.layer(BasemapLayer::land).push_back(island);
    BasemapInput islet;
    islet.parts = {circle(0.01, 50)};
    content.layer(BasemapLayer::land).push_back(islet);
    BasemapInput town;
    town.parts = {{{46.5, 39.5}}};
    town.name = "Town";
    town.country = "AZ";
    town.place_id = "geonames:1";
    town.population = 1234;
    town.kind = 2;
    content.layer(BasemapLayer::places).push_back(town);

    const TemporaryFile file("chronomap-basemap-test.pack");
    REQUIRE(write_basemap(content, file.path));
    const auto opened = Basemap::open(file.path);
    REQUIRE(opened);
    const Basemap& basemap = **opened;

    CHECK(basemap.sources() == content.sources);
    const auto land = basemap.features(BasemapLayer::land, 0);
    REQUIRE(land.size() == 2);
    CHECK(basemap.part(land[0], 0).size() == 1001);
    CHECK(basemap.text(land[0].name) == "Island");
    CHECK(land[0].rank == 3);
    CHECK(land[0].min_zoom_x10 == 25);
    CHECK(land[0].west == doctest::Approx(-1));
    CHECK(land[0].north == doctest::Approx(1));

    std::size_t before = 1001;
    for (int level = 1; level < basemap.levels(); ++level) {
        const auto coarse = basemap.features(BasemapLayer::land, level);
        REQUIRE(!coarse.empty());
        const auto ring = basemap.part(coarse[0], 0);
        CHECK(ring.size() <= before);
        CHECK(ring.front().lon == ring.back().lon);
        CHECK(ring.front().lat == ring.back().lat);
        // No vertex lies off the circle, and the chords leave it by no more than the level's tolerance.
        for (std::size_t i = 1; i < ring.size(); ++i) {
            const double middle = std::hypot((ring[i].lon + ring[i - 1].lon) / 2, (ring[i].lat + ring[i - 1].lat) / 2);
            CHECK(1 - middle <= basemap.tolerance_degrees(level) * 1.01);
        }
        before = ring.size();
    }
    CHECK(before < 30);
    CHECK(basemap.features(BasemapLayer::land, basemap.levels() - 1).size() == 1);  // the islet is gone

    const auto towns = basemap.features(BasemapLayer::places, basemap.levels() - 1);
    REQUIRE(towns.size() == 1);
    CHECK(basemap.text(towns[0].country) == "AZ");
    CHECK(basemap.text(towns[0].place_id) == "geonames:1");
    CHECK(towns[0].population == 1234);
    CHECK(towns[0].kind == 2);
    CHECK(basemap.part(towns[0], 0)[0].lon == 46.5f);
}

TEST_CASE("lines that meet at their ends still meet at every level") {
    BasemapContent content;
    const auto wavy = [](double from, double to) {
        std::vector<LonLat> line;
        for (double lon = from; lon <= to + 1e-9; lon += 0.01) line.push_back({lon, 0.05 * std::sin(lon * 20)});
        return line;
    };
    for (const auto& part : {wavy(0, 1), wavy(1, 2)}) {
        BasemapInput line;
        line.parts = {part};
        content.layer(BasemapLayer::country_lines).push_back(line);
    }
    const TemporaryFile file("chronomap-basemap-lines-test.pack");
    REQUIRE(write_basemap(content, file.path));
    const auto basemap = Basemap::open(file.path);
    REQUIRE(basemap);
    for (int level = 0; level < (*basemap)->levels(); ++level) {
        const auto lines = (*basemap)->features(BasemapLayer::country_lines, level);
        REQUIRE(lines.size() == 2);
        const auto last = (*basemap)->part(lines[0], 0).back(), first = (*basemap)->part(lines[1], 0).front();
        CHECK(last.lon == doctest::Approx(first.lon));
        CHECK(last.lat == doctest::Approx(first.lat));
    }
}

TEST_CASE("a file that is no pack, or a pack cut short, is refused with its name") {
    const TemporaryFile file("chronomap-basemap-bad-test.pack");
    CHECK(!Basemap::open(file.path));
    std::ofstream(file.path) << "this is a text file, long enough to hold a header: " << std::string(200, '.');
    const auto text = Basemap::open(file.path);
    REQUIRE(!text);
    CHECK(text.error().file == file.path);

    BasemapContent content;
    BasemapInput island;
    island.parts = {circle(1, 1000)};
    content.layer(BasemapLayer::land).push_back(island);
    REQUIRE(write_basemap(content, file.path));
    CHECK(Basemap::open(file.path));
    fs::resize_file(file.path, fs::file_size(file.path) / 2);
    CHECK(!Basemap::open(file.path));
}

TEST_CASE("the program's basemap has seas and lakes as water, its towns' ids, and mended names") {
    const auto opened = Basemap::open(asset_path("basemap.pack"));
    REQUIRE(opened);
    const Basemap& basemap = **opened;
    for (const int level : {0, 3}) {
        CHECK(in_layer(basemap, BasemapLayer::lakes, level, 50.8, 41.0));    // Caspian Sea
        CHECK(in_layer(basemap, BasemapLayer::lakes, level, 45.33, 40.35));  // Lake Sevan
        CHECK(in_layer(basemap, BasemapLayer::lakes, level, 45.4, 37.6));    // Lake Urmia
        CHECK(in_layer(basemap, BasemapLayer::lakes, level, 43.0, 38.6));    // Lake Van
        CHECK(in_layer(basemap, BasemapLayer::land, level, 46.75, 39.82));   // Khankendi
        CHECK(!in_layer(basemap, BasemapLayer::land, level, 35.0, 43.5));    // Black Sea
        CHECK(!in_layer(basemap, BasemapLayer::lakes, level, 46.75, 39.82));
    }
    bool soviet_oblast = false, ceasefire_line = false, kura = false, damaged = false;
    std::set<std::string> found;
    for (const auto& line : basemap.features(BasemapLayer::disputed_lines, 0)) {
        soviet_oblast |= basemap.text(line.name) == "Former USSR oblast in 1991";
        ceasefire_line |= basemap.text(line.name) == "Ceasefire Line 1994";
        CHECK(line.kind == 1);
    }
    for (const auto& river : basemap.features(BasemapLayer::rivers, 0)) {
        kura |= basemap.text(river.name) == "Kura";
        damaged |= basemap.text(river.name).find('?') != std::string_view::npos;
    }
    for (const auto& town : basemap.features(BasemapLayer::places, 0)) {
        const auto name = basemap.text(town.name), id = basemap.text(town.place_id);
        if (id == "geonames:146970") CHECK(name == "Khankendi");
        if (id == "geonames:148619") CHECK(basemap.part(town, 0)[0].lon == doctest::Approx(46.927).epsilon(0.001));
        if (name == "Kapan") CHECK(basemap.text(town.country) == "AM");
        for (const char* wanted : {"Khankendi", "Aghdam", "Lachin", "Shusha", "Yerevan", "Baku"})
            if (name == wanted) found.insert(wanted);
    }
    CHECK(found.size() == 6);
    // Of these, each has its time: they are layers (assets/boundaries).
    CHECK(!soviet_oblast);
    CHECK(!ceasefire_line);
    CHECK(kura);
    CHECK(!damaged);
    CHECK(basemap.sources().size() >= 2);
}
