#include "render/snapshot/film_encoder.hpp"

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
#include <span>

#include "geo/base/atomic_file.hpp"
#include "geo/base/worker_pool.hpp"
#include "render/film/film_xmp.hpp"

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
            // Without dithering, which would move.
            return {"gif",
                    "gif",
                    AV_PIX_FMT_PAL8,
                    "[in]split[a][b];[a]palettegen=stats_mode=single[p];[b][p]paletteuse=new=1:dither=none[out]",
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

/// For frames of which a second would take gigabytes.
constexpr std::array<std::array<const char*, 2>, 2> large_frame_options{
    {{"rc-lookahead", "3"}, {"lag-in-frames", "0"}}};

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

/// Frames that may wait for the encoder: enough that neither side stands still; of large ones as few as can be.
constexpr std::size_t most_waiting = 3, most_large_waiting = 1;

}  // namespace

struct FfmpegFilm : FilmEncoder {
    FfmpegFilm(AtomicFile to, std::string path_) : file(std::move(to)), path(std::move(path_)) {}

    tl::unexpected<Error> failed(const std::string& what, int code) const {
        return fail(what + ": " + words_of_error(code), path);
    }
    Result<void> open_encoder(const Recipe& recipe, int width, int height, const VideoOptions& options);
    /// `palette`: the second input of the recipe's filters; may be null.
    Result<void> open_filters(const char* recipe, const AVFrame* palette);
    Result<void> open_file(const Recipe& recipe, const VideoOptions& options);
    /// Encodes one picture; null: what the filters and the encoder still hold.
    Result<void> encode(const Image* image);
    Result<void> encode_filtered(AVFrame* frame);
    /// One palette for all these pictures.
    Result<Frame> palette_of(const std::vector<Image>& samples);
    Result<AVFilterContext*> add_source(AVFilterGraph* graph, const char* name, int width_px, int height_px,
                                        AVPixelFormat pixels) const;
    Result<Frame> frame_of(const Image& image, std::int64_t number) const;
    /// The results of frames that are done, until at most `most` wait.
    Result<void> take_results(std::size_t most);
    Result<void> add_frame(Image frame) override;
    Result<void> finish() override;
    bool is_large() const {
        constexpr int many_pixels = 4'000'000;
        return width * height > many_pixels;
    }

