#include "geo/places/world_sources/translations.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <tuple>

#include <unicode/uldnames.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include "geo/places/normalise.hpp"
#include "geo/places/world_sources/world_build.hpp"

namespace chronomap {
namespace {

bool is_latin(const std::string& name) {
    const auto text = icu::UnicodeString::fromUTF8(name);
    for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        UErrorCode status = U_ZERO_ERROR;
        const UScriptCode script = uscript_getScript(text.char32At(i), &status);
        if (script != USCRIPT_COMMON && script != USCRIPT_INHERITED) return script == USCRIPT_LATIN;
    }
    return true;
}

struct CloseNames {
    void operator()(ULocaleDisplayNames* names) const { uldn_close(names); }
};
using DisplayNames = std::unique_ptr<ULocaleDisplayNames, CloseNames>;

/// The names of countries of every language that ICU has, without its regions and scripts.
const std::vector<std::pair<std::string, DisplayNames>>& display_names() {
    static const auto all = [] {
        std::vector<std::pair<std::string, DisplayNames>> list;
        for (std::int32_t i = 0; i < uloc_countAvailable(); ++i) {
            const std::string language = uloc_getAvailable(i);
            if (language.find('_') != std::string::npos || language == "en") continue;
            UErrorCode status = U_ZERO_ERROR;
            DisplayNames names(uldn_open(language.c_str(), ULDN_STANDARD_NAMES, &status));
            if (U_SUCCESS(status)) list.emplace_back(language, std::move(names));
        }
        return list;
    }();
    return all;
}

std::uint32_t word_at(const std::string& bytes, std::size_t at) {
    std::uint32_t value = 0;
    if (at + sizeof(value) <= bytes.size()) std::memcpy(&value, bytes.data() + at, sizeof(value));
    return value;
}

}  // namespace

bool is_shown(const PlaceName& name) {
    constexpr std::array<std::string_view, 8> languages{"ar", "az", "fa", "hy", "ka", "ru", "tr", "uk"};
    return std::ranges::find(languages, name.language) != languages.end();
}

bool is_ambiguous(const PlaceName& name) {
    return is_latin(name.text);
}

bool is_own_spelling(const PlaceName& name) {
    return name.language == "az" || name.language == "tr" || !is_latin(name.text);
}

std::vector<PlaceName> country_names(const std::string& iso_code) {
    std::vector<PlaceName> names;
    for (const auto& [language, display] : display_names()) {
        std::array<UChar, 128> text{};
        UErrorCode status = U_ZERO_ERROR;
        const std::int32_t length = uldn_regionDisplayName(display.get(), iso_code.c_str(), text.data(),
                                                           static_cast<std::int32_t>(text.size()), &status);
        if (U_FAILURE(status) || length <= 0) continue;
        std::string name;
        icu::UnicodeString(text.data(), length).toUTF8String(name);
        if (name == iso_code) continue;  // the language has no name for it
        if (PlaceName own{name, language}; is_own_spelling(own)) names.push_back(std::move(own));
    }
    return names;
}

Result<std::vector<std::pair<std::string, std::string>>> read_catalogue(const std::string& path) {
    constexpr std::uint32_t magic = 0x950412de;
    std::ifstream file(path, std::ios::binary);
    if (!file) return fail("cannot open", path);
    const std::string bytes(std::istreambuf_iterator<char>(file), {});
    if (word_at(bytes, 0) != magic) return fail("not a catalogue of translations (.mo)", path);
    const std::size_t count = word_at(bytes, 8), originals = word_at(bytes, 12), translations = word_at(bytes, 16);
    const auto text_at = [&](std::size_t entry) -> std::string {
        const std::size_t length = word_at(bytes, entry), at = word_at(bytes, entry + 4);
        return at <= bytes.size() && length <= bytes.size() - at ? bytes.substr(at, length) : std::string();
    };
    std::vector<std::pair<std::string, std::string>> messages;
    if (count > bytes.size() / 16) return fail("a damaged catalogue of translations", path);
    for (std::size_t i = 0; i < count; ++i)
        if (std::string original = text_at(originals + 8 * i); !original.empty())
            messages.emplace_back(std::move(original), text_at(translations + 8 * i));
    return messages;
}

Result<SubdivisionNames> SubdivisionNames::load(const std::string& iso_3166_2, const std::string& locales) {
    SubdivisionNames out;
    if (iso_3166_2.empty() || locales.empty()) return out;
    auto json = read_world_json(iso_3166_2);
    if (!json) return tl::unexpected(json.error());
    for (const auto& row : json->value("3166-2", nlohmann::json::array())) {
        const std::string code = row.value("code", ""), name = row.value("name", "");
        if (code.size() > 3 && !name.empty()) out.keys_.emplace_back(code.substr(0, 2) + "." + name_key(name), name);
    }
    std::sort(out.keys_.begin(), out.keys_.end());
    std::error_code none;  // systems made small have no translations
    for (const auto& entry : std::filesystem::directory_iterator(locales, none)) {
        const std::string language = entry.path().filename().string();
        const auto path = entry.path() / "LC_MESSAGES" / "iso_3166-2.mo";
        // "sr@latin", "zh_TW": a spelling of a language that is there itself
        if (language.find_first_of("@_") != std::string::npos || !std::filesystem::exists(path)) continue;
        auto messages = read_catalogue(path.string());
        if (!messages) return tl::unexpected(messages.error());
        for (const auto& [name, translation] : *messages)
            if (!translation.empty() && translation != name)
                out.names_.emplace_back(name, PlaceName{translation, language});
    }
    std::sort(out.names_.begin(), out.names_.end(), [](const auto& a, const auto& b) {
        return std::tie(a.first, a.second.language, a.second.text) <
               std::tie(b.first, b.second.language, b.second.text);
    });
    return out;
}

std::vector<PlaceName> SubdivisionNames::of(const std::string& country, const std::vector<std::string>& names) const {
    std::vector<PlaceName> found;
    for (const std::string& name : names) {
        const std::string key = country + "." + name_key(name);
        const auto known =
            std::lower_bound(keys_.begin(), keys_.end(), key,
                             [](const auto& row, const std::string& value) { return row.first < value; });
        if (known == keys_.end() || known->first != key) continue;
        const auto [first, last] =
            std::equal_range(names_.begin(), names_.end(), std::pair<std::string, PlaceName>{known->second, {}},
                             [](const auto& a, const auto& b) { return a.first < b.first; });
        for (auto row = first; row != last; ++row)
            if (is_own_spelling(row->second)) found.push_back(row->second);
        break;
    }
    return found;
}

}  // namespace chronomap
