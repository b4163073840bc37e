#include "app/export/series_export.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

#include "app/export/atlas_export.hpp"
#include "app/export/date_series.hpp"
#include "app/export/scene_at.hpp"
#include "geo/base/atomic_file.hpp"
#include "render/furniture/credits.hpp"
#include "render/furniture/furniture_layout.hpp"
#include "render/scene/layer_marks.hpp"
#include "render/snapshot/video_file.hpp"
#include "render/vector/svg_canvas.hpp"

namespace chronomap {
namespace {

Scene scene_of_step(const MapSeries& series, std::size_t step) {
    return scene_at(series.scene, series.dates[step], series.mode);
}

/// The part of a whole that `part` of step `step` is.
double share_of(std::size_t step, double part, std::size_t steps) {
    return (static_cast<double>(step) + part) / static_cast<double>(steps);
}

/// Enough frames to know the colours of all.
constexpr std::size_t most_samples = 8;

/// All dates at once, where every kind of event is seen, and some frames of the series from its first to its last.
Result<std::vector<Image>> samples_of(PictureWriter& pictures, const MapSeries& series) {
    std::vector<Scene> scenes{scene_at(series.scene, std::nullopt, series.mode)};
    const std::size_t last = series.dates.size() - 1, count = std::min(most_samples, series.dates.size());
    for (std::size_t i = 0; i < count; ++i)
        scenes.push_back(scene_of_step(series, count == 1 ? 0 : last * i / (count - 1)));
    std::vector<Image> samples;
    for (const Scene& scene : scenes) {
        auto image = pictures.render(scene, series.view);
        if (!image) return tl::unexpected(image.error());
        samples.push_back(std::move(*image));
    }
    return samples;
}

/// The sources of all that the pictures show.
std::string sources_of(const MapSeries& series) {
    std::string sources;
    for (std::size_t step = 0; step < series.dates.size(); ++step)
        sources = merged_credits(sources, map_sources(scene_of_step(series, step), series.view));
    return sources;
}

/// A page that shows the pictures one below the other, with links to each.
std::string index_page(const MapSeries& series, const std::vector<std::string>& pictures) {
    const std::string title =
        xml_escaped(series.scene.furniture.title.empty() ? std::string("Map series") : series.scene.furniture.title);
    std::string links, figures;
    std::set<EventIndex> shown;  // in any picture
    for (std::size_t step = 0; step < pictures.size(); ++step) {
        const Scene scene = scene_of_step(series, step);
        const std::string caption = xml_escaped(scene.furniture.date_caption);
        const std::string file = xml_escaped(std::filesystem::path(pictures[step]).filename().string());
        const std::string id = "d" + std::to_string(step + 1);
        links += "    <li><a href=\"#" + id + "\">" + xml_escaped(atlas_entry(scene)) + "</a></li>\n";
        for (const EventIndex event : scene.events->meeting(scene.time.effective())) shown.insert(event);
        figures += "  <figure id=\"" + id + "\">\n    <a href=\"" + file + "\"><img src=\"" + file + "\" alt=\"" +
                   title + ", " + caption + "\" loading=\"lazy\"></a>\n    <figcaption>" + caption +
                   "</figcaption>\n  </figure>\n";
    }
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n  <meta charset=\"utf-8\">\n"
           "  <meta name=\"viewport\" content=\"width=device-width\">\n  <title>" +
           title +
           "</title>\n  <style>\n    body { font: 16px/1.5 serif; max-width: 75rem; margin: 2rem auto; padding: 0 "
           "1rem; }\n"
           "    img { width: 100%; height: auto; border: 1px solid #ccc; }\n    figure { margin: 2rem 0; }\n"
           "  </style>\n</head>\n<body>\n  <h1>" +
           title + "</h1>\n  <ol>\n" + links + "  </ol>\n  <p>" +
           xml_escaped(count_text(*series.scene.events, shown.size())) + "</p>\n" + figures + "  <p>" +
           xml_escaped(sources_of(series)) + "</p>\n</body>\n</html>\n";
}

}  // namespace

Result<std::vector<std::string>> write_picture_series(PictureWriter& pictures, const MapSeries& series,
                                                      const std::string& path, const PictureOptions& options,
                                                      const Progress& progress) {
    const bool numbered = is_numbered(path);
    std::vector<std::string> written;
    for (std::size_t step = 0; step < series.dates.size(); ++step) {
        const std::string picture =
            numbered ? path_for_number(path, step + 1) : path_for_date(path, series.dates[step]);
        const Progress part = [&](double share) { return go_on(progress, share_of(step, share, series.dates.size())); };
        if (!go_on(part, 0)) return fail(cancelled, path);
        const Scene scene = scene_of_step(series, step);
        PictureOptions described = options;
        described.document = json_from(view_document_from(series.made_from, scene, series.view), picture);
        if (auto done = pictures.write(scene, series.view, picture, described, part); !done)
            return tl::unexpected(done.error());
        written.push_back(picture);
    }
    if (!numbered) {
        const std::string index = std::filesystem::path(path).replace_extension(".html").string();
        if (auto done = write_file_atomically(index, index_page(series, written)); !done)
            return tl::unexpected(done.error());
        written.push_back(index);
    }
    go_on(progress, 1);
    return written;
}

Result<void> write_film(PictureWriter& pictures, const MapSeries& series, const std::string& path,
                        double frames_per_second, const Progress& progress) {
    const auto format = video_format_from(path);
    if (!format) return fail("this is no moving picture", path, 0, "write .gif, .apng, .webp, .mp4 or .webm");
    const Furniture& words = series.scene.furniture;
    Scene first = scene_of_step(series, 0);
    VideoOptions options{frames_per_second, words.title, sources_of(series),
                         json_from(view_document_from(series.made_from, first, series.view), path), {}};
    if (*format == VideoFormat::gif) {
        auto samples = samples_of(pictures, series);
        if (!samples) return tl::unexpected(samples.error());
        options.samples = std::move(*samples);
    }
    auto film = VideoFile::create(path, *format, series.view.width_px, series.view.height_px, options);
    if (!film) return tl::unexpected(film.error());
    for (std::size_t step = 0; step < series.dates.size(); ++step) {
        if (!go_on(progress, share_of(step, 0, series.dates.size()))) return fail(cancelled, path);
        auto frame = pictures.render(scene_of_step(series, step), series.view);
        if (!frame) return tl::unexpected(frame.error());
        if (auto added = film->add_frame(std::move(*frame)); !added) return added;
    }
    if (auto finished = film->finish(); !finished) return finished;
    go_on(progress, 1);
    return {};
}

}  // namespace chronomap
