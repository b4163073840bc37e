#include "render/vector/svg_canvas.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "render/snapshot/image.hpp"
#include "render/vector/embedded.hpp"
#include "render/vector/utf8.hpp"

namespace chronomap {
namespace {

/// Paths longer than this are written once, from their first point, and referred to wherever they are.
constexpr std::size_t long_path = 90;

/// A number with at most two decimals, as short as it can be.
void append_hundredths(std::string& out, long hundredths) {
    if (hundredths < 0) out += '-', hundredths = -hundredths;
    const long whole = hundredths / 100, part = hundredths % 100;
    if (whole != 0 || part == 0) fmt::format_to(std::back_inserter(out), "{}", whole);
    if (part == 0) return;
    out += '.';
    out += static_cast<char>('0' + part / 10);
    if (part % 10 != 0) out += static_cast<char>('0' + part % 10);
}
std::string number(double value) {
    std::string out;
    append_hundredths(out, std::lround(value * 100));
    return out;
}

/// Path data in steps of a hundredth of a pixel, each point from the one before: half as long as from the corner.
class PathWriter {
  public:
    /// Points are counted from `origin`.
    explicit PathWriter(PixelPoint origin) : origin_(origin) {}

    std::string run(const Path& path) {
        std::size_t at = 0;
        const auto& points = path.points();
        for (const Path::Verb verb : path.verbs()) {
            switch (verb) {
                case Path::Verb::move:
                    command('m');
                    step(points[at++], true);
                    begin_x_ = x_, begin_y_ = y_;
                    break;
                case Path::Verb::line:
                    line(points[at++]);
                    break;
                case Path::Verb::curve: {
                    command('c');
                    step(points[at++], false), step(points[at++], false), step(points[at++], true);
                    break;
                }
                case Path::Verb::close:
                    command('z');
                    x_ = begin_x_, y_ = begin_y_;
                    break;
            }
        }
        return std::move(out_);
    }

  private:
    static long hundredths(double length) { return std::lround(length * 100); }
    void command(char letter) {
        // An m goes on as l; z is told again each time.
        const bool goes_on = letter == last_ && letter == 'c';
        if (!goes_on) out_ += letter, first_ = true;
        last_ = letter;
    }
    void line(PixelPoint point) {
        const long x = hundredths(point.x - origin_.x), y = hundredths(point.y - origin_.y);
        if (x == x_ && y == y_) return;
        if (last_ != 'm' && last_ != 'l') command('l');
        last_ = 'l';
        step(point, true);
    }
    void step(PixelPoint point, bool move) {
        const long x = hundredths(point.x - origin_.x), y = hundredths(point.y - origin_.y);
        for (const long value : {x - x_, y - y_}) {
            if (!first_ && value >= 0) out_ += ' ';
            append_hundredths(out_, value);
            first_ = false;
        }
        if (move) x_ = x, y_ = y;
    }

    PixelPoint origin_;
    std::string out_;
    long x_ = 0, y_ = 0, begin_x_ = 0, begin_y_ = 0;
    char last_ = ' ';
    bool first_ = true;
};

/// ` fill="#aabbcc" fill-opacity=".5"` for the attribute `name`.
std::string colour_attributes(std::string_view name, Colour colour) {
    const auto byte = [](float share) { return std::lround(std::clamp(share, 0.0f, 1.0f) * 255); };
    std::string out = fmt::format(" {}=\"#{:02x}{:02x}{:02x}\"", name, byte(colour.r), byte(colour.g), byte(colour.b));
    if (colour.a < 0.998f) out += fmt::format(" {}-opacity=\"{:.3g}\"", name, colour.a);
    return out;
}

std::string font_attributes(FontRole role, const std::vector<std::string>& families) {
    std::string out = " font-family=\"";
    for (const std::string& family : families) out += "'" + xml_escaped(family) + "',";
    out += role == FontRole::serif || role == FontRole::serif_bold ? "serif\"" : "sans-serif\"";
    if (role == FontRole::bold || role == FontRole::serif_bold) out += " font-weight=\"bold\"";
    if (role == FontRole::italic) out += " font-style=\"italic\"";
    return out;
}

constexpr std::string_view view_element = "chronomap:view";

}  // namespace

std::string xml_escaped(std::string_view text) {
    std::string out;
    for (const char c : clean_utf8(text)) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '"')
            out += "&quot;";
        else
            out += c;
    }
    return out;
}

std::string SvgCanvas::opened(const Path& path) {
    const PixelPoint first = path.points().front();
    std::string data = PathWriter(first).run(path);
    if (data.size() <= long_path) return "<path d=\"" + PathWriter({}).run(path) + "\"";
    const auto [found, is_new] = paths_.try_emplace(std::move(data), static_cast<int>(paths_.size()));
    const std::string id = "p" + std::to_string(found->second);
    if (is_new) body_ += "<defs><path id=\"" + id + "\" d=\"" + found->first + "\"/></defs>\n";
    return "<use xlink:href=\"#" + id + "\" x=\"" + number(first.x) + "\" y=\"" + number(first.y) + "\"";
}

