#include "render/mesh/line_places.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace chronomap {
namespace {

// All in radians; found by looking at maps of rivers.
constexpr double most_turn_of_a_letter = 0.4;
constexpr double most_turn = 1.25;
constexpr std::size_t most_places = 8;  // of a stretch

/// Points every `step` along the line, and what `other`, which has as many points, has there.
struct Resampled {
    std::vector<PixelPoint> line, other;
};
Resampled resampled(std::span<const PixelPoint> line, std::span<const PixelPoint> other, double step) {
    Resampled out{{line.front()}, {other.front()}};
    double left = step;  // until the next sample
    for (std::size_t i = 1; i < line.size(); ++i) {
        const PixelPoint &a = line[i - 1], &b = line[i], &c = other[i - 1], &d = other[i];
        const double length = std::hypot(b.x - a.x, b.y - a.y);
        double at = left;
        for (; at <= length; at += step) {
            const double share = at / length;
            out.line.push_back({std::lerp(a.x, b.x, share), std::lerp(a.y, b.y, share)});
            out.other.push_back({std::lerp(c.x, d.x, share), std::lerp(c.y, d.y, share)});
        }
        left = at - length;
    }
    return out;
}

/// Means over `half` samples to both sides, fewer near the ends so that these stay.
std::vector<PixelPoint> averaged(const std::vector<PixelPoint>& line, std::size_t half) {
    std::vector<PixelPoint> sums(line.size() + 1), out(line.size());
    for (std::size_t i = 0; i < line.size(); ++i)
        sums[i + 1] = {sums[i].x + line[i].x - line[0].x, sums[i].y + line[i].y - line[0].y};
    for (std::size_t i = 0; i < line.size(); ++i) {
        const std::size_t reach = std::min({half, i, line.size() - 1 - i});
        const auto count = static_cast<double>(2 * reach + 1);
        out[i] = {(sums[i + reach + 1].x - sums[i - reach].x) / count + line[0].x,
                  (sums[i + reach + 1].y - sums[i - reach].y) / count + line[0].y};
    }
    return out;
}

class PlaceFinder {
  public:
    PlaceFinder(std::span<const PixelPoint> line, const LineText& text)
        : text_(text), step_(std::max(1.5, text.size * 0.3)) {
        const auto half = static_cast<std::size_t>(std::lround(text.size * 1.3 / step_));
        const std::vector<PixelPoint> fine = resampled(line, line, step_).line;
        // The course is shorter than the line that winds around it.
        Resampled course = resampled(averaged(averaged(fine, half), half), fine, step_);
        course_ = std::move(course.line);
        line_ = std::move(course.other);
        letter_ = std::max<std::size_t>(1, static_cast<std::size_t>(text.size * 0.6 / step_));
        samples_ = static_cast<std::size_t>(std::ceil(text.width * 1.04 / step_)) + 1;
    }

    std::vector<std::vector<LinePlace>> run() {
        std::vector<std::vector<LinePlace>> stretches;
        if (course_.size() < samples_ + 2) return stretches;
        const auto per_stretch = std::max(2.0 * static_cast<double>(samples_), text_.repeat / step_);
        const auto count =
            static_cast<std::size_t>(std::max(1.0, std::round(static_cast<double>(course_.size()) / per_stretch)));
        measure();
        for (std::size_t k = 0; k < count; ++k) {
            auto places = in_stretch(course_.size() * k / count, course_.size() * (k + 1) / count);
            if (!places.empty()) stretches.push_back(std::move(places));
        }
        return stretches;
    }

  private:
    struct Found {
        std::size_t first;
        double cost;
    };

    void measure() {
        angles_.resize(course_.size());
        for (std::size_t i = 0; i < course_.size(); ++i) {
            const std::size_t a = i > letter_ ? i - letter_ : 0, b = std::min(i + letter_, course_.size() - 1);
            angles_[i] = std::atan2(course_[b].y - course_[a].y, course_[b].x - course_[a].x);
        }
    }

