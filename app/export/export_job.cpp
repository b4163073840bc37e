#include "app/export/export_job.hpp"

#include "app/export/atlas_export.hpp"
#include "app/export/comparison_export.hpp"
#include "app/export/series_export.hpp"
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

}  // namespace

ExportKind kind_of(const ExportRequest& request) {
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

PixelSize fitting_size(const ExportRequest& request, PixelSize size) {
    const auto film = video_format_from(request.path);
    if (kind_of(request) == ExportKind::film && film && needs_even_sides(*film))
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
    if (kind == ExportKind::comparison) {
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
