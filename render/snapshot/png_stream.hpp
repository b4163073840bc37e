#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "geo/base/result.hpp"

namespace chronomap {

/// A text chunk of a PNG (iTXt, UTF-8): keyword of 1 to 79 Latin letters.
struct PngText {
    std::string keyword;
    std::string text;
};

/// The keyword of the text that tells how to make the picture again.
inline constexpr const char* png_document_keyword = "chronomap-view";

enum class PngPixels : std::uint8_t { rgb, rgba };

/// What a PNG says beside its pixels.
struct PngDetails {
    PngPixels pixels = PngPixels::rgb;
    double dpi = 0;  ///< 0: not said
    std::vector<PngText> texts;
};

/// Writes a PNG row by row, so that a picture never has to be in memory whole. Blocks of rows are packed on all cores
/// and joined into one zlib stream (a full flush ends each block). The file appears when it is whole.
class PngStream {
  public:
    /// Error: a size that PNG does not have; the folder is missing or may not be written to.
    static Result<PngStream> create(const std::string& path, int width, int height, const PngDetails& details = {});
    PngStream(PngStream&&) noexcept;
    PngStream& operator=(PngStream&&) noexcept;
    ~PngStream();

    /// Whole rows from the top, RGBA, 4 bytes a pixel. Error: disk full; more rows than the picture has.
    Result<void> add_rows(std::span<const std::uint8_t> rgba);
    /// After the last row. Error: disk full; rows are missing.
    Result<void> finish();

  private:
    struct Impl;
    explicit PngStream(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace chronomap
