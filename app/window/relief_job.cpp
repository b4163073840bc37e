#include "app/window/relief_job.hpp"

#include "app/state/camera_moves.hpp"

namespace chronomap {

namespace {

/// Share of the view that is shaded around it, so that it can be moved a while.
constexpr double margin = 0.3;

}  // namespace

bool ReliefJob::follow(AppState& state) {
    bool changed = false;
    if (making_.valid() && making_.wait_for(std::chrono::seconds(0)) == std::future_status::ready) {
        auto made = making_.get();
        // What was asked for meanwhile counts.
        if (made && path_ == state.relief_path) {
            state.relief = std::move(*made);
            changed = true;
        } else if (!made && path_ == state.relief_path) {
            say(state, MessageLevel::error, "The relief cannot be shown: " + made.error().text());
            state.relief_path.clear();
        }
    }
    if (making_.valid() || state.relief_path.empty() || state.view.crs.empty()) return changed;
    const View& wanted = target_view(state);
    if (state.relief && serves(*state.relief, wanted)) return changed;
    path_ = state.relief_path;
    making_ = worker_.submit([path = path_, view = wanted, wake = wake_](const std::stop_token&) {
        auto made = make_relief(path, view, margin);
        wake();
        return made;
    });
    return changed;
}

}  // namespace chronomap
