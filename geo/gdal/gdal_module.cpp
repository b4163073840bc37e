#include "geo/gdal/gdal_module.hpp"

extern "C" __attribute__((visibility("default"))) const chronomap::GdalModule& chronomap_gdal_module() {
    using namespace chronomap;
    static constexpr GdalModule module{
        .read_elevation = &read_elevation,
        .elevation_fineness = &elevation_fineness,
        .read_event_table = &read_event_table,
        .create_geopackage_writer = &create_geopackage_writer,
        .prj_text = &prj_text,
        .metres_per_unit = &metres_per_unit,
        .create_geotiff = &create_geotiff,
        .document_of_geotiff = &document_of_geotiff,
        .holds_rasters = &holds_rasters,
        .describe_rasters = &describe_rasters,
        .read_raster = &read_raster,
        .read_vector_layer = &read_vector_layer,
        .tables_with_shapes = &tables_with_shapes,
        .first_shape = &first_shape,
        .write_project = &write_project,
        .read_project = &read_project,
        .is_project = &is_project,
    };
    return module;
}
