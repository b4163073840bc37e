#pragma once

#include <functional>
#include <future>
#include <optional>
#include <string>

#include "geo/base/result.hpp"
#include "geo/io/project_file.hpp"

namespace chronomap {

/// Writes project files on a thread of its own, one at a time, from immutable values: the window stays alive. All but
/// the writing itself is called from the main thread; the destructor waits until the file is whole.
class SaveJob {
  public:
    /// `wake` is called from the worker when a file is written.
    explicit SaveJob(std::function<void()> wake) : wake_(std::move(wake)) {}

    void start(std::string path, ProjectContents contents);
    bool running() const { return writing_.valid(); }

    struct Outcome {
        std::string path;
        Result<void> written;
    };
    /// How the file that was started became, once; nothing while it is being written.
    std::optional<Outcome> take();
    /// The same, after waiting for it; nothing when none was started.
    std::optional<Outcome> wait();

  private:
    std::function<void()> wake_;
    std::string path_;
    std::future<Result<void>> writing_;
};

}  // namespace chronomap
