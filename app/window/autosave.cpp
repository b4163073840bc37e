#include "app/window/autosave.hpp"

#include <algorithm>
#include <utility>

#include "app/project/project_document.hpp"
#include "app/project/unsaved.hpp"

namespace chronomap {

namespace {

/// After an edit, so that a row of edits is kept at once.
constexpr double wait_seconds = 2;
/// The share of the time for which a large project may be written.
constexpr double share_of_time = 0.05;

}  // namespace

void Autosave::follow(AppState& state) {
    if (folder_.empty()) return;
    if (const auto outcome = job_.take()) take_note(state, *outcome);
    if (job_.running()) return;
    if (!has_unsaved_work(state)) {
        if (written_ || kept_) forget();
        return;
    }
    Work work = work_of(state);
    if (kept_ == work) return;
    if (changed_at_s_ < 0) changed_at_s_ = state.now_s;
    if (state.now_s < std::max(changed_at_s_ + wait_seconds, rest_until_s_)) return;
    changed_at_s_ = -1;
    kept_ = std::move(work);
    begun_at_s_ = state.now_s;
    begin(state);
}

bool Autosave::begin(AppState& state) {
    if (!file_) {
        auto created = RecoveryFile::create(folder_);
        if (!created) {
            take_note(state, {folder_, tl::unexpected(created.error())});
            return false;
        }
        file_ = std::move(*created);
    }
    job_.start(file_->path(), recovery_contents(state, file_->path()));
    return true;
}

void Autosave::take_note(AppState& state, const SaveJob::Outcome& outcome) {
    rest_until_s_ = state.now_s + (state.now_s - begun_at_s_) / share_of_time;
    if (!outcome.written) {
        if (!std::exchange(failed_, true))
            say(state, MessageLevel::warning, outcome.written.error(), "Unsaved work is not kept for the case of a crash. ");
        return;
    }
    failed_ = false;
    written_ = true;
    for (const std::string& path : std::exchange(taken_over_, {})) RecoveryFile::discard(path);
}

void Autosave::forget() {
    if (file_) file_->remove();
    written_ = false;
    kept_.reset();
    changed_at_s_ = -1;
    // Its work was saved, or taken back by the user.
    for (const std::string& path : std::exchange(taken_over_, {})) RecoveryFile::discard(path);
}

void Autosave::end() {
    (void)job_.wait();
    forget();
}

void Autosave::end_early(AppState& state) {
    if (folder_.empty()) return;
    if (const auto outcome = job_.wait()) take_note(state, *outcome);
    if (!has_unsaved_work(state)) return forget();
    if (kept_ == work_of(state) && written_) return;
    if (!begin(state)) return;
    if (const auto outcome = job_.wait()) take_note(state, *outcome);
}

}  // namespace chronomap
