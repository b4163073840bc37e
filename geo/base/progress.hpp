#pragma once

#include <functional>

namespace chronomap {

/// Told of long work as it goes on: the share done, in [0, 1]. Returns false when the work should stop; it then leaves
/// nothing half-done and fails with `cancelled`. An empty function: nobody listens.
using Progress = std::function<bool(double share)>;

/// The message of work that was stopped by its Progress.
inline constexpr const char* cancelled = "cancelled";

/// Tells `progress`, if anybody listens. False: stop.
inline bool go_on(const Progress& progress, double share) {
    return !progress || progress(share);
}

}  // namespace chronomap
