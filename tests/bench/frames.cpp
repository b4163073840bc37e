// Times frames of a year series in one process, as the window and films draw them: what a step of the slider costs, and
// what a frame of a moving map costs. Prints JSON. usage: chronomap_frames INPUT... [map options] [--years FROM,TO]
// [--repeat N]
#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cstdio>

#include "app/cli/map_request.hpp"
#include "app/cli/messages.hpp"
#include "app/export/scene_at.hpp"
#include "render/gl/gl_objects.hpp"
#include "render/gl/offscreen_context.hpp"
#include "render/map_renderer.hpp"
#include "render/scene/camera.hpp"

using namespace chronomap;

namespace {

double seconds_now() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// Draws one frame, waits until the driver has done it, and gives the milliseconds it took.
double frame_ms(MapRenderer& renderer, const RenderTarget& target, const Scene& scene, const View& view) {
    const double begin = seconds_now();
    renderer.render(scene, view, target.framebuffer());
    finish_drawing();
    return 1000 * (seconds_now() - begin);
}

void report(const char* name, std::vector<double> frames, const char* end) {
    std::ranges::sort(frames);
    double sum = 0;
    for (const double ms : frames) sum += ms;
    std::printf("  \"%s\": {\"frames\": %zu, \"mean_ms\": %.2f, \"median_ms\": %.2f, \"most_ms\": %.2f}%s\n", name,
                frames.size(), sum / static_cast<double>(frames.size()), frames[frames.size() / 2], frames.back(), end);
}

Result<void> run(const MapRequest& request, int first_year, int last_year, int repeat) {
    auto context = OffscreenContext::create();
    if (!context) return tl::unexpected(context.error());
    if (const auto current = context->make_current(); !current) return current;
    auto renderer = MapRenderer::create();
    if (!renderer) return tl::unexpected(renderer.error());
    const auto map = prepare_map(request);
    if (!map) return tl::unexpected(map.error());
    auto target = RenderTarget::create(map->view.width_px, map->view.height_px);
    if (!target) return tl::unexpected(target.error());

    std::vector<double> years, pans;
    frame_ms(**renderer, *target, map->scene, map->view);
    for (int step = 0; step < repeat * (last_year - first_year + 1); ++step) {
        // A frame that is repeated is told another title, so that its writing is made anew as for another year.
        const int year = first_year + step / repeat;
        const auto date = parse_date_as_typed(std::to_string(year));
        if (!date) continue;
        Scene scene = scene_at(map->scene, *date, TimeMode::instant);
        if (repeat > 1) scene.furniture.title = std::to_string(step);
        years.push_back(frame_ms(**renderer, *target, scene, map->view));
    }
    View view = map->view;
    for (int step = 0; step < 60; ++step) {
        view = panned(view, step < 30 ? 9 : -9, step % 20 < 10 ? 5 : -5);
        pans.push_back(frame_ms(**renderer, *target, map->scene, view));
    }
    std::printf("{\n");
    report("year series", years, ",");
    report("panning", pans, "");
    std::printf("}\n");
    renderer->reset();
    return {};
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App program{"times frames of the map"};
    MapRequest request;
    request.size = "1280x720";
    std::vector<int> years{1923, 2023};
    int repeat = 1;
    add_map_options(program, request);
    program.add_option("--years", years, "first and last year of the series")->delimiter(',')->expected(2);
    program.add_option("--repeat", repeat, "frames of each year")->check(CLI::Range(1, 10000));
    CLI11_PARSE(program, argc, argv);
    if (const auto ran = run(request, years[0], years[1], repeat); !ran) {
        print_error(ran.error());
        return exit_some_failed;
    }
    return exit_done;
}
