#include "app/cli/map_options.hpp"

#include <doctest/doctest.h>

using namespace chronomap;

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
