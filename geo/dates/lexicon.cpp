#include "geo/dates/lexicon.hpp"

#include <algorithm>
#include <array>
#include <fstream>

#include <nlohmann/json.hpp>

#include "geo/places/normalise.hpp"
#include "geo/text/ascii.hpp"
#include "geo/text/case_folding.hpp"

namespace chronomap {
namespace {

using Json = nlohmann::json;

template <class Value>
using Names = std::initializer_list<std::pair<std::string_view, Value>>;

template <class Value>
std::optional<Value> named(Names<Value> names, const std::string& name) {
    for (const auto& [known, value] : names)
        if (known == name) return value;
    return std::nullopt;
}

std::optional<DateWord> date_word_named(const std::string& name) {
    return named<DateWord>({{"month", DateWord::month},
                            {"weekday", DateWord::weekday},
                            {"season", DateWord::season},
                            {"unit", DateWord::unit},
                            {"cardinal", DateWord::cardinal},
                            {"ordinal", DateWord::ordinal},
                            {"part", DateWord::part},
                            {"day_word", DateWord::day_word},
                            {"back", DateWord::back},
                            {"forward", DateWord::forward},
                            {"here", DateWord::here},
                            {"there", DateWord::there},
                            {"later", DateWord::later},
                            {"earlier", DateWord::earlier},
                            {"ago", DateWord::ago},
                            {"after", DateWord::after},
                            {"before", DateWord::before},
                            {"about", DateWord::about},
                            {"since", DateWord::since},
                            {"until", DateWord::until},
                            {"from", DateWord::from},
                            {"between", DateWord::between},
                            {"and", DateWord::and_},
                            {"of", DateWord::of},
                            {"in", DateWord::in},
                            {"on", DateWord::on},
                            {"during", DateWord::during},
                            {"the", DateWord::the},
                            {"to", DateWord::to},
                            {"vague", DateWord::vague},
                            {"day_part", DateWord::day_part},
                            {"decade_word", DateWord::decade_word},
                            {"thousand", DateWord::thousand},
                            {"saying", DateWord::saying},
                            {"will", DateWord::will},
                            {"ending", DateWord::ending}},
                           name);
}

std::optional<DateHint> hint_named(const std::string& name) {
    return named<DateHint>({{"measure", hint_measure},
                            {"people", hint_people},
                            {"numbered_thing", hint_numbered_thing},
                            {"event_noun", hint_event_noun},
                            {"common_word", hint_common_word},
                            {"from_story", hint_from_story},
                            {"half", hint_half},
                            {"final", hint_final},
                            {"opening", hint_opening},
                            {"than", hint_than},
                            {"before_amount", hint_before_amount},
                            {"several", hint_several},
                            {"few", hint_few},
                            {"couple", hint_couple},
                            {"about_year", hint_about_year},
                            {"article", hint_article},
                            {"not_after_vague", hint_not_after_vague},
                            {"recent", hint_recent},
                            {"current", hint_current},
                            {"near", hint_near},
                            {"future", hint_future},
                            {"past", hint_past},
                            {"these", hint_these},
                            {"days", hint_days},
                            {"within", hint_within},
                            {"starting", hint_starting},
                            {"rest", hint_rest},
                            {"by", hint_by},
                            {"small_word", hint_small_word},
                            {"inside", hint_inside},
                            {"for", hint_for},
                            {"as", hint_as},
                            {"year_mark", hint_year_mark},
                            {"decade_mark", hint_decade_mark},
                            {"latest", hint_latest},
                            {"to_come", hint_to_come},
                            {"period", hint_period},
                            {"full", hint_full}},
                           name);
}

/// Values that have names: units, parts of a time, vague times. A number stands for itself.
std::optional<int> value_of(const Json& value) {
    if (value.is_number_integer()) return value.get<int>();
    if (!value.is_string()) return std::nullopt;
    return named<int>({{"day", unit_day},
                       {"week", unit_week},
                       {"month", unit_month},
                       {"year", unit_year},
                       {"decade", unit_decade},
                       {"century", unit_century},
                       {"quarter", unit_quarter},
                       {"weekend", unit_weekend},
                       {"fortnight", unit_fortnight},
                       {"early", part_early},
                       {"mid", part_mid},
                       {"late", part_late},
                       {"begin", part_begin},
                       {"end", part_end},
                       {"present", vague_present},
                       {"past", vague_past},
                       {"future", vague_future}},
                      value.get<std::string>());
}

bool is_ascii(std::string_view text) {
    for (const char c : text)
        if (static_cast<unsigned char>(c) >= 0x80) return false;
    return true;
}

}  // namespace

Result<DateLexicon> DateLexicon::load(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return fail("cannot be opened", path, 0, "is chronomap installed whole?");
    const Json json = Json::parse(file, nullptr, false);
    if (!json.is_object() || !json.contains("words") || !json["words"].is_array())
        return fail("is no file of a language's words", path);
    DateLexicon lexicon;
    lexicon.code_ = json.value("language", "");
    lexicon.capitalises_names_ = json.value("names_of_time", "") == "capitalised";
    lexicon.knows_verbs_ = json.contains("verbs") && json["verbs"] == true;
    for (const Json& row : json["words"]) {
        const auto kind = row.is_object() ? date_word_named(row.value("is", "")) : std::nullopt;
        const Json* first = !row.is_object()        ? nullptr
                            : row.contains("value") ? &row["value"]
                            : row.contains("from")  ? &row["from"]
                                                    : nullptr;
        const std::optional<int> value = first ? value_of(*first) : 0;
        if (!kind || !value || !row.contains("words") || !row["words"].is_array())
            return fail("has words that do nothing known: " + row.dump().substr(0, 80), path);
        const int step = row.contains("from") ? row.value("step", 1) : 0;
        int at = *value;
        for (const Json& word : row["words"]) {
            const Json forms = word.is_array() ? word : Json::array({word});
            for (const Json& form : forms) {
                if (!form.is_string()) return fail("has a word that is no text: " + form.dump(), path);
                const auto& spelt = form.get_ref<const std::string&>();
                lexicon.only_ascii_ = lexicon.only_ascii_ && is_ascii(spelt);
                lexicon.has_endings_ = lexicon.has_endings_ || *kind == DateWord::ending;
                lexicon.words_.emplace(case_folded(spelt), DateWordEntry{*kind, at});
            }
            at += step;
        }
    }
    for (const Json& row : json.value("hints", Json::array())) {
        const auto hint = row.is_object() ? hint_named(row.value("hint", "")) : std::nullopt;
        if (!hint || !row.contains("words") || !row["words"].is_array())
            return fail("has a hint that is none known: " + row.dump().substr(0, 80), path);
        for (const Json& word : row["words"]) {
            if (!word.is_string()) return fail("has a word that is no text: " + word.dump(), path);
            std::string key = word.get<std::string>();
            lexicon.hints_[key] |= *hint;
            if (!row.value("capital_too", false) || key.empty()) continue;
            if (key[0] >= 'a' && key[0] <= 'z') key[0] = static_cast<char>(key[0] - 'a' + 'A');
            lexicon.hints_[key] |= *hint;
        }
    }
    for (const auto& [word, entry] : lexicon.words_) lexicon.words_filter_.add(word);
    for (const auto& [word, hints] : lexicon.hints_) lexicon.hints_filter_.add(word);
    for (const Json& pair : json.value("name_endings", Json::array())) {
        if (!pair.is_array() || pair.size() != 2 || !pair[0].is_string() || !pair[1].is_string() ||
            pair[0].get_ref<const std::string&>().empty())
            return fail("has an ending of names that is no pair of texts: " + pair.dump(), path);
        lexicon.name_endings_.emplace_back(name_key(pair[0].get<std::string>()), name_key(pair[1].get<std::string>()));
    }
    std::stable_sort(lexicon.name_endings_.begin(), lexicon.name_endings_.end(),
                     [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
    for (const Json& letter : json.value("letters", Json::array()))
        if (letter.is_string() && !letter.get_ref<const std::string&>().empty())
            lexicon.letters_.push_back(case_folded(letter.get_ref<const std::string&>()));
    for (const Json& word : json.value("common", Json::array()))
        if (word.is_string()) lexicon.common_.insert(case_folded(word.get_ref<const std::string&>()));
    return lexicon;
}

bool DateLexicon::has_own_letter(std::string_view word) const {
    if (is_ascii(word)) return false;
    return std::any_of(letters_.begin(), letters_.end(),
                       [&](const std::string& letter) { return word.find(letter) != std::string_view::npos; });
}

DateHints DateLexicon::hints(std::string_view word) const {
    if (!hints_filter_.may_have(word)) return 0;
    const auto found = hints_.find(word);
    return found == hints_.end() ? 0 : found->second;
}

DateWordEntry DateLexicon::word(std::string_view word) const {
    std::array<char, 16> lower;
    if (word.empty()) return {};
    if (word.size() <= lower.size() && is_ascii(word)) {
        if (!words_filter_.may_have(word)) return {};
        for (std::size_t i = 0; i < word.size(); ++i) lower[i] = lower_ascii(word[i]);
        const auto found = words_.find(std::string_view(lower.data(), word.size()));
        return found == words_.end() ? DateWordEntry{} : found->second;
    }
    if (only_ascii_) return {};
    const auto found = words_.find(case_folded(word));
    if (found != words_.end()) return found->second;
    const auto apostrophe = has_endings_ ? std::min(word.find('\''), word.find("’")) : std::string_view::npos;
    return apostrophe != std::string_view::npos && apostrophe > 0 ? this->word(word.substr(0, apostrophe))  // "Ekim'de"
                                                                  : DateWordEntry{};
}

bool looks_plural(std::string_view word) {
    return word.ends_with('s');
}

std::string_view without_ordinal_ending(std::string_view number) {
    for (std::string_view ending : {"th", "st", "nd", "rd"})
        if (number.size() > 2 && number.ends_with(ending)) {
            number.remove_suffix(2);
            break;
        }
    return number;
}

}  // namespace chronomap
