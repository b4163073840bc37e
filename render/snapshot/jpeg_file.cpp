#include "render/snapshot/jpeg_file.hpp"

#include <csetjmp>
#include <cstdio>
#include <optional>
#include <vector>

#include <jpeglib.h>

#include "geo/base/atomic_file.hpp"
#include "render/snapshot/xmp.hpp"

namespace chronomap {
namespace {

constexpr int usual_quality = 92;
/// An APP1 segment holds so many bytes; a longer document is left out.
constexpr std::size_t most_segment_bytes = 65533;

/// libjpeg's errors end in a jump to where the call came from.
struct Errors {
    jpeg_error_mgr manager;  // first: libjpeg knows only this member
    std::jmp_buf jump;
};

void jump_back(j_common_ptr state) {
    std::longjmp(reinterpret_cast<Errors*>(state->err)->jump, 1);
}

class JpegFile : public PictureSink {
  public:
    JpegFile(AtomicFile to, std::string path, int width, int height)
        : file_(std::move(to)), path_(std::move(path)), width_(width), height_(height) {}
    ~JpegFile() override {
        jpeg_destroy_compress(&jpeg_);
        if (out_) std::fclose(out_);
    }
    JpegFile(const JpegFile&) = delete;
    JpegFile& operator=(const JpegFile&) = delete;

    bool begin(int quality, double dpi, const std::string& segment);
    Result<void> add_rows(std::span<const std::uint8_t> rgba) override;
    Result<void> finish() override;

  private:
    bool write_row(std::uint8_t* row);
    bool end();
    tl::unexpected<Error> failed() const {
        return fail("cannot write this picture", path_, 0, "check that the disk has room");
    }

    AtomicFile file_;
    std::string path_;
    int width_, height_;
    jpeg_compress_struct jpeg_{};
    Errors errors_{};
    std::FILE* out_ = nullptr;
    std::vector<std::uint8_t> row_;
};

// No object with a destructor lives across setjmp in the three functions below.

bool JpegFile::begin(int quality, double dpi, const std::string& segment) {
    jpeg_.err = jpeg_std_error(&errors_.manager);
    errors_.manager.error_exit = jump_back;
    if (setjmp(errors_.jump)) return false;
    jpeg_create_compress(&jpeg_);
    out_ = std::fopen(file_.temporary_path().c_str(), "wb");
    if (!out_) return false;
    jpeg_stdio_dest(&jpeg_, out_);
    jpeg_.image_width = static_cast<JDIMENSION>(width_);
    jpeg_.image_height = static_cast<JDIMENSION>(height_);
    jpeg_.input_components = 3;
    jpeg_.in_color_space = JCS_RGB;
    jpeg_set_defaults(&jpeg_);
    jpeg_set_quality(&jpeg_, quality, TRUE);
    for (int i = 0; i < jpeg_.num_components; ++i)
        jpeg_.comp_info[i].h_samp_factor = jpeg_.comp_info[i].v_samp_factor = 1;
    if (dpi > 0) {
        jpeg_.density_unit = 1;
        jpeg_.X_density = jpeg_.Y_density = static_cast<UINT16>(dpi + 0.5);
    }
    jpeg_start_compress(&jpeg_, TRUE);
    if (segment.size() <= most_segment_bytes)
        jpeg_write_marker(&jpeg_, JPEG_APP0 + 1, reinterpret_cast<const JOCTET*>(segment.data()),
                          static_cast<unsigned>(segment.size()));
    return true;
}

bool JpegFile::write_row(std::uint8_t* row) {
    if (setjmp(errors_.jump)) return false;
    return jpeg_write_scanlines(&jpeg_, &row, 1) == 1;
}

bool JpegFile::end() {
    if (setjmp(errors_.jump)) return false;
    jpeg_finish_compress(&jpeg_);
    return true;
}

Result<void> JpegFile::add_rows(std::span<const std::uint8_t> rgba) {
    row_.resize(static_cast<std::size_t>(width_) * 3);
    const std::size_t row_bytes = static_cast<std::size_t>(width_) * 4;
    if (rgba.size() % row_bytes != 0 || rgba.size() / row_bytes > jpeg_.image_height - jpeg_.next_scanline)
        return fail("these are not the rows of this image", path_);
    for (std::size_t from = 0; from < rgba.size(); from += row_bytes) {
        for (std::size_t x = 0; x < static_cast<std::size_t>(width_); ++x)
            std::copy_n(rgba.data() + from + 4 * x, 3, row_.data() + 3 * x);
        if (!write_row(row_.data())) return failed();
    }
    return {};
}

Result<void> JpegFile::finish() {
    if (jpeg_.next_scanline < jpeg_.image_height) return fail("rows of this image are missing", path_);
    if (!end()) return failed();
    std::FILE* out = std::exchange(out_, nullptr);
    const bool whole = std::fflush(out) == 0 && std::ferror(out) == 0;
    if (std::fclose(out) != 0 || !whole) return failed();
    return file_.commit();
}

}  // namespace

Result<PictureSinkPtr> open_jpeg(const std::string& path, int width, int height, const PictureDetails& details) {
    if (width < 1 || height < 1 || width > JPEG_MAX_DIMENSION || height > JPEG_MAX_DIMENSION)
        return fail("JPEG has no pictures of " + std::to_string(width) + "x" + std::to_string(height), path, 0,
                    "at most " + std::to_string(JPEG_MAX_DIMENSION) + " pixels a side; PNG holds more");
    auto file = AtomicFile::create(path);
    if (!file) return tl::unexpected(file.error());
    auto jpeg = std::make_unique<JpegFile>(std::move(*file), path, width, height);
    const std::string segment = std::string("http://ns.adobe.com/xap/1.0/") + '\0' + xmp_packet(details);
    if (!jpeg->begin(details.quality > 0 ? details.quality : usual_quality, details.dpi, segment))
        return fail("cannot write this picture", path);
    return jpeg;
}

}  // namespace chronomap
