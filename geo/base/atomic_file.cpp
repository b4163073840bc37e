#include "geo/base/atomic_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace chronomap {
namespace {

/// mkstemp makes files that only the owner may read; the finished file gets what a plain open would have given.
void give_usual_permissions(int descriptor) {
    const mode_t mask = umask(0);
    umask(mask);
    fchmod(descriptor, 0666 & ~mask);
}

tl::unexpected<Error> system_failure(const char* doing, const std::string& path) {
    const int why = errno;
    return fail(std::string(doing) + ": " + std::strerror(why), path, 0,
                why == ENOSPC ? "free some disk space" : "check that the folder exists and may be written to");
}

/// False, with errno: it cannot be opened or not be written to the disk.
bool flush_to_disk(const std::string& file_or_folder) {
    const int descriptor = open(file_or_folder.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return false;
    const bool flushed = fsync(descriptor) == 0;
    const int why = errno;
    close(descriptor);
    errno = why;
    return flushed;
}

}  // namespace

AtomicFile::AtomicFile(std::string path, std::string temporary, std::FILE* file)
    : path_(std::move(path)), temporary_(std::move(temporary)), file_(file) {}

AtomicFile::AtomicFile(AtomicFile&& other) noexcept
    : path_(std::move(other.path_)),
      temporary_(std::exchange(other.temporary_, {})),
      file_(std::exchange(other.file_, nullptr)) {}

AtomicFile& AtomicFile::operator=(AtomicFile&& other) noexcept {
    if (this != &other) {
        discard();
        path_ = std::move(other.path_);
        temporary_ = std::exchange(other.temporary_, {});
        file_ = std::exchange(other.file_, nullptr);
    }
    return *this;
}

AtomicFile::~AtomicFile() {
    discard();
}

void AtomicFile::discard() {
    if (file_) std::fclose(std::exchange(file_, nullptr));
    if (!temporary_.empty()) unlink(std::exchange(temporary_, {}).c_str());
}

Result<AtomicFile> AtomicFile::create(const std::string& path) {
    struct stat status {};
    if (stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode))
        return fail("is a folder", path, 0, "name a file in it");
    // The extension stays last, for libraries that choose a format by it.
    const auto slash = path.rfind('/');
    const std::size_t name_begin = slash == std::string::npos ? 0 : slash + 1;
    const auto dot = path.rfind('.');
    const std::string extension = dot == std::string::npos || dot <= name_begin ? "" : path.substr(dot);
    std::string temporary = path.substr(0, name_begin) + ".chronomap-XXXXXX" + extension;
    const int descriptor = mkstemps(temporary.data(), static_cast<int>(extension.size()));
    if (descriptor < 0) return system_failure("cannot write", path);
    give_usual_permissions(descriptor);
    std::FILE* file = fdopen(descriptor, "wb");
    if (!file) {
        close(descriptor);
        unlink(temporary.c_str());
        return system_failure("cannot write", path);
    }
    return AtomicFile(path, std::move(temporary), file);
}

Result<void> AtomicFile::write(std::string_view bytes) {
    if (std::fwrite(bytes.data(), 1, bytes.size(), file_) != bytes.size()) return system_failure("cannot write", path_);
    return {};
}

Result<void> AtomicFile::commit() {
    if (std::fflush(file_) != 0) return system_failure("cannot write", path_);
    if (std::fclose(std::exchange(file_, nullptr)) != 0) return system_failure("cannot write", path_);
    // By its name: a library may have made another file under it.
    if (!flush_to_disk(temporary_)) return system_failure("cannot write", path_);
    if (std::rename(temporary_.c_str(), path_.c_str()) != 0) return system_failure("cannot write", path_);
    temporary_.clear();
    // The new name, too, is to outlive a loss of power. Some file systems cannot do that for folders: no failure.
    const auto slash = path_.rfind('/');
    (void)flush_to_disk(slash == std::string::npos ? "." : slash == 0 ? "/" : path_.substr(0, slash));
    return {};
}

Result<void> write_file_atomically(const std::string& path, std::string_view bytes) {
    auto file = AtomicFile::create(path);
    if (!file) return tl::unexpected(file.error());
    if (auto written = file->write(bytes); !written) return written;
    return file->commit();
}

}  // namespace chronomap
