#include "render/vector/cairo_canvas.hpp"

#include <cairo.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <memory>
#include <vector>

#include "render/vector/cairo_image.hpp"
#include "render/vector/utf8.hpp"

namespace chronomap {
namespace {

void set_colour(cairo_t* cairo, Colour colour) {
    cairo_set_source_rgba(cairo, colour.r, colour.g, colour.b, colour.a);
}

/// On the pixel's row where TextPainter sets them.
std::vector<cairo_glyph_t> glyphs_of(const ShapedText& shaped, const GlyphRun& run, const TextItem& item) {
    // Just inside that row, for readers that round down.
    const double baseline = std::round(item.baseline) + 0.05;
    std::vector<cairo_glyph_t> glyphs;
    for (std::size_t i = run.first; i < run.end; ++i)
        glyphs.push_back({shaped.glyphs[i].glyph, double(item.x) + shaped.glyphs[i].x, baseline + shaped.glyphs[i].y});
    return glyphs;
}

/// Hands `draw(glyphs, first)` each cluster of a text along a line, with the pen at the cluster's first glyph and
/// turned.
template <class Draw>
void draw_along(cairo_t* cairo, const ShapedText& shaped, const TextItem& item, const Draw& draw) {
    const auto turned = glyphs_along(shaped, item.path);
    for (const GlyphCluster& cluster : glyph_clusters(shaped)) {
        const PlacedGlyph& first = shaped.glyphs[cluster.first];
        std::vector<cairo_glyph_t> glyphs;
        for (std::size_t i = cluster.first; i < cluster.end; ++i)
            glyphs.push_back({shaped.glyphs[i].glyph, shaped.glyphs[i].x - first.x, shaped.glyphs[i].y - first.y});
        cairo_save(cairo);
        cairo_translate(cairo, turned[cluster.first].x, turned[cluster.first].y);
        cairo_rotate(cairo, turned[cluster.first].angle);
        draw(glyphs, first);
        cairo_restore(cairo);
    }
}

/// Which bytes of the run's words belong to which of its glyphs, in the order of the words.
std::vector<cairo_text_cluster_t> clusters_of(const ShapedText& shaped, const GlyphRun& run) {
    std::vector<cairo_text_cluster_t> clusters;
    std::vector<std::uint32_t> begins;
    const bool backward = run.direction == GlyphRun::Direction::right_to_left;
    const std::size_t count = run.end - run.first;
    for (std::size_t k = 0; k < count; ++k) {
        const std::uint32_t byte = shaped.glyphs[backward ? run.end - 1 - k : run.first + k].byte;
        if (begins.empty() || byte != begins.back()) {
            begins.push_back(byte);
            clusters.push_back({0, 0});
        }
        ++clusters.back().num_glyphs;
    }
    for (std::size_t i = 0; i < clusters.size(); ++i) {
        const std::uint32_t end = i + 1 < clusters.size() ? begins[i + 1] : run.end_byte;
        const std::uint32_t begin = i == 0 ? run.begin_byte : begins[i];
        clusters[i].num_bytes = static_cast<int>(end) - static_cast<int>(begin);
    }
    return clusters;
}

/// Letters set apart would be read as words of one letter each: a word of them is one cluster.
std::vector<cairo_text_cluster_t> joined_into_words(const std::vector<cairo_text_cluster_t>& clusters,
                                                    std::string_view words) {
    std::vector<cairo_text_cluster_t> joined;
    std::size_t at = 0;
    bool in_word = false;
    for (const cairo_text_cluster_t& cluster : clusters) {
        const bool space = at < words.size() && words[at] == ' ';
        at += static_cast<std::size_t>(cluster.num_bytes);
        if (in_word && !space) {
            joined.back().num_bytes += cluster.num_bytes;
            joined.back().num_glyphs += cluster.num_glyphs;
        } else {
            joined.push_back(cluster);
        }
        in_word = !space;
    }
    return joined;
}

}  // namespace

void CairoCanvas::DestroySurface::operator()(cairo_surface_t* surface) const {
    cairo_surface_destroy(surface);
}

CairoCanvas::Surface CairoCanvas::recorded(const PixelBox& box, const std::function<void(CairoCanvas&)>& draw) {
    const cairo_rectangle_t extents{box.left, box.top, box.right - box.left, box.bottom - box.top};
    Surface surface(cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents));
    const std::unique_ptr<cairo_t, void (*)(cairo_t*)> cairo(cairo_create(surface.get()), cairo_destroy);
    CairoCanvas recorder(cairo.get(), fonts_);
    recorder.faces_ = faces_;
    draw(recorder);
    return surface;
}

