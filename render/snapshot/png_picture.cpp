#include "render/snapshot/png_picture.hpp"

#include "render/snapshot/png_stream.hpp"

namespace chronomap {

Result<PictureSinkPtr> open_png(const std::string& path, int width, int height, const PictureDetails& details) {
    PngDetails png;
    png.dpi = details.dpi;
    const auto say = [&](const char* keyword, const std::string& text) {
        if (!text.empty()) png.texts.push_back({keyword, text});
    };
    say("Title", details.title);
    say("Copyright", details.credits);
    say("Software", "chronomap");
    say(png_document_keyword, details.document);
    return sink_of(PngStream::create(path, width, height, png));
}

}  // namespace chronomap
