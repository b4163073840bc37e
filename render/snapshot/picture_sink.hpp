#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>

#include "geo/base/progress.hpp"
#include "geo/base/result.hpp"

namespace chronomap {

/// What a picture file says beside its pixels.
struct PictureDetails {
    double dpi = 0;   ///< 0: not said
    int quality = 0;  ///< 1 to 100 for formats that lose detail; 0: the usual one
    std::string title;
    std::string credits;
    std::string document;  ///< JSON that tells how to make the picture again; may be empty
    Progress packing{};    ///< told while finish() works, by formats that pack the picture only then
};

/// Takes a picture row by row and makes a file of it. The file appears under its name with finish(); without that
/// nothing is left behind.
class PictureSink {
  public:
    virtual ~PictureSink() = default;
    /// Whole rows from the top, RGBA, 4 bytes a pixel; alpha is not kept. Error: disk full; more rows than the picture
    /// has.
    virtual Result<void> add_rows(std::span<const std::uint8_t> rgba) = 0;
    /// After the last row. Error: disk full; rows are missing.
    virtual Result<void> finish() = 0;
};
using PictureSinkPtr = std::unique_ptr<PictureSink>;

/// A file that takes rows, as a PictureSink.
template <class File>
class SinkOf : public PictureSink {
  public:
    explicit SinkOf(std::unique_ptr<File> file) : file_(std::move(file)) {}
    Result<void> add_rows(std::span<const std::uint8_t> rgba) override { return file_->add_rows(rgba); }
    Result<void> finish() override { return file_->finish(); }

  private:
    std::unique_ptr<File> file_;
};

template <class File>
Result<PictureSinkPtr> sink_of(Result<std::unique_ptr<File>> file) {
    if (!file) return tl::unexpected(file.error());
    return std::make_unique<SinkOf<File>>(std::move(*file));
}

template <class File>
Result<PictureSinkPtr> sink_of(Result<File> file) {
    if (!file) return tl::unexpected(file.error());
    return std::make_unique<SinkOf<File>>(std::make_unique<File>(std::move(*file)));
}

}  // namespace chronomap
