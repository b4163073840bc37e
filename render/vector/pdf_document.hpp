#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "geo/base/result.hpp"
#include "render/vector/canvas.hpp"

namespace chronomap {

/// A PDF file page by page, by Cairo: text with embedded fonts that can be searched, in any script. The file appears
/// under its name when it is finished; without that nothing is left behind.
class PdfDocument {
  public:
    struct Info {
        std::string title, subject, creator;
        std::string view;  ///< JSON that tells how to make the picture again, kept as the keywords; may be empty
    };
    /// `fonts` must outlive the document. Error: the folder is missing or may not be written to.
    static Result<std::unique_ptr<PdfDocument>> create(const std::string& path, const Info& info, FontSet& fonts);
    ~PdfDocument();

    /// Ends the page before and begins one of that size in pixels, of which `px_per_inch` make an inch.
    void begin_page(int width_px, int height_px, double px_per_inch);
    /// What draws on the page.
    Canvas& canvas();

    /// A bookmark to the current page.
    void mark_page(const std::string& title);
    /// From now on the marks of events lead to the places named name_of(event), which are named before the end.
    void link_events(std::string (*name_of)(EventIndex));
    /// A name for a place (pixels) of the current page that links can go to. To be called when something is drawn on
    /// it: Cairo forgets what comes before a fill of the whole page.
    void name_place(const std::string& name, double x = 0, double y = 0);
    /// What is drawn until end_link() leads to the page of that name.
    void begin_link(const std::string& page_name);
    void end_link();

    /// Error: disk full, or what Cairo says.
    Result<void> finish();

  private:
    struct Impl;
    explicit PdfDocument(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

/// The `view` of a file's PdfDocument::Info; empty when the file has none or has been written anew by another program.
std::string view_of_pdf(std::string_view pdf);

}  // namespace chronomap
