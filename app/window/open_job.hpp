#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include "app/project/project_document.hpp"
#include "app/state/app_state.hpp"
#include "geo/base/result.hpp"
#include "geo/events/event.hpp"
#include "geo/layers/map_layer.hpp"

namespace chronomap {

class Gazetteer;  // geo/places/gazetteer.hpp

/// What reading one file gave.
struct FileContents {
    std::vector<ExtractionPtr> extractions;      ///< one for each article in it
    std::vector<MapLayerPtr> layers;             ///< areas and lines over time
    std::vector<std::string> warnings;           ///< one line a kind of trouble
    std::shared_ptr<const Gazetteer> gazetteer;  ///< names of towns in other languages; null: none could be loaded
    std::vector<std::string> sources;            ///< credit lines of the gazetteers that were used
    std::vector<OpenFile> files;                 ///< what was read: more than one for a picture
    std::optional<ViewDocument> restores;        ///< of a picture: what it shows
    std::optional<OpenedProject> project;        ///< of a project: what it holds beside extractions and layers
    std::optional<Story> story;                  ///< that was opened,
    std::optional<Story> story_beside;           ///< or lies beside an article that was
};
using LoadedFile = Result<FileContents>;

/// What a path is read as.
enum class OpenAs : std::uint8_t {
    what_it_is,
    layer,
    pasted  ///< the text itself, which is in no file
};
struct OpenPath {
    std::string path;  ///< of what was pasted: the id of the article that it becomes
    OpenAs as = OpenAs::what_it_is;
    std::string text{};  ///< that was pasted
};

/// Reads one path. Runs on the worker thread; looks at the token between articles.
using LoadFile = std::function<LoadedFile(const OpenPath& path, std::stop_token stop)>;

/// Reads files on a thread of its own while the window stays alive. All but the reading itself is called from the main
/// thread.
class OpenJob {
  public:
    /// `load` reads a file; `wake` is called from the worker when there is news.
    OpenJob(LoadFile load, std::function<void()> wake) : load_(std::move(load)), wake_(std::move(wake)) {}
    ~OpenJob() { cancel(); }
    OpenJob(const OpenJob&) = delete;
    OpenJob& operator=(const OpenJob&) = delete;

    /// `store` is what the extractions will be added to, one delivery after the other.
    void start(std::vector<OpenPath> paths, EventStore store);
    bool running() const { return running_; }
    /// Asks the worker to stop; what was read until then is still delivered.
    void cancel();
    JobStatus status() const;

    struct Delivery {
        OpenPath opened;
        LoadedFile loaded;
        PreparedEvents prepared;  ///< from the extractions; for those who show them with what they had before
    };
    /// What has been read since the last call, in order; joins the thread when it is done.
    std::vector<Delivery> take();

  private:
    void work(std::stop_token stop, const std::vector<OpenPath>& paths, EventStore store);

    LoadFile load_;
    std::function<void()> wake_;
    mutable std::mutex mutex_;
    std::vector<Delivery> delivered_;  // guarded by mutex_
    JobStatus status_;                 // guarded by mutex_
    std::atomic<bool> done_ = false;
    bool running_ = false;
    std::jthread thread_;  // last: it ends before what it uses
};

}  // namespace chronomap
