#include "app/export/view_document.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "app/state/time_steps.hpp"
#include "geo/base/file_hash.hpp"
#include "geo/spatial/projection.hpp"
#include "geo/time/edtf.hpp"
#include "render/scene/camera.hpp"

namespace chronomap {
namespace {

namespace fs = std::filesystem;
using json = nlohmann::ordered_json;

/// Grows when older programs would misread what is written.
constexpr int format_version = 1;

fs::path folder_of(const std::string& picture_path) {
    std::error_code ignored;
    return fs::absolute(picture_path, ignored).lexically_normal().parent_path();
}

std::string relative_to(const fs::path& folder, const std::string& path) {
    if (path.empty() || path == "-") return path;
    std::error_code ignored;
    const fs::path whole = fs::absolute(path, ignored).lexically_normal();
    const fs::path relative = whole.lexically_relative(folder);
    return (relative.empty() ? whole : relative).generic_string();
}

/// The names of shipped styles have no path.
bool is_style_file(const std::string& style) {
    return style.find_first_of("/.") != style.npos;
}

/// How paths are told: as seen from the picture's folder, or by the file's name alone.
struct PathWords {
    fs::path folder;
    bool names_only = false;

    std::string of(const std::string& path) const {
        return names_only ? fs::path(path).filename().generic_string() : relative_to(folder, path);
    }
};

json files_json(const std::vector<DocumentFile>& files, const PathWords& paths) {
    json list = json::array();
    for (const DocumentFile& file : files) {
        json entry{{"path", paths.of(file.path)}};
        if (!file.sha256.empty()) entry["sha256"] = file.sha256;
        if (file.opacity < 1) entry["opacity"] = file.opacity;
        list.push_back(std::move(entry));
    }
    return list;
}

std::vector<DocumentFile> files_from(const json& root, const char* key) {
    std::vector<DocumentFile> files;
    for (const json& entry : root.value(key, json::array()))
        files.push_back({entry.at("path").get<std::string>(), entry.value("sha256", std::string()),
                         std::clamp(entry.value("opacity", 1.0), 0.0, 1.0)});
    return files;
}

/// West, south, east, north in degrees, for readers of the file; the program itself uses centre and scale.
json extent_json(const View& view) {
    const auto projection = projection_for(view.crs);
    if (!projection) return nullptr;
    const GeoBox box = visible_box(view, **projection, 0);
    return {box.west, box.south, box.east, box.north};
}

/// Throws what the JSON library throws; nothing for a value that cannot be, which is named in `wrong`.
ViewDocument document_from(const json& root, std::string& wrong) {
    ViewDocument document;
    const auto check = [&](bool sound, const char* key) {
        if (!sound && wrong.empty()) wrong = key;
    };
    document.inputs = files_from(root, "inputs");
    document.layers = files_from(root, "layers");
    if (const auto relief = files_from(root, "relief"); !relief.empty()) document.relief = relief.front();
    const auto relief_style = relief_style_from(root.value("relief_style", std::string("both")));
    check(relief_style.has_value(), "relief_style");
    document.relief_style = relief_style.value_or(ReliefStyle::both);
    document.own_layers = root.value("own_layers", true);
    document.gazetteers = files_from(root, "gazetteers");
    if (const json& date = root.at("date"); !date.is_null()) {
        const auto read = EdtfDate::parse(date.get<std::string>());
        check(read && !read->span().empty(), "date");
        if (read) document.time.span = read->span();
    }
    for (const json& each : root.value("compared", json::array())) {
        const auto read = EdtfDate::parse(each.get<std::string>());
        check(read.has_value(), "compared");
        if (read) document.compared.push_back(*read);
    }
    check(document.compared.empty() || document.compared.size() == 2, "compared");
    const auto mode = time_mode_from(root.at("mode").get<std::string>());
    check(mode.has_value(), "mode");
    document.time.mode = mode.value_or(TimeMode::instant);
    document.fade_days = root.value("fade_days", 0);
    check(document.fade_days >= 0, "fade_days");
    const auto naming = naming_policy_from(root.at("names").get<std::string>());
    check(naming.has_value(), "names");
    document.naming = naming.value_or(NamingPolicy::source);
    document.style = root.value("style", std::string());
    document.title = root.value("title", std::string());
    document.selected_event = root.value("selected", std::string());
    document.fanned_event = root.value("fanned", std::string());
    document.furniture.subtitle = root.value("subtitle", std::string());
    document.furniture.caption = root.value("caption", std::string());
    check(set_furniture(document.furniture, root.value("furniture", std::string())).has_value(), "furniture");
    const json filter = root.value("filter", json::object());
    for (const auto& [name, values] : filter.items()) {
        const auto with = with_condition(document.filter, name, values.get<std::vector<std::string>>());
        check(with.has_value(), "filter");
        if (with) document.filter = *with;
    }
    document.dpi = root.value("dpi", 0.0);
    View& view = document.view;
    view.crs = root.at("crs").get<std::string>();
    view.centre_x = root.at("centre").at(0).get<double>();
    view.centre_y = root.at("centre").at(1).get<double>();
    view.metres_per_px = root.at("metres_per_px").get<double>();
    view.width_px = root.at("size_px").at(0).get<int>();
    view.height_px = root.at("size_px").at(1).get<int>();
    view.pixel_ratio = root.at("pixel_ratio").get<double>();
    check(projection_for(view.crs).has_value(), "crs");
    check(std::isfinite(view.centre_x) && std::isfinite(view.centre_y), "centre");
    check(view.metres_per_px > 0 && view.metres_per_px < 1e9, "metres_per_px");
    check(view.width_px > 0 && view.height_px > 0, "size_px");
    check(view.pixel_ratio > 0 && view.pixel_ratio < 1000, "pixel_ratio");
    return document;
}

/// Of a file, or of the files in a folder.
std::uintmax_t bytes_of(const std::string& path) {
    std::error_code ignored;
    if (!fs::is_directory(path, ignored)) {
        const std::uintmax_t size = fs::file_size(path, ignored);
        return ignored ? 0 : size;
    }
    std::uintmax_t sum = 0;
    for (fs::directory_iterator entry(path, ignored), end; !ignored && entry != end; entry.increment(ignored))
        if (std::error_code none; entry->is_regular_file(none)) sum += entry->file_size(none);
    return sum;
}

}  // namespace

DocumentFile document_file(const std::string& path) {
    // Rasters can be too large to be read whole for each picture.
    constexpr std::uintmax_t most_hashed_bytes = 1u << 30;
    const auto hash =
        path == "-" || bytes_of(path) > most_hashed_bytes ? Result<std::string>("") : sha256_of_file(path);
    return {path, hash.value_or("")};
}

ViewDocument view_document_from(ViewDocument made_from, const Scene& scene, const View& view) {
    made_from.time = scene.time;
    made_from.fade_days = scene.fade_days;
    if (!made_from.compared.empty()) made_from.time.span = made_from.compared.front().span();
    made_from.naming = scene.naming;
    made_from.title = scene.furniture.title;
    made_from.furniture = scene.furniture.settings;
    made_from.fanned_event = scene.fanned_event;
    made_from.selected_event = scene.selected_event;
    made_from.relief_style = scene.relief.style;
    if (scene.events) made_from.filter = scene.events->filter;
    made_from.view = view;
    return made_from;
}

std::string json_from(const ViewDocument& document, const std::string& picture_path) {
    const PathWords paths{folder_of(picture_path), document.leave_out_paths};
    const std::string date = edtf_from_span(document.time.span).text();
    const View& view = document.view;
    json root{{"program", "chronomap"},
              {"program_version", CHRONOMAP_VERSION},
              {"format", format_version},
              {"inputs", files_json(document.inputs, paths)},
              {"date", document.time.span == all_time ? json() : json(date)},
              {"mode", name_of(document.time.mode)},
              {"names", name_of(document.naming)},
              {"style", is_style_file(document.style) ? paths.of(document.style) : document.style},
              {"title", document.title},
              {"crs", view.crs},
              {"centre", {view.centre_x, view.centre_y}},
              {"metres_per_px", view.metres_per_px},
              {"size_px", {view.width_px, view.height_px}},
              {"pixel_ratio", view.pixel_ratio},
              {"extent", extent_json(view)}};
    if (document.fade_days > 0) root["fade_days"] = document.fade_days;
    if (!document.layers.empty()) root["layers"] = files_json(document.layers, paths);
    if (!document.relief.path.empty()) {
        root["relief"] = files_json({document.relief}, paths);
        root["relief_style"] = name_of(document.relief_style);
    }
    if (document.compared.size() == 2) root["compared"] = {document.compared[0].text(), document.compared[1].text()};
    for (const FilterCondition& condition : conditions_of(document.filter))
        root["filter"][condition.name] = condition.values;
    if (!document.own_layers) root["own_layers"] = false;
    if (document.dpi > 0) root["dpi"] = document.dpi;
    if (!document.gazetteers.empty()) root["gazetteers"] = files_json(document.gazetteers, paths);
    if (!document.selected_event.empty()) root["selected"] = document.selected_event;
    if (!document.fanned_event.empty()) root["fanned"] = document.fanned_event;
    if (!document.furniture.subtitle.empty()) root["subtitle"] = document.furniture.subtitle;
    if (!document.furniture.caption.empty()) root["caption"] = document.furniture.caption;
    if (const std::string words = furniture_words(document.furniture); !words.empty()) root["furniture"] = words;
    return root.dump(-1, ' ', false, json::error_handler_t::replace);
}

Result<ViewDocument> read_view_document(const std::string& text, const std::string& picture_path) {
    const char* remedy = "open the article it was made from";
    try {
        const json root = json::parse(text);
        if (root.value("program", std::string()) != "chronomap")
            return fail("what this picture says of itself is not chronomap's", picture_path, 0, remedy);
        if (root.value("format", 0) > format_version)
            return fail("this picture was made by a newer chronomap", picture_path, 0,
                        "update the program, or open the article it was made from");
        std::string wrong;
        ViewDocument document = document_from(root, wrong);
        if (!wrong.empty())
            return fail("what this picture says of itself has a wrong '" + wrong + "'", picture_path, 0, remedy);
        return document;
    } catch (const json::exception& error) {
        return fail(std::string("what this picture says of itself cannot be read: ") + error.what(), picture_path, 0,
                    remedy);
    }
}

FoundFile find_file(const DocumentFile& file, const std::string& picture_path) {
    if (file.path == "-") return {FoundFile::State::missing, "standard input"};
    const fs::path folder = folder_of(picture_path);
    const fs::path there = (folder / file.path).lexically_normal();  // an absolute path replaces the folder
    FoundFile found{FoundFile::State::missing, there.string()};
    for (const fs::path& path : {there, folder / fs::path(file.path).filename()}) {
        std::error_code ignored;
        if (!fs::exists(path, ignored)) continue;
        const auto hash = file.sha256.empty() ? Result<std::string>("") : sha256_of_file(path.string());
        if (hash && *hash == file.sha256) return {FoundFile::State::same, path.string()};
        if (found.state == FoundFile::State::missing) found = {FoundFile::State::changed, path.string()};
    }
    return found;
}

}  // namespace chronomap
