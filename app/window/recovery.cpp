#include "app/window/recovery.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <utility>

namespace chronomap {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view lock_ending = ".lock";

std::string lock_of(const std::string& path) {
    return path.substr(0, path.size() - project_extension.size()) + std::string(lock_ending);
}

/// The lock's descriptor, or -1: another process holds it, or there is no such file.
int lock(const std::string& path, int more_flags = 0) {
    const int descriptor = open(path.c_str(), O_RDWR | O_CLOEXEC | more_flags, 0600);
    if (descriptor < 0) return -1;
    if (flock(descriptor, LOCK_EX | LOCK_NB) == 0) return descriptor;
    close(descriptor);
    return -1;
}

}  // namespace

Result<RecoveryFile> RecoveryFile::create(const std::string& folder) {
    std::error_code failed;
    fs::create_directories(folder, failed);
    for (int attempt = 0; attempt < 100; ++attempt) {
        const std::string name = std::to_string(std::time(nullptr)) + "-" + std::to_string(getpid()) +
                                 (attempt > 0 ? "-" + std::to_string(attempt) : std::string());
        std::string path = (fs::path(folder) / name).string() + std::string(project_extension);
        std::error_code none;
        if (fs::exists(path, none)) continue;  // left behind, and perhaps just opened again
        const int descriptor = lock(lock_of(path), O_CREAT | O_EXCL);
        if (descriptor >= 0) return RecoveryFile(std::move(path), descriptor);
        if (errno != EEXIST) break;
    }
    return fail(std::string("unsaved work cannot be kept: ") + std::strerror(errno), folder, 0,
                "make the folder one that you may write to");
}

RecoveryFile::RecoveryFile(RecoveryFile&& other) noexcept
    : path_(std::move(other.path_)), lock_(std::exchange(other.lock_, -1)) {}

RecoveryFile& RecoveryFile::operator=(RecoveryFile&& other) noexcept {
    std::swap(path_, other.path_);
    std::swap(lock_, other.lock_);
    return *this;
}

RecoveryFile::~RecoveryFile() {
    if (lock_ < 0) return;
    unlink(lock_of(path_).c_str());
    close(lock_);
}

void RecoveryFile::remove() const {
    unlink(path_.c_str());
}

std::vector<std::string> RecoveryFile::left_behind(const std::string& folder) {
    std::vector<std::string> left;
    std::error_code ignored;
    for (fs::directory_iterator it(folder, ignored), end; !ignored && it != end; it.increment(ignored)) {
        const std::string path = it->path().string();
        const std::string name = it->path().filename().string();
        if (name.ends_with(lock_ending)) {
            if (const int descriptor = lock(path); descriptor >= 0) {
                unlink(path.c_str());  // of a session that is over
                close(descriptor);
            }
            continue;
        }
        if (name.starts_with('.') || !name.ends_with(project_extension)) continue;
        const std::string its_lock = lock_of(path);
        std::error_code none;
        const int descriptor = lock(its_lock);
        if (descriptor >= 0) {
            unlink(its_lock.c_str());
            close(descriptor);
        } else if (fs::exists(its_lock, none)) {
            continue;  // its session is alive
        }
        left.push_back(path);
    }
    std::ranges::sort(left);
    return left;
}

void RecoveryFile::discard(const std::string& path) {
    unlink(path.c_str());
}

}  // namespace chronomap
