#include <algorithm>

#include "app/commands/arguments.hpp"
#include "app/commands/command.hpp"
#include "app/commands/export_words.hpp"
#include "app/state/editing.hpp"
#include "app/state/story_telling.hpp"
#include "app/story/story_json.hpp"

namespace chronomap {

namespace {

using Arguments = std::span<const std::string>;

/// Unlike `joined`, keeps empty words: they are empty lines.
std::string with_between(Arguments words, std::string_view between) {
    std::string text;
    for (const std::string& word : words) text += (&word == &words.front() ? "" : std::string(between)) + word;
    return text;
}

/// Words as typed in a script: a line for each argument where one of them is several words, else one line.
std::string lines_of(Arguments words) {
    const bool quoted = std::ranges::any_of(words, [](const auto& word) { return word.find(' ') != word.npos; });
    return with_between(words, quoted ? "\n" : " ");
}

/// The step whose number is `text`, from 0. Error: there is no such step.
Result<std::size_t> step_from(const AppState& state, const std::string& text) {
    const std::size_t count = story_of(state).steps.size();
    if (count == 0) return fail("the story has no steps", {}, 0, "story.add makes one of what is on the screen");
    const auto number = integer_from(text, "the step", 1, static_cast<int>(count));
    if (!number) return tl::unexpected(number.error());
    return static_cast<std::size_t>(*number - 1);
}

Result<void> add_step(AppState& state, Arguments arguments) {
    StoryStep step = step_on_screen(state);
    if (!arguments.empty()) step.title = with_between(arguments, " ");
    const std::size_t count = story_of(state).steps.size();
    const std::size_t at = count == 0 ? 0 : std::min(state.show.step + 1, count);
    edit(state, "add a step", [&](Edits& edits) {
        auto& steps = edits.story.steps;
        steps.insert(steps.begin() + static_cast<std::ptrdiff_t>(at), std::move(step));
    });
    state.show.step = at;
    state.show.highlighted = story_of(state).steps[at].highlighted;
    return {};
}

/// Runs `change` on the step whose number is the first argument, with what stands behind it.
template <class Change>
auto changing_step(std::string what, Change change) {
    return [what, change](AppState& state, Arguments arguments) -> Result<void> {
        const auto index = step_from(state, arguments[0]);
        if (!index) return tl::unexpected(index.error());
        StoryStep step = story_of(state).steps[*index];
        if (const auto changed = change(state, step, arguments.subspan(1)); !changed) return changed;
        edit(state, what, [&](Edits& edits) { edits.story.steps[*index] = std::move(step); });
        return {};
    };
}

Result<void> update_step(const AppState& state, StoryStep& step, Arguments) {
    const StoryStep now = step_on_screen(state);
    step.time = now.time;
    step.view = now.view;
    step.naming = now.naming;
    return {};
}

/// Events that the step has are taken out, others are added.
Result<void> highlight(AppState& state, StoryStep& step, Arguments arguments) {
    const EventSetPtr events = state.store.current();
    for (const std::string& word : arguments) {
        if (word == "none") {
            step.highlighted.clear();
            continue;
        }
        const std::string id = word == "selected" ? state.selected_event : word;
        if (id.empty()) return fail("no event is selected");
        if (std::erase(step.highlighted, id) > 0) continue;
        if (events->index_of(id) >= events->events.size()) return fail("there is no event \"" + id + "\"");
        step.highlighted.push_back(id);
    }
    state.show.highlighted = step.highlighted;
    return {};
}

Result<void> remove_step(AppState& state, Arguments arguments) {
    const auto index = step_from(state, arguments[0]);
    if (!index) return tl::unexpected(index.error());
    edit(state, "remove a step", [&](Edits& edits) {
        edits.story.steps.erase(edits.story.steps.begin() + static_cast<std::ptrdiff_t>(*index));
    });
    if (state.show.step > *index) --state.show.step;
    state.show.highlighted.clear();
    return {};
}

Result<void> move_step(AppState& state, Arguments arguments) {
    const auto from = step_from(state, arguments[0]), to = step_from(state, arguments[1]);
    for (const auto& index : {from, to})
        if (!index) return tl::unexpected(index.error());
    edit(state, "move a step", [&](Edits& edits) {
        const auto first = edits.story.steps.begin();
        const auto a = first + static_cast<std::ptrdiff_t>(*from), b = first + static_cast<std::ptrdiff_t>(*to);
        if (a < b)
            std::rotate(a, a + 1, b + 1);
        else
            std::rotate(b, a, a + 1);
    });
    state.show.step = *to;
    return {};
}

Result<void> go(AppState& state, Arguments arguments) {
    const std::size_t count = story_of(state).steps.size();
    const std::size_t at = std::min(state.show.step, count == 0 ? 0 : count - 1);
    const std::string& where = arguments[0];
    state.show.black = false;
    if (count > 0 && (where == "next" || where == "previous" || where == "first" || where == "last")) {
        const std::size_t wanted = where == "first"  ? 0
                                   : where == "last" ? count - 1
                                   : where == "next" ? std::min(at + 1, count - 1)
                                                     : at - std::min<std::size_t>(at, 1);
        // Beyond the ends there is nothing to fly to.
        return wanted == at && (where == "next" || where == "previous") ? Result<void>{} : show_step(state, wanted);
    }
    const auto index = step_from(state, where);
    return index ? show_step(state, *index) : tl::unexpected(index.error());
}

Result<void> play(AppState& state, Arguments arguments) {
    std::string first = "1";
    ScreenUse screen = ScreenUse::whole;
    for (const std::string& word : arguments) {
        if (word == "window")
            screen = ScreenUse::window;
        else
            first = word == "here" ? std::to_string(state.show.step + 1) : word;
    }
    const auto index = step_from(state, first);
    if (!index) return tl::unexpected(index.error());
    begin_presentation(state, screen);
    return show_step(state, *index);
}

Result<void> toggle(bool& on, Arguments arguments) {
    if (arguments.empty()) {
        on = !on;
        return {};
    }
    if (arguments[0] != "on" && arguments[0] != "off") return fail("it is on or off, not \"" + arguments[0] + "\"");
    on = arguments[0] == "on";
    return {};
}

}  // namespace

void add_story_commands(CommandRegistry& registry) {
    constexpr std::size_t many = 4096;
    registry.add({"story.add", "[TITLE]", "make a step of the story of what is on the screen", 0, many, add_step});
    registry.add({"story.update", "N", "give a step the date and the part of the map that are on the screen", 1, 1,
                  changing_step("update a step", update_step)});
    registry.add({"story.remove", "N", "take a step out of the story", 1, 1, remove_step});
    registry.add({"story.move", "N M", "make a step the M-th", 2, 2, move_step});
    registry.add({"story.name", "[TITLE]", "name the story; without a name it is the map's", 0, many,
                  [](AppState& state, Arguments arguments) -> Result<void> {
                      edit(state, "name the story",
                           [&](Edits& edits) { edits.story.title = with_between(arguments, " "); });
                      return {};
                  }});
    registry.add({"story.title", "N [TITLE]", "name a step", 1, many,
                  changing_step("name a step", [](AppState&, StoryStep& step, Arguments words) -> Result<void> {
                      step.title = with_between(words, " ");
                      return {};
                  })});
    registry.add({"story.text", "N [LINE...]", "write a step's text, in Markdown; each line in quotes", 1, many,
                  changing_step("write a step", [](AppState&, StoryStep& step, Arguments words) -> Result<void> {
                      step.text = lines_of(words);
                      return {};
                  })});
    registry.add({"story.notes", "N [LINE...]", "write what only the one who presents is to see", 1, many,
                  changing_step("write notes", [](AppState&, StoryStep& step, Arguments words) -> Result<void> {
                      step.notes = lines_of(words);
                      return {};
                  })});
    registry.add({"story.highlight", "N ID|selected|none...",
                  "let events stand out in a step; those that it has already no longer do", 2, many,
                  changing_step("highlight events", highlight)});
    registry.add({"story.go", "N|next|previous|first|last", "show a step of the story", 1, 1, go});
    registry.add(
        {"story.play", "[N|here] [window]", "present the story on the full screen, or in the window", 0, 2, play});
    registry.add({"story.stop", "", "end the presentation", 0, 0, [](AppState& state, Arguments) -> Result<void> {
                      if (state.show.presenting) end_presentation(state);
                      return {};
                  }});
    registry.add({"story.black", "[on|off]", "make the presentation's screen black, or show it again", 0, 1,
                  [](AppState& state, Arguments arguments) { return toggle(state.show.black, arguments); }});
    registry.add({"story.show-notes", "[on|off]", "show the step's notes below the map", 0, 1,
                  [](AppState& state, Arguments arguments) { return toggle(state.show.notes, arguments); }});
    registry.add({"story.export", "PATH [WxH|PAPER] [Ndpi] [fps=N]",
                  "write the story as a handout (.pdf) or a film (.mp4 .webm)", 1, 4,
                  [](AppState& state, Arguments arguments) -> Result<void> {
                      if (story_of(state).steps.empty())
                          return fail("the story has no steps", {}, 0, "story.add makes one of what is on the screen");
                      std::vector<std::string> words(arguments.begin(), arguments.end());
                      words.emplace_back("story");
                      auto wanted = export_from_words(words);
                      if (!wanted) return tl::unexpected(wanted.error());
                      state.requests.exports.push_back(std::move(*wanted));
                      return {};
                  }});
    registry.add({"story.save", "PATH", "write the story into a file of its own", 1, 1,
                  [](AppState& state, Arguments arguments) -> Result<void> {
                      std::string path = arguments[0];
                      if (!is_story_path(path)) path += ".story.json";
                      return save_story(story_of(state), path);
                  }});
}

}  // namespace chronomap
