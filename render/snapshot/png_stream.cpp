#include "render/snapshot/png_stream.hpp"

#include <png.h>
#include <zlib.h>

#include <csetjmp>
#include <deque>
#include <future>

#include "geo/base/atomic_file.hpp"
#include "geo/base/worker_pool.hpp"

namespace chronomap {
namespace {

/// Raw bytes of a block: enough that the flush at its end costs nothing, little enough to keep several in memory.
constexpr std::size_t block_bytes = 1u << 20;
/// A map has large even areas: level 1 without filters is a fifth of the time for a tenth more bytes.
constexpr int level = 1;

/// A part of the zlib stream and what the stream's checksum needs of it.
struct PackedBlock {
    std::string bytes;
    uLong adler = 0;
    std::size_t raw_size = 0;
};

enum class BlockPlace : std::uint8_t { inner, last };

PackedBlock packed(const std::vector<std::uint8_t>& raw, BlockPlace place) {
    PackedBlock block{{}, adler32(1, raw.data(), static_cast<uInt>(raw.size())), raw.size()};
    z_stream stream{};
    // No zlib header: the blocks' deflate streams are joined.
    if (deflateInit2(&stream, level, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY) != Z_OK) return block;
    block.bytes.resize(deflateBound(&stream, static_cast<uLong>(raw.size())) + 64);
    stream.next_in = const_cast<std::uint8_t*>(raw.data());
    stream.avail_in = static_cast<uInt>(raw.size());
    stream.next_out = reinterpret_cast<std::uint8_t*>(block.bytes.data());
    stream.avail_out = static_cast<uInt>(block.bytes.size());
    deflate(&stream, place == BlockPlace::last ? Z_FINISH : Z_FULL_FLUSH);
    block.bytes.resize(stream.total_out);
    deflateEnd(&stream);
    return block;
}

void append(png_structp png, png_bytep bytes, png_size_t count) {
    static_cast<std::string*>(png_get_io_ptr(png))->append(reinterpret_cast<const char*>(bytes), count);
}

}  // namespace

struct PngStream::Impl {
    Impl(AtomicFile to, std::string path_, int width_, int height_, PngPixels pixels_)
        : file(std::move(to)), path(std::move(path_)), width(width_), height(height_), pixels(pixels_) {}
    ~Impl() { png_destroy_write_struct(&png, &info); }

    /// No object with a destructor may live across setjmp: hence the three small functions.
    bool write_header(const PngDetails& details, std::vector<png_text>& texts);
    bool write_chunk(const char* name, const std::uint8_t* bytes, std::size_t count);

    Result<void> flush() {
        auto written = file.write(out);
        out.clear();
        return written;
    }
    void pack(BlockPlace place) {
        auto task = [raw = std::exchange(raw, {}), place](const std::stop_token&) { return packed(raw, place); };
        waiting.push_back(workers.submit(std::move(task)));
    }
    /// Writes blocks that are packed, until at most `most` wait.
    Result<void> write_packed(std::size_t most);

