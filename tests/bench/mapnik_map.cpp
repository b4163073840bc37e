// Draws a map with Mapnik's C++ renderer, for comparison; built by tests/bench/run with `mapnik-config`.
// usage: mapnik_map STYLE.xml OUT.png WxH WEST,SOUTH,EAST,NORTH [FRAMES]     (the box in the map's own coordinates)
// With FRAMES it renders that many times in one process and prints the mean milliseconds of a frame.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <mapnik/agg_renderer.hpp>
#include <mapnik/datasource_cache.hpp>
#include <mapnik/font_engine_freetype.hpp>
#include <mapnik/image.hpp>
#include <mapnik/image_util.hpp>
#include <mapnik/load_map.hpp>
#include <mapnik/map.hpp>

int main(int argc, char** argv) {
    if (argc < 5) return 2;
    int width = 0, height = 0;
    double west = 0, south = 0, east = 0, north = 0;
    if (std::sscanf(argv[3], "%dx%d", &width, &height) != 2 ||
        std::sscanf(argv[4], "%lf,%lf,%lf,%lf", &west, &south, &east, &north) != 4)
        return 2;
    const int frames = argc > 5 ? std::atoi(argv[5]) : 0;
    mapnik::datasource_cache::instance().register_datasources(MAPNIK_PLUGINS);
    mapnik::freetype_engine::register_fonts("/usr/share/fonts/truetype", true);
    mapnik::Map map(width, height);
    mapnik::load_map(map, argv[1]);
    map.zoom_to_box({west, south, east, north});
    mapnik::image_rgba8 image(width, height);
    const auto draw = [&] {
        mapnik::agg_renderer<mapnik::image_rgba8> renderer(map, image);
        renderer.apply();
    };
    draw();
    mapnik::save_to_file(image, argv[2], "png:z=1");
    if (frames > 0) {
        const auto begin = std::chrono::steady_clock::now();
        for (int frame = 0; frame < frames; ++frame) draw();
        const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - begin;
        std::printf("%.2f\n", taken.count() / frames);
    }
    return 0;
}
