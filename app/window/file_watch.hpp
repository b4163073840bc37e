#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace chronomap {

/// Notices that a file was written, by looking at its time and size a few times a second. No thread, no handle.
class FileWatch {
  public:
    /// True once for each change of `path` since it was first looked at, when the file has been left alone for one
    /// look: an editor is not met halfway through writing. Another path begins anew. A file that is gone is no change.
    /// `now_s`: a clock in seconds.
    bool changed(const std::string& path, double now_s);
    /// True when `path` was written since and changed() has not said so yet.
    bool due(const std::string& path) const;

  private:
    struct Stamp {
        std::filesystem::file_time_type time{};
        std::uintmax_t size = 0;
        friend bool operator==(const Stamp&, const Stamp&) = default;
    };
    static std::optional<Stamp> stamp_of(const std::string& path);
    static constexpr double seconds_between_looks = 0.2;

    std::string path_;
    Stamp known_, seen_;
    double looked_s_ = 0;
};

}  // namespace chronomap