    AtomicFile file;
    std::string path;
    int width, height;
    PngPixels pixels;
    int rows_given = 0;
    png_structp png = nullptr;
    png_infop info = nullptr;
    std::string out;  ///< chunks on their way to the file
    std::vector<std::uint8_t> raw;
    uLong adler = 1;
    bool begun = false;
    std::deque<std::future<PackedBlock>> waiting;
    WorkerPool workers;
};

bool PngStream::Impl::write_header(const PngDetails& details, std::vector<png_text>& texts) {
    png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    info = png ? png_create_info_struct(png) : nullptr;
    if (!info || setjmp(png_jmpbuf(png))) return false;
    png_set_write_fn(png, &out, append, nullptr);
    png_set_IHDR(png, info, static_cast<png_uint_32>(width), static_cast<png_uint_32>(height), 8,
                 pixels == PngPixels::rgb ? PNG_COLOR_TYPE_RGB : PNG_COLOR_TYPE_RGBA, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_sRGB(png, info, PNG_sRGB_INTENT_PERCEPTUAL);
    constexpr double inches_per_metre = 1 / 0.0254;
    if (details.dpi > 0) {
        const auto per_metre = static_cast<png_uint_32>(details.dpi * inches_per_metre + 0.5);
        png_set_pHYs(png, info, per_metre, per_metre, PNG_RESOLUTION_METER);
    }
    if (!texts.empty()) png_set_text(png, info, texts.data(), static_cast<int>(texts.size()));
    png_write_info(png, info);
    return true;
}

bool PngStream::Impl::write_chunk(const char* name, const std::uint8_t* bytes, std::size_t count) {
    if (setjmp(png_jmpbuf(png))) return false;
    png_write_chunk(png, reinterpret_cast<png_const_bytep>(name), bytes, count);
    return true;
}

Result<void> PngStream::Impl::write_packed(std::size_t most) {
    while (waiting.size() > most) {
        PackedBlock block = waiting.front().get();
        waiting.pop_front();
        if (block.bytes.empty()) return fail("zlib cannot pack this image", path);
        // The zlib header: deflate, a window of 32 KiB, the fastest level.
        if (!begun) block.bytes.insert(0, "\x78\x01");
        begun = true;
        adler = adler32_combine(adler, block.adler, static_cast<z_off_t>(block.raw_size));
        if (waiting.empty() && rows_given == height)
            for (const int shift : {24, 16, 8, 0}) block.bytes.push_back(static_cast<char>(adler >> shift & 0xff));
        if (!write_chunk("IDAT", reinterpret_cast<const std::uint8_t*>(block.bytes.data()), block.bytes.size()))
            return fail("libpng cannot write this image", path);
        if (auto written = flush(); !written) return written;
    }
    return {};
}

PngStream::PngStream(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
PngStream::PngStream(PngStream&&) noexcept = default;
PngStream& PngStream::operator=(PngStream&&) noexcept = default;
PngStream::~PngStream() = default;

Result<PngStream> PngStream::create(const std::string& path, int width, int height, const PngDetails& details) {
    if (width < 1 || height < 1) return fail("this image is empty", path);
    auto file = AtomicFile::create(path);
    if (!file) return tl::unexpected(file.error());
    auto impl = std::make_unique<Impl>(std::move(*file), path, width, height, details.pixels);
    std::vector<png_text> texts(details.texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        texts[i].compression = PNG_ITXT_COMPRESSION_NONE;
        texts[i].key = const_cast<char*>(details.texts[i].keyword.c_str());
        texts[i].text = const_cast<char*>(details.texts[i].text.c_str());
        texts[i].itxt_length = details.texts[i].text.size();
    }
    if (!impl->write_header(details, texts)) return fail("libpng cannot write this image", path);
    return PngStream(std::move(impl));
}

Result<void> PngStream::add_rows(std::span<const std::uint8_t> rgba) {
    Impl& png = *impl_;
    const std::size_t row_bytes = static_cast<std::size_t>(png.width) * 4;
    const std::size_t rows = rgba.size() / row_bytes;
    if (rgba.size() % row_bytes != 0 || rows > static_cast<std::size_t>(png.height - png.rows_given))
        return fail("these are not the rows of this image", png.path);
    const std::size_t channels = png.pixels == PngPixels::rgb ? 3 : 4;
    for (std::size_t row = 0; row < rows; ++row) {
        const std::uint8_t* from = rgba.data() + row * row_bytes;
        const std::size_t begin = png.raw.size();
        png.raw.resize(begin + 1 + static_cast<std::size_t>(png.width) * channels);
        std::uint8_t* to = png.raw.data() + begin;
        *to++ = 0;  // no filter
        if (channels == 4) {
            std::copy(from, from + row_bytes, to);
        } else {
            for (int x = 0; x < png.width; ++x, to += 3, from += 4) to[0] = from[0], to[1] = from[1], to[2] = from[2];
        }
        ++png.rows_given;
        const bool last = png.rows_given == png.height;
        if (last || png.raw.size() >= block_bytes) png.pack(last ? BlockPlace::last : BlockPlace::inner);
    }
    return png.write_packed(2 * png.workers.thread_count());
}

Result<void> PngStream::finish() {
    Impl& png = *impl_;
    if (png.rows_given < png.height) return fail("rows of this image are missing", png.path);
    if (auto written = png.write_packed(0); !written) return written;
    if (!png.write_chunk("IEND", nullptr, 0)) return fail("libpng cannot write this image", png.path);
    if (auto written = png.flush(); !written) return written;
    return png.file.commit();
}

}  // namespace chronomap
