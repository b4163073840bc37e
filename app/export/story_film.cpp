#include <algorithm>
#include <cmath>

#include "app/export/story_export.hpp"
#include "app/state/story_telling.hpp"
#include "app/state/view_path.hpp"
#include "app/story/told_step.hpp"
#include "render/furniture/credits.hpp"
#include "render/furniture/page.hpp"
#include "render/furniture/story_sheet.hpp"
#include "render/scene/camera.hpp"
#include "render/scene/layer_marks.hpp"
#include "render/snapshot/video_file.hpp"

namespace chronomap {
namespace {

constexpr double usual_rate = 25;
constexpr double blend_s = 0.4;  // one step's words and marks become the next one's
constexpr double least_flight_s = 0.8, most_flight_s = 3;

/// A step ready to be drawn.
struct FilmStep {
    Image sheet;  ///< without the map
    PixelBox map;
    Scene scene;
    View view;
    double held_s = 0;
};

void paste(Image& sheet, const Image& map, const PixelBox& box) {
    const auto left = static_cast<std::size_t>(box.left), top = static_cast<std::size_t>(box.top);
    for (int y = 0; y < map.height; ++y)
        std::copy_n(map.rgba.data() + static_cast<std::size_t>(y) * map.width * 4,
                    static_cast<std::size_t>(map.width) * 4,
                    sheet.rgba.data() + ((top + y) * static_cast<std::size_t>(sheet.width) + left) * 4);
}

/// `share` of `b` over `a`.
Image blended(const Image& a, const Image& b, double share) {
    Image image = b;
    const auto weight = static_cast<int>(std::lround(share * 256));
    for (std::size_t i = 0; i < image.rgba.size(); ++i)
        image.rgba[i] = static_cast<std::uint8_t>((a.rgba[i] * (256 - weight) + b.rgba[i] * weight) >> 8);
    return image;
}

class Filming {
  public:
    Filming(PictureWriter& pictures, const StoryTelling& telling, FontSet& fonts)
        : pictures_(pictures), telling_(telling), fonts_(fonts) {}

    Result<FilmStep> prepare(std::size_t index) {
        const StoryStep& step = telling_.story.steps[index];
        const StoryPage words = page_of_step(telling_.story, telling_.title, index, telling_.scene);
        FilmStep out;
        out.scene = scene_of_step(telling_.scene, step);
        out.held_s = seconds_to_read(words);
        MapPage page;
        page.sheet = telling_.view;
        page.style = style_at(out.scene.style ? out.scene.style : default_style(), web_zoom(telling_.view));
        page.paper = page.style->panel.fill;
        page.paper.a = 1;
        StorySheet sheet =
            lay_out_story_sheet(words, {telling_.view.width_px, telling_.view.height_px,
                                        static_cast<float>(telling_.view.pixel_ratio), *page.style, fonts_});
        page.around = std::move(sheet.around);
        out.map = sheet.map;
        View view = telling_.view;
        view.width_px = static_cast<int>(out.map.right - out.map.left);
        view.height_px = static_cast<int>(out.map.bottom - out.map.top);
        const auto shown = view_of_step(step, *telling_.scene.events, view);
        if (!shown) return tl::unexpected(shown.error());
        out.view = *shown;
        auto drawn = pictures_.render(page);
        if (!drawn) return tl::unexpected(drawn.error());
        out.sheet = std::move(*drawn);
        return out;
    }

    Result<Image> frame(const FilmStep& step, const View& view) {
        auto map = pictures_.render(step.scene, view);
        if (!map) return map;
        Image frame = step.sheet;
        paste(frame, *map, step.map);
        return frame;
    }

  private:
    PictureWriter& pictures_;
    const StoryTelling& telling_;
    FontSet& fonts_;
};

std::size_t frames_in(double seconds, double rate) {
    return static_cast<std::size_t>(std::max(1.0, std::round(seconds * rate)));
}

}  // namespace

Result<void> write_story_film(PictureWriter& pictures, const StoryTelling& telling, const std::string& path,
                              double frames_per_second, const PictureOptions& options, const Progress& progress) {
    const auto format = video_format_from(path);
    if (!format || !needs_even_sides(*format))
        return fail("a story is filmed as .mp4 or .webm", path, 0, "or write a handout: .pdf");
    const double rate = frames_per_second > 0 ? frames_per_second : usual_rate;
    const auto fonts = FontSet::open();
    if (!fonts) return tl::unexpected(fonts.error());
    Filming filming(pictures, telling, **fonts);
    std::vector<FilmStep> steps;
    std::string sources;
    for (std::size_t i = 0; i < telling.story.steps.size(); ++i) {
        auto step = filming.prepare(i);
        if (!step) return tl::unexpected(step.error());
        sources = merged_credits(sources, map_sources(step->scene, step->view));
        steps.push_back(std::move(*step));
    }
    auto film = VideoFile::create(path, *format, telling.view.width_px, telling.view.height_px,
                                  {rate, telling.title, sources, options.document, {}});
    if (!film) return tl::unexpected(film.error());
    // Told by what takes long: drawing flights, not holding still.
    const auto share = [&](std::size_t step, double part) {
        return (static_cast<double>(step) + part) / static_cast<double>(steps.size());
    };
    std::optional<Image> held;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (!go_on(progress, share(i, 0))) return fail(cancelled, path);
        const View& to = steps[i].view;
        if (held) {
            const View& from = steps[i - 1].view;
            const bool flies = from.crs == to.crs;
            const double flight_s =
                flies ? std::clamp(flight_seconds(from, to), least_flight_s, most_flight_s) : blend_s;
            const std::size_t frames = frames_in(flight_s, rate);
            for (std::size_t k = 1; k <= frames; ++k) {
                const double part = static_cast<double>(k) / static_cast<double>(frames);
                if (!go_on(progress, share(i, part * 0.7))) return fail(cancelled, path);
                auto frame = filming.frame(steps[i], flies ? view_between(from, to, eased(part)) : to);
                if (!frame) return tl::unexpected(frame.error());
                const double seen = static_cast<double>(k) / rate / blend_s;
                if (auto added = film->add_frame(seen < 1 ? blended(*held, *frame, seen) : std::move(*frame)); !added)
                    return added;
            }
        }
        auto still = filming.frame(steps[i], to);
        if (!still) return tl::unexpected(still.error());
        const std::size_t frames = frames_in(steps[i].held_s, rate);
        for (std::size_t k = 0; k < frames; ++k) {
            if (!go_on(progress, share(i, 0.7 + 0.3 * static_cast<double>(k) / static_cast<double>(frames))))
                return fail(cancelled, path);
            if (auto added = film->add_frame(*still); !added) return added;
        }
        held = std::move(*still);
    }
    if (auto finished = film->finish(); !finished) return finished;
    go_on(progress, 1);
    return {};
}

}  // namespace chronomap
