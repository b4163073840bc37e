#include "geo/io/extraction_json.hpp"

#include <algorithm>
#include <cmath>

#include <nlohmann/json.hpp>

#include "geo/io/stored_names.hpp"
#include "geo/io/user_columns.hpp"

namespace chronomap {
namespace {

using Json = nlohmann::ordered_json;

std::string dump(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

double rounded(double value, double steps) {
    return std::round(value * steps) / steps;
}

Json or_null(const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

Json day_or_null(Day day) {
    return or_null(iso_date(day));
}

Json place_json(const PlacePtr& place) {
    if (!place) return nullptr;
    Json json{{"id", place->id},
              {"name", place->name},
              {"lon", rounded(place->location.lon, 1e5)},
              {"lat", rounded(place->location.lat, 1e5)},
              {"country", or_null(place->country)},
              {"class", std::string(1, static_cast<char>(place->feature))},
              {"extent", name_of(place->extent)}};
    if (!place->feature_code.empty()) json["code"] = place->feature_code;
    return json;
}

/// Turns byte ranges into code point offsets for one article.
class Offsets {
  public:
    explicit Offsets(std::string_view text) : index_(text) {}
    std::uint32_t operator()(std::uint32_t byte) const { return index_.code_point_at(byte); }
    Json range(const TextRange& range) const {
        return range.empty() ? Json(nullptr) : Json::array({(*this)(range.begin), (*this)(range.end)});
    }

  private:
    CodePointIndex index_;
};

void add_date(Json& json, const EdtfDate& date) {
    json["edtf"] = or_null(date.text());
    json["begin"] = date.empty() ? Json(nullptr) : day_or_null(date.span().begin);
    json["end_date"] = date.empty() ? Json(nullptr) : day_or_null(date.span().end);
}

/// Mentions that tell no place of their own stay inside: people of a country, and names within names.
bool is_exported(const PlaceMention& mention) {
    return mention.kind != PlaceMentionKind::demonym && mention.kind != PlaceMentionKind::part_of_name;
}

Json mention_json(const PlaceMention& mention, std::string_view text, const Offsets& offset, Explain explain) {
    // "the city" is no name, and an unlisted name no known place: whoever counts places should count neither.
    const bool own_kind = mention.kind == PlaceMentionKind::anaphor || mention.kind == PlaceMentionKind::unlisted;
    Json json{{"kind", own_kind ? name_of(mention.kind) : "place"},
              {"start", offset(mention.range.begin)},
              {"end", offset(mention.range.end)},
              {"text", mention.range.of(text)},
              {"how", name_of(mention.kind)},
              {"confidence", rounded(mention.confidence, 100)},
              {"place", place_json(mention.place)}};
    if (!mention.reason.empty())
        json["reason"] = mention.reason;
    else if (!mention.place)
        json["reason"] = "unknown";
    if (explain == Explain::yes) {
        Json candidates = Json::array();
        for (const PlaceCandidate& candidate : mention.candidates)
            candidates.push_back({{"place", place_json(candidate.place)},
                                  {"score", rounded(candidate.score, 1000)},
                                  {"rule", candidate.rule}});
        json["candidates"] = std::move(candidates);
    }
    return json;
}

Json mention_json(const DateMention& mention, std::string_view text, const Offsets& offset) {
    Json json{{"kind", "time"},
              {"start", offset(mention.range.begin)},
              {"end", offset(mention.range.end)},
              {"text", mention.range.of(text)}};
    add_date(json, mention.date);
    json["dated_by"] = name_of(mention.dated_by);
    if (!mention.timex.empty()) json["timex"] = mention.timex;
    json["rule"] = mention.rule;
    json["confidence"] = rounded(mention.confidence, 100);
    if (!mention.reason.empty()) json["reason"] = mention.reason;
    return json;
}

/// What the user made of an event and, where it is otherwise, what was extracted.
Json user_json(const UserMark& mark) {
    Json json = Json::object();
    if (mark.verdict != Verdict::none) json["verdict"] = name_of(mark.verdict);
    if (!mark.note.empty()) json["note"] = mark.note;
    if (mark.origin != EventOrigin::read) json["origin"] = name_of(mark.origin);
    Json read = Json::object();
    if (mark.read_date) add_date(read, *mark.read_date);
    if (mark.read_dated_by) read["dated_by"] = name_of(*mark.read_dated_by);
    if (mark.read_place) read["place"] = place_json(*mark.read_place);
    if (mark.read_place_surface) read["place_as_written"] = *mark.read_place_surface;
    if (mark.read_kind) read["kind"] = name_of(*mark.read_kind);
    if (mark.read_attribution) read["attribution"] = or_null(*mark.read_attribution);
    if (!read.empty()) json["extracted"] = std::move(read);
    for (const Event& other : mark.merged) {
        Json told{{"id", other.id}, {"article", other.article_id}, {"quote", other.quote}};
        add_date(told, other.date);
        told["place"] = place_json(other.place);
        told["attribution"] = or_null(other.attribution);
        json["also_told_by"].push_back(std::move(told));
    }
    return json;
}

Json event_json(const Event& event, const Offsets& offset) {
    Json json{{"id", event.id}};
    add_date(json, event.date);
    json["dated_by"] = name_of(event.dated_by);
    json["kind"] = name_of(event.kind);
    json["modality"] = name_of(event.modality);
    json["place"] = place_json(event.place);
    json["place_mention"] = offset.range(event.place_range);
    json["time_mention"] = offset.range(event.date_range);
    json["sentence"] = offset.range(event.sentence);
    json["trigger"] = offset.range(event.trigger);
    json["quote"] = event.quote;
    json["attribution"] = or_null(event.attribution);
    json["confidence"] = rounded(event.confidence, 100);
    if (event.count != 1) json["count"] = event.count;
    if (event.user)
        if (Json user = user_json(*event.user); !user.empty()) json["user"] = std::move(user);
    return json;
}

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

Json annotation(const Extraction& extraction, const Offsets& offset, const TextRange& range, Json body) {
    const std::string& text = extraction.article.text;
    return {{"@context", "http://www.w3.org/ns/anno.jsonld"},
            {"type", "Annotation"},
            {"body", std::move(body)},
            {"target",
             {{"source", extraction.article.path.empty() ? extraction.article.id : extraction.article.path},
              {"selector",
               {{{"type", "TextPositionSelector"}, {"start", offset(range.begin)}, {"end", offset(range.end)}},
                {{"type", "TextQuoteSelector"}, {"exact", range.of(text)}}}}}}};
}

}  // namespace

std::string json_line(const Extraction& extraction, Explain explain) {
    const Article& article = extraction.article;
    const Offsets offset(article.text);
    Json json{{"id", article.id},
              {"title", article.title},
              {"published", article.published ? Json(iso_date(*article.published)) : Json(nullptr)}};
    std::vector<std::pair<std::uint32_t, Json>> mentions;
    for (const PlaceMention& mention : extraction.places)
        if (is_exported(mention))
            mentions.emplace_back(mention.range.begin, mention_json(mention, article.text, offset, explain));
    for (const DateMention& mention : extraction.dates)
        mentions.emplace_back(mention.range.begin, mention_json(mention, article.text, offset));
    std::stable_sort(mentions.begin(), mentions.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    json["mentions"] = Json::array();
    for (auto& [begin, mention] : mentions) json["mentions"].push_back(std::move(mention));
    json["events"] = Json::array();
    for (const Event& event : extraction.events) json["events"].push_back(event_json(event, offset));
    for (const Event& event : extraction.asides) json["events"].push_back(event_json(event, offset));
    json["residue"] = Json::array();
    for (const Residue& residue : extraction.residue)
        json["residue"].push_back({{"reason", name_of(residue.reason)},
                                   {"sentence", offset.range(residue.sentence)},
                                   {"detail", residue.detail}});
    return dump(json);
}

std::string geojson_features(const Extraction& extraction) {
    const Offsets offset(extraction.article.text);
    std::string out;
    for (const Event& event : extraction.events) {
        Json properties = event_json(event, offset);
        properties.erase("place");
        properties["place_id"] = event.place ? Json(event.place->id) : Json(nullptr);
        properties["place_name"] = event.place ? Json(event.place->name) : Json(nullptr);
        properties["article"] = event.article_id;
        // Flat, as tables have it: few programs look into nested properties.
        properties.erase("user");
        const auto cells = user_cells(event);
        for (std::size_t i = 0; i < cells.size(); ++i)
            if (!cells[i].empty()) properties[std::string(user_columns[i])] = cells[i];
        const Json feature{{"type", "Feature"},
                           {"id", event.id},
                           {"geometry", event.place ? geometry_json(*event.place) : Json(nullptr)},
                           {"properties", std::move(properties)}};
        if (!out.empty()) out += ",\n";
        out += dump(feature);
    }
    return out;
}

std::string annotation_lines(const Extraction& extraction) {
    const Offsets offset(extraction.article.text);
    std::string out;
    const auto add = [&](const TextRange& range, Json body) {
        if (!range.empty()) out += dump(annotation(extraction, offset, range, std::move(body))) + "\n";
    };
    for (const PlaceMention& mention : extraction.places)
        if (is_exported(mention))
            add(mention.range,
                {{"type", "SpecificResource"}, {"purpose", "identifying"}, {"place", place_json(mention.place)}});
    for (const DateMention& mention : extraction.dates) {
        Json body{{"type", "TextualBody"}, {"purpose", "tagging"}, {"value", or_null(mention.date.text())}};
        body["format"] = "text/edtf";
        add(mention.range, std::move(body));
    }
    for (const Event& event : extraction.events) {
        Json body{{"type", "SpecificResource"}, {"purpose", "describing"}, {"event", event_json(event, offset)}};
        add(event.sentence, std::move(body));
    }
    return out;
}

}  // namespace chronomap
