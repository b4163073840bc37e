#include "geo/io/extraction_json.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include <nlohmann/json.hpp>

#include "geo/io/json_writer.hpp"
#include "geo/io/stored_names.hpp"
#include "geo/io/user_columns.hpp"

namespace chronomap {
namespace {

using Json = nlohmann::ordered_json;

double rounded(double value, double steps) {
    return std::round(value * steps) / steps;
}

void write_place(JsonWriter& out, const Place& place) {
    out.begin_object();
    out.member("id", place.id);
    out.member("name", place.name);
    out.member("lon", rounded(place.location.lon, 1e5));
    out.member("lat", rounded(place.location.lat, 1e5));
    out.text_or_null("country", place.country);
    out.member("class", std::string(1, static_cast<char>(place.feature)));
    out.member("extent", name_of(place.extent));
    if (!place.feature_code.empty()) out.member("code", place.feature_code);
    out.end_object();
}

void write_date(JsonWriter& out, const EdtfDate& date) {
    out.text_or_null("edtf", date.text());
    out.text_or_null("begin", date.empty() ? std::string() : iso_date(date.span().begin));
    out.text_or_null("end_date", date.empty() ? std::string() : iso_date(date.span().end));
}

/// Mentions that tell no place of their own stay inside: people of a country, and names within names.
bool is_exported(const PlaceMention& mention) {
    return mention.kind != PlaceMentionKind::demonym && mention.kind != PlaceMentionKind::part_of_name;
}

/// Writes what one article gave, with offsets in code points.
class ArticleWriter {
  public:
    explicit ArticleWriter(const Extraction& extraction)
        : extraction_(extraction), text_(extraction.article.text), index_(text_) {}

    void write_line(JsonWriter& out, Explain explain) {
        const Article& article = extraction_.article;
        out.begin_object();
        out.member("id", article.id);
        out.member("title", article.title);
        out.text_or_null("published", article.published ? iso_date(*article.published) : std::string());
        out.key("mentions");
        write_mentions(out, explain);
        out.key("events");
        out.begin_array();
        for (const auto* events : {&extraction_.events, &extraction_.asides})
            for (const Event& event : *events) {
                out.begin_object();
                write_event(out, event, Nested::yes);
                out.end_object();
            }
        out.end_array();
        out.key("residue");
        out.begin_array();
        for (const Residue& residue : extraction_.residue) {
            out.begin_object();
            out.member("reason", name_of(residue.reason));
            write_range(out, "sentence", residue.sentence);
            out.member("detail", residue.detail);
            out.end_object();
        }
        out.end_array();
        out.end_object();
    }

    enum class Nested : bool { no, yes };

    /// The members of an event. Tables and GeoJSON want none of the nested ones.
    void write_event(JsonWriter& out, const Event& event, Nested nested) {
        out.member("id", event.id);
        write_date(out, event.date);
        out.member("dated_by", name_of(event.dated_by));
        out.member("kind", name_of(event.kind));
        out.member("modality", name_of(event.modality));
        if (nested == Nested::yes) write_place_of(out, "place", event.place);
        write_range(out, "place_mention", event.place_range);
        write_range(out, "time_mention", event.date_range);
        write_range(out, "sentence", event.sentence);
        write_range(out, "trigger", event.trigger);
        out.member("quote", event.quote);
        out.text_or_null("attribution", event.attribution);
        out.member("confidence", rounded(event.confidence, 100));
        if (event.count != 1) out.member("count", static_cast<std::uint32_t>(event.count));
        if (nested == Nested::yes && event.user) write_user(out, *event.user);
    }

    /// One W3C annotation with its line feed; `body` writes the members of its body. None for an empty range.
    template <class Body>
    void write_annotation(std::string& lines, const TextRange& range, const Body& body) {
        if (range.empty()) return;
        const Article& article = extraction_.article;
        JsonWriter out;
        out.begin_object();
        out.member("@context", "http://www.w3.org/ns/anno.jsonld");
        out.member("type", "Annotation");
        out.key("body");
        out.begin_object();
        body(out);
        out.end_object();
        out.key("target");
        out.begin_object();
        out.member("source", article.path.empty() ? article.id : article.path);
        out.key("selector");
        out.begin_array();
        out.begin_object();
        out.member("type", "TextPositionSelector");
        out.member("start", offset(range.begin));
        out.member("end", offset(range.end));
        out.end_object();
        out.begin_object();
        out.member("type", "TextQuoteSelector");
        out.member("exact", range.of(text_));
        out.end_object();
        out.end_array();
        out.end_object();
        out.end_object();
        lines.append(out.text()).append("\n");
    }

    /// Null without a place. A place that is named again is not put into words again.
    void write_place_of(JsonWriter& out, std::string_view name, const PlacePtr& place) {
        out.key(name);
        if (!place) {
            out.null();
            return;
        }
        std::string& words = places_[place.get()];
        if (words.empty()) {
            JsonWriter made;
            write_place(made, *place);
            words = made.text();
        }
        out.raw(words);
    }

