#include "app/settings/remembered.hpp"

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "geo/base/atomic_file.hpp"

namespace chronomap {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

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
    remembered.table_height = number_in(json, "table_height", 40.0F, 4000.0F);
    remembered.timeline_height = number_in(json, "timeline_height", 40.0F, 4000.0F);
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
    json["table_height"] = remembered.table_height;
    json["timeline_height"] = remembered.timeline_height;
    json["ui_scale"] = remembered.ui_scale;
    return write_file_atomically(path, json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

}  // namespace chronomap
