#include "geo/gdal/extraction_tables.hpp"

#include <ogr_srs_api.h>

#include <algorithm>
#include <functional>

#include "geo/gdal/table_rows.hpp"
#include "geo/io/place_document.hpp"
#include "geo/io/stored_names.hpp"
#include "geo/io/user_columns.hpp"

namespace chronomap {
namespace {

GeometryHandle line_of(const std::vector<LonLat>& part, OGRwkbGeometryType type) {
    GeometryHandle line(OGR_G_CreateGeometry(type));
    for (const LonLat& at : part) OGR_G_AddPoint_2D(line.get(), at.lon, at.lat);
    return line;
}

/// Rings of an area are even-odd; OGR sorts out which is a hole of which.
GeometryHandle geometry_of(const Place& place) {
    if (place.extent == ExtentClass::line && !place.parts.empty()) {
        GeometryHandle lines(OGR_G_CreateGeometry(wkbMultiLineString));
        for (const auto& part : place.parts)
            OGR_G_AddGeometryDirectly(lines.get(), line_of(part, wkbLineString).release());
        return lines;
    }
    if (place.extent == ExtentClass::area && !place.parts.empty()) {
        GeometryHandle polygons(OGR_G_CreateGeometry(wkbMultiPolygon));
        for (const auto& part : place.parts) {
            GeometryHandle ring = line_of(part, wkbLinearRing);
            OGR_G_CloseRings(ring.get());
            GeometryHandle polygon(OGR_G_CreateGeometry(wkbPolygon));
            OGR_G_AddGeometryDirectly(polygon.get(), ring.release());
            GeometryHandle merged(OGR_G_SymDifference(polygons.get(), polygon.get()));
            if (merged) polygons = std::move(merged);
        }
        return polygons;
    }
    GeometryHandle point(OGR_G_CreateGeometry(wkbPoint));
    OGR_G_SetPoint_2D(point.get(), 0, place.location.lon, place.location.lat);
    return point;
}

GeometryHandle point_of(LonLat at) {
    GeometryHandle point(OGR_G_CreateGeometry(wkbPoint));
    OGR_G_SetPoint_2D(point.get(), 0, at.lon, at.lat);
    return point;
}

void put_range(NewRow& row, const char* begin_field, const char* end_field, const TextRange& range,
               const CodePointIndex& offset) {
    row.integer(begin_field, offset.code_point_at(range.begin));
    row.integer(end_field, offset.code_point_at(range.end));
}

OGRLayerH create_events(GDALDatasetH dataset, const char* name, OGRSpatialReferenceH reference) {
    return create_table(dataset, name, reference, wkbUnknown,
                        {{"event_id", OFTString},
                         {"article", OFTString},
                         {"edtf", OFTString},
                         {"begin", OFTDate},
                         {"end", OFTDate},
                         {"dated_by", OFTString},
                         {"kind", OFTString},
                         {"modality", OFTString},
                         {"place_id", OFTString},
                         {"place", OFTString},
                         {"place_as_written", OFTString},
                         {"quote", OFTString},
                         {"attribution", OFTString},
                         {"confidence", OFTReal},
                         {"sentence_start", OFTInteger64},
                         {"sentence_end", OFTInteger64},
                         {"count", OFTInteger64},
                         {"place_start", OFTInteger64},
                         {"place_end", OFTInteger64},
                         {"date_start", OFTInteger64},
                         {"date_end", OFTInteger64},
                         {"trigger_start", OFTInteger64},
                         {"trigger_end", OFTInteger64},
                         {"attribution_start", OFTInteger64},
                         {"attribution_end", OFTInteger64},
                         {"place_row", OFTInteger64},
                         {"verdict", OFTString},
                         {"note", OFTString},
                         {"origin", OFTString},
                         {"also_told_by", OFTString},
                         {"extracted_edtf", OFTString},
                         {"extracted_dated_by", OFTString},
                         {"extracted_place_id", OFTString},
                         {"extracted_place", OFTString},
                         {"extracted_place_as_written", OFTString},
                         {"extracted_kind", OFTString},
                         {"extracted_modality", OFTString},
                         {"extracted_attribution", OFTString}});
}

}  // namespace

bool ExtractionTables::create(GDALDatasetH dataset) {
    OGRSpatialReferenceH wgs84 = OSRNewSpatialReference(nullptr);
    OSRImportFromEPSG(wgs84, 4326);
    events_ = create_events(dataset, "events", wgs84);
    mentions_ = create_table(dataset, "mentions", wgs84, wkbPoint,
                             {{"article", OFTString},
                              {"kind", OFTString},
                              {"how", OFTString},
                              {"text", OFTString},
                              {"start", OFTInteger64},
                              {"finish", OFTInteger64},
                              {"place_id", OFTString},
                              {"edtf", OFTString},
                              {"dated_by", OFTString},
                              {"timex", OFTString},
                              {"rule", OFTString},
                              {"reason", OFTString},
                              {"confidence", OFTReal},
                              {"place_row", OFTInteger64},
                              {"candidates", OFTString}});
    places_ = create_table(dataset, "places", wgs84, wkbUnknown,
                           {{"place_id", OFTString},
                            {"name", OFTString},
                            {"country", OFTString},
                            {"class", OFTString},
                            {"code", OFTString},
                            {"population", OFTInteger64},
                            {"document", OFTString}});
    articles_ = create_table(dataset, "articles", nullptr, wkbNone,
                             {{"article", OFTString},
                              {"title", OFTString},
                              {"publisher", OFTString},
                              {"published", OFTDate},
                              {"path", OFTString},
                              {"text", OFTString},
                              {"published_day", OFTInteger64},
                              {"published_start", OFTInteger64},
                              {"published_end", OFTInteger64},
                              {"dateline_start", OFTInteger64},
                              {"dateline_end", OFTInteger64},
                              {"body_start", OFTInteger64}});
    residue_ = create_table(dataset, "residue", nullptr, wkbNone,
                            {{"article", OFTString},
                             {"reason", OFTString},
                             {"detail", OFTString},
                             {"sentence_start", OFTInteger64},
                             {"sentence_end", OFTInteger64}});
    OSRRelease(wgs84);
    return events_ && mentions_ && places_ && articles_ && residue_;
}

bool ExtractionTables::add(const Extraction& extraction) {
    const Article& article = extraction.article;
    const CodePointIndex offset(article.text);
    bool ok = add_article(article, offset);
    for (const Event& event : extraction.events) ok = ok && add_event(events_, event, offset);
    for (const PlaceMention& mention : extraction.places) ok = ok && add_mention(mention, article, offset);
    for (const DateMention& mention : extraction.dates) ok = ok && add_mention(mention, article, offset);
    for (const Residue& residue : extraction.residue) ok = ok && add_residue(residue, article, offset);
    rows_.clear();  // the next extraction's places may take their addresses
    return ok;
}

bool ExtractionTables::add_corrected(GDALDatasetH dataset, const std::vector<ExtractionPtr>& articles) {
    OGRSpatialReferenceH wgs84 = OSRNewSpatialReference(nullptr);
    OSRImportFromEPSG(wgs84, 4326);
    OGRLayerH table = create_events(dataset, "corrected_events", wgs84);
    OSRRelease(wgs84);
    bool ok = table != nullptr;
    for (const ExtractionPtr& article : articles) {
        const bool any = std::ranges::any_of(article->events, [](const Event& event) { return event.user != nullptr; });
        if (!any) continue;
        const CodePointIndex offset(article->article.text);
        for (const Event& event : article->events)
            if (event.user) ok = ok && add_event(table, event, offset);
    }
    return ok;
}

bool ExtractionTables::add_article(const Article& article, const CodePointIndex& offset) {
    NewRow row(articles_);
    row.text("article", article.id).text("title", article.title).text("publisher", article.publisher);
    row.text("path", article.path).text("text", article.text);
    if (article.published) {
        row.day("published", *article.published);
        // Years that SQL dates do not hold are days, too.
        row.integer("published_day", article.published->time_since_epoch().count());
    }
    put_range(row, "published_start", "published_end", article.published_range, offset);
    put_range(row, "dateline_start", "dateline_end", article.dateline, offset);
    return row.integer("body_start", offset.code_point_at(article.body_begin)).write();
}

bool ExtractionTables::add_event(OGRLayerH table, const Event& event, const CodePointIndex& offset) {
    const TimeSpan& span = event.date.span();
    NewRow row(table);
    row.text("event_id", event.id).text("article", event.article_id).text("edtf", event.date.text());
    row.day("begin", span.begin);
    row.day("end", span.end == open_end ? open_end : span.end - std::chrono::days{1});
    row.text("dated_by", std::string(name_of(event.dated_by))).text("kind", std::string(name_of(event.kind)));
    row.text("modality", std::string(name_of(event.modality)));
    row.text("place_as_written", event.place_surface).text("quote", event.quote);
    row.text("attribution", event.attribution).number("confidence", event.confidence).integer("count", event.count);
    put_range(row, "sentence_start", "sentence_end", event.sentence, offset);
    put_range(row, "place_start", "place_end", event.place_range, offset);
    put_range(row, "date_start", "date_end", event.date_range, offset);
    put_range(row, "trigger_start", "trigger_end", event.trigger, offset);
    put_range(row, "attribution_start", "attribution_end", event.attribution_range, offset);
    if (event.place) {
        row.text("place_id", event.place->id).text("place", event.place->name).geometry(geometry_of(*event.place));
        const GIntBig place_row = table == events_ ? row_of(event.place) : 0;
        if (table == events_ && place_row == 0) return false;
        if (place_row != 0) row.integer("place_row", place_row);
    }
    if (event.user) {
        const auto cells = user_cells(event);
        for (std::size_t i = 0; i < cells.size(); ++i) row.text(user_columns[i].data(), cells[i]);
    }
    return row.write();
}

bool ExtractionTables::add_mention(const PlaceMention& mention, const Article& article, const CodePointIndex& offset) {
    NewRow row(mentions_);
    row.text("article", article.id).text("kind", "place").text("how", std::string(name_of(mention.kind)));
    row.text("text", std::string(mention.range.of(article.text))).text("reason", mention.reason);
    row.number("confidence", mention.confidence);
    put_range(row, "start", "finish", mention.range, offset);
    bool ok = true;
    const auto number_of = [&](const PlacePtr& place) {
        const GIntBig place_row = row_of(place);
        ok = ok && place_row != 0;
        return static_cast<std::int64_t>(place_row);
    };
    if (mention.place) {
        row.text("place_id", mention.place->id).geometry(point_of(mention.place->location));
        row.integer("place_row", number_of(mention.place));
    }
    row.text("candidates", candidates_document(mention.candidates, number_of));
    return ok && row.write();
}

bool ExtractionTables::add_mention(const DateMention& mention, const Article& article, const CodePointIndex& offset) {
    NewRow row(mentions_);
    row.text("article", article.id).text("kind", "time").text("how", std::string(name_of(mention.kind)));
    row.text("text", std::string(mention.range.of(article.text))).text("reason", mention.reason);
    row.number("confidence", mention.confidence);
    put_range(row, "start", "finish", mention.range, offset);
    row.text("edtf", mention.date.text()).text("dated_by", std::string(name_of(mention.dated_by)));
    return row.text("timex", mention.timex).text("rule", mention.rule).write();
}

bool ExtractionTables::add_residue(const Residue& residue, const Article& article, const CodePointIndex& offset) {
    NewRow row(residue_);
    row.text("article", article.id).text("reason", std::string(name_of(residue.reason)));
    row.text("detail", residue.detail);
    put_range(row, "sentence_start", "sentence_end", residue.sentence, offset);
    return row.write();
}

GIntBig ExtractionTables::row_of(const PlacePtr& place) {
    GIntBig& number = rows_[place.get()];
    if (number != 0) return number;
    const std::string document = document_from(*place);
    const std::size_t hash = std::hash<std::string>{}(document);
    std::vector<KnownPlace>& same_id = by_id_[place->id];
    for (const KnownPlace& known : same_id)
        if (known.length == document.size() && known.hash == hash) return number = known.row;
    NewRow row(places_);
    row.text("place_id", place->id).text("name", place->name).text("country", place->country);
    row.text("class", std::string(1, static_cast<char>(place->feature))).text("code", place->feature_code);
    row.integer("population", place->population).text("document", document).geometry(geometry_of(*place));
    if (!row.write()) return 0;
    same_id.push_back({document.size(), hash, row.number()});
    return number = row.number();
}

}  // namespace chronomap
