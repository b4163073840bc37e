#include "geo/io/join_lines.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace chronomap {
namespace {

using Line = std::vector<LonLat>;
using Key = std::pair<double, double>;

Key key_of(const LonLat& point) {
    return {point.lon, point.lat};
}

}  // namespace

std::vector<Line> join_lines(std::vector<Line> lines) {
    // The lines (by index) that end at each point; a closed line counts twice there and so is never joined.
    std::map<Key, std::vector<std::size_t>> ends;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].size() < 2) continue;
        ends[key_of(lines[i].front())].push_back(i);
        ends[key_of(lines[i].back())].push_back(i);
    }
    std::vector<bool> taken(lines.size(), false);
    // The other line at `point`, or lines.size() when the chain ends there.
    const auto next_at = [&](const LonLat& point, std::size_t from) {
        const auto& meeting = ends[key_of(point)];
        if (meeting.size() != 2 || meeting[0] == meeting[1]) return lines.size();
        const std::size_t other = meeting[0] == from ? meeting[1] : meeting[0];
        return taken[other] ? lines.size() : other;
    };
    const auto extend = [&](Line& chain, std::size_t last) {
        for (std::size_t next = next_at(chain.back(), last); next != lines.size(); next = next_at(chain.back(), last)) {
            Line& line = lines[next];
            if (line.front() != chain.back()) std::ranges::reverse(line);
            chain.insert(chain.end(), line.begin() + 1, line.end());
            taken[next] = true;
            last = next;
        }
    };
    std::vector<Line> joined;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (taken[i]) continue;
        taken[i] = true;
        Line chain = lines[i];
        if (chain.size() >= 2) {
            extend(chain, i);
            std::ranges::reverse(chain);
            extend(chain, i);
            std::ranges::reverse(chain);
        }
        joined.push_back(std::move(chain));
    }
    return joined;
}

}  // namespace chronomap
