// The functions of geo/io that geo/gdal defines: each loads that module, if it is not, and calls its own there.

#include <dlfcn.h>

#include <utility>

#include "geo/base/asset_paths.hpp"
#include "geo/gdal/gdal_module.hpp"

namespace chronomap {
namespace {

constexpr const char* module_name = "chronomap_gdal.so";

/// The module stays for the program's life. Null: it is not there or does not fit.
const GdalModule* gdal_module() {
    static const GdalModule* const loaded = []() -> const GdalModule* {
        void* library = dlopen(module_path(module_name).c_str(), RTLD_NOW | RTLD_LOCAL);
        void* open = library ? dlsym(library, "chronomap_gdal_module") : nullptr;
        return open ? &reinterpret_cast<OpenGdalModule*>(open)() : nullptr;
    }();
    return loaded;
}

/// Calls the module's function `member`. Error, naming `path`: there is no module.
template <auto member, class... Arguments>
auto through_gdal(const std::string& path, Arguments&&... arguments)
    -> decltype((std::declval<const GdalModule&>().*member)(std::forward<Arguments>(arguments)...)) {
    if (const GdalModule* gdal = gdal_module()) return (gdal->*member)(std::forward<Arguments>(arguments)...);
    return fail("needs GDAL, but " + module_path(module_name) + " cannot be loaded", path, 0,
                "build the target chronomap_gdal, or install the program again");
}

}  // namespace

Result<ElevationGrid> read_elevation(const std::string& path, const Georeference& pixels, int width, int height,
                                     const std::stop_token& stop) {
    return through_gdal<&GdalModule::read_elevation>(path, path, pixels, width, height, stop);
}

Result<double> elevation_fineness(const std::string& path, const Georeference& pixels, int width, int height) {
    return through_gdal<&GdalModule::elevation_fineness>(path, path, pixels, width, height);
}

Result<Extraction> read_event_table(const std::string& path, std::vector<std::string>& warnings) {
    return through_gdal<&GdalModule::read_event_table>(path, path, warnings);
}

Result<std::unique_ptr<ExtractionWriter>> create_geopackage_writer(const std::string& path) {
    return through_gdal<&GdalModule::create_geopackage_writer>(path, path);
}

Result<std::string> prj_text(const std::string& crs) {
    return through_gdal<&GdalModule::prj_text>({}, crs);
}

Result<double> metres_per_unit(const std::string& crs) {
    return through_gdal<&GdalModule::metres_per_unit>({}, crs);
}

Result<std::unique_ptr<GeotiffFile>> create_geotiff(const std::string& path, int width, int height,
                                                    const Georeference& georeference,
                                                    const GeotiffFile::Details& details) {
    return through_gdal<&GdalModule::create_geotiff>(path, path, width, height, georeference, details);
}

Result<std::string> document_of_geotiff(const std::string& path) {
    return through_gdal<&GdalModule::document_of_geotiff>(path, path);
}

bool holds_rasters(const std::string& path) {
    const GdalModule* gdal = gdal_module();
    return gdal && gdal->holds_rasters(path);
}

Result<std::vector<RasterDescription>> describe_rasters(const std::string& path) {
    return through_gdal<&GdalModule::describe_rasters>(path, path);
}

Result<ColourGrid> read_raster(const LayerRaster& raster, const Georeference& pixels, int width, int height,
                               const std::stop_token& stop) {
    return through_gdal<&GdalModule::read_raster>(raster.dataset, raster, pixels, width, height, stop);
}

Result<void> read_vector_layer(const std::string& path, const std::string& layer,
                               const std::function<void(const VectorFeature&)>& visit) {
    return through_gdal<&GdalModule::read_vector_layer>(path, path, layer, visit);
}

Result<std::vector<std::string>> tables_with_shapes(const std::string& path) {
    return through_gdal<&GdalModule::tables_with_shapes>(path, path);
}

Result<VectorKind> first_shape(const std::string& path) {
    return through_gdal<&GdalModule::first_shape>(path, path);
}

Result<void> write_project(const std::string& path, const ProjectContents& contents) {
    return through_gdal<&GdalModule::write_project>(path, path, contents);
}

Result<ProjectContents> read_project(const std::string& path) {
    return through_gdal<&GdalModule::read_project>(path, path);
}

bool is_project(const std::string& path) {
    const GdalModule* gdal = gdal_module();
    return gdal && gdal->is_project(path);
}

}  // namespace chronomap
