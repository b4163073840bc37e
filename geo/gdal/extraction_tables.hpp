#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "geo/base/result.hpp"
#include "geo/events/event.hpp"
#include "geo/gdal/gdal_handles.hpp"

namespace chronomap {

/// Writes extractions into the tables of a GeoPackage: events, mentions, places, articles, residue. They hold all of an
/// extraction, so that `read_extractions` gives an equal one. Ranges are code points;
/// columns named ..._row are the `fid` of a row in `places`.
class ExtractionTables {
  public:
    /// False: GDAL's last error tells why.
    bool create(GDALDatasetH dataset);
    bool add(const Extraction& extraction);
    /// A layer `corrected_events` with the events of these articles that the user marked, corrected or made, as they
    /// are now: for those who open the file with other programs. It is not read again.
    bool add_corrected(GDALDatasetH dataset, const std::vector<ExtractionPtr>& articles);

  private:
    bool add_article(const Article& article, const CodePointIndex& offset);
    bool add_event(OGRLayerH table, const Event& event, const CodePointIndex& offset);
    bool add_mention(const PlaceMention& mention, const Article& article, const CodePointIndex& offset);
    bool add_mention(const DateMention& mention, const Article& article, const CodePointIndex& offset);
    bool add_residue(const Residue& residue, const Article& article, const CodePointIndex& offset);
    /// The row of a place, which is written when it is new; 0 when that failed.
    GIntBig row_of(const PlacePtr& place);

    /// A place that was written, told by its document, of which gazetteers may have several for one id.
    struct KnownPlace {
        std::size_t length = 0, hash = 0;
        GIntBig row = 0;
    };
    OGRLayerH events_ = nullptr, mentions_ = nullptr, places_ = nullptr, articles_ = nullptr, residue_ = nullptr;
    std::unordered_map<const Place*, GIntBig> rows_;  ///< of the extraction at hand
    std::unordered_map<std::string, std::vector<KnownPlace>> by_id_;
};

/// Reads what ExtractionTables wrote, in the order of the articles. `path` names the file in errors. Error: a table
/// that is missing, a row that leads nowhere or cannot be read.
Result<std::vector<ExtractionPtr>> read_extractions(GDALDatasetH dataset, const std::string& path);

}  // namespace chronomap
