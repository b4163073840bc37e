#include "app/settings/remembered.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "geo/base/atomic_file.hpp"

namespace chronomap {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr std::array all_panels{Panel::events, Panel::residue, Panel::article, Panel::source, Panel::timeline};

/// The number, or 0 when it is not from `least` to `most`.
template <class Number>
Number number_in(const Json& json, const char* key, Number least, Number most) {
    const auto found = json.find(key);
    if (found == json.end() || !found->is_number()) return 0;
    const Number number = found->get<Number>();
    return number >= least && number <= most ? number : 0;
}

Remembered remembered_from(const Json& json) {
    Remembered remembered;
    remembered.recent = json.value("recent", std::vector<std::string>());
    if (const auto found = json.find("window"); found != json.end()) {
        constexpr int far = 100000;
        WindowFrame frame{number_in(*found, "x", -far, far), number_in(*found, "y", -far, far),
                          number_in(*found, "width", 1, 16384), number_in(*found, "height", 1, 16384),
                          found->value("maximised", false)};
        if (frame.width > 0 && frame.height > 0) remembered.frame = frame;
    }
    remembered.panels = json.value("panels", std::vector<std::string>());
    remembered.left_width = number_in(json, "left_width", 80.0F, 4000.0F);
    remembered.right_width = number_in(json, "right_width", 80.0F, 4000.0F);
    remembered.source_height = number_in(json, "source_height", 40.0F, 4000.0F);
    remembered.ui_scale = number_in(json, "ui_scale", 0.5, 4.0);
    return remembered;
}

}  // namespace

Result<Remembered> read_remembered(const std::string& path) {
    std::error_code ignored;
    if (path.empty() || !fs::exists(path, ignored)) return Remembered{};
    try {
        std::ifstream file(path, std::ios::binary);
        return remembered_from(Json::parse(file));
    } catch (const Json::exception&) {
        return fail("what was remembered of the last session cannot be read", path, 0,
                    "nothing to do: the file is written anew when the window closes");
    }
}

Result<void> write_remembered(const Remembered& remembered, const std::string& path) {
    std::error_code ignored;
    fs::create_directories(fs::path(path).parent_path(), ignored);
    Json json{{"recent", remembered.recent}};
    if (const auto& frame = remembered.frame)
        json["window"] = {{"x", frame->x},
                          {"y", frame->y},
                          {"width", frame->width},
                          {"height", frame->height},
                          {"maximised", frame->maximised}};
    json["panels"] = remembered.panels;
    json["left_width"] = remembered.left_width;
    json["right_width"] = remembered.right_width;
    json["source_height"] = remembered.source_height;
    json["ui_scale"] = remembered.ui_scale;
    return write_file_atomically(path, json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

std::vector<std::string> shown_panels(const PanelState& panels) {
    std::vector<std::string> names;
    for (const Panel panel : all_panels)
        if (is_shown(panels, panel)) names.emplace_back(name_of(panel));
    return names;
}

void show_panels(PanelState& panels, const std::vector<std::string>& names) {
    if (names.empty()) return;
    const Panel front = panels.front;
    for (const Panel panel : all_panels) {
        const bool shown = std::ranges::find(names, name_of(panel)) != names.end();
        if (shown != is_shown(panels, panel)) set_shown(panels, panel, shown);
    }
    panels.front = front;
}

}  // namespace chronomap
