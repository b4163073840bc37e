#include "render/snapshot/webp_file.hpp"

#include <webp/encode.h>
#include <webp/mux.h>

#include <vector>

#include "geo/base/atomic_file.hpp"
#include "render/snapshot/xmp.hpp"

namespace chronomap {
namespace {

/// Of 0 to 9: maps pack well already at the quick end.
constexpr int lossless_effort = 2;

struct FreeMux {
    void operator()(WebPMux* mux) const { WebPMuxDelete(mux); }
};

/// Asked by libwebp as it packs, on the thread that called it. 0: stop.
int ask(int percent, const WebPPicture* picture) {
    return go_on(*static_cast<const Progress*>(picture->user_data), percent / 100.0) ? 1 : 0;
}

class WebpFile : public PictureSink {
  public:
    WebpFile(AtomicFile to, std::string path, int width, int height, PictureDetails details)
        : file_(std::move(to)), path_(std::move(path)), width_(width), height_(height), details_(std::move(details)) {}

    Result<void> add_rows(std::span<const std::uint8_t> rgba) override {
        const std::size_t row_bytes = static_cast<std::size_t>(width_) * 4;
        if (rgba.size() % row_bytes != 0 || rgba_.size() + rgba.size() > row_bytes * static_cast<std::size_t>(height_))
            return fail("these are not the rows of this image", path_);
        rgba_.insert(rgba_.end(), rgba.begin(), rgba.end());
        return {};
    }
    Result<void> finish() override;

  private:
    AtomicFile file_;
    std::string path_;
    int width_, height_;
    PictureDetails details_;
    std::vector<std::uint8_t> rgba_;
};

Result<void> WebpFile::finish() {
    if (rgba_.size() != static_cast<std::size_t>(width_) * 4 * static_cast<std::size_t>(height_))
        return fail("rows of this image are missing", path_);
    WebPConfig config;
    WebPPicture picture;
    if (!WebPConfigInit(&config) || !WebPPictureInit(&picture)) return fail("libwebp does not start", path_);
    if (details_.quality > 0)
        config.quality = static_cast<float>(details_.quality);
    else
        WebPConfigLosslessPreset(&config, lossless_effort);
    config.thread_level = 1;
    picture.use_argb = details_.quality > 0 ? 0 : 1;
    picture.width = width_;
    picture.height = height_;
    WebPMemoryWriter packed;
    WebPMemoryWriterInit(&packed);
    picture.writer = WebPMemoryWrite;
    picture.custom_ptr = &packed;
    picture.progress_hook = ask;
    picture.user_data = &details_.packing;
    const bool imported = WebPPictureImportRGBX(&picture, rgba_.data(), width_ * 4);
    rgba_ = {};  // libwebp has its own copy, and needs several more while it packs
    const bool encoded = imported && WebPEncode(&config, &picture);
    const bool stopped = picture.error_code == VP8_ENC_ERROR_USER_ABORT;
    WebPPictureFree(&picture);

    std::string bytes;
    if (encoded) {
        const std::unique_ptr<WebPMux, FreeMux> mux(WebPMuxNew());
        const std::string packet = xmp_packet(details_);
        const WebPData image{packed.mem, packed.size};
        const WebPData xmp{reinterpret_cast<const std::uint8_t*>(packet.data()), packet.size()};
        WebPData whole{nullptr, 0};
        if (mux && WebPMuxSetImage(mux.get(), &image, 0) == WEBP_MUX_OK &&
            WebPMuxSetChunk(mux.get(), "XMP ", &xmp, 0) == WEBP_MUX_OK &&
            WebPMuxAssemble(mux.get(), &whole) == WEBP_MUX_OK)
            bytes.assign(reinterpret_cast<const char*>(whole.bytes), whole.size);
        WebPDataClear(&whole);
    }
    WebPMemoryWriterClear(&packed);
    if (stopped) return fail(cancelled, path_);
    if (bytes.empty()) return fail("libwebp cannot write this picture", path_);
    if (auto written = file_.write(bytes); !written) return written;
    return file_.commit();
}

}  // namespace

Result<PictureSinkPtr> open_webp(const std::string& path, int width, int height, const PictureDetails& details) {
    if (width < 1 || height < 1 || width > WEBP_MAX_DIMENSION || height > WEBP_MAX_DIMENSION)
        return fail("WebP has no pictures of " + std::to_string(width) + "x" + std::to_string(height), path, 0,
                    "at most " + std::to_string(WEBP_MAX_DIMENSION) + " pixels a side; PNG holds more");
    auto file = AtomicFile::create(path);
    if (!file) return tl::unexpected(file.error());
    return std::make_unique<WebpFile>(std::move(*file), path, width, height, details);
}

}  // namespace chronomap
