#include "app/project/unsaved.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "app/state/demo.hpp"
#include "app/state/editing.hpp"
#include "app/state/restoring.hpp"
#include "geo/io/project_file.hpp"

namespace chronomap {

Work work_of(const AppState& state) {
    Work work;
    work.edits = state.history.current_ptr();
    work.articles = state.store.current()->articles;
    for (const ShownLayer& each : state.layers) {
        work.layers.push_back(each.layer);
        work.layers_shown.push_back(each.shown);
    }
    work.title = state.title;
    work.style_file = state.style_file;
    work.naming = state.naming;
    work.furniture = state.furniture;
    work.filter = state.store.filter();
    work.relief = state.relief;
    return work;
}

bool has_unsaved_work(const AppState& state) {
    if (state.project.saved) return work_of(state) != *state.project.saved;
    // What was pasted or piped in is in no file.
    const bool homeless = std::ranges::any_of(state.store.current()->articles,
                                              [](const ExtractionPtr& each) { return each->article.path == "-"; });
    return homeless || !state.project.path.empty() || state.history.current() != Edits{};
}

std::string project_name(const AppState& state) {
    std::string name = std::filesystem::path(state.project.path).filename().string();
    for (const std::string_view ending : {project_extension, std::string_view(".gpkg")})
        if (name.size() > ending.size() && name.ends_with(ending)) return name.substr(0, name.size() - ending.size());
    return name;
}

void ask_before(AppState& state, Postponed postponed) {
    state.project.postponed = std::move(postponed);
    if (has_unsaved_work(state))
        state.panels.dialog = Dialog::unsaved_work;
    else
        go_on(state);
}

void go_on(AppState& state) {
    const Postponed postponed = std::exchange(state.project.postponed, {});
    if (postponed.what != Postponed::What::nothing) state.panels.dialog = Dialog::none;
    switch (postponed.what) {
        case Postponed::What::nothing:
            break;
        case Postponed::What::begin_new:
            begin_new(state);
            break;
        case Postponed::What::open:
            for (const std::string& path : postponed.paths) state.requests.open.push_back(path);
            break;
        case Postponed::What::quit:
            state.requests.quit = true;
            break;
    }
}

void begin_new(AppState& state) {
    close_all(state);
    state.history.reset();
    state.show = {};
    state.store.set_filter({});
    state.title.clear();
    state.furniture = {};
    state.relief = {};
    state.project.path.clear();
    state.project.saved.reset();
    edits_changed(state);
}

void remember_recent(AppState& state, const std::string& path) {
    constexpr std::size_t most = 12;
    std::error_code ignored;
    std::string whole = std::filesystem::absolute(path, ignored).lexically_normal().string();
    // The demo has a button of its own.
    if (whole.empty() || path == "-" || path == demo_path()) return;
    auto& recent = state.project.recent;
    std::erase(recent, whole);
    recent.insert(recent.begin(), std::move(whole));
    if (recent.size() > most) recent.resize(most);
}

}  // namespace chronomap
