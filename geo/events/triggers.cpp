#include "geo/events/triggers.hpp"

#include <array>
#include <fstream>

#include <nlohmann/json.hpp>

namespace chronomap {
namespace {

bool is_vowel(char c) {
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

/// "carry" -> "carries", "clash" -> "clashes", "fire" -> "fires".
std::string third_person(const std::string& verb) {
    const char last = verb.back();
    const char before = verb.size() > 1 ? verb[verb.size() - 2] : 'a';
    if (last == 'y' && !is_vowel(before)) return verb.substr(0, verb.size() - 1) + "ies";
    if (verb.ends_with("sh") || verb.ends_with("ch") || last == 's' || last == 'x' || last == 'o') return verb + "es";
    return verb + "s";
}

std::string regular_past(const std::string& verb) {
    if (verb.back() == 'e') return verb + "d";
    if (verb.back() == 'y' && !is_vowel(verb[verb.size() - 2])) return verb.substr(0, verb.size() - 1) + "ied";
    return verb + "ed";
}

std::string gerund(const std::string& verb) {
    return verb.back() == 'e' && !verb.ends_with("ee") ? verb.substr(0, verb.size() - 1) + "ing" : verb + "ing";
}

std::vector<std::string> split(const std::string& text, char at) {
    std::vector<std::string> parts(1);
    for (char c : text) {
        if (c == at)
            parts.emplace_back();
        else
            parts.back() += c == '_' ? ' ' : c;
    }
    return parts;
}

/// First word inflected, the rest ("over" of "take over") kept.
std::pair<std::string, std::string> head_and_rest(const std::string& verb) {
    const auto space = verb.find(' ');
    return {verb.substr(0, space), space == std::string::npos ? "" : verb.substr(space)};
}

EventKind kind_from(const std::string& name) {
    static constexpr std::array<std::pair<std::string_view, EventKind>, 9> kinds{
        {{"battle", EventKind::battle},
         {"attack", EventKind::attack},
         {"control_change", EventKind::control_change},
         {"displacement", EventKind::displacement},
         {"negotiation", EventKind::negotiation},
         {"visit", EventKind::visit},
         {"humanitarian", EventKind::humanitarian},
         {"legal_act", EventKind::legal_act},
         {"protest", EventKind::protest}}};
    for (const auto& [known, kind] : kinds)
        if (known == name) return kind;
    return EventKind::other;
}

std::vector<std::string> strings(const nlohmann::json& object, const char* key) {
    std::vector<std::string> out;
    if (const auto found = object.find(key); found != object.end() && found->is_array())
        for (const auto& item : *found)
            if (item.is_string() && !item.get_ref<const std::string&>().empty()) out.push_back(item.get<std::string>());
    return out;
}

}  // namespace

void TriggerTable::add(const std::string& words, const TriggerEntry& entry) {
    const std::size_t space = words.find(' ');
    (space == std::string::npos ? single_words_ : first_words_).add(std::string_view(words).substr(0, space));
    auto [found, is_new] = words_.emplace(words, entry);
    if (is_new) return;
    TriggerEntry& old = found->second;
    if (old.kind == EventKind::other) old.kind = entry.kind;
    old.verb = old.verb || entry.verb;
    old.past = old.past || entry.past;
    old.says = old.says || entry.says;
    old.speaker = old.speaker || entry.speaker;
    old.stative = old.stative || entry.stative;
    old.planned = old.planned || entry.planned;
}

/// "visit", or with irregular past and participle "fall/fell/fallen".
void TriggerTable::add_verb(const std::string& forms, TriggerEntry entry) {
    const std::vector<std::string> parts = split(forms, '/');
    const auto [head, rest] = head_and_rest(parts[0]);
    add(head + rest, entry);
    add(third_person(head) + rest, entry);
    add(gerund(head) + rest, entry);
    entry.past = true;
    if (parts.size() == 1) add(regular_past(head) + rest, entry);
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const auto [past, own_rest] = head_and_rest(parts[i]);
        add(past + (own_rest.empty() ? rest : own_rest), entry);
    }
}

Result<TriggerTable> TriggerTable::load(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return fail("cannot be opened", path, 0, "is chronomap installed whole?");
    const auto json = nlohmann::json::parse(file, nullptr, false);
    if (!json.is_object() || !json.contains("kinds") || !json["kinds"].is_array())
        return fail("is no file of trigger words", path);
    TriggerTable table;
    for (const auto& row : json["kinds"]) {
        if (!row.is_object()) return fail("has a kind that is no object", path);
        TriggerEntry entry;
        entry.kind = kind_from(row.value("kind", ""));
        for (const std::string& noun : strings(row, "nouns")) table.add(noun, entry);
        entry.verb = true;
        for (const std::string& verb : strings(row, "verbs")) table.add_verb(verb, entry);
    }
    TriggerEntry entry;
    entry.verb = true;
    for (const std::string& verb : strings(json, "events_without_kind")) table.add_verb(verb, entry);
    entry = {};
    entry.says = true;
    for (const std::string& verb : strings(json, "says")) table.add_verb(verb, entry);
    table.add("according to", entry);
    entry = {};
    entry.speaker = true;
    for (const std::string& word : strings(json, "speakers")) table.add(word, entry);
    entry = {};
    entry.stative = true;
    for (const std::string& word : strings(json, "statives")) table.add(word, entry);
    entry = {};
    entry.planned = true;
    for (const std::string& word : strings(json, "planned")) table.add(word, entry);
    return table;
}

const TriggerEntry* TriggerTable::find(std::string_view words) const {
    const auto found = words_.find(std::string(words));
    return found == words_.end() ? nullptr : &found->second;
}

const TriggerEntry* TriggerTable::find(std::string_view word, std::string_view next) const {
    if (first_words_.may_have(word))
        if (const TriggerEntry* entry = find(std::string(word).append(" ").append(next))) return entry;
    return single_words_.may_have(word) ? find(word) : nullptr;
}

}  // namespace chronomap
