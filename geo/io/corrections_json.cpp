#include "geo/io/corrections_json.hpp"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <set>

#include "geo/io/place_document.hpp"

namespace chronomap {

namespace {

using Json = nlohmann::ordered_json;

constexpr int current_version = 1;

Json place_json(const Place& place) {
    return Json::parse(document_from(place));
}

Json anchor_json(const EventAnchor& at) {
    return {{"event", at.event_id},
            {"article", at.article_id},
            {"quote", at.quote},
            {"place_surface", at.place_surface},
            {"place_id", at.place_id},
            {"date", at.date},
            {"sentence", {at.sentence.begin, at.sentence.end}}};
}

Json correction_json(const EventCorrection& correction) {
    Json json{{"at", anchor_json(correction.at)}};
    if (correction.place) json["place"] = place_json(*correction.place->place);
    if (correction.date) json["date"] = correction.date->text();
    if (correction.kind) json["kind"] = name_of(*correction.kind);
    if (correction.modality) json["modality"] = name_of(*correction.modality);
    if (correction.attribution) json["said_by"] = *correction.attribution;
    if (correction.verdict != Verdict::none) json["verdict"] = name_of(correction.verdict);
    if (!correction.note.empty()) json["note"] = correction.note;
    return json;
}

/// Something in the document that is not as it should be. Ends at corrections_from_json.
struct Mistake {
    std::string words;
};

/// Only these members may be there: what is not understood would be lost with the next save.
void allow(const Json& json, std::string_view what, std::initializer_list<std::string_view> members) {
    if (!json.is_object()) throw Mistake{std::string(what) + " is no object"};
    for (const auto& [name, value] : json.items())
        if (std::ranges::find(members, name) == members.end())
            throw Mistake{std::string(what) + " has an unknown member \"" + name + "\""};
}

EdtfDate date_from(const Json& json) {
    auto date = EdtfDate::parse(json.get<std::string>());
    if (!date) throw Mistake{date.error().message};
    return *date;
}

PlacePtr place_of(const Json& json) {
    auto place = place_from_document(json.dump());
    if (!place) throw Mistake{place.error().message};
    if (std::abs(place->location.lon) > 180 || std::abs(place->location.lat) > 90)
        throw Mistake{"the place \"" + place->name + "\" lies outside of the world"};
    return std::make_shared<const Place>(std::move(*place));
}

EventAnchor anchor_from(const Json& json) {
    allow(json, "an anchor", {"event", "article", "quote", "place_surface", "place_id", "date", "sentence"});
    EventAnchor at;
    at.event_id = json.at("event").get<std::string>();
    at.article_id = json.at("article").get<std::string>();
    at.quote = json.at("quote").get<std::string>();
    at.place_surface = json.at("place_surface").get<std::string>();
    at.place_id = json.at("place_id").get<std::string>();
    at.date = json.at("date").get<std::string>();
    at.sentence = {json.at("sentence").at(0).get<std::uint32_t>(), json.at("sentence").at(1).get<std::uint32_t>()};
    if (at.event_id.empty()) throw Mistake{"an anchor names no event"};
    return at;
}

EventCorrection correction_from(const Json& json) {
    allow(json, "a correction", {"at", "place", "date", "kind", "modality", "said_by", "verdict", "note"});
    EventCorrection correction;
    correction.at = anchor_from(json.at("at"));
    if (json.contains("place")) correction.place = ChosenPlace{place_of(json.at("place"))};
    if (json.contains("date")) correction.date = date_from(json.at("date"));
    if (json.contains("kind")) {
        correction.kind = event_kind_from(json.at("kind").get<std::string>());
        if (!correction.kind) throw Mistake{"there is no kind \"" + json.at("kind").get<std::string>() + "\""};
    }
    if (json.contains("modality")) {
        correction.modality = modality_from(json.at("modality").get<std::string>());
        if (!correction.modality)
            throw Mistake{"nothing is told as \"" + json.at("modality").get<std::string>() + "\""};
    }
    if (json.contains("said_by")) correction.attribution = json.at("said_by").get<std::string>();
    const auto verdict = verdict_from(json.value("verdict", "none"));
    if (!verdict) throw Mistake{"there is no verdict \"" + json.at("verdict").get<std::string>() + "\""};
    correction.verdict = *verdict;
    correction.note = json.value("note", "");
    return correction;
}

EventSplit split_from(const Json& json) {
    allow(json, "a split", {"at", "twins"});
    return {anchor_from(json.at("at")), json.at("twins").get<std::vector<std::string>>()};
}

EventMerge merge_from(const Json& json) {
    allow(json, "a merging", {"kept", "others"});
    EventMerge merge{anchor_from(json.at("kept")), {}};
    for (const Json& other : json.at("others")) merge.others.push_back(anchor_from(other));
    return merge;
}

AddedEvent added_from(const Json& json) {
    allow(json, "an added event", {"at", "place", "date"});
    return {anchor_from(json.at("at")), {place_of(json.at("place"))}, date_from(json.at("date"))};
}

ReportsApart apart_from(const Json& json) {
    allow(json, "a telling apart", {"one", "other"});
    return {anchor_from(json.at("one")), anchor_from(json.at("other"))};
}

template <class Record, class Read>
std::vector<SharedValue<Record>> records_from(const Json& json, const char* name, const Read& read) {
    std::vector<SharedValue<Record>> records;
    for (const Json& each : json.value(name, Json::array())) records.emplace_back(read(each));
    return records;
}

EventCorrections all_from(const Json& json) {
    if (!json.is_object() || json.value("format", "") != "chronomap-corrections")
        throw Mistake{"these are no corrections of chronomap"};
    const int version = json.at("version").get<int>();
    if (version > current_version)
        throw Mistake{"written by a later chronomap (version " + std::to_string(version) + " of the corrections)"};
    allow(json, "the document", {"format", "version", "events", "splits", "merges", "added", "apart"});
    EventCorrections all;
    all.events = records_from<EventCorrection>(json, "events", correction_from);
    all.splits = records_from<EventSplit>(json, "splits", split_from);
    all.merges = records_from<EventMerge>(json, "merges", merge_from);
    all.added = records_from<AddedEvent>(json, "added", added_from);
    all.apart = records_from<ReportsApart>(json, "apart", apart_from);
    std::set<std::string> keys;
    for (const auto& each : all.events)
        if (!keys.insert(each->at.event_id).second)
            throw Mistake{"two corrections are of one event, \"" + each->at.event_id + "\""};
    return all;
}

}  // namespace

std::string corrections_to_json(const EventCorrections& corrections) {
    Json json{{"format", "chronomap-corrections"}, {"version", current_version}};
    json["events"] = Json::array();
    for (const auto& each : corrections.events) json["events"].push_back(correction_json(*each));
    json["splits"] = Json::array();
    for (const auto& each : corrections.splits)
        json["splits"].push_back({{"at", anchor_json(each->at)}, {"twins", each->twins}});
    json["merges"] = Json::array();
    for (const auto& each : corrections.merges) {
        Json others = Json::array();
        for (const EventAnchor& other : each->others) others.push_back(anchor_json(other));
        json["merges"].push_back({{"kept", anchor_json(each->kept)}, {"others", std::move(others)}});
    }
    json["added"] = Json::array();
    for (const auto& each : corrections.added)
        json["added"].push_back(
            {{"at", anchor_json(each->at)}, {"place", place_json(*each->place.place)}, {"date", each->date.text()}});
    // Only where there are any: what older programs can read stays so.
    for (const auto& each : corrections.apart)
        json["apart"].push_back({{"one", anchor_json(each->one)}, {"other", anchor_json(each->other)}});
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<EventCorrections> corrections_from_json(std::string_view text, const std::string& file) try {
    return all_from(Json::parse(text));
} catch (const Mistake& mistake) {
    return fail("the corrections cannot be read: " + mistake.words, file);
} catch (const Json::exception& error) {
    return fail("the corrections cannot be read: " + std::string(error.what()), file);
}

}  // namespace chronomap
