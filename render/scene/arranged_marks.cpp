#include "render/scene/arranged_marks.hpp"

#include <chrono>
#include <utility>

#include "render/scene/mark_clusters.hpp"
#include "render/scene/mark_fading.hpp"

namespace chronomap {
namespace {

PickedEvents picked_in(const Scene& scene) {
    return {scene.selected_event, scene.hovered_event, scene.fanned_event, scene.highlighted_events};
}

}  // namespace

/// True for marks that `view` would get from `source` but for where they are on the screen.
bool ArrangedMarks::are_of(const Source& source, const View& view) const {
    if (view.crs != view_.crs || view.pixel_ratio != view_.pixel_ratio) return false;
    if (source.events != source_.events || !(source.time == source_.time) || source.fade_days != source_.fade_days ||
        !(source.picked == source_.picked))
        return false;
    if (source.style != source_.style && !(source_.style && merge_alike(*source.style, *source_.style))) return false;
    if (!source.picked.fanned.empty()) return view == view_;
    // Not where the marks were moved to is what counts.
    return takes_squares() ? cells_.serve(view) : cluster_scale(view) == cluster_scale(view_);
}

void ArrangedMarks::begin_next(const Source& source, const View& view) {
    auto cells = std::make_shared<MarkCells>(std::move(spare_));
    cells->counts.reset();
    const bool known = source.events == source_.events && view.crs == view_.crs;
    if (!known) *cells = {};
    asked_for_ = source.events;
    next_ = beside_.submit(
        [source, view, cells, placed = known ? placed_ : nullptr, shown = known ? shown_ : nullptr](
            const std::stop_token&) {
            Arrangement made{{}, {}, view, source, placed ? placed : placed_in(source, view),
                             shown ? shown : shown_of(source)};
            made.marks = arrange_events(*source.events, *made.placed, *made.shown, view, *source.style, source.picked,
                                        cells.get());
            fade_marks(made.marks, *source.events, source.time, source.fade_days);
            made.cells = std::move(*cells);
            return made;
        });
}

std::shared_ptr<const PlacedEvents> ArrangedMarks::placed_in(const Source& source, const View& view) {
    return std::make_shared<PlacedEvents>(source.events ? place_events(*source.events, view.crs) : PlacedEvents{});
}

std::shared_ptr<const std::vector<EventIndex>> ArrangedMarks::shown_of(const Source& source) {
    return std::make_shared<std::vector<EventIndex>>(
        source.events ? source.events->meeting(source.time.effective()) : std::vector<EventIndex>{});
}

void ArrangedMarks::take_next() {
    Arrangement made = next_.get();
    marks_ = std::move(made.marks);
    spare_ = std::exchange(cells_, std::move(made.cells));
    view_ = made.view;
    source_ = made.source;
    placed_ = std::move(made.placed);
    shown_ = std::move(made.shown);
}

bool ArrangedMarks::update(const Scene& scene, const View& view, const std::shared_ptr<const Style>& style,
                           MarkArrival arrival) {
    const Source source{scene.events, style, scene.time, scene.fade_days, picked_in(scene)};
    const bool came = next_.valid() && next_.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
    if (came) take_next();
    const bool same_events = source.events == source_.events && view.crs == view_.crs;
    const bool same_shown = same_events && source.time == source_.time;
    const auto move = [&] {
        const bool moves = !(view == view_);
        if (moves) move_marks(marks_, view);
        view_ = view;
        return moves || came;
    };
    if (are_of(source, view)) {
        next_ = {};  // of a scale that was left again
        return move();
    }
    if (arrival == MarkArrival::late && same_shown && takes_squares() && source.picked.fanned.empty() &&
        view.pixel_ratio == view_.pixel_ratio && !cells_.serve(view)) {
        if (!next_.valid()) begin_next(source, view);
        return move();
    }
    if (arrival == MarkArrival::late && !same_events && source.events &&
        source.events->events.size() >= least_placed_late) {
        // Others' marks would be wrong: none are shown until these are there.
        if (!next_.valid() || asked_for_ != source.events) begin_next(source, view);
        const EventMarks before = std::exchange(marks_, {});
        source_ = {};
        return !before.symbols.empty() || !before.shapes.empty();
    }
    next_ = {};
    if (!same_events) {
        placed_ = placed_in(source, view);
        cells_ = spare_ = {};
    }
    if (!same_shown) {
        shown_ = shown_of(source);
        cells_.counts.reset();
    }
    source_ = source;
    view_ = view;
    marks_ = source.events
                 ? arrange_events(*source.events, *placed_, *shown_, view, *style, source.picked, &cells_)
                 : EventMarks{};
    if (source.events) fade_marks(marks_, *source.events, source.time, source.fade_days);
    return true;
}

}  // namespace chronomap
