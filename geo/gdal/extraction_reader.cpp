#include <cpl_error.h>

#include <algorithm>
#include <functional>
#include <limits>

#include "geo/gdal/extraction_tables.hpp"
#include "geo/gdal/table_rows.hpp"
#include "geo/io/place_document.hpp"
#include "geo/io/stored_names.hpp"

namespace chronomap {
namespace {

/// Code points of an article back to bytes.
class Bytes {
  public:
    explicit Bytes(const std::string& text) : index_(text) {}

    std::uint32_t at(std::optional<GIntBig> code_point) const {
        const GIntBig most = std::numeric_limits<std::uint32_t>::max();
        return index_.byte_at(static_cast<std::uint32_t>(std::clamp<GIntBig>(code_point.value_or(0), 0, most)));
    }
    TextRange range(const ReadRow& row, const char* begin, const char* end) const {
        return {at(row.integer(begin)), at(row.integer(end))};
    }

  private:
    CodePointIndex index_;
};

class ExtractionReader {
  public:
    ExtractionReader(GDALDatasetH dataset, const std::string& path) : dataset_(dataset), path_(path) {}

    Result<std::vector<ExtractionPtr>> read() {
        using Reader = ExtractionReader;
        const std::pair<const char*, Result<void> (Reader::*)(const ReadRow&)> tables[] = {
            {"places", &Reader::place},     {"articles", &Reader::article}, {"events", &Reader::event},
            {"mentions", &Reader::mention}, {"residue", &Reader::residue},
        };
        for (const auto& [name, take] : tables) {
            OGRLayerH table = GDALDatasetGetLayerByName(dataset_, name);
            if (!table) return fail(std::string("the table '") + name + "' is missing", path_);
            CPLErrorReset();
            while (ReadRow row{FeatureHandle(OGR_L_GetNextFeature(table))})
                if (const auto taken = (this->*take)(row); !taken)
                    return fail(std::string("row ") + std::to_string(row.number()) + " of the table '" + name +
                                    "' cannot be read: " + taken.error().message,
                                path_);
            if (CPLGetLastErrorType() == CE_Failure)
                return fail(std::string("the table '") + name + "' cannot be read: " + CPLGetLastErrorMsg(), path_);
        }
        std::vector<ExtractionPtr> extractions;
        for (Reading& reading : readings_) extractions.push_back(std::move(reading.extraction));
        return extractions;
    }

  private:
    struct Reading {
        std::shared_ptr<Extraction> extraction;
        Bytes bytes;
    };

    Result<void> place(const ReadRow& row) {
        auto place = place_from_document(row.text("document"));
        if (!place) return tl::unexpected(place.error());
        places_[row.number()] = std::make_shared<const Place>(std::move(*place));
        return {};
    }

    Result<void> article(const ReadRow& row) {
        auto extraction = std::make_shared<Extraction>();
        Article& article = extraction->article;
        article.id = row.text("article");
        article.title = row.text("title");
        article.publisher = row.text("publisher");
        article.path = row.text("path");
        article.text = row.text("text");
        const Bytes bytes(article.text);
        if (const auto day = row.integer("published_day")) article.published = Day{std::chrono::days{*day}};
        article.published_range = bytes.range(row, "published_start", "published_end");
        article.dateline = bytes.range(row, "dateline_start", "dateline_end");
        article.body_begin = bytes.at(row.integer("body_start"));
        if (!by_id_.emplace(article.id, readings_.size()).second) return fail("it is the second article of its id");
        readings_.push_back({std::move(extraction), bytes});
        return {};
    }

    Result<void> event(const ReadRow& row) {
        const auto reading = reading_of(row);
        if (!reading) return tl::unexpected(reading.error());
        const Bytes& bytes = (*reading)->bytes;
        Event event;
        event.id = row.text("event_id");
        event.article_id = row.text("article");
        if (const auto found = place_of(row, event.place); !found) return found;
        event.place_surface = row.text("place_as_written");
        if (const auto date = take_date(row, event.date); !date) return date;
        const auto how = kind_named(row.text("dated_by"), DatedBy::undated);
        const auto kind = kind_named(row.text("kind"), EventKind::protest);
        if (!how || !kind) return fail("its kind or way of dating is none that is known");
        event.dated_by = *how;
        event.kind = *kind;
        // Files of earlier programs do not tell it; what is unknown is taken as told.
        event.modality = kind_named(row.text("modality"), Modality::denied).value_or(Modality::fact);
        event.sentence = bytes.range(row, "sentence_start", "sentence_end");
        event.place_range = bytes.range(row, "place_start", "place_end");
        event.date_range = bytes.range(row, "date_start", "date_end");
        event.trigger = bytes.range(row, "trigger_start", "trigger_end");
        event.attribution_range = bytes.range(row, "attribution_start", "attribution_end");
        event.attribution = row.text("attribution");
        event.quote = row.text("quote");
        event.confidence = row.number("confidence");
        event.count = row.integer("count").value_or(1);
        (*reading)->extraction->events.push_back(std::move(event));
        return {};
    }

