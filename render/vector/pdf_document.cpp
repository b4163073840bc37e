#include "render/vector/pdf_document.hpp"

#include <cairo-pdf.h>
#include <fmt/format.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <charconv>
#include <set>

#include "geo/base/atomic_file.hpp"
#include "render/vector/cairo_canvas.hpp"
#include "render/vector/utf8.hpp"

namespace chronomap {
namespace {

constexpr double points_per_inch = 72;
/// Readers show no longer pages: 200 inches (ISO 32000-1, annex C). Larger ones are drawn smaller.
constexpr double most_points = 14400;

struct DestroySurface {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
struct DestroyCairo {
    void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};

/// In the attributes of Cairo's tags, between quotes.
std::string quoted(const std::string& name) {
    std::string out = "'";
    for (const char c : name) {
        if (c == '\'' || c == '\\') out += '\\';
        out += c;
    }
    return out + "'";
}

/// A hexadecimal PDF string of UTF-16 with its byte order mark.
std::string utf8_of_hex(std::string_view hex) {
    std::u16string units;
    for (std::size_t i = 0; i + 4 <= hex.size(); i += 4) {
        unsigned unit = 0;
        const auto [end, error] = std::from_chars(hex.data() + i, hex.data() + i + 4, unit, 16);
        if (error != std::errc{} || end != hex.data() + i + 4) return {};
        if (unit != 0xFEFF) units += static_cast<char16_t>(unit);
    }
    std::string out;
    icu::UnicodeString(units.data(), static_cast<int32_t>(units.size())).toUTF8String(out);
    return out;
}

}  // namespace

std::string view_of_pdf(std::string_view pdf) {
    // Cairo writes the information as plain objects: ASCII without brackets as it is, all else as hexadecimal UTF-16.
    constexpr std::string_view key = "/Keywords ";
    const std::size_t at = pdf.rfind(key);
    if (at == pdf.npos || at + key.size() >= pdf.size()) return {};
    const std::string_view value = pdf.substr(at + key.size());
    const bool plain = value.front() == '(';
    const std::size_t end = value.find(plain ? ')' : '>');
    if (end == value.npos || (!plain && value.front() != '<')) return {};
    const std::string_view inside = value.substr(1, end - 1);
    std::string view = plain ? std::string(inside) : utf8_of_hex(inside);
    return view.starts_with('{') ? view : std::string();
}

struct PdfDocument::Impl {
    explicit Impl(AtomicFile into, std::string name) : file(std::move(into)), path(std::move(name)) {}

    AtomicFile file;
    std::string path;
    Result<void> written;  ///< the first error of writing
    std::unique_ptr<cairo_surface_t, DestroySurface> surface;
    std::unique_ptr<cairo_t, DestroyCairo> cairo;
    std::unique_ptr<CairoCanvas> canvas;
    int pages = 0;

    std::set<std::string> linked, named;

