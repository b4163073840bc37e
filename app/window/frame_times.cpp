#include "app/window/frame_times.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "geo/base/atomic_file.hpp"

namespace chronomap {

Result<void> FrameTimes::write(const std::string& path) const {
    std::vector<double> sorted = seconds_;
    std::ranges::sort(sorted);
    const auto milliseconds_at = [&](double share) {
        if (sorted.empty()) return 0.0;
        return 1000 * sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))];
    };
    const nlohmann::json report = {{"frames", sorted.size()},
                                   {"median_ms", milliseconds_at(0.5)},
                                   {"p95_ms", milliseconds_at(0.95)},
                                   {"longest_ms", milliseconds_at(1)}};
    return write_file_atomically(path, report.dump(2) + "\n");
}

}  // namespace chronomap
