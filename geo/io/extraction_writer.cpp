#include "geo/io/extraction_writer.hpp"

#include <array>
#include <cstdio>
#include <utility>

#include <fmt/format.h>

#include "geo/base/atomic_file.hpp"
#include "geo/io/geopackage_writer.hpp"
#include "geo/io/user_columns.hpp"

namespace chronomap {
namespace {

/// Where lines go: a file that appears whole, or standard output.
class LineSink {
  public:
    static Result<LineSink> open(const std::string& path) {
        LineSink sink;
        if (path.empty()) return sink;
        auto file = AtomicFile::create(path);
        if (!file) return tl::unexpected(file.error());
        sink.file_ = std::move(*file);
        return sink;
    }

    Result<void> write(std::string_view bytes) {
        if (file_) return file_->write(bytes);
        // One call a record and a flush: an interrupted run leaves whole lines.
        if (std::fwrite(bytes.data(), 1, bytes.size(), stdout) != bytes.size() || std::fflush(stdout) != 0)
            return fail("cannot write to standard output");
        return {};
    }

    Result<void> finish() { return file_ ? file_->commit() : Result<void>{}; }

  private:
    std::optional<AtomicFile> file_;
};

/// A writer of text: what an extraction looks like is made apart from writing it.
class TextWriter : public ExtractionWriter {
  public:
    explicit TextWriter(LineSink sink) : sink_(std::move(sink)) {}
    Result<void> add(const Extraction& extraction) final { return append(text_of(extraction)); }
    std::function<Result<void>()> prepare(Extraction extraction) final {
        return [this, text = text_of(extraction)] { return append(text); };
    }
    Result<void> finish() override { return sink_.finish(); }

  protected:
    /// May run on several threads at once.
    virtual std::string text_of(const Extraction& extraction) const = 0;
    virtual Result<void> append(const std::string& text) { return sink_.write(text); }

    LineSink sink_;
};

class JsonLinesWriter final : public TextWriter {
  public:
    JsonLinesWriter(LineSink sink, Explain explain) : TextWriter(std::move(sink)), explain_(explain) {}

  protected:
    std::string text_of(const Extraction& extraction) const override { return json_line(extraction, explain_) + "\n"; }

  private:
    Explain explain_;
};

class AnnotationWriter final : public TextWriter {
  public:
    using TextWriter::TextWriter;

  protected:
    std::string text_of(const Extraction& extraction) const override { return annotation_lines(extraction); }
};

class GeoJsonWriter final : public TextWriter {
  public:
    using TextWriter::TextWriter;

    Result<void> finish() override {
        if (auto written = sink_.write(std::string(started_ ? "" : head) + "\n]}\n"); !written) return written;
        return TextWriter::finish();
    }

  protected:
    std::string text_of(const Extraction& extraction) const override { return geojson_features(extraction); }
    Result<void> append(const std::string& features) override {
        if (features.empty()) return {};
        return sink_.write((std::exchange(started_, true) ? ",\n" : head) + features);
    }

  private:
    static constexpr const char* head = "{\"type\":\"FeatureCollection\",\"features\":[\n";
    bool started_ = false;
};

/// RFC 4180: quoted where it holds a comma, a quote or a line end.
std::string csv_cell(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == text.npos) return std::string(text);
    std::string out = "\"";
    for (char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + "\"";
}

class CsvWriter final : public TextWriter {
  public:
    CsvWriter(LineSink sink, UserColumns user) : TextWriter(std::move(sink)), user_(user) {}

    Result<void> finish() override {
        if (auto written = sink_.write(take_head()); !written) return written;
        return TextWriter::finish();
    }

  protected:
    std::string text_of(const Extraction& extraction) const override {
        const CodePointIndex offset(extraction.article.text);
        std::string rows;
        for (const Event& event : extraction.events) {
            const Place none;
            const Place& place = event.place ? *event.place : none;
            const std::array<std::string, 19> cells{event.id,
                                                    event.article_id,
                                                    event.date.text(),
                                                    iso_date(event.date.span().begin),
                                                    iso_date(event.date.span().end),
                                                    std::string(name_of(event.dated_by)),
                                                    std::string(name_of(event.kind)),
                                                    std::string(name_of(event.modality)),
                                                    place.id,
                                                    place.name,
                                                    event.place_surface,
                                                    event.place ? fmt::format("{:.5f}", place.location.lon) : "",
                                                    event.place ? fmt::format("{:.5f}", place.location.lat) : "",
                                                    place.country,
                                                    event.attribution,
                                                    fmt::format("{:.2f}", event.confidence),
                                                    std::to_string(offset.code_point_at(event.sentence.begin)),
                                                    std::to_string(offset.code_point_at(event.sentence.end)),
                                                    event.quote};
            for (std::size_t i = 0; i < cells.size(); ++i) rows += (i ? "," : "") + csv_cell(cells[i]);
            if (user_ == UserColumns::yes)
                for (const std::string& cell : user_cells(event)) rows += "," + csv_cell(cell);
            rows += "\r\n";
        }
        return rows;
    }
    Result<void> append(const std::string& rows) override { return sink_.write(take_head() + rows); }

  private:
    std::string take_head() {
        if (std::exchange(headed_, true)) return {};
        std::string head =
            "id,article,edtf,begin,end,dated_by,kind,modality,place_id,place,place_as_written,longitude,latitude,country,"
            "attribution,confidence,sentence_start,sentence_end,quote";
        if (user_ == UserColumns::yes)
            for (const std::string_view name : user_columns) head += "," + std::string(name);
        return head + "\r\n";
    }

    UserColumns user_;
    bool headed_ = false;
};

}  // namespace

std::function<Result<void>()> ExtractionWriter::prepare(Extraction extraction) {
    return [this, shared = std::make_shared<const Extraction>(std::move(extraction))] { return add(*shared); };
}

std::optional<OutputFormat> output_format_from(std::string_view name) {
    static constexpr std::array<std::pair<std::string_view, OutputFormat>, 5> formats{
        {{"jsonl", OutputFormat::jsonl},
         {"geojson", OutputFormat::geojson},
         {"csv", OutputFormat::csv},
         {"gpkg", OutputFormat::gpkg},
         {"annotations", OutputFormat::annotations}}};
    for (const auto& [known, format] : formats)
        if (known == name) return format;
    return std::nullopt;
}

Result<std::unique_ptr<ExtractionWriter>> ExtractionWriter::create(OutputFormat format, const std::string& path,
                                                                   Explain explain, UserColumns user) {
    if (format == OutputFormat::gpkg) {
        if (path.empty()) return fail("a GeoPackage cannot go to standard output", {}, 0, "name a file with -o");
        return create_geopackage_writer(path);
    }
    auto sink = LineSink::open(path);
    if (!sink) return tl::unexpected(sink.error());
    switch (format) {
        case OutputFormat::geojson:
            return std::make_unique<GeoJsonWriter>(std::move(*sink));
        case OutputFormat::csv:
            return std::make_unique<CsvWriter>(std::move(*sink), user);
        case OutputFormat::annotations:
            return std::make_unique<AnnotationWriter>(std::move(*sink));
        default:
            return std::make_unique<JsonLinesWriter>(std::move(*sink), explain);
    }
}

}  // namespace chronomap
