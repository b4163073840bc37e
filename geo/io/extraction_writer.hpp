#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "geo/base/result.hpp"
#include "geo/io/extraction_json.hpp"

namespace chronomap {

enum class OutputFormat : std::uint8_t { jsonl, geojson, csv, gpkg, annotations };

/// "jsonl", "geojson", "csv", "gpkg", "annotations".
std::optional<OutputFormat> output_format_from(std::string_view name);

/// Whether a CSV table has columns for what the user made of the events; the other formats tell it wherever there is
/// something to tell.
enum class UserColumns : std::uint8_t { no, yes };

/// Takes extractions one after the other and writes them in one format, in constant memory.
/// To a file: appears whole at finish(), or not at all. To standard output (empty path): as it comes; whole lines only.
class ExtractionWriter {
  public:
    virtual ~ExtractionWriter() = default;
    virtual Result<void> add(const Extraction& extraction) = 0;
    /// The same in two steps: this one may run on any thread, at the same time as others; what it returns writes, and
    /// runs one at a time while the writer lives.
    virtual std::function<Result<void>()> prepare(Extraction extraction);
    virtual Result<void> finish() = 0;

    /// Error: the path cannot be written; a GeoPackage cannot go to standard output.
    static Result<std::unique_ptr<ExtractionWriter>> create(OutputFormat format, const std::string& path,
                                                            Explain explain = Explain::no,
                                                            UserColumns user = UserColumns::no);
};

}  // namespace chronomap
