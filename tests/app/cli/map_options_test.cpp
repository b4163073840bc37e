#include "app/cli/map_options.hpp"

#include <doctest/doctest.h>

using namespace chronomap;

TEST_CASE("a size is read and nonsense is not") {
    REQUIRE(size_from("1920x1080"));
    CHECK(size_from("1920x1080")->width == 1920);
    CHECK(size_from("1920x1080")->height == 1080);
    for (const char* text : {"", "1920", "1920x", "x1080", "0x10", "-5x10", "10x10 ", "1e9x10", "200000x10"}) {
        CAPTURE(std::string(text));
        CHECK(!size_from(text));
    }
}

TEST_CASE("a box is read, also one across the antimeridian, and nonsense is not") {
    REQUIRE(box_from("44,38.5,50,42"));
    CHECK(*box_from("44,38.5,50,42") == GeoBox{44, 38.5, 50, 42});
    CHECK(box_from("170,-20,-170,-10"));
    for (const char* text : {"", "1,2,3", "44,42,50,38", "44,38,50,42,1", "44,38,500,42", "a,b,c,d", "44,38,44,42"}) {
        CAPTURE(std::string(text));
        CHECK(!box_from(text));
    }
}

TEST_CASE("a time mode is read by its name") {
    CHECK(time_mode_from("until") == TimeMode::until);
    CHECK(!time_mode_from("sometimes"));
}
