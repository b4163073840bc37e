#include "render/snapshot/video_file.hpp"

#include <doctest/doctest.h>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
}

#include <cstring>
#include <fstream>

#include "render/snapshot/picture_document.hpp"
#include "tests/render/temporary_folder.hpp"

using namespace chronomap;

namespace {

Image even_image(int width, int height, std::uint8_t red, std::uint8_t blue) {
    Image image{width, height, {}};
    for (int i = 0; i < width * height; ++i) image.rgba.insert(image.rgba.end(), {red, 120, blue, 255});
    return image;
}

/// What a reader finds in the file.
struct Probed {
    int frames = 0;
    int width = 0, height = 0;
    double seconds = 0;
    std::string title;
};

Probed probed(const std::string& path) {
    Probed found;
    AVFormatContext* input = nullptr;
    if (avformat_open_input(&input, path.c_str(), nullptr, nullptr) < 0) return found;
    avformat_find_stream_info(input, nullptr);
    const AVStream* stream = input->streams[0];
    found.width = stream->codecpar->width;
    found.height = stream->codecpar->height;
    if (const auto* title = av_dict_get(input->metadata, "title", nullptr, 0)) found.title = title->value;
    AVPacket* packet = av_packet_alloc();
    while (av_read_frame(input, packet) >= 0) {
        ++found.frames;
        const double end = static_cast<double>(packet->pts + packet->duration) * av_q2d(stream->time_base);
        found.seconds = std::max(found.seconds, end);
        av_packet_unref(packet);
    }
    av_packet_free(&packet);
    avformat_close_input(&input);
    return found;
}

}  // namespace

TEST_CASE("every format holds the frames, the size and the time it was given") {
    const TemporaryFolder folder;
    const std::string said = R"({"program":"chronomap","title":"A <title> & \"more\""})";
    for (const char* name : {"a.gif", "a.apng", "a.webp", "a.mp4", "a.webm"}) {
        CAPTURE(std::string(name));
        const auto format = video_format_from(name);
        REQUIRE(format);
        auto film = VideoFile::create(folder.file(name), *format, 64, 48, {4, "Two towns", "", said, {}});
        REQUIRE_MESSAGE(film, (film ? "" : film.error().text()));
        for (int i = 0; i < 10; ++i)
            REQUIRE(film->add_frame(
                even_image(64, 48, static_cast<std::uint8_t>(i * 25), static_cast<std::uint8_t>(250 - i * 25))));
        CHECK(!std::filesystem::exists(folder.file(name)));
        const auto finished = film->finish();
        REQUIRE_MESSAGE(finished, (finished ? "" : finished.error().text()));
        const auto read = read_picture_document(folder.file(name));
        CHECK(read.value_or("") == said);
        if (format == VideoFormat::webp) {  // FFmpeg 5 writes moving WebP but does not read it
            std::ifstream file(folder.file(name), std::ios::binary);
            const std::string bytes{std::istreambuf_iterator<char>(file), {}};
            REQUIRE(bytes.size() > 200);
            // The container tells its length and that it holds XMP.
            std::uint32_t length = 0;
            std::memcpy(&length, bytes.data() + 4, 4);
            CHECK(length == bytes.size() - 8);
            CHECK((bytes[20] & 0x04) != 0);
            continue;
        }
        const Probed found = probed(folder.file(name));
        CHECK(found.frames == 10);
        CHECK(found.width == 64);
        CHECK(found.height == 48);
        CHECK(found.seconds == doctest::Approx(2.5).epsilon(0.02));
        if (needs_even_sides(*format)) CHECK(found.title == "Two towns");
    }
}

TEST_CASE("a film that is given up, or cannot be, leaves no file") {
    const TemporaryFolder folder;
    {
        auto film = VideoFile::create(folder.file("a.mp4"), VideoFormat::mp4, 64, 48, {});
        REQUIRE(film);
        REQUIRE(film->add_frame(even_image(64, 48, 1, 2)));
        CHECK(!film->add_frame(even_image(32, 48, 1, 2)));
    }
    CHECK(!VideoFile::create(folder.file("a.mp4"), VideoFormat::mp4, 63, 48, {}));
    CHECK(!VideoFile::create(folder.file("a.gif"), VideoFormat::gif, 0, 48, {}));
    CHECK(!VideoFile::create(folder.file("no folder/a.gif"), VideoFormat::gif, 4, 4, {}));
    CHECK(std::filesystem::is_empty(folder.path));
}

TEST_CASE("GIF, APNG and WebP take odd sides") {
    const TemporaryFolder folder;
    for (const char* name : {"a.gif", "a.apng", "a.webp"}) {
        CAPTURE(std::string(name));
        auto film = VideoFile::create(folder.file(name), *video_format_from(name), 33, 21, {});
        REQUIRE(film);
        REQUIRE(film->add_frame(even_image(33, 21, 200, 10)));
        REQUIRE(film->finish());
    }
    CHECK(!video_format_from("map.png"));
}

TEST_CASE("a GIF with one palette for its frames keeps only what changes") {
    const TemporaryFolder folder;
    // Many colours that stay, and a corner that changes.
    Image still{128, 96, {}};
    for (int y = 0; y < 96; ++y)
        for (int x = 0; x < 128; ++x)
            for (const int value : {x * 2, y * 2, (x * 7 + y * 3) % 256, 255})
                still.rgba.push_back(static_cast<std::uint8_t>(value));
    const auto frame_of = [&](int number) {
        Image frame = still;
        for (int y = 0; y < 8; ++y)
            for (int x = 0; x < 8; ++x) frame.rgba[static_cast<std::size_t>(y * 128 + x) * 4] = number % 2 ? 255 : 0;
        return frame;
    };
    const auto size_with = [&](const char* name, std::vector<Image> samples) {
        auto film = VideoFile::create(folder.file(name), VideoFormat::gif, 128, 96, {4, "", "", "", std::move(samples)});
        REQUIRE_MESSAGE(film, (film ? "" : film.error().text()));
        for (int i = 0; i < 12; ++i) REQUIRE(film->add_frame(frame_of(i)));
        REQUIRE(film->finish());
        CHECK(probed(folder.file(name)).frames == 12);
        return std::filesystem::file_size(folder.file(name));
    };
    const auto own = size_with("own.gif", {}), shared = size_with("shared.gif", {frame_of(0), frame_of(1)});
    CHECK(shared * 4 < own);
}
