#include "app/window/table_job.hpp"

#include "app/state/app_state.hpp"

namespace chronomap {

bool TableJob::follow(AppState& state) {
    if (sorting_.valid()) {
        // What nobody waits for any more need not be finished.
        if (events_ != state.store.current() || sort_ != wanted_sort(state)) stop_.request_stop();
        if (sorting_.wait_for(std::chrono::seconds(0)) != std::future_status::ready) return false;
        const TableOrderPtr sorted = sorting_.get();
        events_.reset();
        if (sorted && sorted->of == state.store.current() && sorted->sort == wanted_sort(state)) {
            state.table.sorted = sorted;
            return true;
        }
    }
    if (is_sorted(state)) return false;
    if (sort_table(state)) return true;
    events_ = state.store.current();
    sort_ = wanted_sort(state);
    stop_ = std::stop_source();
    sorting_ = worker_.submit([events = events_, sort = sort_, wake = wake_, own = stop_](const std::stop_token& ending) {
        const std::stop_callback end(ending, [own]() mutable { own.request_stop(); });
        TableOrderPtr sorted = sort_events(events, sort, own.get_token());
        wake();
        return sorted;
    });
    return false;
}

}  // namespace chronomap
