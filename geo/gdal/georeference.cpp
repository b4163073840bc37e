#include "geo/io/georeference.hpp"

#include <cpl_conv.h>
#include <ogr_spatialref.h>

#include <array>
#include <memory>

namespace chronomap {
namespace {

Result<OGRSpatialReference> reference_of(const std::string& crs) {
    OGRSpatialReference reference;
    if (reference.SetFromUserInput(crs.c_str()) != OGRERR_NONE) return fail("unknown coordinate system '" + crs + "'");
    return reference;
}

}  // namespace

Result<std::string> prj_text(const std::string& crs) {
    const auto reference = reference_of(crs);
    if (!reference) return tl::unexpected(reference.error());
    char* text = nullptr;
    const std::array<const char*, 2> options{"FORMAT=WKT1_ESRI", nullptr};
    const bool written = reference->exportToWkt(&text, options.data()) == OGRERR_NONE;
    const std::unique_ptr<char, decltype(&CPLFree)> owned(text, CPLFree);
    if (!written || !text || *text == '\0') return fail("a .prj file cannot say the coordinate system '" + crs + "'");
    return std::string(text);
}

Result<double> metres_per_unit(const std::string& crs) {
    const auto reference = reference_of(crs);
    if (!reference) return tl::unexpected(reference.error());
    return reference->GetLinearUnits();
}

}  // namespace chronomap