void CairoCanvas::draw_kept(std::uint64_t key, const PixelBox& box, const std::function<void(Canvas&)>& draw) {
    if (kept_ && key == kept_key_ && kept_page_ == page_) {
        draw(*this);
        return;
    }
    if (!kept_ || key != kept_key_) kept_ = recorded(box, draw);
    kept_key_ = key;
    kept_page_ = page_;
    cairo_set_source_surface(cairo_, kept_.get(), 0, 0);
    cairo_paint(cairo_);
}

void CairoCanvas::trace(const Path& path) {
    cairo_new_path(cairo_);
    const PixelPoint* at = path.points().data();
    for (const Path::Verb verb : path.verbs()) {
        switch (verb) {
            case Path::Verb::move:
                cairo_move_to(cairo_, at->x, at->y), ++at;
                break;
            case Path::Verb::line:
                cairo_line_to(cairo_, at->x, at->y), ++at;
                break;
            case Path::Verb::curve:
                cairo_curve_to(cairo_, at[0].x, at[0].y, at[1].x, at[1].y, at[2].x, at[2].y), at += 3;
                break;
            case Path::Verb::close:
                cairo_close_path(cairo_);
                break;
        }
    }
}

void CairoCanvas::begin_note(const std::string&, std::optional<EventIndex> event) {
    in_mark_ = event && on_mark_begin;
    if (in_mark_) on_mark_begin(*event);
}
void CairoCanvas::end_note() {
    if (in_mark_) on_mark_end();
    in_mark_ = false;
}

void CairoCanvas::begin_clip(const Path& path) {
    cairo_save(cairo_);
    trace(path);
    cairo_set_fill_rule(cairo_, CAIRO_FILL_RULE_EVEN_ODD);
    cairo_clip(cairo_);
}
void CairoCanvas::end_clip() {
    cairo_restore(cairo_);
}

void CairoCanvas::begin_offset(PixelPoint corner) {
    cairo_save(cairo_);
    cairo_translate(cairo_, corner.x, corner.y);
}
void CairoCanvas::end_offset() {
    cairo_restore(cairo_);
}

void CairoCanvas::fill(const Path& path, Colour colour) {
    if (path.empty() || colour.a <= 0) return;
    trace(path);
    set_colour(cairo_, colour);
    cairo_set_fill_rule(cairo_, CAIRO_FILL_RULE_EVEN_ODD);
    cairo_fill(cairo_);
}

void CairoCanvas::stroke(const Path& path, const Stroke& stroke) {
    if (path.empty() || stroke.width_px <= 0 || stroke.colour.a <= 0) return;
    trace(path);
    set_colour(cairo_, stroke.colour);
    cairo_set_line_width(cairo_, stroke.width_px);
    cairo_set_line_cap(cairo_, CAIRO_LINE_CAP_BUTT);
    cairo_set_line_join(cairo_, CAIRO_LINE_JOIN_MITER);
    cairo_set_miter_limit(cairo_, 1.7);
    const auto& dash = stroke.dash_px;
    const double lengths[] = {dash[0], dash[1], dash[2], dash[3]};
    cairo_set_dash(cairo_, lengths, dash[0] <= 0 ? 0 : dash[2] > 0 ? 4 : 2, 0);
    cairo_stroke(cairo_);
}

void CairoCanvas::draw_image(const Image& image, const PixelBox& box, double opacity) {
    if (image.width > 0 && image.height > 0 && opacity > 0) draw_image_on(cairo_, image, box, opacity);
}

void CairoCanvas::draw_texts(std::span<const TextItem> items) {
    for (const TextItem& item : items)
        if (item.halo_px > 0 && item.halo.a > 0) draw_halo(item);
    for (const TextItem& item : items) draw_letters(item);
}

bool CairoCanvas::take_face(std::uint16_t index, const TextItem& item) {
    cairo_font_face_t* face = faces_->face(fonts_.file_of(index));
    if (!face) return false;
    cairo_set_font_face(cairo_, face);
    cairo_set_font_size(cairo_, item.size_px);
    return true;
}

