#include "geo/spatial/projection.hpp"

#include <proj.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <map>
#include <optional>
#include <string_view>

namespace chronomap {
namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

struct ContextDeleter {
    void operator()(PJ_CONTEXT* context) const { proj_context_destroy(context); }
};
struct PjDeleter {
    void operator()(PJ* pj) const { proj_destroy(pj); }
};
using ContextHandle = std::unique_ptr<PJ_CONTEXT, ContextDeleter>;
using PjHandle = std::unique_ptr<PJ, PjDeleter>;

/// The value of "+key=value" in a PROJ string.
std::optional<std::string> parameter(const std::string& proj_string, const std::string& key) {
    const std::string wanted = "+" + key + "=";
    const auto at = proj_string.find(wanted);
    if (at == std::string::npos) return std::nullopt;
    const auto begin = at + wanted.size();
    return proj_string.substr(begin, proj_string.find_first_of(" \t\n", begin) - begin);
}

double number(const std::string& proj_string, const std::string& key, double otherwise) {
    const auto text = parameter(proj_string, key);
    return text ? std::strtod(text->c_str(), nullptr) : otherwise;
}

ProjectionDomain domain_of(const std::string& proj_string) {
    ProjectionDomain domain;
    const std::string name = parameter(proj_string, "proj").value_or("");
    domain.centre = {number(proj_string, "lon_0", 0), number(proj_string, "lat_0", 0)};
    if (name == "utm") domain.centre.lon = 6 * number(proj_string, "zone", 31) - 183;
    struct Azimuthal {
        std::string_view name;
        double radius;
    };
    // Beyond these angles the plane runs to infinity, or a rim that no map shows.
    static constexpr std::array azimuthals{Azimuthal{"laea", 172},  Azimuthal{"aeqd", 176},   Azimuthal{"ortho", 89.9},
                                           Azimuthal{"stere", 140}, Azimuthal{"sterea", 140}, Azimuthal{"gnom", 75},
                                           Azimuthal{"ups", 140},   Azimuthal{"nsper", 70},   Azimuthal{"geos", 80}};
    for (const auto& [known, radius] : azimuthals) {
        if (name != known) continue;
        domain.family = ProjectionFamily::azimuthal;
        domain.radius_degrees = radius;
        if (name == "ups") domain.centre.lat = proj_string.find("+south") == std::string::npos ? 90 : -90;
    }
    if (name == "nsper" || name == "geos") {
        const double earth = 6378137;
        domain.radius_degrees = std::acos(earth / (earth + number(proj_string, "h", 35785831))) * 180 / M_PI - 0.1;
    }
    if (name == "merc" || name == "webmerc" || name == "mill" || name == "cc") {
        domain.south = -86;
        domain.north = 86;
    }
    if (name == "lcc") {
        // The pole away from the cone's tip lies at infinity.
        const double parallel = number(proj_string, "lat_1", domain.centre.lat);
        (parallel >= 0 ? domain.south : domain.north) = parallel >= 0 ? -70 : 70;
    }
    if (name == "tmerc" || name == "utm" || name == "etmerc") {
        // Past a quarter of the globe it comes back upon itself.
        domain.family = ProjectionFamily::azimuthal;
        domain.radius_degrees = 80;
    }
    return domain;
}

/// Metres of one unit of a CRS's first axis; nothing when the axes are angles.
std::optional<double> metres_per_unit(PJ_CONTEXT* context, const PJ* crs) {
    PjHandle system{proj_crs_get_coordinate_system(context, crs)};
    if (!system) return std::nullopt;
    double factor = 0;
    const char* unit = nullptr;
    if (!proj_cs_get_axis_info(context, system.get(), 0, nullptr, nullptr, nullptr, &factor, &unit, nullptr, nullptr))
        return std::nullopt;
    if (factor <= 0) return std::nullopt;
    return factor;
}

}  // namespace

bool PlanePoint::finite() const {
    return std::isfinite(x) && std::isfinite(y);
}

struct Projection::Impl {
    ContextHandle context;  // outlives what was made in it
    PjHandle transform;
    std::string crs;
    ProjectionDomain domain;
    double metres = 1;

    void run(PJ_DIRECTION direction, std::span<PlanePoint> points) const {
        if (points.empty()) return;
        if (direction == PJ_INV && metres != 1)
            for (PlanePoint& point : points) point.x /= metres, point.y /= metres;
        proj_errno_reset(transform.get());
        proj_trans_generic(transform.get(), direction, &points[0].x, sizeof(PlanePoint), points.size(), &points[0].y,
                           sizeof(PlanePoint), points.size(), nullptr, 0, 0, nullptr, 0, 0);
        for (PlanePoint& point : points) {
            if (point.finite()) {
                if (direction == PJ_FWD && metres != 1) point.x *= metres, point.y *= metres;
            } else {
                point = {not_a_number, not_a_number};
            }
        }
    }
};

