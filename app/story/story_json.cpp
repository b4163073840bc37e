#include "app/story/story_json.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string_view>

#include "app/state/time_steps.hpp"
#include "geo/base/atomic_file.hpp"
#include "geo/text/ascii.hpp"

namespace chronomap {
namespace {

using json = nlohmann::ordered_json;

/// Grows when older programs would misread what is written.
constexpr int format_version = 1;
constexpr std::string_view story_ending = ".story.json";

/// What is wrong with a value, in words; thrown inside this file only.
struct Wrong {
    std::string what;
};

/// The members of an object, each taken once: what is left over was misspelt.
class Members {
  public:
    Members(const json& object, std::string where) : object_(object), where_(std::move(where)) {
        if (!object.is_object()) throw Wrong{where_ + " is not an object"};
    }
    /// Null when it is not there.
    const json* find(const char* key) {
        known_.emplace_back(key);
        const auto found = object_.find(key);
        return found == object_.end() || found->is_null() ? nullptr : &*found;
    }
    std::string text(const char* key) {
        const json* value = find(key);
        if (value == nullptr) return {};
        if (!value->is_string()) wrong(key, "is not a text");
        return value->get<std::string>();
    }
    std::vector<double> numbers(const char* key, std::size_t count) {
        const json* value = find(key);
        if (value == nullptr) wrong(key, "is missing");
        if (!value->is_array() || value->size() != count ||
            !std::ranges::all_of(*value, [](const json& each) { return each.is_number(); }))
            wrong(key, "is not a list of " + std::to_string(count) + " numbers");
        return value->get<std::vector<double>>();
    }
    [[noreturn]] void wrong(const std::string& key, const std::string& what) const {
        throw Wrong{where_ + ": \"" + key + "\" " + what};
    }
    /// To be called when all were taken.
    void end() const {
        for (const auto& [key, value] : object_.items())
            if (std::ranges::find(known_, key) == known_.end())
                throw Wrong{where_ + ": there is no key \"" + key + "\""};
    }

  private:
    const json& object_;
    std::string where_;
    std::vector<std::string> known_;
};

StoryView view_from(const json& value, const std::string& where) {
    Members members(value, where);
    StoryView view;
    view.crs = members.text("crs");
    const auto centre = members.numbers("centre", 2), size = members.numbers("size_m", 2);
    view.centre = {centre[0], centre[1]};
    if (std::abs(centre[0]) > 360 || std::abs(centre[1]) > 90) members.wrong("centre", "is not [longitude, latitude]");
    view.width_m = size[0];
    view.height_m = size[1];
    if (!(size[0] > 0 && size[1] > 0 && size[0] < 1e9 && size[1] < 1e9))
        members.wrong("size_m", "is not a width and height in metres");
    members.end();
    return view;
}

StoryStep step_from(const json& value, const std::string& where) {
    Members members(value, where);
    StoryStep step;
    step.title = members.text("title");
    step.text = members.text("text");
    step.notes = members.text("notes");
    if (const std::string date = members.text("date"); !date.empty()) {
        const auto read = EdtfDate::parse(date);
        if (!read || read->span().empty()) members.wrong("date", "is not a date in EDTF: " + date);
        step.time.span = read->span();
    }
    if (const std::string mode = members.text("mode"); !mode.empty()) {
        const auto known = time_mode_from(mode);
        if (!known) members.wrong("mode", "is none of instant, window, until, since: " + mode);
        step.time.mode = *known;
    }
    if (const std::string names = members.text("names"); !names.empty()) {
        step.naming = naming_policy_from(names);
        if (!step.naming) members.wrong("names", "is no naming policy: " + names);
    }
    if (const json* events = members.find("events")) {
        if (!events->is_array()) members.wrong("events", "is not a list");
        for (const json& id : *events) {
            if (!id.is_string()) members.wrong("events", "holds something that is no id");
            step.highlighted.push_back(id.get<std::string>());
        }
    }
    if (const json* view = members.find("view")) step.view = view_from(*view, where + ", \"view\"");
    members.end();
    return step;
}

json json_of(const StoryStep& step) {
    json object{{"title", step.title}};
    if (!step.text.empty()) object["text"] = step.text;
    if (!step.notes.empty()) object["notes"] = step.notes;
    if (step.time.span != all_time) object["date"] = edtf_from_span(step.time.span).text();
    object["mode"] = name_of(step.time.mode);
    if (step.naming) object["names"] = name_of(*step.naming);
    if (step.view) {
        object["view"] = json::object();
        if (!step.view->crs.empty()) object["view"]["crs"] = step.view->crs;
        object["view"]["centre"] = {step.view->centre.lon, step.view->centre.lat};
        object["view"]["size_m"] = {step.view->width_m, step.view->height_m};
    }
    if (!step.highlighted.empty()) object["events"] = step.highlighted;
    return object;
}

}  // namespace

std::string json_from(const Story& story) {
    json root{{"program", "chronomap"}, {"kind", "story"}, {"format", format_version}, {"title", story.title}};
    root["steps"] = json::array();
    for (const StoryStep& step : story.steps) root["steps"].push_back(json_of(step));
    return root.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

Result<Story> read_story(const std::string& text, const std::string& path) {
    try {
        const json root = json::parse(text);
        Members members(root, "the story");
        if (members.text("program") != "chronomap" || members.text("kind") != "story")
            return fail("this is no story of chronomap", path, 0, "\"program\" and \"kind\" say what it is");
        const json* format = members.find("format");
        if (format == nullptr || !format->is_number_integer()) members.wrong("format", "is missing");
        if (format->get<int>() > format_version)
            return fail("this story was made by a newer chronomap", path, 0, "update the program");
        Story story;
        story.title = members.text("title");
        const json* steps = members.find("steps");
        if (steps == nullptr || !steps->is_array()) members.wrong("steps", "is not a list");
        for (const json& step : *steps)
            story.steps.push_back(step_from(step, "step " + std::to_string(story.steps.size() + 1)));
        members.end();
        return story;
    } catch (const Wrong& wrong) {
        return fail(wrong.what, path);
    } catch (const json::exception& error) {
        return fail(std::string("this story cannot be read: ") + error.what(), path);
    }
}

Result<Story> load_story(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return fail("the story cannot be read", path);
    std::ostringstream text;
    text << file.rdbuf();
    return read_story(text.str(), path);
}

Result<void> save_story(const Story& story, const std::string& path) {
    return write_file_atomically(path, json_from(story));
}

bool is_story_path(const std::string& path) {
    const std::string lower = lower_ascii(path);
    return lower.ends_with(story_ending) && lower.size() > story_ending.size();
}

std::string story_beside(const std::string& article_path) {
    std::filesystem::path path(article_path);
    path.replace_extension(story_ending);
    std::error_code ignored;
    return std::filesystem::exists(path, ignored) ? path.string() : std::string();
}

}  // namespace chronomap
