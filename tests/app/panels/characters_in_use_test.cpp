#include "app/panels/characters_in_use.hpp"

#include <doctest/doctest.h>

using namespace chronomap;

TEST_CASE("characters of scripts that are not always loaded are gathered once, as ranges") {
    CharactersInUse characters;
    CHECK_FALSE(characters.add("Aghdam, Ağdam, Агдам, Աղդամ, აღდამი → “Aghdam”"));
    CHECK(characters.empty());
    CHECK(characters.ranges() == std::vector<std::uint16_t>{0});
    CHECK(characters.add("ニヌ 上"));
    CHECK_FALSE(characters.add("上ニ"));
    CHECK(characters.ranges() == std::vector<std::uint16_t>{0x30CB, 0x30CC, 0x4E0A, 0x4E0A, 0});
    // Bytes that are no UTF-8, and characters that ImGui cannot hold, are left out.
    CHECK_FALSE(characters.add("\xE4\xB8 \xFF \xF0\x9F\x98\x80"));
}
