// What a session reads and writes as files of the user's.

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <utility>

#include "app/cli/terminal_progress.hpp"
#include "app/panels/event_words.hpp"
#include "app/project/project_document.hpp"
#include "app/project/unsaved.hpp"
#include "app/settings/state_folder.hpp"
#include "app/state/exporting.hpp"
#include "app/state/map_layers.hpp"
#include "app/state/pasting.hpp"
#include "app/state/plain_words.hpp"
#include "app/state/restoring.hpp"
#include "app/state/story_telling.hpp"
#include "app/window/clipboard.hpp"
#include "app/window/session.hpp"
#include "geo/base/interrupt.hpp"

namespace chronomap {

namespace {

/// While a picture is written, a frame of the window is drawn so often.
constexpr double writing_frame_seconds = 0.15;

}  // namespace

void Session::take_deliveries() {
    if (!job_->running()) return;
    for (OpenJob::Delivery& delivery : job_->take()) {
        frames_due_ = frames_after_input;
        if (delivery.loaded)
            show_loaded(delivery);
        else
            say(state_, MessageLevel::error, delivery.loaded.error());
    }
    const JobStatus status = job_->status();
    if (status.what != state_.job.what || status.running != state_.job.running) frames_due_ = frames_after_input;
    state_.job = status;
}

void Session::show_loaded(OpenJob::Delivery& delivery) {
    FileContents& loaded = *delivery.loaded;
    if (loaded.gazetteer) state_.gazetteer = loaded.gazetteer;
    for (const std::string& source : loaded.sources)
        if (std::ranges::find(state_.gazetteer_sources, source) == state_.gazetteer_sources.end())
            state_.gazetteer_sources.push_back(source);
    if (loaded.project && loaded.project->recovered)
        autosave_.take_over(delivery.opened.path);
    else if (delivery.opened.as != OpenAs::pasted)
        remember_recent(state_, delivery.opened.path);
    if (loaded.project) {
        show_project(state_, std::move(*loaded.project), std::move(loaded.extractions), std::move(loaded.layers));
    } else {
        if (loaded.restores) close_all(state_);
        add_extractions(state_, loaded.extractions, std::move(delivery.prepared));
        for (const ExtractionPtr& extraction : loaded.extractions)
            if (extraction->events.empty())
                say(state_, MessageLevel::warning,
                    "No event with a place and a date was found in " + extraction->article.id +
                        ". \"Not on the map\" lists what was left over.");
        for (MapLayerPtr& layer : loaded.layers) add_layer(state_, std::move(layer));
        for (OpenFile& file : loaded.files) add_file(state_, std::move(file));
        if (loaded.story) take_story(state_, std::move(*loaded.story), StoryOrigin::opened);
        if (loaded.story_beside) take_story(state_, std::move(*loaded.story_beside), StoryOrigin::beside);
        if (loaded.restores) {
            restore_view(state_, *loaded.restores);
            say(state_, MessageLevel::info, "As in the picture " + delivery.opened.path);
        }
    }
    for (std::string& warning : loaded.warnings) say(state_, MessageLevel::warning, std::move(warning));
}

/// Whatever may be shown that was not written by the program.
void Session::use_characters() {
    constexpr std::size_t most_of_an_article = 200'000;  // bytes; its script is known by then
    const EventSetPtr events = state_.store.current();
    const std::size_t told = state_.messages.size() + state_.project.recent.size();
    if (events == characters_of_ && told == characters_told_) return;
    if (events != characters_of_)
        for (const ExtractionPtr& extraction : events->articles) {
            imgui_.use_characters(extraction->article.id);
            imgui_.use_characters(extraction->article.title);
            imgui_.use_characters(std::string_view(extraction->article.text).substr(0, most_of_an_article));
        }
    characters_of_ = events;
    characters_told_ = told;
    for (const Message& message : state_.messages) imgui_.use_characters(message.text);
    for (const std::string& path : state_.project.recent) imgui_.use_characters(path);
    for (const OpenFile& open : state_.files) imgui_.use_characters(open.file.path);
}

void Session::serve_clipboard() {
    ClipboardRequests& wanted = state_.requests.clipboard;
    if (const auto text = std::exchange(wanted.text, std::nullopt)) window_.set_clipboard_text(*text);
    if (!std::exchange(wanted.paste, false)) return;
    if (const auto pasted = paste_article(state_, window_.clipboard_text()); !pasted)
        say(state_, MessageLevel::error, pasted.error());
}

void Session::give_to_clipboard(const std::string& path) {
    const auto copied = copy_picture(path);
    if (copied) {
        say(state_, MessageLevel::info, "The map is on the clipboard, as a picture.");
        std::error_code ignored;
        std::filesystem::remove(path, ignored);
        return;
    }
    window_.set_clipboard_text(path);
    say(state_, MessageLevel::warning,
        plain_words(copied.error()) + " The map was saved instead, and its path is on the clipboard: " + path);
}

Progress Session::progress_of_writing(const std::string& path) {
    const double began_s = glfwGetTime();
    double shown_s = began_s;
    return [this, path, began_s, shown_s](double share) mutable {
        const double now_s = glfwGetTime();
        if (now_s - shown_s < writing_frame_seconds) return true;
        shown_s = now_s;
        const std::string left =
            share > 0.01 ? ", " + words_of_duration((now_s - began_s) * (1 - share) / share) + " left" : "";
        state_.job = {true, "Writing " + std::filesystem::path(path).filename().string() + left, share};
        take_input(window_.wait(0, after_));
        draw_frame();
        const bool stop = std::exchange(state_.requests.cancel, false);
        return !stop && !state_.requests.quit && !window_.closing() && !InterruptWatch::interrupted();
    };
}

void Session::write_exports() {
    for (const WindowExport& wanted : std::exchange(state_.requests.exports, {})) {
        ExportRequest request = wanted.request;
        if (wanted.to == ExportTo::clipboard) request.path = clipboard_picture_path();
        auto map = exported_map(state_, wanted.size, request);
        if (!map) {
            say(state_, MessageLevel::error, map.error());
            continue;
        }
        Scene& scene = map->scene;
        // At the picture's own resolution.
        scene.ground = std::make_shared<GroundReader>(
            [this](const Error& error) { say(state_, MessageLevel::error, error); });
        writing_ = true;
        const auto written = write_export(*canvas_, *map, request, progress_of_writing(request.path));
        writing_ = false;
        state_.job = job_->status();
        if (written && wanted.to == ExportTo::clipboard)
            give_to_clipboard(written->back());
        else if (written)
            say(state_, MessageLevel::info,
                "Written: " + written->back() +
                    (written->size() > 1 ? " and " + std::to_string(written->size() - 1) + " more" : std::string()));
        else if (written.error().message == cancelled)
            say(state_, MessageLevel::info, "Not written: " + request.path);
        else
            say(state_, MessageLevel::error, written.error());
        frames_due_ = frames_after_input;
    }
}

void Session::save_project() {
    if (const auto outcome = save_job_.take()) {
        frames_due_ = std::max(frames_due_, 3);
        state_.project.saving = false;
        if (outcome->written) {
            const bool elsewhere = state_.project.path != outcome->path;
            state_.project.path = outcome->path;
            state_.project.saved = std::move(being_saved_);
            remember_recent(state_, outcome->path);
            if (elsewhere) say(state_, MessageLevel::info, "Saved: " + outcome->path);
            go_on(state_);
        } else {
            say(state_, MessageLevel::error, outcome->written.error(), "The project is not saved. ");
            state_.project.postponed = {};
        }
        being_saved_.reset();
    }
    if (!state_.requests.save || save_job_.running()) return;
    const std::string path = *std::exchange(state_.requests.save, std::nullopt);
    being_saved_ = work_of(state_);
    state_.project.saving = true;
    save_job_.start(path, project_contents(state_, path));
}

void Session::show_title() {
    std::string title = project_name(state_);
    const ExtractionPtr article = article_of(state_, state_.shown_article);
    if (title.empty() && article) title = heading_of(article->article);
    if (title.empty() && has_unsaved_work(state_)) title = "Unsaved project";
    title += title.empty() ? "chronomap" : " – chronomap";
    if (has_unsaved_work(state_)) title = "*" + title;
    if (title == shown_title_) return;
    window_.set_title(title);
    shown_title_ = std::move(title);
}

void Session::begin_as_remembered(const Remembered& remembered) {
    state_.ui_scale = options_.ui_scale > 0 ? options_.ui_scale : remembered.ui_scale > 0 ? remembered.ui_scale : 1;
    if (options_.width == 0 && remembered.frame) window_.set_frame(*remembered.frame);
    PanelState& panels = state_.panels;
    show_panels(panels, remembered.panels);
    const auto take = [](float& width, float last) {
        if (last > 0) width = last;
    };
    take(panels.left_width, remembered.left_width);
    take(panels.right_width, remembered.right_width);
    take(panels.source_height, remembered.source_height);
    take(panels.table_height, remembered.table_height);
    take(panels.timeline_height, remembered.timeline_height);
    state_.project.recent = remembered.recent;
    if (!options_.remember) return;
    state_.project.recover = RecoveryFile::left_behind(recovery_folder());
    if (!state_.project.recover.empty()) panels.dialog = Dialog::recover;
}

void Session::end_session() {
    if (InterruptWatch::interrupted())
        autosave_.end_early(state_);
    else
        autosave_.end();
    if (!options_.remember || remembered_path().empty()) return;
    const PanelState& panels = state_.panels;
    const Remembered remembered{state_.project.recent, window_.frame(),        shown_panels(panels),
                                panels.left_width,     panels.right_width,     panels.source_height,
                                panels.table_height,   panels.timeline_height, state_.ui_scale};
    if (const auto written = write_remembered(remembered, remembered_path()); !written)
        std::fprintf(stderr, "chronomap: warning: %s\n", written.error().text().c_str());
}

}  // namespace chronomap
