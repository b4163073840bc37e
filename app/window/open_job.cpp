#include "app/window/open_job.hpp"

#include <filesystem>
#include <utility>

namespace chronomap {

void OpenJob::start(std::vector<OpenPath> paths, EventStore store) {
    done_ = false;
    running_ = true;
    {
        const std::lock_guard lock(mutex_);
        status_ = {true, "Opening", -1};
    }
    thread_ = std::jthread([this, paths = std::move(paths), store = std::move(store)](std::stop_token stop) mutable {
        work(stop, paths, std::move(store));
    });
}

void OpenJob::cancel() {
    thread_.request_stop();
}

JobStatus OpenJob::status() const {
    const std::lock_guard lock(mutex_);
    return running_ ? status_ : JobStatus{};
}

void OpenJob::work(std::stop_token stop, const std::vector<OpenPath>& paths, EventStore store) {
    for (std::size_t i = 0; i < paths.size() && !stop.stop_requested(); ++i) {
        {
            const std::lock_guard lock(mutex_);
            status_.what = paths[i].as == OpenAs::pasted
                               ? "Reading what was pasted"
                               : "Reading " + std::filesystem::path(paths[i].path).filename().string();
            status_.fraction = paths.size() > 1 ? static_cast<double>(i) / static_cast<double>(paths.size()) : -1;
        }
        wake_();
        LoadedFile loaded = load_(paths[i], stop);
        PreparedEvents prepared;
        if (loaded && !loaded->extractions.empty()) {
            prepared = prepare_events(store, loaded->extractions);
            store = prepared.after;
        }
        const std::lock_guard lock(mutex_);
        delivered_.push_back({paths[i], std::move(loaded), std::move(prepared)});
    }
    done_ = true;
    wake_();
}

std::vector<OpenJob::Delivery> OpenJob::take() {
    if (done_ && running_) {
        thread_.join();
        running_ = false;
    }
    const std::lock_guard lock(mutex_);
    return std::exchange(delivered_, {});
}

}  // namespace chronomap