    AtomicFile file;
    std::string path;
    VideoFormat format = VideoFormat::mp4;
    std::string xmp;
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

Result<void> FfmpegFilm::open_encoder(const Recipe& recipe, int width_px, int height_px, const VideoOptions& options) {
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
    // As many threads as there are cores; each holds frames, so fewer for large ones.
    encoder->thread_count = is_large() ? 2 : 0;
    if (output->oformat->flags & AVFMT_GLOBALHEADER) encoder->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
    set_options(encoder.get(), recipe.encoder_options);
    // Frames that are looked at ahead are frames in memory; an option that this encoder has not is passed over.
    if (is_large()) set_options(encoder.get(), large_frame_options);
    if (const int opened = avcodec_open2(encoder.get(), codec, nullptr); opened < 0)
        return failed(std::string("the encoder ") + recipe.encoder + " does not start", opened);
    return {};
}

/// Filters from one or two named sources to one sink. The chain is as FFmpeg's command line has it.
static Result<void> connect(AVFilterGraph* graph, const char* chain,
                            std::span<const std::pair<const char*, AVFilterContext*>> sources, AVFilterContext* sink,
                            const std::string& path) {
    // Seen from the chain: its inputs are our sources, its output our sink.
    AVFilterInOut *inputs = nullptr, *outputs = avfilter_inout_alloc();
    int code = outputs ? 0 : AVERROR(ENOMEM);
    for (const auto& [name, source] : sources) {
        AVFilterInOut* one = avfilter_inout_alloc();
        if (!one) {
            code = AVERROR(ENOMEM);
            break;
        }
        *one = {av_strdup(name), source, 0, inputs};
        inputs = one;
    }
    if (code >= 0) {
        *outputs = {av_strdup("out"), sink, 0, nullptr};
        code = avfilter_graph_parse_ptr(graph, chain, &outputs, &inputs, nullptr);
    }
    if (code >= 0) code = avfilter_graph_config(graph, nullptr);
    avfilter_inout_free(&inputs);
    avfilter_inout_free(&outputs);
    if (code < 0) return fail("FFmpeg's filters do not start: " + words_of_error(code), path);
    return {};
}

Result<AVFilterContext*> FfmpegFilm::add_source(AVFilterGraph* graph, const char* name, int width_px, int height_px,
                                                AVPixelFormat pixels) const {
    const std::string looks = "video_size=" + std::to_string(width_px) + "x" + std::to_string(height_px) +
                              ":pix_fmt=" + std::to_string(pixels) + ":time_base=" + std::to_string(time_base.num) +
                              "/" + std::to_string(time_base.den);
    AVFilterContext* made = nullptr;
    const int code =
        avfilter_graph_create_filter(&made, avfilter_get_by_name("buffer"), name, looks.c_str(), nullptr, graph);
    if (code < 0) return failed("FFmpeg's filters do not start", code);
    return made;
}

Result<Frame> FfmpegFilm::frame_of(const Image& image, std::int64_t number) const {
    Frame frame(av_frame_alloc());
    if (!frame) return fail("there is no memory for the film", path);
    frame->format = AV_PIX_FMT_RGBA;
    frame->width = image.width;
    frame->height = image.height;
    frame->pts = number;
    if (av_frame_get_buffer(frame.get(), 0) < 0) return fail("there is no memory for the film", path);
    const std::size_t row = static_cast<std::size_t>(image.width) * 4;
    for (int y = 0; y < image.height; ++y)
        std::copy_n(image.rgba.data() + row * static_cast<std::size_t>(y), row,
                    frame->data[0] + std::ptrdiff_t(frame->linesize[0]) * y);
    return frame;
}

Result<Frame> FfmpegFilm::palette_of(const std::vector<Image>& samples) {
    const FilterGraph graph(avfilter_graph_alloc());
    if (!graph) return fail("there is no memory for the film", path);
    const auto from = add_source(graph.get(), "in", width, height, AV_PIX_FMT_RGBA);
    if (!from) return tl::unexpected(from.error());
    AVFilterContext* to = nullptr;
    int code =
        avfilter_graph_create_filter(&to, avfilter_get_by_name("buffersink"), "out", nullptr, nullptr, graph.get());
    if (code < 0) return failed("FFmpeg's filters do not start", code);
    const std::pair<const char*, AVFilterContext*> sources[] = {{"in", *from}};
    if (auto connected = connect(graph.get(), "[in]palettegen[out]", sources, to, path); !connected)
        return tl::unexpected(connected.error());
    for (std::size_t i = 0; i < samples.size(); ++i) {
        auto frame = frame_of(samples[i], static_cast<std::int64_t>(i));
        if (!frame) return frame;
        if (code = av_buffersrc_add_frame(*from, frame->get()); code < 0) return failed("no palette was found", code);
    }
    code = av_buffersrc_add_frame(*from, nullptr);
    Frame palette(av_frame_alloc());
    if (code >= 0) code = av_buffersink_get_frame(to, palette.get());
    if (code < 0) return failed("no palette was found", code);
    palette->pts = 0;
    return palette;
}

Result<void> FfmpegFilm::open_filters(const char* chain, const AVFrame* palette) {
    filters.reset(avfilter_graph_alloc());
    if (!filters) return fail("there is no memory for the film", path);
    std::vector<std::pair<const char*, AVFilterContext*>> sources;
    const auto pictures = add_source(filters.get(), "in", width, height, AV_PIX_FMT_RGBA);
    if (!pictures) return tl::unexpected(pictures.error());
    source = *pictures;
    sources.emplace_back("in", source);
    AVFilterContext* colours = nullptr;
    if (palette) {
        const auto made = add_source(filters.get(), "palette", palette->width, palette->height,
                                     static_cast<AVPixelFormat>(palette->format));
        if (!made) return tl::unexpected(made.error());
        colours = *made;
        sources.emplace_back("palette", colours);
    }
    int code =
        avfilter_graph_create_filter(&sink, avfilter_get_by_name("buffersink"), "out", nullptr, nullptr, filters.get());
    if (code < 0) return failed("FFmpeg's filters do not start", code);
    if (auto connected = connect(filters.get(), chain, sources, sink, path); !connected) return connected;
    if (!palette) return {};
    code = av_buffersrc_write_frame(colours, palette);
    if (code >= 0) code = av_buffersrc_add_frame(colours, nullptr);
    if (code < 0) return failed("FFmpeg's filters do not take the palette", code);
    return {};
}

Result<void> FfmpegFilm::open_file(const Recipe& recipe, const VideoOptions& options) {
    if (const int code = avcodec_parameters_from_context(stream->codecpar, encoder.get()); code < 0)
        return failed("the film cannot be set up", code);
    stream->time_base = time_base;
    stream->avg_frame_rate = av_inv_q(time_base);
    if (!options.title.empty()) av_dict_set(&output->metadata, "title", options.title.c_str(), 0);
    if (!options.comment.empty()) av_dict_set(&output->metadata, "comment", options.comment.c_str(), 0);
    if (!xmp.empty() && format == VideoFormat::webm) av_dict_set(&output->metadata, "XMP", xmp.c_str(), 0);
    int code = avio_open(&output->pb, file.temporary_path().c_str(), AVIO_FLAG_WRITE);
    if (code < 0) return failed("the file cannot be written", code);
    set_options(output->priv_data, recipe.muxer_options);
    code = avformat_write_header(output.get(), nullptr);
    if (code < 0) return failed("the file cannot be written", code);
    return {};
}

Result<void> FfmpegFilm::encode_filtered(AVFrame* frame) {
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

Result<void> FfmpegFilm::encode(const Image* image) {
    if (image) {
        auto frame = frame_of(*image, frames++);
        if (!frame) return tl::unexpected(frame.error());
        if (const int code = av_buffersrc_add_frame(source, frame->get()); code < 0)
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

Result<void> FfmpegFilm::take_results(std::size_t most) {
    while (waiting.size() > most) {
        auto result = waiting.front().get();
        waiting.pop_front();
        if (!result) return result;
    }
    return {};
}

Result<void> FfmpegFilm::add_frame(Image frame) {
    if (frame.width != width || frame.height != height) return fail("a frame has not the size of its film", path);
    waiting.push_back(
        worker.submit([this, image = std::move(frame)](const std::stop_token&) { return encode(&image); }));
    return take_results(is_large() ? most_large_waiting : most_waiting);
}

Result<void> FfmpegFilm::finish() {
    if (auto encoded = take_results(0); !encoded) return encoded;
    if (auto ended = encode(nullptr); !ended) return ended;
    if (const int code = av_write_trailer(output.get()); code < 0) return failed("the film cannot be written", code);
    if (const int code = avio_closep(&output->pb); code < 0) return failed("the film cannot be written", code);
    if (auto told = embed_xmp(file.temporary_path(), format, xmp, path); !told) return told;
    return file.commit();
}

static Result<std::unique_ptr<FilmEncoder>> open_film(const std::string& path, VideoFormat format, int width,
                                                      int height, const VideoOptions& options, const std::string& xmp) {
    auto file = AtomicFile::create(path);
    if (!file) return tl::unexpected(file.error());
    av_log_set_level(AV_LOG_FATAL);  // errors are told as our own
    auto film = std::make_unique<FfmpegFilm>(std::move(*file), path);
    film->format = format;
    film->xmp = xmp;
    const Recipe recipe = recipe_for(format);
    auto opened = film->open_encoder(recipe, width, height, options);
    const char* chain = recipe.filters;
    Frame palette;
    if (opened && format == VideoFormat::gif && !options.samples.empty()) {
        auto found = film->palette_of(options.samples);
        if (!found) return tl::unexpected(found.error());
        palette = std::move(*found);
        chain = "[in][palette]paletteuse=dither=none[out]";
    }
    if (opened) opened = film->open_filters(chain, palette.get());
    if (opened) opened = film->open_file(recipe, options);
    if (!opened) return tl::unexpected(opened.error());
    return film;
}

}  // namespace chronomap

/// The module's one symbol: see OpenFilm.
extern "C" __attribute__((visibility("default"))) void chronomap_open_film(
    const std::string& path, chronomap::VideoFormat format, int width, int height,
    const chronomap::VideoOptions& options, const std::string& xmp,
    chronomap::Result<std::unique_ptr<chronomap::FilmEncoder>>& film) {
    film = chronomap::open_film(path, format, width, height, options, xmp);
}
