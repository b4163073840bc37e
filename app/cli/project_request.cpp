#include "app/cli/project_request.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "app/cli/messages.hpp"
#include "app/project/project_document.hpp"

namespace chronomap {
namespace {

using Given = std::function<bool(std::string_view)>;

void take_view(const ViewDocument& view, const std::string& project_path, const Given& given, MapRequest& request) {
    if (!given("--date")) {
        if (view.time.span != all_time) request.date = edtf_from_span(view.time.span).text();
        if (!given("--mode")) request.mode = name_of(view.time.mode);
        if (!given("--fade") && view.fade_days > 0) request.fade = std::to_string(view.fade_days);
    }
    if (!given("--names")) request.names = name_of(view.naming);
    if (!given("--style") && !view.style.empty()) {
        const bool is_file = view.style.find_first_of("/.") != std::string::npos;
        const FoundFile found = is_file ? find_file({view.style, ""}, project_path) : FoundFile{};
        if (!is_file)
            request.style = view.style;
        else if (found.state != FoundFile::State::missing)
            request.style = found.path;
        else
            print_warning(project_path + ": its style is missing: " + found.path);
    }
    if (!given("--title")) request.title = view.title;
    if (!given("--subtitle")) request.subtitle = view.furniture.subtitle;
    if (!given("--caption")) request.caption = view.furniture.caption;
    if (!given("--furniture"))
        if (const std::string words = furniture_words(view.furniture); !words.empty()) request.furniture = {words};
    if (!given("--filter"))
        for (const FilterCondition& condition : conditions_of(view.filter))
            for (const std::string& value : condition.values) request.filter.push_back(condition.name + "=" + value);
    if (!given("--bbox") && !given("--crs")) request.view = view.view;
    if (!given("--relief") && !view.relief.path.empty()) {
        const FoundFile found = find_file(view.relief, project_path);
        if (found.state == FoundFile::State::missing)
            print_warning(project_path + ": its relief is missing: " + found.path);
        else
            request.relief.path = found.path;
        if (!given("--relief-style")) request.relief.style = view.relief_style;
    }
    request.selected_event = view.selected_event;
}

void take_layers(const OpenedProject& project, const std::string& project_path, MapRequest& request) {
    for (const ProjectLayer& layer : project.layers) {
        if (layer.own) {
            request.no_areas = request.no_areas || !layer.shown;
            continue;
        }
        if (!layer.shown) continue;
        const FoundFile found = find_file({layer.id, ""}, project_path);
        if (found.state == FoundFile::State::missing)
            print_warning(project_path + ": shown without its layer, which is missing: " + found.path);
        else
            request.project_layers.push_back({found.path, {}, layer.opacity});
    }
}

}  // namespace

void read_projects(MapRequest& request, const Given& given) {
    bool first = true;
    for (const std::string& input : request.inputs) {
        if (input == "-" || !is_project_file(input)) continue;
        auto contents = read_project(input);
        if (!contents) continue;
        auto project = opened_project(*contents, input);
        if (!project) continue;
        for (const std::string& warning : project->warnings) print_warning(input + ": " + warning);
        if (std::exchange(first, false)) {
            if (project->view) take_view(*project->view, input, given, request);
            take_layers(*project, input, request);
        }
        request.projects[input] = {std::move(contents->extractions), std::move(project->edits)};
    }
}

}  // namespace chronomap
