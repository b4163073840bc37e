#pragma once

#include <cstdio>
#include <string>
#include <string_view>

#include "geo/base/result.hpp"

namespace chronomap {

/// A file that appears under its final name only when it is whole: written beside it, flushed to disk, then renamed.
/// Without commit() nothing is left behind.
class AtomicFile {
  public:
    /// Error: the folder is missing or may not be written to.
    static Result<AtomicFile> create(const std::string& path);
    AtomicFile(AtomicFile&& other) noexcept;
    AtomicFile& operator=(AtomicFile&& other) noexcept;
    ~AtomicFile();

    /// Error: disk full or the like; the file under the final name stays as it was.
    Result<void> write(std::string_view bytes);
    Result<void> commit();
    /// The file that is being written, for libraries that write by path; it exists and is empty at first.
    const std::string& temporary_path() const { return temporary_; }

  private:
    AtomicFile(std::string path, std::string temporary, std::FILE* file);
    void discard();

    std::string path_;
    std::string temporary_;
    std::FILE* file_ = nullptr;
};

/// Writes `bytes` to `path` in one step.
Result<void> write_file_atomically(const std::string& path, std::string_view bytes);

}  // namespace chronomap