Projection::Projection(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Projection::~Projection() = default;
Projection::Projection(Projection&&) noexcept = default;
Projection& Projection::operator=(Projection&&) noexcept = default;

Result<Projection> Projection::create(const std::string& crs) {
    auto impl = std::make_unique<Impl>();
    impl->crs = crs;
    impl->context.reset(proj_context_create());
    PJ_CONTEXT* context = impl->context.get();
    proj_log_level(context, PJ_LOG_NONE);
    const char* remedy = "try a projected one such as EPSG:3857, EPSG:32638 or \"+proj=eqearth\"";

    const bool plain = crs.rfind("+proj=", 0) == 0 && crs.find("+datum") == std::string::npos &&
                       crs.find("+towgs84") == std::string::npos && crs.find("+type=crs") == std::string::npos &&
                       crs.find("+proj=pipeline") == std::string::npos && crs.find("+init") == std::string::npos &&
                       crs.find("+units") == std::string::npos && crs.find("+to_meter") == std::string::npos;
    if (plain) {
        // Without a look into PROJ's database, which costs several milliseconds.
        const std::string name = parameter(crs, "proj").value_or("");
        if (name == "longlat" || name == "latlong" || name == "lonlat" || name == "latlon")
            return fail("the coordinate system '" + crs + "' is in degrees, not projected", {}, 0, remedy);
        const std::string pipeline = "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad +step " + crs +
                                     (crs.find("+ellps") == std::string::npos && crs.find("+R=") == std::string::npos &&
                                              crs.find("+a=") == std::string::npos
                                          ? " +ellps=WGS84"
                                          : "");
        impl->transform.reset(proj_create(context, pipeline.c_str()));
        if (!impl->transform) return fail("unknown coordinate system '" + crs + "'", {}, 0, remedy);
        if (proj_angular_output(impl->transform.get(), PJ_FWD) || proj_degree_output(impl->transform.get(), PJ_FWD))
            return fail("the coordinate system '" + crs + "' is in degrees, not projected", {}, 0, remedy);
        impl->domain = domain_of(crs);
        return Projection(std::move(impl));
    }

    std::string definition = crs;
    if (crs.rfind("+proj=", 0) == 0 && crs.find("+type=crs") == std::string::npos) definition += " +type=crs";
    PjHandle target{proj_create(context, definition.c_str())};
    if (!target || !proj_is_crs(target.get())) return fail("unknown coordinate system '" + crs + "'", {}, 0, remedy);
    PjHandle inner;
    const PJ* described = target.get();
    while (proj_get_type(described) == PJ_TYPE_BOUND_CRS || proj_get_type(described) == PJ_TYPE_COMPOUND_CRS) {
        PjHandle next{proj_get_type(described) == PJ_TYPE_BOUND_CRS ? proj_get_source_crs(context, described)
                                                                    : proj_crs_get_sub_crs(context, described, 0)};
        if (!next) break;
        inner = std::move(next);
        described = inner.get();
    }
    const auto metres = metres_per_unit(context, described);
    if (proj_get_type(described) != PJ_TYPE_PROJECTED_CRS || !metres)
        return fail("the coordinate system '" + crs + "' is not projected", {}, 0, remedy);
    impl->metres = *metres;
    PjHandle source{proj_create(context, "OGC:CRS84")};
    if (!source) return fail("PROJ finds no database (proj.db)", {}, 0, "install the package proj-data");
    PjHandle transform{proj_create_crs_to_crs_from_pj(context, source.get(), described, nullptr, nullptr)};
    if (transform) impl->transform.reset(proj_normalize_for_visualization(context, transform.get()));
    if (!impl->transform) return fail("no way from longitude and latitude to '" + crs + "'", {}, 0, remedy);
    const char* as_text = proj_as_proj_string(context, described, PJ_PROJ_4, nullptr);
    impl->domain = domain_of(as_text ? as_text : "");
    return Projection(std::move(impl));
}

PlanePoint Projection::forward(LonLat point) const {
    PlanePoint plane{point.lon, point.lat};
    impl_->run(PJ_FWD, {&plane, 1});
    return plane;
}

void Projection::forward(std::span<PlanePoint> points) const {
    impl_->run(PJ_FWD, points);
}

LonLat Projection::inverse(PlanePoint point) const {
    impl_->run(PJ_INV, {&point, 1});
    return {point.x, point.y};
}

void Projection::inverse(std::span<PlanePoint> points) const {
    impl_->run(PJ_INV, points);
}

const std::string& Projection::crs() const {
    return impl_->crs;
}
const ProjectionDomain& Projection::domain() const {
    return impl_->domain;
}

Result<std::shared_ptr<const Projection>> projection_for(const std::string& crs) {
    static thread_local std::map<std::string, std::shared_ptr<const Projection>> kept;
    if (const auto found = kept.find(crs); found != kept.end()) return found->second;
    auto made = Projection::create(crs);
    if (!made) return tl::unexpected(made.error());
    // A window that is panned for long makes few of them; a batch over many regions must not keep all.
    if (kept.size() >= 16) kept.clear();
    return kept.emplace(crs, std::make_shared<const Projection>(std::move(*made))).first->second;
}

}  // namespace chronomap
