#pragma once

#include "geo/io/elevation_file.hpp"
#include "geo/io/event_dataset.hpp"
#include "geo/io/geopackage_writer.hpp"
#include "geo/io/georeference.hpp"
#include "geo/io/geotiff_file.hpp"
#include "geo/io/project_file.hpp"
#include "geo/io/raster_file.hpp"
#include "geo/io/vector_layer.hpp"
#include "geo/io/vector_tables.hpp"

namespace chronomap {

/// What the program has of GDAL: functions of geo/io that are defined in geo/gdal, in a library that is loaded when the
/// first of them is called. GDAL brings a hundred libraries along, which would double the time of every start, and most
/// work needs none of them.
struct GdalModule {
    decltype(&chronomap::read_elevation) read_elevation;
    decltype(&chronomap::elevation_fineness) elevation_fineness;
    decltype(&chronomap::read_event_table) read_event_table;
    decltype(&chronomap::create_geopackage_writer) create_geopackage_writer;
    decltype(&chronomap::prj_text) prj_text;
    decltype(&chronomap::metres_per_unit) metres_per_unit;
    decltype(&chronomap::create_geotiff) create_geotiff;
    decltype(&chronomap::document_of_geotiff) document_of_geotiff;
    decltype(&chronomap::holds_rasters) holds_rasters;
    decltype(&chronomap::describe_rasters) describe_rasters;
    decltype(&chronomap::read_raster) read_raster;
    decltype(&chronomap::read_vector_layer) read_vector_layer;
    decltype(&chronomap::tables_with_shapes) tables_with_shapes;
    decltype(&chronomap::first_shape) first_shape;
    decltype(&chronomap::write_project) write_project;
    decltype(&chronomap::read_project) read_project;
    decltype(&chronomap::is_project) is_project;
};

/// The function `chronomap_gdal_module` of chronomap_gdal.so.
using OpenGdalModule = const GdalModule&();

}  // namespace chronomap
