#include "app/state/view_path.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace chronomap {
namespace {

constexpr double rho = std::numbers::sqrt2;

/// The way in the paper's terms: s in [0, length] along it, u from the first centre, w the width of what is seen.
struct Path {
    double distance = 0, w0 = 1, w1 = 1, r0 = 0, length = 0;
    bool zooms_only = false;

    Path(const View& from, const View& to)
        : distance(std::hypot(to.centre_x - from.centre_x, to.centre_y - from.centre_y)),
          w0(from.width_px * from.metres_per_px),
          w1(to.width_px * to.metres_per_px) {
        zooms_only = distance < 1e-6 * w0;
        if (zooms_only) {
            length = std::abs(std::log(w1 / w0)) / rho;
            return;
        }
        const double far = std::pow(rho, 4) * distance * distance, twice = 2 * rho * rho * distance;
        const double b0 = (w1 * w1 - w0 * w0 + far) / (w0 * twice), b1 = (w1 * w1 - w0 * w0 - far) / (w1 * twice);
        r0 = std::asinh(-b0);
        length = (std::asinh(-b1) - r0) / rho;
    }
};

}  // namespace

View view_between(const View& from, const View& to, double share) {
    if (share <= 0) return from;
    if (share >= 1) return to;
    const Path path(from, to);
    const double s = share * path.length;
    double width = 0, way = share;
    if (path.zooms_only) {
        width = path.w0 * std::pow(path.w1 / path.w0, share);
    } else {
        width = path.w0 * std::cosh(path.r0) / std::cosh(rho * s + path.r0);
        const double u =
            path.w0 / (rho * rho) * (std::cosh(path.r0) * std::tanh(rho * s + path.r0) - std::sinh(path.r0));
        way = std::clamp(u / path.distance, 0.0, 1.0);
    }
    View view = to;
    view.metres_per_px = width / to.width_px;
    view.centre_x = std::lerp(from.centre_x, to.centre_x, way);
    view.centre_y = std::lerp(from.centre_y, to.centre_y, way);
    return view;
}

double flight_seconds(const View& from, const View& to) {
    return from.crs == to.crs ? Path(from, to).length : 0;
}

double eased(double share) {
    const double t = std::clamp(share, 0.0, 1.0);
    return t * t * t * (t * (6 * t - 15) + 10);
}

}  // namespace chronomap