    ~Impl() {
        if (!cairo) return;
        // Given up. Cairo's finish asserts that every link leads somewhere; none of this is written.
        written = fail("not finished", path);
        for (const std::string& name : linked)
            if (!named.contains(name)) name_place(name, 0, 0);
    }
    /// Cairo is never told of an error: it would end in an assertion where links lead nowhere.
    static cairo_status_t write(void* self, const unsigned char* bytes, unsigned length) {
        auto& impl = *static_cast<Impl*>(self);
        if (impl.written) impl.written = impl.file.write({reinterpret_cast<const char*>(bytes), length});
        return CAIRO_STATUS_SUCCESS;
    }
    void name_place(const std::string& name, double x, double y) {
        const std::string attributes = fmt::format("name={} x={:.1f} y={:.1f}", quoted(name), x, y);
        cairo_tag_begin(cairo.get(), CAIRO_TAG_DEST, attributes.c_str());
        cairo_tag_end(cairo.get(), CAIRO_TAG_DEST);
        named.insert(name);
    }
    void set(cairo_pdf_metadata_t key, const std::string& value) {
        if (!value.empty()) cairo_pdf_surface_set_metadata(surface.get(), key, clean_utf8(value).c_str());
    }
};

PdfDocument::PdfDocument(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
PdfDocument::~PdfDocument() = default;

Result<std::unique_ptr<PdfDocument>> PdfDocument::create(const std::string& path, const Info& info, FontSet& fonts) {
    auto file = AtomicFile::create(path);
    if (!file) return tl::unexpected(file.error());
    auto impl = std::make_unique<Impl>(std::move(*file), path);
    // The size is that of each page, set when it begins.
    impl->surface.reset(cairo_pdf_surface_create_for_stream(Impl::write, impl.get(), 100, 100));
    impl->cairo.reset(cairo_create(impl->surface.get()));
    if (cairo_status(impl->cairo.get()) != CAIRO_STATUS_SUCCESS)
        return fail(std::string("Cairo does not start: ") + cairo_status_to_string(cairo_status(impl->cairo.get())),
                    path);
    impl->canvas = std::make_unique<CairoCanvas>(impl->cairo.get(), fonts);
    impl->set(CAIRO_PDF_METADATA_TITLE, info.title);
    impl->set(CAIRO_PDF_METADATA_SUBJECT, info.subject);
    impl->set(CAIRO_PDF_METADATA_CREATOR, info.creator);
    impl->set(CAIRO_PDF_METADATA_KEYWORDS, info.view);
    return std::unique_ptr<PdfDocument>(new PdfDocument(std::move(impl)));
}

void PdfDocument::begin_page(int width_px, int height_px, double px_per_inch) {
    cairo_t* cairo = impl_->cairo.get();
    if (impl_->pages++ > 0) cairo_show_page(cairo);
    impl_->canvas->begin_page();
    const double scale = std::min(points_per_inch / px_per_inch, most_points / std::max(width_px, height_px));
    cairo_pdf_surface_set_size(impl_->surface.get(), width_px * scale, height_px * scale);
    cairo_identity_matrix(cairo);
    cairo_scale(cairo, scale, scale);
}

Canvas& PdfDocument::canvas() {
    return *impl_->canvas;
}

void PdfDocument::mark_page(const std::string& title) {
    const std::string here = "page=" + std::to_string(impl_->pages);
    cairo_pdf_surface_add_outline(impl_->surface.get(), CAIRO_PDF_OUTLINE_ROOT, clean_utf8(title).c_str(), here.c_str(),
                                  static_cast<cairo_pdf_outline_flags_t>(0));
}

void PdfDocument::name_place(const std::string& name, double x, double y) {
    impl_->name_place(name, x, y);
}

void PdfDocument::link_events(std::string (*name_of)(EventIndex)) {
    impl_->canvas->on_mark_begin = [this, name_of](EventIndex event) { begin_link(name_of(event)); };
    impl_->canvas->on_mark_end = [this] { end_link(); };
}

void PdfDocument::begin_link(const std::string& page_name) {
    impl_->linked.insert(page_name);
    // A link outside of a structure would refer to elements that Cairo 1.16 does not write.
    cairo_tag_begin(impl_->cairo.get(), "P", nullptr);
    cairo_tag_begin(impl_->cairo.get(), CAIRO_TAG_LINK, ("dest=" + quoted(page_name)).c_str());
}
void PdfDocument::end_link() {
    cairo_tag_end(impl_->cairo.get(), CAIRO_TAG_LINK);
    cairo_tag_end(impl_->cairo.get(), "P");
}

Result<void> PdfDocument::finish() {
    impl_->cairo.reset();
    cairo_surface_finish(impl_->surface.get());
    if (!impl_->written) return impl_->written;
    const cairo_status_t status = cairo_surface_status(impl_->surface.get());
    if (status != CAIRO_STATUS_SUCCESS)
        return fail(std::string("cannot write the PDF: ") + cairo_status_to_string(status), impl_->path);
    return impl_->file.commit();
}

}  // namespace chronomap
