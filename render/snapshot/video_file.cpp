#include "render/snapshot/video_file.hpp"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavfilter/avfilter.h>
#include <libavfilter/buffersink.h>
#include <libavfilter/buffersrc.h>
#include <libavformat/avformat.h>
#include <libavutil/opt.h>
#include <libavutil/pixdesc.h>
}

#include <algorithm>
#include <array>
#include <cctype>
#include <deque>
#include <filesystem>
#include <future>

#include "geo/base/atomic_file.hpp"
#include "geo/base/worker_pool.hpp"

namespace chronomap {
namespace {

template <class Object, void (*Free)(Object**)>
struct FreeByPointer {
    void operator()(Object* object) const { Free(&object); }
};
using CodecContext = std::unique_ptr<AVCodecContext, FreeByPointer<AVCodecContext, avcodec_free_context>>;
using FilterGraph = std::unique_ptr<AVFilterGraph, FreeByPointer<AVFilterGraph, avfilter_graph_free>>;
using Frame = std::unique_ptr<AVFrame, FreeByPointer<AVFrame, av_frame_free>>;
using Packet = std::unique_ptr<AVPacket, FreeByPointer<AVPacket, av_packet_free>>;

struct CloseOutput {
    void operator()(AVFormatContext* output) const {
        if (output->pb) avio_closep(&output->pb);
        avformat_free_context(output);
    }
};
using Output = std::unique_ptr<AVFormatContext, CloseOutput>;

/// How a format is made: FFmpeg's names, and the filters that bring RGBA to what the encoder takes.
struct Recipe {
    const char* muxer;
    const char* encoder;
    AVPixelFormat pixels;
    const char* filters;
    std::array<std::array<const char*, 2>, 3> encoder_options;
    std::array<std::array<const char*, 2>, 2> muxer_options;
};

/// Maps are large even areas with sharp edges: few bits are needed, but they must go to the edges.
Recipe recipe_for(VideoFormat format) {
    switch (format) {
        case VideoFormat::gif:
            // A palette for each frame, so that no colour of a kind is lost; without dithering, which would move.
            return {"gif",
                    "gif",
                    AV_PIX_FMT_PAL8,
                    "split[a][b];[a]palettegen=stats_mode=single[p];[b][p]paletteuse=new=1:dither=none",
                    {},
                    {{{"loop", "0"}}}};
        case VideoFormat::apng:
            return {"apng", "apng", AV_PIX_FMT_RGB24, "format=rgb24", {{{"pred", "none"}}}, {{{"plays", "0"}}}};
        case VideoFormat::webp:
            return {"webp",
                    "libwebp_anim",
                    AV_PIX_FMT_RGB32,
                    "format=bgra",
                    {{{"lossless", "1"}, {"compression_level", "2"}}},
                    {{{"loop", "0"}}}};
        case VideoFormat::webm:
            return {"webm",
                    "libvpx-vp9",
                    AV_PIX_FMT_YUV420P,
                    "scale=out_color_matrix=bt709:out_range=tv,format=yuv420p",
                    {{{"crf", "24"}, {"deadline", "realtime"}, {"cpu-used", "6"}}},
                    {}};
        case VideoFormat::mp4:
            break;
    }
    return {"mp4",
            "libx264",
            AV_PIX_FMT_YUV420P,
            "scale=out_color_matrix=bt709:out_range=tv,format=yuv420p",
            {{{"crf", "18"}, {"preset", "veryfast"}, {"tune", "stillimage"}}},
            {{{"movflags", "+faststart"}}}};
}

std::string words_of_error(int code) {
    std::array<char, AV_ERROR_MAX_STRING_SIZE> words{};
    av_strerror(code, words.data(), words.size());
    return words.data();
}

template <std::size_t Count>
void set_options(void* target, const std::array<std::array<const char*, 2>, Count>& options) {
    for (const auto& [name, value] : options)
        if (name) av_opt_set(target, name, value, AV_OPT_SEARCH_CHILDREN);
}

/// Frames that may wait for the encoder: enough that neither side stands still, little enough for large pictures.
constexpr std::size_t most_waiting = 3;

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
    Impl(AtomicFile to, std::string path_) : file(std::move(to)), path(std::move(path_)) {}

    tl::unexpected<Error> failed(const std::string& what, int code) const {
        return fail(what + ": " + words_of_error(code), path);
    }
    Result<void> open_encoder(const Recipe& recipe, int width, int height, const VideoOptions& options);
    Result<void> open_filters(const Recipe& recipe, int width, int height);
    Result<void> open_file(const Recipe& recipe, const VideoOptions& options);
    /// Encodes one picture; null: what the filters and the encoder still hold.
    Result<void> encode(const Image* image);
    Result<void> encode_filtered(AVFrame* frame);
    /// The results of frames that are done, until at most `most` wait.
    Result<void> take_results(std::size_t most);

