#include "app/panels/export_choices.hpp"

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <filesystem>

#include "render/snapshot/picture.hpp"
#include "render/snapshot/video_file.hpp"

namespace chronomap {

namespace {

constexpr ExportFormat png{"PNG", ".png", "Pixels, nothing lost: for screens, documents and print."};
constexpr ExportFormat jpeg{"JPEG", ".jpg", "Pixels, a little lost: for programs that take nothing else."};
constexpr ExportFormat webp{"WebP", ".webp", "Pixels, nothing lost, small: for web pages."};
constexpr ExportFormat geotiff{"GeoTIFF", ".tif", "Pixels that know where they lie: for QGIS and other map programs."};
constexpr ExportFormat svg{"SVG", ".svg", "Paths and text: for web pages and drawing programs."};
constexpr ExportFormat pdf{"PDF", ".pdf", "Paths and text: for print."};
constexpr ExportFormat atlas{"PDF atlas", ".pdf", "All in one document: an index, a page for each, and the sentences."};

}  // namespace

bool has_dates(ExportKind kind) {
    return kind == ExportKind::series || kind == ExportKind::film;
}

std::vector<ExportFormat> formats_for(ExportKind kind) {
    switch (kind) {
        case ExportKind::series:
            return {png, jpeg, geotiff, svg, atlas};  // many WebP pictures are a film
        case ExportKind::film:
            return {{"MP4", ".mp4", "A film that every program and phone plays."},
                    {"WebM", ".webm", "A film for web pages."},
                    {"GIF", ".gif", "Moving pictures for messages and slides; few colours."},
                    {"APNG", ".apng", "Moving pictures for web pages, nothing lost."},
                    {"WebP", ".webp", "Moving pictures for web pages, small."}};
        case ExportKind::comparison:
            return {png, jpeg, webp, svg, pdf};
        case ExportKind::story:
            return {{"PDF handout", ".pdf", "A page or half a page for each step: map, text and quotes, for print."},
                    {"MP4", ".mp4", "A film with flights between the steps, each held until it is read."},
                    {"WebM", ".webm", "The same film for web pages."}};
        case ExportKind::picture:
            break;
    }
    return {png, jpeg, webp, geotiff, svg, pdf};
}

ExportFormat format_of(ExportKind kind, const std::string& path) {
    const std::vector<ExportFormat> formats = formats_for(kind);
    std::string ending = std::filesystem::path(path).extension().string();
    std::ranges::transform(ending, ending.begin(), [](unsigned char c) { return std::tolower(c); });
    if (ending == ".jpeg") ending = ".jpg";
    if (ending == ".tiff") ending = ".tif";
    const auto found =
        std::ranges::find(formats, ending, [](const ExportFormat& f) { return std::string(f.extension); });
    return found == formats.end() ? formats.front() : *found;
}

std::string with_format(const std::string& path, const ExportFormat& format) {
    std::filesystem::path changed = path.empty() ? "map" : path;
    const std::string name = changed.string();
    if (picture_format_from(name) || video_format_from(name)) changed.replace_extension();
    return changed.string() + format.extension;
}

std::vector<std::string> export_words(const ExportMemory& memory, const std::string& path) {
    std::vector<std::string> words{path};
    const std::string extension = format_of(memory.kind, path).extension;
    if (const char* size = export_sizes[static_cast<std::size_t>(memory.size)].word; *size != '\0')
        words.emplace_back(size);
    if (has_dates(memory.kind)) {
        words.push_back(std::string("each=") + export_steps[static_cast<std::size_t>(memory.step)].word);
        if (!memory.from.empty()) words.push_back("from=" + memory.from);
        if (!memory.to.empty()) words.push_back("to=" + memory.to);
    }
    if (memory.kind == ExportKind::film && memory.frames_per_second > 0) {
        std::array<char, 32> rate{};
        std::snprintf(rate.data(), rate.size(), "fps=%.2f", memory.frames_per_second);
        words.emplace_back(rate.data());
    }
    if (memory.kind == ExportKind::story) words.emplace_back("story");
    if (memory.kind == ExportKind::comparison) words.push_back("compare=" + memory.first + "," + memory.second);
    if (extension == ".jpg") words.push_back("quality=" + std::to_string(memory.quality));
    const bool pixels = extension == ".png" || extension == ".jpg" || extension == ".webp";
    if (memory.world_file && pixels && (memory.kind == ExportKind::picture || memory.kind == ExportKind::series))
        words.emplace_back("world-file");
    if (memory.leave_out_paths) words.emplace_back("no-paths");
    return words;
}

std::string proposed_name(const ExportMemory& memory, const std::string& title, const std::string& date) {
    std::string name;
    for (const unsigned char c : title + " " +
                                     (has_dates(memory.kind)                  ? std::string()
                                      : memory.kind == ExportKind::story      ? "story"
                                      : memory.kind == ExportKind::comparison ? memory.first + " " + memory.second
                                                                              : date)) {
        // Letters of other scripts stay; what shells and disks dislike becomes one dash.
        const bool plain = std::isalnum(c) || c >= 0x80;
        if (plain)
            name += static_cast<char>(std::tolower(c));
        else if (!name.empty() && name.back() != '-')
            name += '-';
        constexpr std::size_t longest = 80;
        if (name.size() >= longest && !plain) break;
    }
    while (!name.empty() && name.back() == '-') name.pop_back();
    return (name.empty() ? "map" : name) + formats_for(memory.kind).front().extension;
}

}  // namespace chronomap