void SvgCanvas::draw(const Path& path, const std::string& look) {
    if (path.points().empty()) return;
    const std::string element = opened(path);
    body_ += element + look + "/>\n";
}

void SvgCanvas::fill(const Path& path, Colour colour) {
    if (colour.a > 0) draw(path, colour_attributes("fill", colour) + " fill-rule=\"evenodd\"");
}

void SvgCanvas::stroke(const Path& path, const Stroke& stroke) {
    if (stroke.width_px <= 0 || stroke.colour.a <= 0) return;
    std::string look = " fill=\"none\"" + colour_attributes("stroke", stroke.colour) + " stroke-width=\"" +
                       number(stroke.width_px) + "\"";
    if (stroke.dash_px[0] > 0) {
        look += " stroke-dasharray=\"" + number(stroke.dash_px[0]) + " " + number(stroke.dash_px[1]);
        if (stroke.dash_px[2] > 0) look += " " + number(stroke.dash_px[2]) + " " + number(stroke.dash_px[3]);
        look += '"';
    }
    draw(path, look);
}

void SvgCanvas::begin_group(std::string_view name) {
    const std::string label = xml_escaped(name);
    const int use = ++groups_[label];
    const std::string id = use == 1 ? label : label + "-" + std::to_string(use);
    body_ += "<g id=\"" + id + "\" inkscape:groupmode=\"layer\" inkscape:label=\"" + label + "\">\n";
}
void SvgCanvas::end_group() {
    body_ += "</g>\n";
}

void SvgCanvas::begin_note(const std::string& note, std::optional<EventIndex>) {
    body_ += "<g><title>";
    for (std::size_t at = 0; at <= note.size();) {
        const std::size_t end = std::min(note.find('\n', at), note.size());
        body_ += (at > 0 ? "\n" : "") + xml_escaped(note.substr(at, end - at));
        at = end + 1;
    }
    body_ += "</title>\n";
}
void SvgCanvas::end_note() {
    body_ += "</g>\n";
}

void SvgCanvas::begin_clip(const Path& path) {
    const std::string id = "c" + std::to_string(clips_++);
    std::string clip = "<clipPath id=\"" + id + "\">";
    if (!path.points().empty()) clip += opened(path) + " clip-rule=\"evenodd\"/>";
    body_ += clip + "</clipPath>\n<g clip-path=\"url(#" + id + ")\">\n";
}
void SvgCanvas::end_clip() {
    body_ += "</g>\n";
}

void SvgCanvas::begin_offset(PixelPoint corner) {
    body_ += "<g transform=\"translate(" + number(corner.x) + " " + number(corner.y) + ")\">\n";
}
void SvgCanvas::end_offset() {
    body_ += "</g>\n";
}

void SvgCanvas::draw_image(const Image& image, const PixelBox& box, double opacity) {
    if (image.width <= 0 || image.height <= 0 || opacity <= 0) return;
    body_ += "<image x=\"" + number(box.left) + "\" y=\"" + number(box.top) + "\" width=\"" +
             number(box.right - box.left) + "\" height=\"" + number(box.bottom - box.top) +
             "\" preserveAspectRatio=\"none\"";
    if (opacity < 1) body_ += " opacity=\"" + number(opacity) + "\"";
    body_ += " xlink:href=\"data:image/png;base64," + base64(png_bytes(image)) + "\"/>\n";
}

void SvgCanvas::draw_texts(std::span<const TextItem> items) {
    for (const TextItem& item : items) draw_text(item);
}

void SvgCanvas::draw_text(const TextItem& item) {
    const std::string words = clean_utf8(item.text);
    const ShapedText& shaped = fonts_.shape(words, item.role, item.size_px, item.letter_spacing_px);
    if (shaped.glyphs.empty()) return;
    used_fonts_.use(shaped, words, item.role);
    if (item.path.size() >= 2) return draw_along(item, words, shaped);
    // Right-to-left text ends at its left end.
    const bool rtl = shaped.direction == GlyphRun::Direction::right_to_left;
    body_ += "<text x=\"" + number(item.x) + "\" y=\"" + number(std::round(item.baseline)) + "\"";
    if (rtl) body_ += " direction=\"rtl\" text-anchor=\"end\"";
    body_ += font_attributes(item.role, fonts_.families(item.role)) + " font-size=\"" + number(item.size_px) + "\"";
    if (item.letter_spacing_px != 0) body_ += " letter-spacing=\"" + number(item.letter_spacing_px) + "\"";
    // Where the fonts are others, the text keeps its width. A reader's width has the spacing after the last letter too.
    body_ += " textLength=\"" + number(shaped.width + item.letter_spacing_px) + "\" lengthAdjust=\"spacingAndGlyphs\"";
    body_ += colour_attributes("fill", item.colour);
    if (item.halo_px > 0 && item.halo.a > 0)
        body_ += colour_attributes("stroke", item.halo) + " stroke-width=\"" + number(2 * item.halo_px) +
                 "\" stroke-linejoin=\"round\" paint-order=\"stroke\"";
    body_ += ">" + xml_escaped(words) + "</text>\n";
}

