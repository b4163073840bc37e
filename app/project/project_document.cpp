#include "app/project/project_document.hpp"

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "app/project/edits_document.hpp"
#include "app/project/unsaved.hpp"
#include "app/state/editing.hpp"
#include "app/state/map_style.hpp"
#include "app/state/restoring.hpp"

namespace chronomap {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

std::string dump(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// As seen from the project's folder, so that both can be moved together.
std::string relative_path(const std::string& path, const std::string& project_path) {
    std::error_code ignored;
    const fs::path folder = fs::absolute(project_path, ignored).lexically_normal().parent_path();
    const fs::path whole = fs::absolute(path, ignored).lexically_normal();
    const fs::path relative = whole.lexically_relative(folder);
    return (relative.empty() ? whole : relative).generic_string();
}

Json files_json(const AppState& state, const std::string& path) {
    Json list = Json::array();
    for (const OpenFile& open : state.files) {
        Json file{{"path", open.file.path == "-" ? "-" : relative_path(open.file.path, path)}};
        if (!open.file.sha256.empty()) file["sha256"] = open.file.sha256;
        if (!open.articles.empty()) file["articles"] = open.articles;
        for (const std::string& layer : open.layers) file["layers"].push_back(relative_path(layer, path));
        list.push_back(std::move(file));
    }
    return list;
}

std::vector<OpenFile> files_from(const Json& list) {
    std::vector<OpenFile> files;
    for (const Json& file : list)
        files.push_back({{file.at("path").get<std::string>(), file.value("sha256", std::string())},
                         file.value("articles", std::vector<std::string>()),
                         file.value("layers", std::vector<std::string>())});
    return files;
}

Json layers_json(const AppState& state, const std::string& path) {
    Json list = Json::array();
    for (const ShownLayer& each : state.layers) {
        Json layer{{"id", each.own ? each.layer->name : relative_path(each.layer->id, path)}, {"shown", each.shown}};
        if (each.own) layer["own"] = true;
        if (each.layer->opacity < 1) layer["opacity"] = each.layer->opacity;
        list.push_back(std::move(layer));
    }
    return list;
}

std::vector<ProjectLayer> layers_from(const Json& list) {
    std::vector<ProjectLayer> layers;
    for (const Json& layer : list)
        layers.push_back({layer.at("id").get<std::string>(), layer.value("own", false), layer.value("shown", true),
                          std::clamp(layer.value("opacity", 1.0), 0.0, 1.0)});
    return layers;
}

Json workspace_json(const AppState& state) {
    return {{"panels", shown_panels(state.panels)},      {"left_width", state.panels.left_width},
            {"right_width", state.panels.right_width},   {"source_height", state.panels.source_height},
            {"table_height", state.panels.table_height}, {"timeline_height", state.panels.timeline_height},
            {"article", state.shown_article},            {"full_furniture", state.full_furniture},
            {"timeline_collapsed", state.timeline_collapsed},
            {"timeline_stacked_by", name_of(state.time_settings.stacked_by)}};
}

Workspace workspace_from(const Json& json) {
    const auto width = [&](const char* key) { return std::clamp(json.value(key, 0.0F), 0.0F, 4000.0F); };
    return {json.value("panels", std::vector<std::string>()),
            width("left_width"),
            width("right_width"),
            width("source_height"),
            width("table_height"),
            width("timeline_height"),
            json.value("article", std::string()),
            json.value("full_furniture", false),
            json.value("timeline_collapsed", true),
            timeline_stacking_from(json.value("timeline_stacked_by", std::string()))
                .value_or(TimelineStacking::kind)};
}

/// What the map shows. The files are told apart (files_json).
ViewDocument view_of(const AppState& state) {
    ViewDocument made;
    made.relief.path = state.relief.path;
    made.style = style_words(state);
    return view_document_from(std::move(made), scene_of(state), state.view);
}

void show_workspace(AppState& state, const Workspace& workspace) {
    show_panels(state.panels, workspace.panels);
    if (workspace.left_width > 0) state.panels.left_width = workspace.left_width;
    if (workspace.right_width > 0) state.panels.right_width = workspace.right_width;
    if (workspace.source_height > 0) state.panels.source_height = workspace.source_height;
    if (workspace.table_height > 0) state.panels.table_height = workspace.table_height;
    if (workspace.timeline_height > 0) state.panels.timeline_height = workspace.timeline_height;
    state.full_furniture = workspace.full_furniture;
    state.timeline_collapsed = workspace.timeline_collapsed;
    state.time_settings.stacked_by = workspace.timeline_stacking;
    if (article_of(state, workspace.shown_article)) state.shown_article = workspace.shown_article;
}

}  // namespace

ProjectContents project_contents(const AppState& state, const std::string& path) {
    ProjectContents contents{state.store.current()->articles, {}};
    add_documents(state.history.current(), contents.documents);
    contents.documents["view"] = json_from(view_of(state), path);
    contents.documents["files"] = dump(files_json(state, path));
    contents.documents["layers"] = dump(layers_json(state, path));
    contents.documents["workspace"] = dump(workspace_json(state));
    return contents;
}

ProjectContents recovery_contents(const AppState& state, const std::string& path) {
    ProjectContents contents = project_contents(state, path);
    std::error_code ignored;
    const std::string project =
        state.project.path.empty() ? std::string() : fs::absolute(state.project.path, ignored).string();
    contents.documents["recovery"] = dump(Json{{"project", project}});
    return contents;
}

Result<OpenedProject> opened_project(const ProjectContents& contents, const std::string& path) {
    OpenedProject project;
    project.path = path;
    const auto& documents = contents.documents;
    auto edits = edits_from(documents);
    if (!edits) return fail(edits.error().message, path);
    project.edits = std::move(*edits);
    std::string name;
    const auto take = [&](const char* wanted, const auto& use) {
        name = wanted;
        if (const auto found = documents.find(name); found != documents.end()) use(Json::parse(found->second));
    };
    try {
        take("files", [&](const Json& json) { project.files = files_from(json); });
        take("layers", [&](const Json& json) { project.layers = layers_from(json); });
        take("workspace", [&](const Json& json) { project.workspace = workspace_from(json); });
        take("recovery", [&](const Json& json) {
            project.recovered = true;
            project.path = json.at("project").get<std::string>();
        });
    } catch (const Json::exception& error) {
        return fail("its " + name + " cannot be read: " + error.what(), path);
    }
    if (const auto view = documents.find("view"); view != documents.end()) {
        auto read = read_view_document(view->second, path);
        if (read)
            project.view = std::move(*read);
        else
            project.warnings.push_back("The project's view is not restored: " + read.error().message);
    }
    return project;
}

void show_project(AppState& state, OpenedProject project, std::vector<ExtractionPtr> extractions,
                  std::vector<MapLayerPtr> layers) {
    begin_new(state);
    state.history.reset(std::move(project.edits));
    state.store.add(std::move(extractions));
    edits_changed(state);
    for (OpenFile& file : project.files) add_file(state, std::move(file));
    for (MapLayerPtr& layer : layers) state.layers.push_back({std::move(layer), true, false});
    if (project.view) restore_view(state, *project.view);
    std::vector<ShownLayer> ordered;
    for (const ProjectLayer& wanted : project.layers) {
        const auto found = std::ranges::find_if(state.layers, [&](const ShownLayer& each) {
            return each.layer && each.own == wanted.own && (each.own ? each.layer->name : each.layer->id) == wanted.id;
        });
        if (found == state.layers.end()) continue;
        ordered.push_back(std::exchange(*found, {}));
        ordered.back().shown = wanted.shown;
        MapLayerPtr& layer = ordered.back().layer;
        if (layer->opacity != wanted.opacity) layer = with_opacity(*layer, wanted.opacity);
    }
    for (ShownLayer& each : state.layers)
        if (each.layer) ordered.push_back(std::move(each));
    state.layers = std::move(ordered);
    show_workspace(state, project.workspace);
    state.project.path = project.path;
    if (project.recovered)
        state.project.saved.reset();
    else
        state.project.saved = work_of(state);
    for (const std::string& warning : project.warnings) say(state, MessageLevel::warning, warning);
}

}  // namespace chronomap