  private:
    std::uint32_t offset(std::uint32_t byte) const { return index_.code_point_at(byte); }

    void write_range(JsonWriter& out, std::string_view name, const TextRange& range) const {
        out.key(name);
        if (range.empty()) {
            out.null();
            return;
        }
        out.begin_array();
        out.value(offset(range.begin));
        out.value(offset(range.end));
        out.end_array();
    }

    /// In the order of the text.
    void write_mentions(JsonWriter& out, Explain explain) {
        out.begin_array();
        auto date = extraction_.dates.begin();
        const auto dates_before = [&](std::uint32_t begin) {
            for (; date != extraction_.dates.end() && date->range.begin < begin; ++date) write_mention(out, *date);
        };
        for (const PlaceMention& mention : extraction_.places) {
            if (!is_exported(mention)) continue;
            dates_before(mention.range.begin);
            write_mention(out, mention, explain);
        }
        dates_before(static_cast<std::uint32_t>(-1));
        out.end_array();
    }

    void write_mention(JsonWriter& out, const PlaceMention& mention, Explain explain) {
        out.begin_object();
        // "the city" is no name, and an unlisted name no known place: whoever counts places should count neither.
        const bool own_kind = mention.kind == PlaceMentionKind::anaphor || mention.kind == PlaceMentionKind::unlisted;
        out.member("kind", own_kind ? name_of(mention.kind) : "place");
        out.member("start", offset(mention.range.begin));
        out.member("end", offset(mention.range.end));
        out.member("text", mention.range.of(text_));
        out.member("how", name_of(mention.kind));
        out.member("confidence", rounded(mention.confidence, 100));
        write_place_of(out, "place", mention.place);
        if (!mention.reason.empty())
            out.member("reason", mention.reason);
        else if (!mention.place)
            out.member("reason", "unknown");
        if (explain == Explain::yes) {
            out.key("candidates");
            out.begin_array();
            for (const PlaceCandidate& candidate : mention.candidates) {
                out.begin_object();
                write_place_of(out, "place", candidate.place);
                out.member("score", rounded(candidate.score, 1000));
                out.member("rule", candidate.rule);
                out.end_object();
            }
            out.end_array();
        }
        out.end_object();
    }

    void write_mention(JsonWriter& out, const DateMention& mention) const {
        out.begin_object();
        out.member("kind", "time");
        out.member("start", offset(mention.range.begin));
        out.member("end", offset(mention.range.end));
        out.member("text", mention.range.of(text_));
        write_date(out, mention.date);
        out.member("dated_by", name_of(mention.dated_by));
        if (!mention.timex.empty()) out.member("timex", mention.timex);
        out.member("rule", mention.rule);
        out.member("confidence", rounded(mention.confidence, 100));
        if (!mention.reason.empty()) out.member("reason", mention.reason);
        out.end_object();
    }

    /// What the user made of an event and, where it is otherwise, what was extracted.
    void write_user(JsonWriter& out, const UserMark& mark) {
        const bool differs = mark.read_date || mark.read_dated_by || mark.read_place || mark.read_place_surface ||
                             mark.read_kind || mark.read_modality || mark.read_attribution;
        if (mark.verdict == Verdict::none && mark.note.empty() && mark.origin == EventOrigin::read && !differs &&
            mark.merged.empty())
            return;
        out.key("user");
        out.begin_object();
        if (mark.verdict != Verdict::none) out.member("verdict", name_of(mark.verdict));
        if (!mark.note.empty()) out.member("note", mark.note);
        if (mark.origin != EventOrigin::read) out.member("origin", name_of(mark.origin));
        if (differs) {
            out.key("extracted");
            out.begin_object();
            if (mark.read_date) write_date(out, *mark.read_date);
            if (mark.read_dated_by) out.member("dated_by", name_of(*mark.read_dated_by));
            if (mark.read_place) write_place_of(out, "place", *mark.read_place);
            if (mark.read_place_surface) out.member("place_as_written", *mark.read_place_surface);
            if (mark.read_kind) out.member("kind", name_of(*mark.read_kind));
            if (mark.read_modality) out.member("modality", name_of(*mark.read_modality));
            if (mark.read_attribution) out.text_or_null("attribution", *mark.read_attribution);
            out.end_object();
        }
        if (!mark.merged.empty()) {
            out.key("also_told_by");
            out.begin_array();
            for (const Event& other : mark.merged) {
                out.begin_object();
                out.member("id", other.id);
                out.member("article", other.article_id);
                out.member("quote", other.quote);
                write_date(out, other.date);
                write_place_of(out, "place", other.place);
                out.text_or_null("attribution", other.attribution);
                out.end_object();
            }
            out.end_array();
        }
        out.end_object();
    }

