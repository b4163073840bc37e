#include "app/project/edits_document.hpp"

#include <nlohmann/json.hpp>

#include "app/story/story_json.hpp"
#include "geo/io/corrections_json.hpp"

namespace chronomap {
namespace {

using Json = nlohmann::ordered_json;

std::string dump(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json stops_json(const std::vector<OwnStop>& stops) {
    Json list = Json::array();
    for (const OwnStop& stop : stops)
        list.push_back({{"begin_day", stop.span.begin.time_since_epoch().count()},
                        {"end_day", stop.span.end.time_since_epoch().count()},
                        {"name", stop.name},
                        {"note", stop.note}});
    return list;
}

std::vector<OwnStop> stops_from(const Json& list) {
    std::vector<OwnStop> stops;
    for (const Json& stop : list) {
        const auto day = [&](const char* key) { return Day{std::chrono::days{stop.at(key).get<int>()}}; };
        stops.push_back(
            {{day("begin_day"), day("end_day")}, stop.value("name", std::string()), stop.value("note", std::string())});
    }
    return stops;
}

/// Runs `take` on a document, if there is one. Error: it cannot be read.
template <class Take>
Result<void> read(const std::map<std::string, std::string>& documents, const char* name, const Take& take) {
    const auto found = documents.find(name);
    if (found == documents.end()) return {};
    try {
        take(Json::parse(found->second));
        return {};
    } catch (const Json::exception& error) {
        return fail(std::string("its ") + name + " cannot be read: " + error.what());
    }
}

}  // namespace

void add_documents(const Edits& edits, std::map<std::string, std::string>& documents) {
    if (edits.stops) documents["stops"] = dump(stops_json(*edits.stops));
    if (edits.story != Story{}) documents["story"] = json_from(edits.story);
    if (!edits.corrections.empty()) documents["corrections"] = corrections_to_json(edits.corrections);
}

Result<Edits> edits_from(const std::map<std::string, std::string>& documents) {
    Edits edits;
    const auto stops = read(documents, "stops", [&](const Json& json) { edits.stops = stops_from(json); });
    if (!stops) return tl::unexpected(stops.error());
    if (const auto story = documents.find("story"); story != documents.end()) {
        auto read = read_story(story->second, {});
        if (!read) return fail("its story cannot be read: " + read.error().message);
        edits.story = std::move(*read);
    }
    if (const auto corrections = documents.find("corrections"); corrections != documents.end()) {
        auto read = corrections_from_json(corrections->second);
        if (!read) return tl::unexpected(read.error());
        edits.corrections = std::move(*read);
    }
    return edits;
}

}  // namespace chronomap