    Result<void> mention(const ReadRow& row) {
        const auto reading = reading_of(row);
        if (!reading) return tl::unexpected(reading.error());
        const TextRange range = (*reading)->bytes.range(row, "start", "finish");
        if (row.text("kind") == "time") return date_mention(row, range, *(*reading)->extraction);
        PlaceMention mention;
        mention.range = range;
        const auto kind = kind_named(row.text("how"), PlaceMentionKind::part_of_name);
        if (!kind) return fail("its kind is none that is known");
        mention.kind = *kind;
        auto candidates = candidates_from_document(row.text("candidates"), [&](std::int64_t number) {
            const auto found = places_.find(number);
            return found == places_.end() ? nullptr : found->second;
        });
        if (!candidates) return tl::unexpected(candidates.error());
        mention.candidates = std::move(*candidates);
        if (const auto found = place_of(row, mention.place); !found) return found;
        mention.reason = row.text("reason");
        mention.confidence = row.number("confidence");
        (*reading)->extraction->places.push_back(std::move(mention));
        return {};
    }

    Result<void> date_mention(const ReadRow& row, const TextRange& range, Extraction& extraction) {
        DateMention mention;
        mention.range = range;
        const auto kind = kind_named(row.text("how"), DateMentionKind::vague);
        const auto how = kind_named(row.text("dated_by"), DatedBy::undated);
        if (!kind || !how) return fail("its kind or way of dating is none that is known");
        mention.kind = *kind;
        mention.dated_by = *how;
        if (const auto date = take_date(row, mention.date); !date) return date;
        mention.timex = row.text("timex");
        mention.rule = row.text("rule");
        mention.reason = row.text("reason");
        mention.confidence = row.number("confidence");
        extraction.dates.push_back(std::move(mention));
        return {};
    }

    Result<void> residue(const ReadRow& row) {
        const auto reading = reading_of(row);
        if (!reading) return tl::unexpected(reading.error());
        const auto reason = kind_named(row.text("reason"), ResidueReason::not_an_event);
        if (!reason) return fail("its reason is none that is known");
        (*reading)->extraction->residue.push_back(
            {*reason, (*reading)->bytes.range(row, "sentence_start", "sentence_end"), row.text("detail")});
        return {};
    }

    Result<Reading*> reading_of(const ReadRow& row) {
        const std::string id = row.text("article");
        const auto found = by_id_.find(id);
        if (found == by_id_.end()) return fail("its article \"" + id + "\" is missing");
        return &readings_[found->second];
    }

    Result<void> place_of(const ReadRow& row, PlacePtr& place) const {
        const auto number = row.integer("place_row");
        if (!number) return {};
        const auto found = places_.find(*number);
        if (found == places_.end()) return fail("its place " + std::to_string(*number) + " is missing");
        place = found->second;
        return {};
    }

    static Result<void> take_date(const ReadRow& row, EdtfDate& date) {
        const std::string text = row.text("edtf");
        if (text.empty()) return {};
        auto read = EdtfDate::parse(text);
        if (!read) return tl::unexpected(read.error());
        date = std::move(*read);
        return {};
    }

    GDALDatasetH dataset_;
    const std::string& path_;
    std::unordered_map<GIntBig, PlacePtr> places_;
    std::vector<Reading> readings_;
    std::unordered_map<std::string, std::size_t> by_id_;
};

}  // namespace

Result<std::vector<ExtractionPtr>> read_extractions(GDALDatasetH dataset, const std::string& path) {
    return ExtractionReader(dataset, path).read();
}

}  // namespace chronomap