    AtomicFile file;
    std::string path;
    Output output;
    CodecContext encoder;
    FilterGraph filters;
    AVFilterContext* source = nullptr;
    AVFilterContext* sink = nullptr;
    AVStream* stream = nullptr;
    AVRational time_base{1, 1};  ///< of a frame
    std::int64_t frames = 0;
    int width = 0, height = 0;
    std::deque<std::future<Result<void>>> waiting;
    WorkerPool worker{1};
};

Result<void> VideoFile::Impl::open_encoder(const Recipe& recipe, int width_px, int height_px,
                                           const VideoOptions& options) {
    width = width_px;
    height = height_px;
    AVFormatContext* made = nullptr;
    const int code = avformat_alloc_output_context2(&made, nullptr, recipe.muxer, file.temporary_path().c_str());
    if (code < 0) return failed(std::string("FFmpeg does not write ") + recipe.muxer, code);
    output.reset(made);
    const AVCodec* codec = avcodec_find_encoder_by_name(recipe.encoder);
    if (!codec)
        return fail(std::string("this FFmpeg was built without the encoder ") + recipe.encoder, path, 0,
                    "install libavcodec-extra, or write another format");
    encoder.reset(avcodec_alloc_context3(codec));
    stream = avformat_new_stream(output.get(), nullptr);
    if (!encoder || !stream) return fail("there is no memory for the film", path);
    // Thousandths of a second are fine enough for any slide show.
    const AVRational rate = av_d2q(options.frames_per_second, 100000);
    time_base = av_inv_q(rate);
    encoder->width = width;
    encoder->height = height;
    encoder->pix_fmt = recipe.pixels;
    encoder->time_base = time_base;
    encoder->framerate = rate;
    encoder->gop_size = static_cast<int>(std::clamp(options.frames_per_second * 5, 5.0, 250.0));
    encoder->color_range = recipe.pixels == AV_PIX_FMT_YUV420P ? AVCOL_RANGE_MPEG : AVCOL_RANGE_JPEG;
    if (recipe.pixels == AV_PIX_FMT_YUV420P) {
        encoder->colorspace = AVCOL_SPC_BT709;
        encoder->color_primaries = AVCOL_PRI_BT709;
        encoder->color_trc = AVCOL_TRC_IEC61966_2_1;
    }
    encoder->thread_count = 0;  // as many as there are cores
    if (output->oformat->flags & AVFMT_GLOBALHEADER) encoder->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
    set_options(encoder.get(), recipe.encoder_options);
    if (const int opened = avcodec_open2(encoder.get(), codec, nullptr); opened < 0)
        return failed(std::string("the encoder ") + recipe.encoder + " does not start", opened);
    return {};
}

Result<void> VideoFile::Impl::open_filters(const Recipe& recipe, int width_px, int height_px) {
    filters.reset(avfilter_graph_alloc());
    if (!filters) return fail("there is no memory for the film", path);
    const std::string input = "video_size=" + std::to_string(width_px) + "x" + std::to_string(height_px) +
                              ":pix_fmt=" + std::to_string(AV_PIX_FMT_RGBA) +
                              ":time_base=" + std::to_string(time_base.num) + "/" + std::to_string(time_base.den);
    int code = avfilter_graph_create_filter(&source, avfilter_get_by_name("buffer"), "in", input.c_str(), nullptr,
                                            filters.get());
    if (code >= 0)
        code = avfilter_graph_create_filter(&sink, avfilter_get_by_name("buffersink"), "out", nullptr, nullptr,
                                            filters.get());
    if (code < 0) return failed("FFmpeg's filters do not start", code);
    // Seen from the recipe's chain: its input is our source, its output our sink.
    AVFilterInOut* from = avfilter_inout_alloc();
    AVFilterInOut* to = avfilter_inout_alloc();
    if (from && to) {
        *from = {av_strdup("in"), source, 0, nullptr};
        *to = {av_strdup("out"), sink, 0, nullptr};
        code = avfilter_graph_parse_ptr(filters.get(), recipe.filters, &to, &from, nullptr);
        if (code >= 0) code = avfilter_graph_config(filters.get(), nullptr);
    }
    avfilter_inout_free(&from);
    avfilter_inout_free(&to);
    if (code < 0) return failed("FFmpeg's filters do not start", code);
    return {};
}

Result<void> VideoFile::Impl::open_file(const Recipe& recipe, const VideoOptions& options) {
    if (const int code = avcodec_parameters_from_context(stream->codecpar, encoder.get()); code < 0)
        return failed("the film cannot be set up", code);
    stream->time_base = time_base;
    stream->avg_frame_rate = av_inv_q(time_base);
    if (!options.title.empty()) av_dict_set(&output->metadata, "title", options.title.c_str(), 0);
    if (!options.comment.empty()) av_dict_set(&output->metadata, "comment", options.comment.c_str(), 0);
    int code = avio_open(&output->pb, file.temporary_path().c_str(), AVIO_FLAG_WRITE);
    if (code < 0) return failed("the file cannot be written", code);
    set_options(output->priv_data, recipe.muxer_options);
    code = avformat_write_header(output.get(), nullptr);
    if (code < 0) return failed("the file cannot be written", code);
    return {};
}

Result<void> VideoFile::Impl::encode_filtered(AVFrame* frame) {
    if (frame) frame->pict_type = AV_PICTURE_TYPE_NONE;
    if (const int code = avcodec_send_frame(encoder.get(), frame); code < 0)
        return failed("a frame cannot be encoded", code);
    const Packet packet(av_packet_alloc());
    while (true) {
        int code = avcodec_receive_packet(encoder.get(), packet.get());
        if (code == AVERROR(EAGAIN) || code == AVERROR_EOF) return {};
        if (code < 0) return failed("a frame cannot be encoded", code);
        if (packet->duration == 0) packet->duration = 1;
        av_packet_rescale_ts(packet.get(), time_base, stream->time_base);
        packet->stream_index = stream->index;
        code = av_interleaved_write_frame(output.get(), packet.get());
        if (code < 0) return failed("the film cannot be written", code);
    }
}

Result<void> VideoFile::Impl::encode(const Image* image) {
    if (image) {
        const Frame frame(av_frame_alloc());
        frame->format = AV_PIX_FMT_RGBA;
        frame->width = width;
        frame->height = height;
        frame->pts = frames++;
        if (av_frame_get_buffer(frame.get(), 0) < 0) return fail("there is no memory for the film", path);
        const std::size_t row = static_cast<std::size_t>(width) * 4;
        for (int y = 0; y < height; ++y)
            std::copy_n(image->rgba.data() + row * y, row, frame->data[0] + std::ptrdiff_t(frame->linesize[0]) * y);
        if (const int code = av_buffersrc_add_frame(source, frame.get()); code < 0)
            return failed("a frame cannot be encoded", code);
    } else if (const int code = av_buffersrc_add_frame(source, nullptr); code < 0) {
        return failed("the film cannot be ended", code);
    }
    while (true) {
        const Frame filtered(av_frame_alloc());
        const int code = av_buffersink_get_frame(sink, filtered.get());
        if (code == AVERROR(EAGAIN)) return {};
        if (code == AVERROR_EOF) return encode_filtered(nullptr);
        if (code < 0) return failed("a frame cannot be encoded", code);
        if (auto encoded = encode_filtered(filtered.get()); !encoded) return encoded;
    }
}

Result<void> VideoFile::Impl::take_results(std::size_t most) {
    while (waiting.size() > most) {
        auto result = waiting.front().get();
        waiting.pop_front();
        if (!result) return result;
    }
    return {};
}

VideoFile::VideoFile(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
VideoFile::VideoFile(VideoFile&&) noexcept = default;
VideoFile& VideoFile::operator=(VideoFile&&) noexcept = default;
VideoFile::~VideoFile() = default;

Result<VideoFile> VideoFile::create(const std::string& path, VideoFormat format, int width, int height,
                                    const VideoOptions& options) {
    if (width < 1 || height < 1) return fail("a film of no size cannot be written", path);
    if (needs_even_sides(format) && (width % 2 != 0 || height % 2 != 0))
        return fail("MP4 and WebM need even sides", path, 0, "choose another size, or write .gif, .apng or .webp");
    auto file = AtomicFile::create(path);
    if (!file) return tl::unexpected(file.error());
    av_log_set_level(AV_LOG_FATAL);  // errors are told as our own
    auto impl = std::make_unique<Impl>(std::move(*file), path);
    const Recipe recipe = recipe_for(format);
    auto opened = impl->open_encoder(recipe, width, height, options);
    if (opened) opened = impl->open_filters(recipe, width, height);
    if (opened) opened = impl->open_file(recipe, options);
    if (!opened) return tl::unexpected(opened.error());
    return VideoFile(std::move(impl));
}

Result<void> VideoFile::add_frame(Image frame) {
    if (frame.width != impl_->width || frame.height != impl_->height)
        return fail("a frame has not the size of its film", impl_->path);
    impl_->waiting.push_back(impl_->worker.submit(
        [impl = impl_.get(), image = std::move(frame)](const std::stop_token&) { return impl->encode(&image); }));
    return impl_->take_results(most_waiting);
}

Result<void> VideoFile::finish() {
    if (auto encoded = impl_->take_results(0); !encoded) return encoded;
    if (auto ended = impl_->encode(nullptr); !ended) return ended;
    if (const int code = av_write_trailer(impl_->output.get()); code < 0)
        return impl_->failed("the film cannot be written", code);
    if (const int code = avio_closep(&impl_->output->pb); code < 0)
        return impl_->failed("the film cannot be written", code);
    return impl_->file.commit();
}

}  // namespace chronomap