    const Extraction& extraction_;
    std::string_view text_;
    CodePointIndex index_;
    std::unordered_map<const Place*, std::string> places_;
};

Json position(LonLat at) {
    return Json::array({rounded(at.lon, 1e6), rounded(at.lat, 1e6)});
}

Json line_json(const std::vector<LonLat>& part, bool closed) {
    Json line = Json::array();
    for (const LonLat& at : part) line.push_back(position(at));
    if (closed && !part.empty() && !(part.front() == part.back())) line.push_back(position(part.front()));
    return line;
}

/// Even-odd rule for one ring.
bool lies_in(const std::vector<LonLat>& ring, LonLat at) {
    bool inside = false;
    for (std::size_t a = 0, b = ring.size() - 1; a < ring.size(); b = a++)
        if ((ring[a].lat > at.lat) != (ring[b].lat > at.lat) &&
            at.lon < (ring[b].lon - ring[a].lon) * (at.lat - ring[a].lat) / (ring[b].lat - ring[a].lat) + ring[a].lon)
            inside = !inside;
    return inside;
}

/// Rings in any order, even-odd, as polygons: a ring that lies in an odd number of others is a hole of the smallest
/// outer ring around it.
Json polygons_json(const std::vector<std::vector<LonLat>>& rings) {
    std::vector<std::vector<std::size_t>> around(rings.size());
    for (std::size_t i = 0; i < rings.size(); ++i)
        for (std::size_t k = 0; k < rings.size(); ++k)
            if (i != k && !rings[i].empty() && !rings[k].empty() && lies_in(rings[k], rings[i].front()))
                around[i].push_back(k);
    Json polygons = Json::array();
    std::vector<std::size_t> polygon_of(rings.size());
    for (std::size_t i = 0; i < rings.size(); ++i)
        if (around[i].size() % 2 == 0 && !rings[i].empty()) {
            polygon_of[i] = polygons.size();
            polygons.push_back(Json::array({line_json(rings[i], true)}));
        }
    for (std::size_t i = 0; i < rings.size(); ++i) {
        if (around[i].size() % 2 == 0) continue;
        // Its outer ring is the one with one ring less around it.
        for (std::size_t outer : around[i])
            if (around[outer].size() + 1 == around[i].size())
                polygons[polygon_of[outer]].push_back(line_json(rings[i], true));
    }
    return polygons;
}

/// Known geometry; the representative point where none is.
Json geometry_json(const Place& place) {
    if (place.parts.empty() || place.extent == ExtentClass::point)
        return {{"type", "Point"}, {"coordinates", position(place.location)}};
    if (place.extent == ExtentClass::area)
        return {{"type", "MultiPolygon"}, {"coordinates", polygons_json(place.parts)}};
    Json lines = Json::array();
    for (const auto& part : place.parts) lines.push_back(line_json(part, false));
    return {{"type", "MultiLineString"}, {"coordinates", std::move(lines)}};
}

}  // namespace

std::string json_line(const Extraction& extraction, Explain explain) {
    JsonWriter out;
    ArticleWriter(extraction).write_line(out, explain);
    return std::string(out.text());
}

std::string geojson_features(const Extraction& extraction) {
    ArticleWriter article(extraction);
    std::string features;
    for (const Event& event : extraction.events) {
        JsonWriter out;
        out.begin_object();
        out.member("type", "Feature");
        out.member("id", event.id);
        out.key("geometry");
        if (event.place)
            out.raw(geometry_json(*event.place).dump());
        else
            out.null();
        out.key("properties");
        out.begin_object();
        article.write_event(out, event, ArticleWriter::Nested::no);
        out.text_or_null("place_id", event.place ? event.place->id : std::string());
        out.text_or_null("place_name", event.place ? event.place->name : std::string());
        out.member("article", event.article_id);
        // Flat, as tables have it: few programs look into nested properties.
        const auto cells = user_cells(event);
        for (std::size_t i = 0; i < cells.size(); ++i)
            if (!cells[i].empty()) out.member(user_columns[i], cells[i]);
        out.end_object();
        out.end_object();
        if (!features.empty()) features += ",\n";
        features += out.text();
    }
    return features;
}

std::string annotation_lines(const Extraction& extraction) {
    ArticleWriter article(extraction);
    std::string lines;
    for (const PlaceMention& mention : extraction.places)
        if (is_exported(mention))
            article.write_annotation(lines, mention.range, [&](JsonWriter& body) {
                body.member("type", "SpecificResource");
                body.member("purpose", "identifying");
                article.write_place_of(body, "place", mention.place);
            });
    for (const DateMention& mention : extraction.dates)
        article.write_annotation(lines, mention.range, [&](JsonWriter& body) {
            body.member("type", "TextualBody");
            body.member("purpose", "tagging");
            body.text_or_null("value", mention.date.text());
            body.member("format", "text/edtf");
        });
    for (const Event& event : extraction.events)
        article.write_annotation(lines, event.sentence, [&](JsonWriter& body) {
            body.member("type", "SpecificResource");
            body.member("purpose", "describing");
            body.key("event");
            body.begin_object();
            article.write_event(body, event, ArticleWriter::Nested::yes);
            body.end_object();
        });
    return lines;
}

}  // namespace chronomap
