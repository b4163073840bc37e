#include "render/film/film_xmp.hpp"

extern "C" {
#include <libavutil/crc.h>
}

#include <cstdint>
#include <fstream>

namespace chronomap {
namespace {

std::string big_endian(std::uint32_t number) {
    return {static_cast<char>(number >> 24), static_cast<char>(number >> 16), static_cast<char>(number >> 8),
            static_cast<char>(number)};
}
std::string little_endian(std::uint32_t number) {
    return {static_cast<char>(number), static_cast<char>(number >> 8), static_cast<char>(number >> 16),
            static_cast<char>(number >> 24)};
}

/// A box of its own at the end.
std::string mp4_box(const std::string& xmp) {
    const std::string id("\xBE\x7A\xCF\xCB\x97\xA9\x42\xE8\x9C\x71\x99\x94\x91\xE3\xAF\xAC", 16);
    return big_endian(static_cast<std::uint32_t>(8 + id.size() + xmp.size())) + "uuid" + id + xmp;
}

/// An application extension; the bytes after the packet let readers of blocks find its end wherever they begin.
std::string gif_extension(const std::string& xmp) {
    std::string extension("\x21\xFF\x0BXMP DataXMP", 14);
    extension += xmp + '\x01';
    for (int byte = 255; byte >= 0; --byte) extension += static_cast<char>(byte);
    return extension + '\0';
}

std::string png_chunk(const std::string& xmp) {
    // Keyword, not compressed, no language.
    const std::string body = "iTXt" + (std::string("XML:com.adobe.xmp") + std::string(5, '\0')) + xmp;
    const std::uint32_t crc = av_crc(av_crc_get_table(AV_CRC_32_IEEE_LE), UINT32_MAX,
                                     reinterpret_cast<const std::uint8_t*>(body.data()), body.size()) ^
                              UINT32_MAX;
    return big_endian(static_cast<std::uint32_t>(body.size() - 4)) + body + big_endian(crc);
}

std::string webp_chunk(const std::string& xmp) {
    return "XMP " + little_endian(static_cast<std::uint32_t>(xmp.size())) + xmp + std::string(xmp.size() % 2, '\0');
}

/// WebP tells its length in its header, and in VP8X that there is a packet.
void patch_webp(std::fstream& film, std::streamoff size) {
    constexpr std::streamoff riff_size_at = 4, flags_at = 20;
    constexpr char has_xmp = 0x04;
    film.seekp(riff_size_at);
    film << little_endian(static_cast<std::uint32_t>(size - 8));
    film.seekg(flags_at);
    const auto flags = static_cast<char>(film.get());
    film.seekp(flags_at);
    film.put(static_cast<char>(flags | has_xmp));
}

}  // namespace

Result<void> embed_xmp(const std::string& file, VideoFormat format, const std::string& xmp, const std::string& path) {
    if (xmp.empty() || format == VideoFormat::webm) return {};
    std::fstream film(file, std::ios::binary | std::ios::in | std::ios::out);
    film.seekg(0, std::ios::end);
    const std::streamoff size = film.tellg();
    // What closes the file comes after the packet.
    const std::streamoff closing = format == VideoFormat::gif ? 1 : format == VideoFormat::apng ? 12 : 0;
    std::string end(static_cast<std::size_t>(closing), '\0');
    film.seekg(size - closing);
    film.read(end.data(), closing);
    film.seekp(size - closing);
    film << (format == VideoFormat::gif    ? gif_extension(xmp)
             : format == VideoFormat::apng ? png_chunk(xmp)
             : format == VideoFormat::webp ? webp_chunk(xmp)
                                           : mp4_box(xmp))
         << end;
    if (format == VideoFormat::webp) patch_webp(film, film.tellp());
    film.close();
    if (!film) return fail("the film cannot be written", path, 0, "see whether the disk is full");
    return {};
}

}  // namespace chronomap
