#include <array>
#include <utility>

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

/// The name that the other side uses, in Latin letters; empty when it is the same.
std::string other_name(const Place& place) {
    const std::string own = name_key(place.name);
    for (const std::string_view language : {"hy-Latn", "en"})
        for (const PlaceName& name : place.names) {
            if (name.language != language || name.abbreviation) continue;
            const std::string key = name_key(name.text);
            // Spellings of one name share their beginning: "Shusha", "Shushi".
            if (key.substr(0, 2) != own.substr(0, 2)) return name.text;
        }
    return {};
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
            const std::string other = other_name(place);
            return other.empty() ? place.name : place.name + " / " + other;
        }
    }
    return place.name;
}

}  // namespace chronomap
