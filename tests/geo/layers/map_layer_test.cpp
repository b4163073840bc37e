#include "geo/layers/map_layer.hpp"

#include <doctest/doctest.h>

#include "geo/layers/layer_fields.hpp"

using namespace chronomap;

namespace {

LayerFeature feature(const char* name, const char* begin, const char* end) {
    LayerFeature made;
    made.name = name;
    made.begin = *layer_date_from(begin);
    made.end = *layer_date_from(end);
    made.span = *layer_span(made.begin, made.end);
    return made;
}

TimeSpan day(const char* text) {
    return EdtfDate::parse(text)->span();
}

}  // namespace

TEST_CASE("an area is there on its last day and gone the day after") {
    const MapLayer layer{"", "", "", {feature("line", "1994-05-12", "2020-11-10")}};
    CHECK(features_meeting(layer, day("2020-11-09")).size() == 1);
    CHECK(features_meeting(layer, day("2020-11-10")).size() == 1);
    CHECK(features_meeting(layer, day("2020-11-11")).empty());
    CHECK(features_meeting(layer, day("1994-05-11")).empty());
    CHECK(features_meeting(layer, day("1994-05-12")).size() == 1);
    CHECK(features_meeting(layer, day("2020")).size() == 1);
}

TEST_CASE("a gap between two states stays a gap") {
    const MapLayer layer{"", "", "", {feature("a", "1918-05-28", "1920-04-28"), feature("b", "1991-10-18", "")}};
    CHECK(features_meeting(layer, day("1920-04-28")) == std::vector<std::size_t>{0});
    CHECK(features_meeting(layer, day("1920-04-29")).empty());
    CHECK(features_meeting(layer, day("1950")).empty());
    CHECK(features_meeting(layer, day("2023")) == std::vector<std::size_t>{1});
}

TEST_CASE("who holds an area and since when is told in the source's words") {
    LayerFeature held = feature("x", "1994-05-12", "");
    held.holder = "the northern side";
    held.status = ClaimStatus::administered;
    CHECK(tenure_words(held) == "held by the northern side since 1994");
    held.status = ClaimStatus::claimed;
    held.end = *layer_date_from("2020");
    held.span = *layer_span(held.begin, held.end);
    CHECK(tenure_words(held) == "claimed by the northern side, 1994–2020");
    CHECK(tenure_words(feature("x", "1923-07-07", "1991-11-26")) == "1923–1991");
    CHECK(tenure_words(LayerFeature()).empty());
}

TEST_CASE("fields are found by their usual names") {
    const LayerFields ends = guess_layer_fields({"fid", "NAME", "Start_Date", "end-date", "held by", "source"});
    CHECK(ends.name == "NAME");
    CHECK(ends.begin == "Start_Date");
    CHECK(ends.end == "end-date");
    CHECK(ends.holder == "held by");
    CHECK(ends.when.empty());
    CHECK(guess_layer_fields({"year", "title"}).when == "year");
    CHECK(!guess_layer_fields({"fid"}).has_time());
}

TEST_CASE("dates are read as files have them and nonsense is refused") {
    CHECK(layer_date_from("1994/05/12")->text() == "1994-05-12");
    CHECK(layer_date_from("19940512")->text() == "1994-05-12");
    CHECK(layer_date_from("1994-05-12T00:00:00Z")->text() == "1994-05-12");
    CHECK(layer_date_from("1994")->text() == "1994");
    CHECK(layer_date_from(" ")->empty());
    CHECK(!layer_date_from("1994-02-30"));
    CHECK(!layer_date_from("soon"));
    CHECK(!layer_span(*layer_date_from("2020"), *layer_date_from("1994")));
}

TEST_CASE("a status is told by its word") {
    CHECK(claim_status_from("Claimed by both") == ClaimStatus::claimed);
    CHECK(claim_status_from("de facto administered") == ClaimStatus::administered);
    CHECK(claim_status_from("river") == ClaimStatus::plain);
}
