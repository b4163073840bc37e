#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "geo/base/result.hpp"

namespace chronomap {

/// What stands around a map in a place of its own.
enum class FurnitureBlock : std::uint8_t { title, date, caption, legend, scale_bar, locator };
inline constexpr std::size_t furniture_block_count = static_cast<std::size_t>(FurnitureBlock::locator) + 1;

/// Where a block stands. Blocks of one place are stacked, away from the picture's side.
enum class FurniturePlace : std::uint8_t {
    usual,  ///< where this block belongs; the locator only where it helps
    off,
    top_left,
    top,
    top_right,
    bottom_left,
    bottom,
    bottom_right
};

/// How the sources are told. They are never left out.
enum class SourcesForm : std::uint8_t {
    full,  ///< with addresses, as far as two lines hold them
    brief  ///< names and licences
};

/// What the user chose for the furniture of all his pictures.
struct FurnitureSettings {
    std::string subtitle;  ///< below the title
    std::string caption;   ///< free words of several lines; empty: no block
    std::array<FurniturePlace, furniture_block_count> places{};
    SourcesForm sources = SourcesForm::full;

    FurniturePlace of(FurnitureBlock block) const { return places[static_cast<std::size_t>(block)]; }
    FurniturePlace& of(FurnitureBlock block) { return places[static_cast<std::size_t>(block)]; }
    friend bool operator==(const FurnitureSettings&, const FurnitureSettings&) = default;
};

/// "scale-bar", "bottom-left".
std::string_view name_of(FurnitureBlock block);
std::string_view name_of(FurniturePlace place);

/// Sets one thing as typed: "legend" to "bottom-left", "title" to "off", "sources" to "short". Error: no such block, or
/// none of the places; the remedy lists them.
Result<void> set_furniture(FurnitureSettings& settings, std::string_view block, std::string_view place);
/// What set_furniture reads back, for all that is not as usual: "legend=bottom-left,sources=short".
std::string furniture_words(const FurnitureSettings& settings);
/// Sets all of "legend=off,date=top-left". Error: as set_furniture, or a part that is no NAME=PLACE.
Result<void> set_furniture(FurnitureSettings& settings, std::string_view words);

/// What is written around the map; empty strings leave their line out.
struct Furniture {
    std::string title;
    std::string date_caption;  ///< "1993", from the selection
    std::string sources;
    FurnitureSettings settings;
    bool credits_only = false;  ///< the window shows only scale bar and sources over the map; exports show all
    bool sources_line = true;   ///< false only for a map on a page that has the line for all its maps
    friend bool operator==(const Furniture&, const Furniture&) = default;
};

}  // namespace chronomap
