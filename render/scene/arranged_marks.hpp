#pragma once

#include <future>
#include <memory>
#include <vector>

#include "geo/base/worker_pool.hpp"
#include "render/scene/event_marks.hpp"
#include "render/scene/mark_cells.hpp"
#include "render/scene/scene.hpp"

namespace chronomap {

/// Whether marks may come some frames after the view that they are for.
enum class MarkArrival { in_time, late };

/// The marks of a scene from frame to frame: kept where only the view was moved, else arranged anew. With so many
/// events that their squares take longer than a frame, `late` moves the marks there are and arranges those of the new
/// scale beside the caller. Other dates are never late; other events are where placing them takes longer than a few
/// frames, and then no marks are shown until theirs are there.
class ArrangedMarks {
  public:
    /// So many events of a new set may be late.
    static constexpr std::size_t least_placed_late = 50'000;

    /// Brings marks() up to date; true when they changed. `style` as it is at the view's zoom.
    bool update(const Scene& scene, const View& view, const std::shared_ptr<const Style>& style, MarkArrival arrival);
    const EventMarks& marks() const { return marks_; }
    /// True while marks() are those of an earlier scale, or none of a large new set: update() is to be called again.
    bool are_late() const { return next_.valid(); }

  private:
    /// What marks are made from, beside the view.
    struct Source {
        EventSetPtr events;
        std::shared_ptr<const Style> style;
        TimeSelection time;
        int fade_days = 0;
        PickedEvents picked;
    };
    struct Arrangement {
        EventMarks marks;
        MarkCells cells;
        View view;
        Source source;
        std::shared_ptr<const PlacedEvents> placed;
        std::shared_ptr<const std::vector<EventIndex>> shown;
    };
    static std::shared_ptr<const PlacedEvents> placed_in(const Source& source, const View& view);
    static std::shared_ptr<const std::vector<EventIndex>> shown_of(const Source& source);
    bool are_of(const Source& source, const View& view) const;
    bool takes_squares() const { return shown_->size() > most_arranged_by_place; }
    void begin_next(const Source& source, const View& view);
    void take_next();

    EventMarks marks_;
    MarkCells cells_, spare_;
    View view_;  ///< that marks_ were arranged for or moved to
    Source source_;
    std::shared_ptr<const PlacedEvents> placed_ = std::make_shared<PlacedEvents>();
    std::shared_ptr<const std::vector<EventIndex>> shown_ = std::make_shared<std::vector<EventIndex>>();
    std::future<Arrangement> next_;
    EventSetPtr asked_for_;  ///< by next_
    WorkerPool beside_{1};  // last: it ends before what it works on
};

}  // namespace chronomap
