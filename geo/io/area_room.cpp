#include "geo/io/area_room.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace chronomap {
namespace {

constexpr int parallels = 32;

struct Run {
    double begin, end;
};

/// Where the parallel (`across`: the meridian) at `at` runs inside, in order.
std::vector<Run> runs_at(const std::vector<std::vector<LonLat>>& rings, double at, bool across) {
    std::vector<double> crossings;
    for (const auto& ring : rings)
        for (std::size_t i = 1; i < ring.size(); ++i) {
            const double a = across ? ring[i - 1].lon : ring[i - 1].lat, b = across ? ring[i].lon : ring[i].lat;
            if ((a <= at) == (b <= at)) continue;
            const double c = across ? ring[i - 1].lat : ring[i - 1].lon, d = across ? ring[i].lat : ring[i].lon;
            crossings.push_back(c + (d - c) * (at - a) / (b - a));
        }
    std::ranges::sort(crossings);
    std::vector<Run> runs;
    for (std::size_t i = 1; i < crossings.size(); i += 2) runs.push_back({crossings[i - 1], crossings[i]});
    return runs;
}

/// `runs` without what lies in `others`.
std::vector<Run> without(const std::vector<Run>& runs, const std::vector<Run>& others) {
    std::vector<Run> left;
    for (Run run : runs) {
        for (const Run& other : others) {
            if (other.end <= run.begin || other.begin >= run.end) continue;
            if (other.begin > run.begin) left.push_back({run.begin, other.begin});
            run.begin = std::min(other.end, run.end);
        }
        if (run.end > run.begin) left.push_back(run);
    }
    return left;
}

/// What of `run` is inside on the other parallel too: its widest part.
Run common(const Run& run, const std::vector<Run>& others) {
    Run widest{run.begin, run.begin};
    for (const Run& other : others) {
        const Run both{std::max(run.begin, other.begin), std::min(run.end, other.end)};
        if (both.end - both.begin > widest.end - widest.begin) widest = both;
    }
    return widest;
}

}  // namespace

std::optional<AreaRoom> roomiest_place(const std::vector<std::vector<LonLat>>& rings,
                                       const std::vector<std::vector<LonLat>>& water) {
    const auto runs_of = [&](double at, bool across) {
        return without(runs_at(rings, at, across), runs_at(water, at, across));
    };
    double south = 90, north = -90;
    for (const auto& ring : rings)
        for (const LonLat& point : ring) south = std::min(south, point.lat), north = std::max(north, point.lat);
    if (south >= north) return std::nullopt;
    std::vector<std::vector<Run>> rows;
    const auto latitude = [&](int row) { return south + (north - south) * (row + 0.5) / parallels; };
    for (int row = 0; row < parallels; ++row) rows.push_back(runs_of(latitude(row), false));
    std::optional<AreaRoom> best;
    double best_score = 0;
    for (int row = 1; row + 1 < parallels; ++row) {
        const double narrower = std::cos(latitude(row) * std::numbers::pi / 180);
        const auto index = static_cast<std::size_t>(row);
        for (const Run& run : rows[index]) {
            const Run free = common(common(run, rows[index - 1]), rows[index + 1]);
            const double width = (free.end - free.begin) * narrower;
            if (1.1 * width <= best_score) continue;
            AreaRoom room{{(free.begin + free.end) / 2, latitude(row)}, free.begin, free.end, 0, 0};
            for (const Run& up : runs_of(room.middle.lon, true))
                if (up.begin <= room.middle.lat && up.end >= room.middle.lat)
                    room.south = up.begin, room.north = up.end;
            const double height = 2 * std::min(room.middle.lat - room.south, room.north - room.middle.lat);
            // A name is a few times as wide as high; beyond that, room above and below is worth little.
            const double score = std::min(width, 3 * height) + 0.1 * std::min(height, width);
            if (score <= best_score) continue;
            best_score = score;
            best = room;
        }
    }
    return best;
}

}  // namespace chronomap
