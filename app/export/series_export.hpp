#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/export/view_document.hpp"
#include "geo/base/progress.hpp"
#include "geo/time/edtf.hpp"
#include "geo/time/timeline.hpp"
#include "render/scene/scene.hpp"
#include "render/scene/view.hpp"
#include "render/snapshot/picture_writer.hpp"

namespace chronomap {

/// The same map at several dates.
struct MapSeries {
    Scene scene;  ///< its time and date caption are replaced
    View view;
    TimeMode mode = TimeMode::instant;
    std::vector<EdtfDate> dates;
    ViewDocument made_from;  ///< each picture says of itself this and its date
};

/// One picture for each date, named by path_for_date, and beside them an index in HTML ("map.html"). Where `path` holds
/// "%04d", pictures are numbered from 1 and there is no index. Gives the paths, the index last. Pictures that were
/// whole before an error, or before `progress` said stop, stay.
Result<std::vector<std::string>> write_picture_series(PictureWriter& pictures, const MapSeries& series,
                                                      const std::string& path, const PictureOptions& options,
                                                      const Progress& progress);

/// One frame for each date, in the format of the path's extension; in one step: an error or a stop leaves no file.
Result<void> write_film(PictureWriter& pictures, const MapSeries& series, const std::string& path,
                        double frames_per_second, const Progress& progress);

}  // namespace chronomap