    /// Samples [first, first + samples_); 1e9 where the text cannot stand.
    double cost_of(std::size_t first, std::size_t begin, std::size_t end) const {
        double turned = 0, low = 0, high = 0, sum = 0, away = 0;
        for (std::size_t i = first + 1; i < first + samples_; ++i) {
            const double turn = std::remainder(angles_[i] - angles_[i - 1], 2 * std::numbers::pi);
            turned += turn;
            sum += std::abs(turn);
            low = std::min(low, turned);
            high = std::max(high, turned);
            if (high - low > most_turn) return 1e9;
            if (std::abs(turn) * static_cast<double>(letter_) > most_turn_of_a_letter) return 1e9;
            away = std::max(away, std::hypot(line_[i].x - course_[i].x, line_[i].y - course_[i].y));
        }
        const PixelPoint &a = course_[first], &b = course_[first + samples_ - 1];
        const double chord = std::hypot(b.x - a.x, b.y - a.y);
        if (chord < 0.8 * text_.width) return 1e9;
        const double steep = std::abs(std::asin(std::clamp((b.y - a.y) / chord, -1.0, 1.0)));
        const double middle = static_cast<double>(first) + static_cast<double>(samples_) / 2,
                     of_stretch = static_cast<double>(begin + end) / 2;
        const double off = std::abs(middle - of_stretch) / static_cast<double>(end - begin);
        return sum + 0.45 * steep + 0.5 * away / text_.size + 0.5 * off;
    }

    std::vector<LinePlace> in_stretch(std::size_t begin, std::size_t end) const {
        std::vector<Found> found;
        // The course's very ends are left free: there the line runs into another.
        for (std::size_t first = std::max<std::size_t>(begin, 1); first + samples_ < end; ++first)
            if (const double cost = cost_of(first, begin, end); cost < 1e9) found.push_back({first, cost});
        std::ranges::sort(found, {}, &Found::cost);
        std::vector<LinePlace> places;
        std::vector<std::size_t> taken;
        const std::size_t apart = std::max<std::size_t>(2, samples_ / 4);
        for (const Found& candidate : found) {
            if (places.size() == most_places) break;
            const auto near = [&](std::size_t other) {
                return std::max(other, candidate.first) - std::min(other, candidate.first) < apart;
            };
            if (std::ranges::any_of(taken, near)) continue;
            taken.push_back(candidate.first);
            places.push_back(place_at(candidate));
        }
        return places;
    }

    LinePlace place_at(const Found& found) const {
        LinePlace place;
        place.cost = found.cost;
        std::size_t first = found.first, last = found.first + samples_;
        const bool backward = course_[last].x < course_[first].x;
        const double side = backward ? -1 : 1;  // "up" for one who reads along the line
        double away = 0;                        // of the line above its course
        for (std::size_t i = first; i <= last; ++i) {
            const double x = line_[i].x - course_[i].x, y = line_[i].y - course_[i].y;
            away = std::max(away, side * (x * std::sin(angles_[i]) - y * std::cos(angles_[i])));
        }
        const double rise = side * (text_.gap + std::min(away, text_.size * 0.5));
        for (std::size_t i = first; i <= last; ++i)
            place.baseline.push_back(
                {course_[i].x + rise * std::sin(angles_[i]), course_[i].y - rise * std::cos(angles_[i])});
        if (backward) std::ranges::reverse(place.baseline);
        place.middle = place.baseline[place.baseline.size() / 2];
        return place;
    }

    const LineText& text_;
    double step_;
    std::size_t letter_, samples_;
    std::vector<PixelPoint> line_, course_;
    std::vector<double> angles_;
};

}  // namespace

std::vector<std::vector<LinePlace>> places_along(std::span<const PixelPoint> line, const LineText& text) {
    if (line.size() < 2 || text.width <= 0) return {};
    return PlaceFinder(line, text).run();
}

}  // namespace chronomap
