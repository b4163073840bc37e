#include <fmt/format.h>

#include <array>
#include <cmath>

#include "render/furniture/furniture_layout.hpp"
#include "render/scene/camera.hpp"

namespace chronomap {

double round_scale_length(double metres_per_px, double most_px) {
    const double most = metres_per_px * most_px;
    if (!(most > 0) || !std::isfinite(most)) return 0;
    const double power = std::pow(10, std::floor(std::log10(most)));
    for (const double step : {5.0, 2.0})
        if (power * step <= most) return power * step;
    return power;
}

std::string scale_text(double metres) {
    return metres >= 1000 ? fmt::format("{:g} km", metres / 1000) : fmt::format("{:g} m", metres);
}

double metres_on_ground_per_px(const View& view) {
    const double step = std::min(50.0, view.width_px / 4.0);
    const auto left = lonlat_from_screen(view, {view.width_px / 2.0 - step, view.height_px / 2.0});
    const auto right = lonlat_from_screen(view, {view.width_px / 2.0 + step, view.height_px / 2.0});
    if (!left || !right) return 0;
    constexpr double radius = 6371008.8, degree = M_PI / 180;
    const double d_lat = (right->lat - left->lat) * degree, d_lon = (right->lon - left->lon) * degree;
    const double h = std::pow(std::sin(d_lat / 2), 2) +
                     std::cos(left->lat * degree) * std::cos(right->lat * degree) * std::pow(std::sin(d_lon / 2), 2);
    return 2 * radius * std::asin(std::min(1.0, std::sqrt(h))) / (2 * step);
}

std::optional<double> north_degrees(const View& view) {
    const auto centre = lonlat_from_screen(view, {view.width_px / 2.0, view.height_px / 2.0});
    constexpr double step = 0.01;  // degrees
    if (!centre || std::abs(centre->lat) + step > 90) return std::nullopt;
    const auto from = screen_from_lonlat(view, {centre->lon, centre->lat - step});
    const auto to = screen_from_lonlat(view, {centre->lon, centre->lat + step});
    if (!from || !to) return std::nullopt;
    return std::atan2(to->x - from->x, from->y - to->y) * 180 / M_PI;
}

std::string north_text(const View& view) {
    const auto degrees = north_degrees(view);
    if (!degrees) return {};
    static constexpr std::array<const char*, 8> arrows{"↑", "↗", "→", "↘", "↓", "↙", "←", "↖"};
    const long eighth = (std::lround(*degrees / 45) + 8) % 8;
    return eighth == 0 ? std::string{} : std::string(arrows[static_cast<std::size_t>(eighth)]) + " N";
}

}  // namespace chronomap
