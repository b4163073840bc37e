#include "app/window/search_job.hpp"

#include "app/state/finding.hpp"

namespace chronomap {

bool SearchJob::follow(AppState& state) {
    const bool wanted = state.search_due;
    bool is_new = false;
    if (searching_.valid()) {
        if (!wanted || words_ != state.search || events_ != state.store.current()) stop_.request_stop();
        if (searching_.wait_for(std::chrono::seconds(0)) != std::future_status::ready) return false;
        std::vector<Found> found = searching_.get();
        if (wanted && words_ == state.search && events_ == state.store.current()) {
            state.found = std::move(found);
            state.search_due = false;
            is_new = true;
        }
        events_.reset();
    }
    if (!state.search_due) return is_new;
    words_ = state.search;
    events_ = state.store.current();
    stop_ = std::stop_source();
    searching_ = worker_.submit(
        [sources = search_sources(state), words = words_, wake = wake_, own = stop_](const std::stop_token& ending) {
            const std::stop_callback end(ending, [own]() mutable { own.request_stop(); });
            std::vector<Found> found = find_everywhere(sources, words, most_found, own.get_token());
            wake();
            return found;
        });
    return is_new;
}

}  // namespace chronomap
