#include "geo/io/corrections_json.hpp"

#include <doctest/doctest.h>

#include "geo/events/correcting.hpp"
#include "tests/geo/events/corrected_story.hpp"

using namespace chronomap;

namespace {

EventCorrections all_kinds() {
    auto region = std::make_shared<Place>(*test::town("Qarabağ", 46.7, 39.8));
    region->extent = ExtentClass::area;
    region->feature = FeatureClass::region;
    region->names = {{"Нагорный Карабах", "ru", {open_begin, span_of_year(1991).begin}, true, false}};
    region->box = GeoBox{46, 39, 47, 40};
    region->parts = {{{46, 39}, {47, 39}, {47, 40}}};
    region->when = {span_of_year(1923).begin, open_end};
    region->sources = {"a source"};
    EventCorrections all;
    Event event;
    event.id = "a-1";
    event.article_id = "a";
    event.quote = "„Quoted“ \"words\"\\";
    event.date = EdtfDate::of_year(1993);
    event.sentence = {3, 9};
    correct(all, event, [&](EventCorrection& next) {
        next.place = ChosenPlace{region};
        next.date = *EdtfDate::parse("1988/1994");
        next.kind = EventKind::battle;
        next.attribution = "somebody";
        next.verdict = Verdict::disputed;
        next.note = "line\nline";
    });
    Event other = event;
    other.id = "a-2";
    const std::vector<const Event*> both{&event, &other};
    REQUIRE(merge_events(all, both));
    split_event(all, event);
    Event elsewhere = event;
    elsewhere.id = "b-1";
    elsewhere.article_id = "b";
    const std::vector<const Event*> third{&elsewhere};
    REQUIRE(tell_reports_apart(all, event, third));
    Article article;
    article.id = "a";
    article.text = "Much happened.";
    REQUIRE(add_event(all, article, {0, 14}, place_on_map({46.5, -39.5}, ""), "", EdtfDate::of_year(2020)));
    return all;
}

std::string mistake_in(const std::string& text) {
    const auto read = corrections_from_json(text, "x");
    return read ? std::string() : read.error().message;
}

}  // namespace

TEST_CASE("corrections come back from JSON as they were, places whole") {
    const EventCorrections all = all_kinds();
    const std::string text = corrections_to_json(all);
    const auto read = corrections_from_json(text);
    REQUIRE(read);
    CHECK(*read == all);
    CHECK(corrections_to_json(*read) == text);
    const Place& place = *read->events[0]->place->place;
    REQUIRE(place.names.size() == 1);
    CHECK(place.names[0].text == "Нагорный Карабах");
    CHECK(place.names[0].official);
    CHECK(place.names[0].when == TimeSpan{open_begin, span_of_year(1991).begin});
    CHECK(place.when.end == open_end);
    CHECK(place.parts.size() == 1);
    CHECK(place.box->east == 47);
    CHECK(place.feature == FeatureClass::region);
    CHECK(*corrections_from_json(corrections_to_json({})) == EventCorrections{});
}

TEST_CASE("what is no correction is told in words and never guessed at") {
    CHECK(mistake_in("") != "");
    CHECK(mistake_in("[]").find("no corrections of chronomap") != std::string::npos);
    CHECK(mistake_in("{\"format\":\"chronomap-corrections\"}") != "");
    CHECK(mistake_in("{\"format\":\"chronomap-corrections\",\"version\":99}").find("later chronomap") !=
          std::string::npos);
    const std::string good = corrections_to_json(all_kinds());
    const auto changed = [&](const std::string& from, const std::string& to) {
        std::string text = good;
        const std::size_t at = text.find(from);
        REQUIRE(at != std::string::npos);
        return mistake_in(text.replace(at, from.size(), to));
    };
    CHECK(changed("\"battle\"", "\"party\"").find("no kind \"party\"") != std::string::npos);
    CHECK(changed("\"disputed\"", "\"doubtful\"").find("no verdict \"doubtful\"") != std::string::npos);
    CHECK(changed("\"1988/1994\"", "\"1988/19\"") != "");
    CHECK(changed("\"note\"", "\"notes\"").find("unknown member \"notes\"") != std::string::npos);
    CHECK(changed("\"article\": \"a\"", "\"article\": 7") != "");
    CHECK(changed("46.7", "460.7").find("outside of the world") != std::string::npos);
}
