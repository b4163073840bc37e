#pragma once

#include <string>

#include "geo/base/result.hpp"
#include "render/scene/scene.hpp"
#include "render/scene/view.hpp"

namespace chronomap {

struct MapPage;  // render/furniture/page.hpp

/// What kinds of vector picture there are.
enum class VectorFormat : std::uint8_t { svg, pdf };

/// How a vector picture is written, beside what it shows.
struct VectorOptions {
    double px_per_inch = 96;  ///< how many of the view's pixels make an inch of paper
    std::string document;     ///< JSON that describes the view, embedded; may be empty
};

/// Draws the scene into a file of paths and text, in one step: on any error nothing stands under `path` that was not
/// there before. Needs no OpenGL. Error: no fonts, or the file cannot be written.
Result<void> write_vector(const Scene& scene, const View& view, const std::string& path, VectorFormat format,
                          const VectorOptions& options = {});

/// The same for a page with several maps.
Result<void> write_vector(const MapPage& page, const std::string& path, VectorFormat format,
                          const VectorOptions& options = {});

/// The `document` of an SVG or PDF that write_vector wrote; empty when the file has none, or another program has
/// written the PDF anew. Error: the file cannot be read.
Result<std::string> read_vector_document(const std::string& path);

}  // namespace chronomap
