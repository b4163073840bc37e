#include "render/scene/graticule.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace chronomap {
namespace {

constexpr double metres_per_degree = 111320;

/// A side is asked every so many device pixels; between two samples a line of the graticule is as good as straight.
constexpr double sample_px = 8;

std::string degree_words(double degrees, const char* positive, const char* negative) {
    const long minutes = std::lround(std::abs(degrees) * 60);
    std::string words = std::to_string(minutes / 60) + "°";
    if (minutes % 60 != 0) words += (minutes % 60 < 10 ? "0" : "") + std::to_string(minutes % 60) + "′";
    if (minutes == 0) return words;
    return words + (degrees > 0 ? positive : negative);
}

/// A point of a side, and what lies there.
struct Sample {
    PixelPoint at;
    LonLat on_globe;
    bool is_on_globe = false;
};

/// Points along a side, those off the globe marked as such.
std::vector<Sample> samples_along(const View& view, const Projection& projection, PixelPoint from, PixelPoint to) {
    const double length = std::hypot(to.x - from.x, to.y - from.y);
    const int steps = std::max(2, static_cast<int>(std::ceil(length / sample_px)));
    std::vector<Sample> samples(static_cast<std::size_t>(steps) + 1);
    std::vector<PlanePoint> plane, globe;
    for (int i = 0; i <= steps; ++i) {
        const double share = double(i) / steps;
        Sample& sample = samples[static_cast<std::size_t>(i)];
        sample.at = {from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share};
        plane.push_back(plane_from_screen(view, sample.at));
    }
    globe = plane;
    projection.inverse(globe);
    std::vector<PlanePoint> back = globe;
    projection.forward(back);
    for (std::size_t i = 0; i < samples.size(); ++i) {
        samples[i].on_globe = {globe[i].x, globe[i].y};
        // Beyond the globe's edge some projections give a place whose own image lies elsewhere.
        samples[i].is_on_globe =
            back[i].finite() && std::isfinite(globe[i].x) &&
            std::hypot(back[i].x - plane[i].x, back[i].y - plane[i].y) < 2 * view.metres_per_px + 1;
    }
    return samples;
}

/// A line of the graticule where it crosses a side.
struct Crossing {
    long number = 0;  ///< of the line: its degrees over the step
    PixelPoint at;
    FrameSide side = FrameSide::top;
};

class CrossingFinder {
  public:
    explicit CrossingFinder(double step) : step_(step) {}

    void add_side(const std::vector<Sample>& samples, FrameSide side) {
        for (std::size_t i = 1; i < samples.size(); ++i) {
            const Sample &a = samples[i - 1], &b = samples[i];
            if (!a.is_on_globe || !b.is_on_globe) continue;
            add(a, b, a.on_globe.lat, b.on_globe.lat, side, parallels);
            const double turn = std::remainder(b.on_globe.lon - a.on_globe.lon, 360);
            // Through a pole the longitude leaps.
            if (std::abs(turn) < 60) add(a, b, a.on_globe.lon, a.on_globe.lon + turn, side, meridians);
        }
    }

    std::vector<Crossing> parallels, meridians;

  private:
    void add(const Sample& a, const Sample& b, double from, double to, FrameSide side, std::vector<Crossing>& out) {
        if (from == to) return;
        const double low = std::min(from, to), high = std::max(from, to);
        for (long k = static_cast<long>(std::ceil(low / step_)); static_cast<double>(k) * step_ < high; ++k) {
            const double share = (static_cast<double>(k) * step_ - from) / (to - from);
            out.push_back({k, {a.at.x + (b.at.x - a.at.x) * share, a.at.y + (b.at.y - a.at.y) * share}, side});
        }
    }

    double step_;
};

/// The crossings at a line's own sides, and of lines that cross none of these, all.
std::vector<Crossing> best_sides(std::vector<Crossing> crossings, FrameSide own, FrameSide other_own) {
    const auto is_own = [&](const Crossing& crossing) { return crossing.side == own || crossing.side == other_own; };
    std::set<long> told;
    for (const Crossing& crossing : crossings)
        if (is_own(crossing)) told.insert(crossing.number);
    std::erase_if(crossings,
                  [&](const Crossing& crossing) { return !is_own(crossing) && told.contains(crossing.number); });
    return crossings;
}

/// Where parallels meet the edge of a globe that is cut along a meridian, within the box.
void add_globe_edges(const View& view, const Projection& projection, double step, PixelPoint top_left,
                     PixelPoint bottom_right, std::vector<Crossing>& parallels) {
    const ProjectionDomain& domain = projection.domain();
    if (domain.family != ProjectionFamily::flat) return;
    for (const double side : {-1.0, 1.0})
        for (long k = static_cast<long>(std::ceil(-80 / step)); static_cast<double>(k) * step <= 80; ++k) {
            const double lat = static_cast<double>(k) * step;
            if (lat < domain.south || lat > domain.north) continue;
            const PlanePoint at = projection.forward({domain.centre.lon + side * 179.9999, lat});
            if (!at.finite()) continue;
            const PixelPoint screen = screen_from_plane(view, at);
            if (screen.x > top_left.x && screen.x < bottom_right.x && screen.y > top_left.y &&
                screen.y < bottom_right.y)
                parallels.push_back({k, screen, side < 0 ? FrameSide::globe_left : FrameSide::globe_right});
        }
}

}  // namespace

double graticule_step(const View& view) {
    const double span = view.metres_per_px * std::max(view.width_px, view.height_px) / metres_per_degree;
    for (const double step : {0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 15.0})
        if (span / step < 14) return step;
    return 30;
}

std::string longitude_words(double degrees) {
    double turned = std::remainder(degrees, 360);
    if (std::abs(std::abs(turned) - 180) < 1e-6) return "180°";
    return degree_words(turned, "E", "W");
}

std::string latitude_words(double degrees) {
    return degree_words(degrees, "N", "S");
}

std::vector<GraticuleCrossing> graticule_crossings(const View& view, PixelPoint top_left, PixelPoint bottom_right) {
    const auto projection = projection_for(view.crs);
    if (!projection || bottom_right.x <= top_left.x || bottom_right.y <= top_left.y) return {};
    const double step = graticule_step(view);
    const PixelPoint top_right{bottom_right.x, top_left.y}, bottom_left{top_left.x, bottom_right.y};
    CrossingFinder finder(step);
    finder.add_side(samples_along(view, **projection, top_left, top_right), FrameSide::top);
    finder.add_side(samples_along(view, **projection, top_right, bottom_right), FrameSide::right);
    finder.add_side(samples_along(view, **projection, bottom_left, bottom_right), FrameSide::bottom);
    finder.add_side(samples_along(view, **projection, top_left, bottom_left), FrameSide::left);
    auto parallels = best_sides(std::move(finder.parallels), FrameSide::left, FrameSide::right);
    add_globe_edges(view, **projection, step, top_left, bottom_right, parallels);
    std::vector<GraticuleCrossing> crossings;
    for (const Crossing& each : parallels)
        crossings.push_back({latitude_words(static_cast<double>(each.number) * step), each.at, each.side});
    for (const Crossing& each : best_sides(std::move(finder.meridians), FrameSide::top, FrameSide::bottom))
        crossings.push_back({longitude_words(static_cast<double>(each.number) * step), each.at, each.side});
    return crossings;
}

}  // namespace chronomap
