#include "geo/io/geopackage_writer.hpp"

#include <cstdio>
#include <set>

#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

#include "geo/base/atomic_file.hpp"
#include "geo/gdal/gdal_handles.hpp"

namespace chronomap {
namespace {

/// One row of a layer, written when it goes out of scope would hide errors, so write() is explicit.
class Row {
  public:
    explicit Row(OGRLayerH layer) : layer_(layer), feature_(OGR_F_Create(OGR_L_GetLayerDefn(layer))) {}

    Row& text(const char* field, const std::string& value) {
        if (!value.empty()) OGR_F_SetFieldString(feature_.get(), index(field), value.c_str());
        return *this;
    }
    Row& number(const char* field, double value) {
        OGR_F_SetFieldDouble(feature_.get(), index(field), value);
        return *this;
    }
    Row& integer(const char* field, GIntBig value) {
        OGR_F_SetFieldInteger64(feature_.get(), index(field), value);
        return *this;
    }
    /// Left null for an open end and for years that SQL dates do not hold.
    Row& day(const char* field, Day value) {
        const std::chrono::year_month_day ymd{value};
        const int year = int(ymd.year());
        if (value != open_begin && value != open_end && year >= 1 && year <= 9999)
            OGR_F_SetFieldDateTime(feature_.get(), index(field), year, int(unsigned(ymd.month())),
                                   int(unsigned(ymd.day())), 0, 0, 0, 0);
        return *this;
    }
    Row& geometry(GeometryHandle geometry) {
        if (geometry) OGR_F_SetGeometryDirectly(feature_.get(), geometry.release());
        return *this;
    }
    bool write() { return OGR_L_CreateFeature(layer_, feature_.get()) == OGRERR_NONE; }

  private:
    int index(const char* field) const { return OGR_F_GetFieldIndex(feature_.get(), field); }

    OGRLayerH layer_;
    FeatureHandle feature_;
};

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

class GeoPackageWriter final : public ExtractionWriter {
  public:
    GeoPackageWriter(AtomicFile file, DatasetHandle dataset) : file_(std::move(file)), dataset_(std::move(dataset)) {}

    Result<void> start() {
        GDALDatasetStartTransaction(dataset_.get(), FALSE);
        OGRSpatialReferenceH wgs84 = OSRNewSpatialReference(nullptr);
        OSRImportFromEPSG(wgs84, 4326);
        events_ = layer("events", wgs84, wkbUnknown,
                        {{"event_id", OFTString},
                         {"article", OFTString},
                         {"edtf", OFTString},
                         {"begin", OFTDate},
                         {"end", OFTDate},
                         {"dated_by", OFTString},
                         {"kind", OFTString},
                         {"place_id", OFTString},
                         {"place", OFTString},
                         {"place_as_written", OFTString},
                         {"quote", OFTString},
                         {"attribution", OFTString},
                         {"confidence", OFTReal},
                         {"sentence_start", OFTInteger64},
                         {"sentence_end", OFTInteger64},
                         {"count", OFTInteger64}});
        mentions_ = layer("mentions", wgs84, wkbPoint,
                          {{"article", OFTString},
                           {"kind", OFTString},
                           {"text", OFTString},
                           {"start", OFTInteger64},
                           {"finish", OFTInteger64},
                           {"place_id", OFTString},
                           {"edtf", OFTString},
                           {"rule", OFTString},
                           {"reason", OFTString},
                           {"confidence", OFTReal}});
        places_ = layer("places", wgs84, wkbUnknown,
                        {{"place_id", OFTString},
                         {"name", OFTString},
                         {"country", OFTString},
                         {"class", OFTString},
                         {"code", OFTString},
                         {"population", OFTInteger64}});
        articles_ = layer("articles", nullptr, wkbNone,
                          {{"article", OFTString},
                           {"title", OFTString},
                           {"publisher", OFTString},
                           {"published", OFTDate},
                           {"path", OFTString},
                           {"text", OFTString}});
        OSRRelease(wgs84);
        if (!events_ || !mentions_ || !places_ || !articles_) return failure();
        return {};
    }

    Result<void> add(const Extraction& extraction) override {
        const Article& article = extraction.article;
        const CodePointIndex offset(article.text);
        bool ok = Row(articles_)
                      .text("article", article.id)
                      .text("title", article.title)
                      .text("publisher", article.publisher)
                      .day("published", article.published.value_or(open_begin))
                      .text("path", article.path)
                      .text("text", article.text)
                      .write();
        for (const Event& event : extraction.events) ok = ok && add_event(event, offset);
        for (const PlaceMention& mention : extraction.places) {
            Row row(mentions_);
            row.text("article", article.id).text("kind", "place").text("reason", mention.reason);
            row.text("text", std::string(mention.range.of(article.text))).number("confidence", mention.confidence);
            row.integer("start", offset.code_point_at(mention.range.begin));
            row.integer("finish", offset.code_point_at(mention.range.end));
            if (mention.place) {
                row.text("place_id", mention.place->id).geometry(point_of(mention.place->location));
                ok = ok && add_place(*mention.place);
            }
            ok = ok && row.write();
        }
        for (const DateMention& mention : extraction.dates) {
            Row row(mentions_);
            row.text("article", article.id).text("kind", "time").text("reason", mention.reason);
            row.text("text", std::string(mention.range.of(article.text))).number("confidence", mention.confidence);
            row.integer("start", offset.code_point_at(mention.range.begin));
            row.integer("finish", offset.code_point_at(mention.range.end));
            ok = ok && row.text("edtf", mention.date.text()).text("rule", mention.rule).write();
        }
        return ok ? Result<void>{} : failure();
    }

