#include "app/window/save_job.hpp"

#include <chrono>
#include <utility>

namespace chronomap {

void SaveJob::start(std::string path, ProjectContents contents) {
    path_ = std::move(path);
    writing_ = std::async(std::launch::async, [path = path_, contents = std::move(contents), wake = wake_] {
        Result<void> written = write_project(path, contents);
        wake();
        return written;
    });
}

std::optional<SaveJob::Outcome> SaveJob::take() {
    if (!writing_.valid() || writing_.wait_for(std::chrono::seconds(0)) != std::future_status::ready)
        return std::nullopt;
    return Outcome{path_, writing_.get()};
}

std::optional<SaveJob::Outcome> SaveJob::wait() {
    if (!writing_.valid()) return std::nullopt;
    return Outcome{path_, writing_.get()};
}

}  // namespace chronomap
