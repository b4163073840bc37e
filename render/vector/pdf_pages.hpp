#pragma once

#include <memory>
#include <string>
#include <vector>

#include "geo/base/result.hpp"
#include "render/scene/scene.hpp"
#include "render/scene/view.hpp"

namespace chronomap {

/// An atlas: a PDF with an index of titles and page numbers, then a map on each page. Every map has a bookmark, a
/// link from the index and one back from its page number; what stays the same from page to page is in the file once.
/// At the end stand the sentences of all events, unless there are thousands; the events' marks lead to them.
/// The file appears under its name when it is finished; a PdfPages that goes before leaves nothing.
class PdfPages {
  public:
    struct Options {
        std::string title;        ///< of the whole; empty: the index has no heading
        std::string subtitle;     ///< on the index, below the title
        std::string document;     ///< JSON that describes the view, embedded; may be empty
        double px_per_inch = 96;  ///< how many of the view's pixels make an inch of paper
    };
    /// Writes the index for maps of these `titles`, in the style of `scene` and on pages of the size of `view`.
    /// Error: no fonts; the file cannot be written.
    static Result<std::unique_ptr<PdfPages>> create(const std::string& path, const std::vector<std::string>& titles,
                                                    const Scene& scene, const View& view, const Options& options);
    ~PdfPages();

    /// The next map, for the next of the titles; not more often than there are titles. It has the events of the first
    /// scene.
    void add(const Scene& scene, const View& view);
    /// To be called after the last map. Error: disk full.
    Result<void> finish();

  private:
    struct Impl;
    explicit PdfPages(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace chronomap
