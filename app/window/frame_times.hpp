#pragma once

#include <string>
#include <vector>

#include "geo/base/result.hpp"

namespace chronomap {

/// How long the window's frames took, from the end of the wait for input to the picture on the screen.
class FrameTimes {
  public:
    void add(double seconds) { seconds_.push_back(seconds); }
    void clear() { seconds_.clear(); }
    /// As JSON: how many frames, and of their milliseconds the median, the 95th percentile and the longest. Error: the
    /// file cannot be written.
    Result<void> write(const std::string& path) const;

  private:
    std::vector<double> seconds_;
};

}  // namespace chronomap