void CairoCanvas::draw_halo(const TextItem& item) {
    const ShapedText& shaped = fonts_.shape(clean_utf8(item.text), item.role, item.size_px, item.letter_spacing_px);
    // The outlines of a map's halos are most of its bytes; the pages of an atlas share them.
    const Colour& c = item.halo;
    std::string key = fmt::format("{} {} {} {} {} {} {} {} {}", static_cast<int>(item.role), item.size_px,
                                  item.letter_spacing_px, item.halo_px, c.r, c.g, c.b, c.a, item.text);
    // One along a line is shared only where the line is the same.
    for (const PathPoint& point : item.path) key += fmt::format(" {} {}", point.x, point.y);
    Halo& halo = halos_[key];
    if (++halo.uses == 1 || halo.page == page_) {
        stroke_halo(item, shaped);
        return;
    }
    if (!halo.recording) {
        TextItem at_origin = item;
        at_origin.x = at_origin.baseline = 0;
        // Generous: marks may stand above the ascent and slanted letters lean out.
        const double around = item.size_px + item.halo_px;
        PixelBox box{0, -shaped.ascent, shaped.width, shaped.descent};
        for (const PathPoint& point : item.path) {
            if (&point == &item.path.front()) box = {point.x, point.y, point.x, point.y};
            box = {std::min<double>(box.left, point.x), std::min<double>(box.top, point.y),
                   std::max<double>(box.right, point.x), std::max<double>(box.bottom, point.y)};
        }
        halo.recording = recorded({box.left - around, box.top - around, box.right + around, box.bottom + around},
                                  [&](CairoCanvas& recorder) { recorder.stroke_halo(at_origin, shaped); });
    }
    halo.page = page_;
    const bool level = item.path.empty();
    cairo_set_source_surface(cairo_, halo.recording.get(), level ? item.x : 0, level ? std::round(item.baseline) : 0);
    cairo_paint(cairo_);
}

void CairoCanvas::stroke_halo(const TextItem& item, const ShapedText& shaped) {
    cairo_new_path(cairo_);
    if (item.path.size() >= 2) {
        draw_along(cairo_, shaped, item, [&](const auto& glyphs, const PlacedGlyph& first) {
            if (take_face(first.face, item)) cairo_glyph_path(cairo_, glyphs.data(), static_cast<int>(glyphs.size()));
        });
    } else {
        for (const GlyphRun& run : shaped.runs) {
            if (!take_face(shaped.glyphs[run.first].face, item)) continue;
            const auto glyphs = glyphs_of(shaped, run, item);
            cairo_glyph_path(cairo_, glyphs.data(), static_cast<int>(glyphs.size()));
        }
    }
    set_colour(cairo_, item.halo);
    cairo_set_line_width(cairo_, 2.0 * item.halo_px);
    cairo_set_line_join(cairo_, CAIRO_LINE_JOIN_ROUND);
    cairo_set_dash(cairo_, nullptr, 0, 0);
    cairo_stroke(cairo_);
}

void CairoCanvas::draw_letters(const TextItem& item) {
    const std::string words = clean_utf8(item.text);
    const ShapedText& shaped = fonts_.shape(words, item.role, item.size_px, item.letter_spacing_px);
    set_colour(cairo_, item.colour);
    if (item.path.size() >= 2) {
        // Letters turned each for itself are no word to a reader: they are drawn as outlines, and the word is told
        // beside them, as pale as Cairo does not yet leave it out.
        cairo_new_path(cairo_);
        draw_along(cairo_, shaped, item, [&](const auto& glyphs, const PlacedGlyph& first) {
            if (take_face(first.face, item)) cairo_glyph_path(cairo_, glyphs.data(), static_cast<int>(glyphs.size()));
        });
        cairo_set_fill_rule(cairo_, CAIRO_FILL_RULE_WINDING);
        cairo_fill(cairo_);
        TextItem word = leveled(item, fonts_);
        word.colour.a = 0.005f;
        draw_letters(word);
        return;
    }
    for (const GlyphRun& run : shaped.runs) {
        if (!take_face(shaped.glyphs[run.first].face, item)) continue;
        const std::string part = words.substr(run.begin_byte, run.end_byte - run.begin_byte);
        auto clusters = clusters_of(shaped, run);
        if (item.letter_spacing_px > 0) clusters = joined_into_words(clusters, part);
        const auto glyphs = glyphs_of(shaped, run, item);
        cairo_show_text_glyphs(cairo_, part.data(), static_cast<int>(part.size()), glyphs.data(),
                               static_cast<int>(glyphs.size()), clusters.data(), static_cast<int>(clusters.size()),
                               run.direction == GlyphRun::Direction::right_to_left
                                   ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD
                                   : static_cast<cairo_text_cluster_flags_t>(0));
    }
}

}  // namespace chronomap
