#include "app/window/file_watch.hpp"

namespace chronomap {

bool FileWatch::changed(const std::string& path, double now_s) {
    const bool another = path != path_;
    if (path.empty() || (!another && now_s - looked_s_ < seconds_between_looks)) return false;
    looked_s_ = now_s;
    std::error_code gone;
    Stamp stamp;
    stamp.time = std::filesystem::last_write_time(path, gone);
    if (!gone) stamp.size = std::filesystem::file_size(path, gone);
    if (gone && !another) return false;
    if (another) {
        path_ = path;
        known_ = seen_ = stamp;
        return false;
    }
    const bool at_rest = stamp == seen_;
    seen_ = stamp;
    if (!at_rest || stamp == known_) return false;
    known_ = stamp;
    return true;
}

}  // namespace chronomap
