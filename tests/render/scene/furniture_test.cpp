#include "render/scene/furniture.hpp"

#include <doctest/doctest.h>

using namespace chronomap;

TEST_CASE("furniture is set by words and told by the same words") {
    FurnitureSettings settings;
    CHECK(furniture_words(settings).empty());
    REQUIRE(set_furniture(settings, "legend=bottom-left,title=off,sources=short,scale-bar=top"));
    CHECK(settings.of(FurnitureBlock::legend) == FurniturePlace::bottom_left);
    CHECK(settings.of(FurnitureBlock::title) == FurniturePlace::off);
    CHECK(settings.of(FurnitureBlock::date) == FurniturePlace::usual);
    CHECK(settings.sources == SourcesForm::brief);
    FurnitureSettings again;
    REQUIRE(set_furniture(again, furniture_words(settings)));
    CHECK(again == settings);
    REQUIRE(set_furniture(again, "legend", "usual"));
    REQUIRE(set_furniture(again, "sources", "full"));
    CHECK(furniture_words(again) == "title=off,scale-bar=top");
}

TEST_CASE("what cannot be set is told with what can") {
    FurnitureSettings settings;
    const auto message = [&](const char* words) {
        const auto set = set_furniture(settings, words);
        return set ? std::string() : set.error().text();
    };
    CHECK(message("legned=off").find("title, date, caption, legend") != std::string::npos);
    CHECK(message("legend=left").find("top-left") != std::string::npos);
    CHECK(message("legend").find("NAME=PLACE") != std::string::npos);
    // The sources can be shortened, never left out.
    CHECK(message("sources=off").find("never left out") != std::string::npos);
    CHECK(settings == FurnitureSettings());
}
