#include "app/export/export_job.hpp"

#include "app/export/atlas_export.hpp"
#include "app/export/comparison_export.hpp"
#include "app/export/series_export.hpp"
#include "app/export/story_export.hpp"
#include "render/furniture/story_sheet.hpp"
#include "render/scene/ground.hpp"
#include "render/snapshot/video_file.hpp"

namespace chronomap {
namespace {

Result<std::vector<std::string>> write_series(PictureWriter& pictures, const ExportedMap& map,
                                              const ExportRequest& request, const PictureOptions& options,
                                              const ViewDocument& made_from, const Progress& progress) {
    auto dates = dates_of(request, map);
    if (!dates) return tl::unexpected(dates.error());
    const MapSeries series{map.scene, map.view, map.mode, std::move(*dates), made_from};
    Result<void> written;
    if (kind_of(request) == ExportKind::film) {
        written = write_film(pictures, series, request.path, frame_rate(request), progress);
    } else if (picture_format_from(request.path) == PictureFormat::pdf) {
        written = write_atlas(series, request.path, options, progress);
    } else {
        return write_picture_series(pictures, series, request.path, options, progress);
    }
    if (!written) return tl::unexpected(written.error());
    return std::vector<std::string>{request.path};
}

/// True for formats in which a story is filmed.
bool is_story_film(const std::string& path) {
    const auto film = video_format_from(path);
    return film && needs_even_sides(*film);
}

bool is_pdf(const std::string& path) {
    const auto format = picture_format_from(path);
    return format && *format == PictureFormat::pdf;
}

Result<void> write_story(PictureWriter& pictures, const ExportedMap& map, const ExportRequest& request,
                         const PictureOptions& options, const Progress& progress) {
    if (map.story.steps.empty())
        return fail("the story has no steps", request.path, 0, "story.add makes one of what is on the screen");
    const std::string& title = map.story.title.empty() ? map.scene.furniture.title : map.story.title;
    StoryTelling telling{map.story, title, map.scene, map.view};
    if (is_pdf(request.path)) return write_handout(telling, request.path, options, progress);
    telling.view.pixel_ratio = presentation_ratio(map.view.width_px, map.view.height_px);
    return write_story_film(pictures, telling, request.path, request.frames_per_second, options, progress);
}

}  // namespace

ExportKind kind_of(const ExportRequest& request) {
    if (request.story) return ExportKind::story;
    if (request.compared) return ExportKind::comparison;
    const bool film = video_format_from(request.path).has_value();
    if (film && (request.each || !picture_format_from(request.path))) return ExportKind::film;
    return request.each ? ExportKind::series : ExportKind::picture;
}

double frame_rate(const ExportRequest& request) {
    if (request.frames_per_second > 0) return request.frames_per_second;
    return request.series.unit ? 4 : 1;  // stops want to be read
}

Result<void> check_export(const ExportRequest& request) {
    const std::string& path = request.path;
    const auto picture = picture_format_from(path);
    const ExportKind kind = kind_of(request);
    if (kind == ExportKind::story) {
        if (request.each || request.compared || request.world_file || request.quality > 0)
            return fail("a story has its own dates and pages", path, 0, "leave out the series, dates and quality");
        if (is_pdf(path) || is_story_film(path)) return {};
        return fail("a story is written as a handout or a film", path, 0,
                    "write a name that ends in .pdf, .mp4 or .webm");
    }
    if (!picture && kind != ExportKind::film) return tl::unexpected(picture.error());
    if (kind == ExportKind::comparison) {
        if (request.world_file)
            return fail("a sheet with two maps has no one place in the world", path, 0, "leave out the world file");
        if (*picture == PictureFormat::geotiff)
            return fail("two dates are compared in one still picture", path, 0,
                        "write a name that ends in .png, .jpg, .webp, .svg or .pdf");
    }
    const bool moves = kind == ExportKind::film;
    if (request.world_file && (moves || is_vector(*picture)))
        return fail("a world file is for pictures of pixels", path, 0,
                    "write .png, .jpg, .webp or .tif, or leave out the world file");
    if (request.quality > 0 && (moves || (*picture != PictureFormat::jpeg && *picture != PictureFormat::webp)))
        return fail("a quality is for JPEG and WebP", path, 0, "write .jpg or .webp, or leave out the quality");
    const bool bounded = !request.series.from.empty() || !request.series.to.empty();
    if (bounded && kind != ExportKind::series && !moves)
        return fail("first and last dates are for a series", {}, 0, "ask for each year or each stop");
    return {};
}

PictureSize usual_story_size(const std::string& path) {
    if (is_pdf(path)) return {210, 297, PictureSize::Unit::millimetres};
    return {1920, 1080, PictureSize::Unit::pixels};
}

PixelSize fitting_size(const ExportRequest& request, PixelSize size) {
    const auto film = video_format_from(request.path);
    const ExportKind kind = kind_of(request);
    if ((kind == ExportKind::film || kind == ExportKind::story) && film && needs_even_sides(*film))
        return {size.width / 2 * 2, size.height / 2 * 2};
    return size;
}

Result<std::vector<EdtfDate>> dates_of(const ExportRequest& request, const ExportedMap& map) {
    return dates_of(request.series, map.spans);
}

Result<std::vector<std::string>> write_export(PictureWriter& pictures, const ExportedMap& map,
                                              const ExportRequest& request, const Progress& progress) {
    ViewDocument made_from = map.made_from;
    made_from.dpi = request.dpi;
    made_from.leave_out_paths = request.leave_out_paths;
    if (request.compared) made_from.compared = {(*request.compared)[0], (*request.compared)[1]};
    PictureOptions options;
    options.document = json_from(view_document_from(made_from, map.scene, map.view), request.path);
    options.dpi = request.dpi;
    options.quality = request.quality;
    options.world_file = request.world_file;
    const ExportKind kind = kind_of(request);
    if (kind == ExportKind::series || kind == ExportKind::film)
        return write_series(pictures, map, request, options, made_from, progress);
    Result<void> written;
    if (kind == ExportKind::story) {
        written = write_story(pictures, map, request, options, progress);
    } else if (kind == ExportKind::comparison) {
        const View& view = map.view;
        written = write_comparison(pictures, map.scene, map.mode, *request.compared,
                                   {view.width_px, view.height_px, view.pixel_ratio, map.extent, map.crs}, request.path,
                                   options, progress);
    } else {
        // Relief and rasters are read while the renderer starts.
        if (map.scene.ground) map.scene.ground->begin(map.scene, map.view);
        written = pictures.write(map.scene, map.view, request.path, options, progress);
    }
    if (!written) return tl::unexpected(written.error());
    return std::vector<std::string>{request.path};
}

}  // namespace chronomap