void SvgCanvas::draw_along(const TextItem& item, const std::string& words, const ShapedText& shaped) {
    // Not every reader knows <textPath>: each letter is a text of its own, and an unseen text tells the word.
    const auto turned = glyphs_along(shaped, item.path);
    const auto letters = [&](const std::string& look) {
        body_ += "<g" + look + font_attributes(item.role, fonts_.families(item.role)) + " font-size=\"" +
                 number(item.size_px) + "\">";
        for (const GlyphCluster& cluster : glyph_clusters(shaped)) {
            const std::uint32_t begin = shaped.glyphs[cluster.first].byte;
            const std::string letter = words.substr(begin, cluster.end_byte - begin);
            if (letter == " ") continue;
            const TurnedGlyph& at = turned[cluster.first];
            body_ += fmt::format("<text transform=\"translate({} {}) rotate({})\">{}</text>", number(at.x),
                                 number(at.y), number(at.angle * 180 / 3.14159265358979), xml_escaped(letter));
        }
        body_ += "</g>\n";
    };
    body_ += "<g>\n";
    if (item.halo_px > 0 && item.halo.a > 0)
        letters(" aria-hidden=\"true\" fill=\"none\"" + colour_attributes("stroke", item.halo) + " stroke-width=\"" +
                number(2 * item.halo_px) + "\" stroke-linejoin=\"round\"");
    letters(" aria-hidden=\"true\" style=\"user-select:none\"" + colour_attributes("fill", item.colour));
    const TextItem word = leveled(item, fonts_);
    body_ += "<text x=\"" + number(word.x) + "\" y=\"" + number(word.baseline) + "\"" +
             font_attributes(word.role, fonts_.families(word.role)) + " font-size=\"" + number(word.size_px) +
             "\" fill=\"none\">" + xml_escaped(words) + "</text>\n</g>\n";
}

std::string SvgCanvas::finished(const Document& document) const {
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    out += fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
        "xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\" version=\"1.1\" "
        "width=\"{}in\" height=\"{}in\" viewBox=\"0 0 {} {}\" xml:space=\"preserve\" stroke-miterlimit=\"1.7\">\n",
        document.width_px / document.px_per_inch, document.height_px / document.px_per_inch, document.width_px,
        document.height_px);
    out += "<title>" + xml_escaped(document.title) + "</title>\n";
    out += "<desc>" + xml_escaped(document.description) + "</desc>\n";
    out +=
        "<metadata><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
        "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><rdf:Description rdf:about=\"\">";
    out += "<dc:format>image/svg+xml</dc:format><dc:title>" + xml_escaped(document.title) + "</dc:title>";
    out += "<dc:description>" + xml_escaped(document.description) + "</dc:description>";
    out += "<dc:creator>" + xml_escaped(document.creator) + "</dc:creator></rdf:Description></rdf:RDF>";
    if (!document.view.empty())
        out += fmt::format("\n<{0} xmlns:chronomap=\"urn:chronomap:view\">{1}</{0}>", view_element,
                           xml_escaped(document.view));
    out += "</metadata>\n";
    out += "<style type=\"text/css\">\n" + used_fonts_.css(fonts_) + "</style>\n";
    return out + body_ + "</svg>\n";
}

std::string view_of_svg(std::string_view svg) {
    const std::size_t element = svg.find("<" + std::string(view_element));
    if (element == svg.npos) return {};
    const std::size_t begin = svg.find('>', element), end = svg.find("</" + std::string(view_element), element);
    if (begin == svg.npos || end == svg.npos || end < begin) return {};
    std::string out;
    const std::string_view text = svg.substr(begin + 1, end - begin - 1);
    constexpr std::pair<std::string_view, char> entities[] = {
        {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}};
    for (std::size_t i = 0; i < text.size();) {
        const auto* entity = std::ranges::find_if(
            entities, [&](const auto& candidate) { return text.substr(i).starts_with(candidate.first); });
        const bool found = text[i] == '&' && entity != std::end(entities);
        out += found ? entity->second : text[i];
        i += found ? entity->first.size() : 1;
    }
    return out;
}

}  // namespace chronomap
