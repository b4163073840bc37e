#pragma once

#include <memory>
#include <span>
#include <string>

#include "geo/base/result.hpp"
#include "geo/places/place.hpp"

namespace chronomap {

/// A point of the projected plane: metres, x to the right, y up. Not finite where the projection has no place for it.
struct PlanePoint {
    double x = 0;
    double y = 0;
    bool finite() const;
    friend bool operator==(const PlanePoint&, const PlanePoint&) = default;
};

/// What a projection looks like from afar; it decides where geometry must be cut before it is projected.
enum class ProjectionFamily {
    flat,      ///< cylinders and cones and their like: cut along the meridian opposite the centre
    azimuthal  ///< seen around a centre: cut by a circle around it (ProjectionDomain::radius_degrees)
};

/// Where a projection may be used.
struct ProjectionDomain {
    ProjectionFamily family = ProjectionFamily::flat;
    LonLat centre;       ///< lon_0 and lat_0
    double south = -90;  ///< degrees; beyond, the plane runs to infinity
    double north = 90;
    double radius_degrees = 180;  ///< azimuthal only
};

/// From longitude and latitude (WGS 84, degrees) to a projected plane (metres) and back, by PROJ. Move-only and not
/// for two threads at once: each thread asks projection_for, which keeps one of its own.
class Projection {
  public:
    /// `crs`: anything PROJ reads: "EPSG:3857", "+proj=lcc …", "ESRI:54030", WKT. Error: unknown, or not projected
    /// (EPSG:4326). Units other than metres are converted.
    static Result<Projection> create(const std::string& crs);
    ~Projection();
    Projection(Projection&&) noexcept;
    Projection& operator=(Projection&&) noexcept;

    PlanePoint forward(LonLat point) const;
    /// In place: x is longitude and y latitude before, metres after.
    void forward(std::span<PlanePoint> points) const;
    /// Not finite (both members NaN) where nothing lies.
    LonLat inverse(PlanePoint point) const;
    void inverse(std::span<PlanePoint> points) const;

    const std::string& crs() const;
    const ProjectionDomain& domain() const;

  private:
    struct Impl;
    explicit Projection(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

/// The calling thread's projection for `crs`, made at the first call and kept.
Result<std::shared_ptr<const Projection>> projection_for(const std::string& crs);

}  // namespace chronomap