    Result<void> finish() override {
        if (GDALDatasetCommitTransaction(dataset_.get()) != OGRERR_NONE) return failure();
        CPLErrorReset();
        dataset_.reset();
        if (CPLGetLastErrorType() == CE_Failure) return failure();
        return file_.commit();
    }

  private:
    OGRLayerH layer(const char* name, OGRSpatialReferenceH reference, OGRwkbGeometryType type,
                    std::initializer_list<std::pair<const char*, OGRFieldType>> fields) {
        OGRLayerH layer = GDALDatasetCreateLayer(dataset_.get(), name, reference, type, nullptr);
        if (!layer) return nullptr;
        for (const auto& [field, field_type] : fields) {
            OGRFieldDefnH definition = OGR_Fld_Create(field, field_type);
            OGR_L_CreateField(layer, definition, TRUE);
            OGR_Fld_Destroy(definition);
        }
        return layer;
    }

    static GeometryHandle point_of(LonLat at) {
        GeometryHandle point(OGR_G_CreateGeometry(wkbPoint));
        OGR_G_SetPoint_2D(point.get(), 0, at.lon, at.lat);
        return point;
    }

    bool add_place(const Place& place) {
        if (!known_places_.insert(place.id).second) return true;
        return Row(places_)
            .text("place_id", place.id)
            .text("name", place.name)
            .text("country", place.country)
            .text("class", std::string(1, static_cast<char>(place.feature)))
            .text("code", place.feature_code)
            .integer("population", place.population)
            .geometry(geometry_of(place))
            .write();
    }

    bool add_event(const Event& event, const CodePointIndex& offset) {
        const TimeSpan& span = event.date.span();
        Row row(events_);
        row.text("event_id", event.id).text("article", event.article_id).text("edtf", event.date.text());
        row.day("begin", span.begin);
        row.day("end", span.end == open_end ? open_end : span.end - std::chrono::days{1});
        row.text("dated_by", std::string(name_of(event.dated_by))).text("kind", std::string(name_of(event.kind)));
        row.text("place_as_written", event.place_surface).text("quote", event.quote);
        row.text("attribution", event.attribution).number("confidence", event.confidence).integer("count", event.count);
        row.integer("sentence_start", offset.code_point_at(event.sentence.begin));
        row.integer("sentence_end", offset.code_point_at(event.sentence.end));
        if (event.place) {
            row.text("place_id", event.place->id).text("place", event.place->name).geometry(geometry_of(*event.place));
            if (!add_place(*event.place)) return false;
        }
        return row.write();
    }

    Result<void> failure() const {
        const std::string why = CPLGetLastErrorMsg();
        return fail("cannot write the GeoPackage" + (why.empty() ? "" : ": " + why), file_.temporary_path(), 0,
                    "is the disk full?");
    }

    AtomicFile file_;
    DatasetHandle dataset_;
    OGRLayerH events_ = nullptr, mentions_ = nullptr, places_ = nullptr, articles_ = nullptr;
    std::set<std::string> known_places_;
};

}  // namespace

Result<std::unique_ptr<ExtractionWriter>> create_geopackage_writer(const std::string& path) {
    GDALAllRegister();
    auto file = AtomicFile::create(path);
    if (!file) return tl::unexpected(file.error());
    GDALDriverH driver = GDALGetDriverByName("GPKG");
    if (!driver) return fail("this GDAL has no GeoPackage driver", {}, 0, "install libgdal32");
    // GDAL will not create a GeoPackage over a file that exists, be it empty; the unique name stays ours.
    std::remove(file->temporary_path().c_str());
    CPLPushErrorHandler(CPLQuietErrorHandler);
    DatasetHandle dataset(GDALCreate(driver, file->temporary_path().c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    CPLPopErrorHandler();
    if (!dataset) return fail(std::string("cannot write the GeoPackage: ") + CPLGetLastErrorMsg(), path);
    auto writer = std::make_unique<GeoPackageWriter>(std::move(*file), std::move(dataset));
    if (auto started = writer->start(); !started) return tl::unexpected(started.error());
    return writer;
}

}  // namespace chronomap
