#include "render/snapshot/video_file.hpp"

#include <dlfcn.h>

#include <algorithm>
#include <cctype>
#include <filesystem>

#include "geo/base/asset_paths.hpp"
#include "render/snapshot/film_encoder.hpp"
#include "render/snapshot/xmp.hpp"

namespace chronomap {
namespace {

/// Loads the module at the first call; it stays for the program's life. Null: it is not there or does not fit.
OpenFilm* open_film() {
    static OpenFilm* const function = [] {
        void* module = dlopen(module_path("chronomap_film.so").c_str(), RTLD_NOW | RTLD_LOCAL);
        return module ? reinterpret_cast<OpenFilm*>(dlsym(module, "chronomap_open_film")) : nullptr;
    }();
    return function;
}

}  // namespace

std::optional<VideoFormat> video_format_from(const std::string& path) {
    std::string extension = std::filesystem::path(path).extension().string();
    std::ranges::transform(extension, extension.begin(), [](unsigned char c) { return std::tolower(c); });
    if (extension == ".gif") return VideoFormat::gif;
    if (extension == ".apng") return VideoFormat::apng;
    if (extension == ".webp") return VideoFormat::webp;
    if (extension == ".mp4") return VideoFormat::mp4;
    if (extension == ".webm") return VideoFormat::webm;
    return std::nullopt;
}

bool needs_even_sides(VideoFormat format) {
    return format == VideoFormat::mp4 || format == VideoFormat::webm;
}

struct VideoFile::Impl {
    std::unique_ptr<FilmEncoder> encoder;
};

VideoFile::VideoFile(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
VideoFile::VideoFile(VideoFile&&) noexcept = default;
VideoFile& VideoFile::operator=(VideoFile&&) noexcept = default;
VideoFile::~VideoFile() = default;

Result<VideoFile> VideoFile::create(const std::string& path, VideoFormat format, int width, int height,
                                    const VideoOptions& options) {
    if (width < 1 || height < 1) return fail("a film of no size cannot be written", path);
    if (needs_even_sides(format) && (width % 2 != 0 || height % 2 != 0))
        return fail("MP4 and WebM need even sides", path, 0, "choose another size, or write .gif, .apng or .webp");
    OpenFilm* open = open_film();
    if (!open)
        return fail("films cannot be written: " + module_path("chronomap_film.so") + " cannot be loaded", path, 0,
                    "build the target chronomap_film, or install the program again");
    Result<std::unique_ptr<FilmEncoder>> film = nullptr;
    const std::string xmp =
        options.document.empty() ? std::string() : xmp_packet({0, 0, options.title, options.comment, options.document});
    open(path, format, width, height, options, xmp, film);
    if (!film) return tl::unexpected(film.error());
    return VideoFile(std::make_unique<Impl>(Impl{std::move(*film)}));
}

Result<void> VideoFile::add_frame(Image frame) {
    return impl_->encoder->add_frame(std::move(frame));
}

Result<void> VideoFile::finish() {
    return impl_->encoder->finish();
}

}  // namespace chronomap
