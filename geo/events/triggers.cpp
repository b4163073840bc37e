#include "geo/events/triggers.hpp"

#include <algorithm>
#include <array>
#include <fstream>

#include <nlohmann/json.hpp>

#include "geo/text/case_folding.hpp"

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

void TriggerTable::add(const std::string& written, const TriggerEntry& entry) {
    const bool stem = written.back() == '-' && written.size() > 1;  // "обстрел-": any word that begins so
    std::string words = stem ? written.substr(0, written.size() - 1) : written;
    if (language_ != "en") words = case_folded(words);  // as the words of the text are
    const std::size_t space = words.find(' ');
    auto [found, is_new] = (stem ? stems_ : words_).emplace(words, entry);
    found->second.words = space == std::string::npos ? 1 : 2;
    if (stem) {
        shortest_stem_ = shortest_stem_ == 0 ? words.size() : std::min(shortest_stem_, words.size());
        longest_stem_ = std::max(longest_stem_, words.size());
    } else {
        (space == std::string::npos ? single_words_ : first_words_).add(std::string_view(words).substr(0, space));
    }
    if (is_new) return;
    TriggerEntry& old = found->second;
    if (old.kind == EventKind::other) old.kind = entry.kind;
    old.verb = old.verb || entry.verb;
    old.past = old.past || entry.past;
    old.says = old.says || entry.says;
    old.speaker = old.speaker || entry.speaker;
    old.stative = old.stative || entry.stative;
    old.planned = old.planned || entry.planned;
    old.joins = old.joins || entry.joins;
    if (old.modal == ModalWord::none) old.modal = entry.modal;
}

void TriggerTable::add_all(const std::vector<std::string>& words, const TriggerEntry& entry) {
    for (const std::string& word : words) add(word, entry);
}

void TriggerTable::add_verbs(const std::vector<std::string>& verbs, const TriggerEntry& entry) {
    TriggerEntry told = entry;
    told.past = true;
    for (const std::string& verb : verbs) {
        if (language_ == "en")
            add_verb(verb, entry);
        else
            add(verb, told);  // written as its forms or its stem
    }
}

/// Gives words and pairs that are listed for themselves what their stem or first word says: "yalanladı" of "yalanla-",
/// "təkzib etdi" of "təkzib".
void TriggerTable::share_modality() {
    for (auto& [written, entry] : words_) {
        if (entry.modal != ModalWord::none) continue;
        const std::string_view first = std::string_view(written).substr(0, written.find(' '));
        const TriggerEntry* whole = first.size() < written.size() ? find(first) : nullptr;
        const TriggerEntry* stem = find_stem(first);
        if (whole && whole->modal != ModalWord::none)
            entry.modal = whole->modal;
        else if (stem)
            entry.modal = stem->modal;
    }
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
    table.language_ = json.value("language", "en");
    table.verbs_come_last_ = json.contains("verbs_come_last") && json["verbs_come_last"] == true;
    for (const auto& row : json["kinds"]) {
        if (!row.is_object()) return fail("has a kind that is no object", path);
        TriggerEntry entry;
        entry.kind = kind_from(row.value("kind", ""));
        if (entry.kind == EventKind::other) return fail("has a kind that is none: " + row.dump().substr(0, 40), path);
        table.add_all(strings(row, "nouns"), entry);
        entry.verb = true;
        table.add_verbs(strings(row, "verbs"), entry);
    }
    TriggerEntry verb, says, speaker, stative, planned;
    verb.verb = says.says = speaker.speaker = stative.stative = planned.planned = true;
    table.add_verbs(strings(json, "events_without_kind"), verb);
    table.add_verbs(strings(json, "says"), says);
    says.speaker_side = SpeakerSide::behind;
    table.add_all(strings(json, "says_before_speaker"), says);
    says.speaker_side = SpeakerSide::before;
    table.add_all(strings(json, "says_behind_speaker"), says);
    table.add_all(strings(json, "speakers"), speaker);
    table.add_all(strings(json, "statives"), stative);
    table.add_all(strings(json, "planned"), planned);
    static constexpr std::array<std::pair<const char*, ModalWord>, 4> modals{{{"negations", ModalWord::negation},
                                                                              {"denials", ModalWord::denial},
                                                                              {"plans", ModalWord::plan},
                                                                              {"doubts", ModalWord::doubt}}};
    for (const auto& [name, modal] : modals) {
        TriggerEntry entry;
        entry.modal = modal;
        if (const auto modality = json.find("modality"); modality != json.end() && modality->is_object())
            table.add_all(strings(*modality, name), entry);
        for (const char* where : {"endings", "beginnings"})
            if (const auto affixes = json.find(where); affixes != json.end() && affixes->is_object())
                for (const std::string& letters : strings(*affixes, name))
                    (where[0] == 'e' ? table.endings_ : table.beginnings_).push_back({letters, modal});
    }
    TriggerEntry joins;
    joins.joins = true;
    table.add_all(strings(json, "that"), joins);
    table.share_modality();
    table.locatives_ = strings(json, "locatives");
    table.locative_endings_ = strings(json, "locative_endings");
    return table;
}

bool TriggerTable::is_locative(std::string_view word) const {
    return std::find(locatives_.begin(), locatives_.end(), word) != locatives_.end();
}

bool TriggerTable::has_locative_ending(std::string_view name) const {
    return std::any_of(locative_endings_.begin(), locative_endings_.end(), [&](const std::string& ending) {
        return name.size() >= ending.size() && name.ends_with(ending);
    });
}

const TriggerEntry* TriggerTable::find(std::string_view words) const {
    const auto found = words_.find(words);
    return found == words_.end() ? nullptr : &found->second;
}

const TriggerEntry* TriggerTable::find_stem(std::string_view word) const {
    if (stems_.empty()) return nullptr;
    const auto in_a_letter = [&](std::size_t size) {  // of UTF-8
        return size < word.size() && (static_cast<unsigned char>(word[size]) & 0xC0U) == 0x80U;
    };
    for (std::size_t size = std::min(word.size(), longest_stem_); size >= shortest_stem_; --size)
        if (in_a_letter(size))
            continue;
        else if (const auto found = stems_.find(word.substr(0, size)); found != stems_.end())
            return &found->second;
    return nullptr;
}

const TriggerEntry* TriggerTable::find(std::string_view word, std::string_view next) const {
    if (first_words_.may_have(word))
        if (const TriggerEntry* entry = find(std::string(word).append(" ").append(next))) return entry;
    if (single_words_.may_have(word))
        if (const TriggerEntry* entry = find(word)) return entry;
    if (const TriggerEntry* entry = find_stem(word)) return entry;
    for (const Affix& beginning : beginnings_)
        if (word.starts_with(beginning.letters))
            if (const TriggerEntry* entry = find_stem(word.substr(beginning.letters.size()))) return entry;
    return nullptr;
}

ModalWord TriggerTable::modality_of(std::string_view verb) const {
    for (const Affix& ending : endings_)
        if (verb.ends_with(ending.letters)) return ending.modal;
    for (const Affix& beginning : beginnings_)
        if (verb.starts_with(beginning.letters) && !find_stem(verb) && find_stem(verb.substr(beginning.letters.size())))
            return beginning.modal;
    return ModalWord::none;
}

}  // namespace chronomap
