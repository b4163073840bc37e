#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/window/save_job.hpp"

namespace chronomap {

/// The file that keeps unsaved work in case that the session ends unasked. It is there only while there is such work.
/// A lock on a file beside it lives as long as the session, so that others can tell whose work was left behind.
class RecoveryFile {
  public:
    /// In the folder of such files, which is made. Error: it cannot be written to.
    static Result<RecoveryFile> create(const std::string& folder);
    RecoveryFile(RecoveryFile&& other) noexcept;
    RecoveryFile& operator=(RecoveryFile&& other) noexcept;
    /// Leaves the file, if it is there: whoever ends a session in order removes it first.
    ~RecoveryFile();

    const std::string& path() const { return path_; }
    void remove() const;

    /// Files of sessions that are over, the oldest first. Locks without a file are cleared away.
    static std::vector<std::string> left_behind(const std::string& folder);
    /// Removes one of them.
    static void discard(const std::string& path);

  private:
    RecoveryFile(std::string path, int lock) : path_(std::move(path)), lock_(lock) {}

    std::string path_;
    int lock_ = -1;
};

}  // namespace chronomap
