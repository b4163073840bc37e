// What a session reads and writes as files of the user's.

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <utility>

#include "app/panels/event_words.hpp"
#include "app/project/project_document.hpp"
#include "app/project/unsaved.hpp"
#include "app/settings/state_folder.hpp"
#include "app/state/map_layers.hpp"
#include "app/state/pasting.hpp"
#include "app/state/plain_words.hpp"
#include "app/state/restoring.hpp"
#include "app/state/story_telling.hpp"
#include "app/window/clipboard.hpp"
#include "app/window/session.hpp"
#include "geo/base/interrupt.hpp"

namespace chronomap {

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
