#include "render/scene/furniture.hpp"

#include <algorithm>

namespace chronomap {
namespace {

constexpr std::array<std::string_view, furniture_block_count> block_names{"title",  "date",      "caption",
                                                                          "legend", "scale-bar", "locator"};
constexpr std::array<std::string_view, 8> place_names{"usual",     "off",         "top-left", "top",
                                                      "top-right", "bottom-left", "bottom",   "bottom-right"};

template <class Names>
std::string listed(const Names& names) {
    std::string words;
    for (std::size_t i = 0; i < names.size(); ++i)
        words += (i == 0 ? "" : i + 1 == names.size() ? " or " : ", ") + std::string(names[i]);
    return words;
}

}  // namespace

std::string_view name_of(FurnitureBlock block) {
    return block_names[static_cast<std::size_t>(block)];
}
std::string_view name_of(FurniturePlace place) {
    return place_names[static_cast<std::size_t>(place)];
}

Result<void> set_furniture(FurnitureSettings& settings, std::string_view block, std::string_view place) {
    if (block == "sources") {
        if (place != "full" && place != "short")
            return fail("the sources cannot be '" + std::string(place) + "'", {}, 0,
                        "they can be full or short, and are never left out");
        settings.sources = place == "full" ? SourcesForm::full : SourcesForm::brief;
        return {};
    }
    const auto* const named_block = std::ranges::find(block_names, block);
    if (named_block == block_names.end())
        return fail("there is no '" + std::string(block) + "' around the map", {}, 0,
                    "name " + listed(block_names) + ", or sources");
    const auto* const named_place = std::ranges::find(place_names, place);
    if (named_place == place_names.end())
        return fail("the " + std::string(block) + " has no place '" + std::string(place) + "'", {}, 0,
                    "say " + listed(place_names));
    settings.places[static_cast<std::size_t>(named_block - block_names.begin())] =
        static_cast<FurniturePlace>(named_place - place_names.begin());
    return {};
}

Result<void> set_furniture(FurnitureSettings& settings, std::string_view words) {
    while (!words.empty()) {
        const std::string_view part = words.substr(0, words.find(','));
        words.remove_prefix(std::min(words.size(), part.size() + 1));
        const std::size_t sign = part.find('=');
        if (sign == std::string_view::npos)
            return fail("'" + std::string(part) + "' is no NAME=PLACE", {}, 0, "write for instance legend=bottom-left");
        if (const auto set = set_furniture(settings, part.substr(0, sign), part.substr(sign + 1)); !set) return set;
    }
    return {};
}

std::string furniture_words(const FurnitureSettings& settings) {
    std::string words;
    const auto add = [&](std::string_view name, std::string_view place) {
        words += (words.empty() ? "" : ",") + std::string(name) + "=" + std::string(place);
    };
    for (std::size_t i = 0; i < furniture_block_count; ++i)
        if (settings.places[i] != FurniturePlace::usual) add(block_names[i], name_of(settings.places[i]));
    if (settings.sources == SourcesForm::brief) add("sources", "short");
    return words;
}

}  // namespace chronomap
