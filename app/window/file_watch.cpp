#include "app/window/file_watch.hpp"

namespace chronomap {

std::optional<FileWatch::Stamp> FileWatch::stamp_of(const std::string& path) {
    std::error_code gone;
    Stamp stamp;
    stamp.time = std::filesystem::last_write_time(path, gone);
    if (!gone) stamp.size = std::filesystem::file_size(path, gone);
    return gone ? std::nullopt : std::optional(stamp);
}

bool FileWatch::due(const std::string& path) const {
    if (path.empty() || path != path_) return false;
    const auto stamp = stamp_of(path);
    return stamp && *stamp != known_;
}

bool FileWatch::changed(const std::string& path, double now_s) {
    const bool another = path != path_;
    if (path.empty() || (!another && now_s - looked_s_ < seconds_between_looks)) return false;
    looked_s_ = now_s;
    const auto found = stamp_of(path);
    if (another) {
        path_ = path;
        known_ = seen_ = found.value_or(Stamp{});
        return false;
    }
    if (!found) return false;
    const Stamp& stamp = *found;
    const bool at_rest = stamp == seen_;
    seen_ = stamp;
    if (!at_rest || stamp == known_) return false;
    known_ = stamp;
    return true;
}

}  // namespace chronomap
