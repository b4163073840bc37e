#include <array>
#include <utility>

#include "geo/places/name_layer.hpp"
#include "geo/places/normalise.hpp"
#include "geo/places/place.hpp"

namespace chronomap {
namespace {

constexpr std::array<std::pair<NamingPolicy, std::string_view>, 7> policies{{
    {NamingPolicy::source, "source"},
    {NamingPolicy::en, "en"},
    {NamingPolicy::az, "az"},
    {NamingPolicy::hy, "hy"},
    {NamingPolicy::ru, "ru"},
    {NamingPolicy::official_at_date, "official-at-date"},
    {NamingPolicy::dual, "dual"},
}};

/// Best name in `language`: one in use at `at` before others, an official one before others; null when there is none.
const PlaceName* name_in(const Place& place, std::string_view language, TimeSpan at) {
    const PlaceName* best = nullptr;
    int best_rank = -1;
    for (const PlaceName& name : place.names) {
        if (name.language != language || name.abbreviation) continue;
        const bool in_use = at == all_time ? name.when.end == open_end : name.when.meets(at);
        const int rank = (in_use ? 2 : 0) + (name.official ? 1 : 0);
        if (rank > best_rank) {
            best = &name;
            best_rank = rank;
        }
    }
    return best;
}

/// The official name at `at`; a name in Latin letters before one in others, as labels of one map should match.
const PlaceName* official_name(const Place& place, TimeSpan at) {
    const PlaceName* best = nullptr;
    for (const PlaceName& name : place.names) {
        if (!name.official || name.abbreviation) continue;
        if (at == all_time ? name.when.end != open_end : !name.when.meets(at)) continue;
        const auto is_latin = [](const PlaceName& n) {
            return !n.text.empty() && static_cast<unsigned char>(n.text[0]) < 0xCD;
        };
        if (best == nullptr || (is_latin(name) && !is_latin(*best))) best = &name;
    }
    return best;
}

/// Armenian letters in Latin ones, plain enough to compare spellings with (after BGN/PCGN 1981, without apostrophes).
std::string latin_from_armenian(std::string_view name) {
    static constexpr std::array<std::string_view, 38> letters{
        "a", "b", "g", "d",  "e", "z",  "e", "y", "t", "zh", "i", "l", "kh", "ts", "k", "h", "dz", "gh", "ch",
        "m", "y", "n", "sh", "o", "ch", "p", "j", "r", "s",  "v", "t", "r",  "ts", "u", "p", "k",  "o",  "f"};
    std::string out;
    for (std::size_t i = 0; i + 1 < name.size(); i += 2) {
        const unsigned code =
            (static_cast<unsigned char>(name[i]) & 0x1Fu) << 6 | (static_cast<unsigned char>(name[i + 1]) & 0x3Fu);
        if (code == 0x587)
            out += "ev";  // the ligature of e and v
        else if (code >= 0x531 && code <= 0x556)
            out += letters[code - 0x531];
        else if (code >= 0x561 && code <= 0x586)
            out += letters[code - 0x561];
        else
            return {};
    }
    // The sound "u" is written with two letters, o and yiwn (transliterated above as "o" and "u").
    for (std::size_t at; (at = out.find("ou")) != std::string::npos;) out.replace(at, 2, "u");
    return out;
}

/// The Latin spelling nearest to the Armenian name; empty when none is near.
std::string latin_spelling_of(const Place& place, const PlaceName& armenian) {
    const std::string wanted = name_key(latin_from_armenian(armenian.text));
    constexpr int farthest = 3;
    std::string best;
    int best_distance = farthest + 1;
    for (const PlaceName& name : place.names) {
        if ((name.language != "en" && name.language != "hy-Latn") || name.abbreviation) continue;
        const int distance = edit_distance(name_key(name.text), wanted, farthest);
        if (distance >= best_distance) continue;
        best_distance = distance;
        best = name.text;
    }
    return best;
}

/// The name that the other side uses, in Latin letters: the Azerbaijani one for a place in Armenia, the Armenian one
/// for a place in Azerbaijan. Empty when it is the same name, and for places of other countries, which have no two
/// sides, and of states.
std::string other_name(const Place& place, TimeSpan at) {
    std::string other;
    if (place.feature_code.starts_with("PCL")) return other;
    if (place.country == "AM") {
        if (const PlaceName* name = name_in(place, "az", at)) other = name->text;
    } else if (place.country == "AZ" || place.country.empty()) {
        if (const PlaceName* name = name_in(place, "hy", at)) other = latin_spelling_of(place, *name);
    }
    return name_key(other) == name_key(place.name) ? std::string{} : other;
}

}  // namespace

std::optional<NamingPolicy> naming_policy_from(std::string_view text) {
    for (const auto& [policy, name] : policies)
        if (name == text) return policy;
    if (text == "official") return NamingPolicy::official_at_date;
    return std::nullopt;
}

std::string_view name_of(NamingPolicy policy) {
    for (const auto& [known, name] : policies)
        if (known == policy) return name;
    return "en";
}

std::string display_name(const Place& place, NamingPolicy policy, std::string_view surface, TimeSpan at) {
    const auto in_language = [&](std::string_view language) {
        const PlaceName* name = name_in(place, language, at);
        return name != nullptr ? name->text : place.name;
    };
    switch (policy) {
        case NamingPolicy::source:
            return surface.empty() ? place.name : std::string(surface);
        case NamingPolicy::en:
            return place.name;
        case NamingPolicy::az:
            return in_language("az");
        case NamingPolicy::hy:
            return in_language("hy");
        case NamingPolicy::ru:
            return in_language("ru");
        case NamingPolicy::official_at_date: {
            const PlaceName* name = official_name(place, at);
            return name != nullptr ? name->text : place.name;
        }
        case NamingPolicy::dual: {
            const std::string other = other_name(place, at);
            return other.empty() ? place.name : place.name + " / " + other;
        }
    }
    return place.name;
}

}  // namespace chronomap
