#include "geo/events/shared_events.hpp"

#include <doctest/doctest.h>

#include <memory>

using namespace chronomap;

namespace {

PlacePtr place_of(const std::string& name, std::vector<std::string> parents = {}, const std::string& code = "PPL") {
    auto place = std::make_shared<Place>();
    place->id = "test:" + name;
    place->name = name;
    place->parents = std::move(parents);
    place->feature_code = code;
    if (code != "PPL") place->extent = ExtentClass::area;
    return place;
}

/// Two dispatches on the same days at a river: Norby lies in the district of Vale, both in the country of Arland.
class Dispatches {
  public:
    Dispatches& tell(const std::string& article, const PlacePtr& place, const std::string& edtf, EventKind kind,
                     const std::string& quote) {
        Event& event = events_.emplace_back();
        event.id = article + std::to_string(events_.size());
        event.article_id = article;
        event.place = place;
        event.place_surface = place->name;
        event.date = *EdtfDate::parse(edtf);
        event.kind = kind;
        event.quote = quote;
        return *this;
    }
    std::vector<const Event*> reports() const {
        std::vector<const Event*> all;
        for (const Event& event : events_) all.push_back(&event);
        return all;
    }
    std::vector<SharedEvent> shared(const ReportDecisions& decisions = {}) const {
        return find_shared_events(reports(), decisions);
    }

  private:
    std::vector<Event> events_;
};

const PlacePtr norby = place_of("Norby", {"test:Vale", "test:Arland"});
const PlacePtr sundby = place_of("Sundby", {"test:Vale", "test:Arland"});
const PlacePtr vale = place_of("Vale", {"test:Arland"}, "ADM1");
const PlacePtr arland = place_of("Arland", {}, "PCLI");

constexpr const char* depot_a = "On 3 May 1951 a fuel depot burned down in Norby and at least 12 people were killed.";
constexpr const char* depot_b =
    "Fire destroyed the fuel depot of Norby on 3 May; 30 people were killed, the council said.";

}  // namespace

TEST_CASE("two articles that tell of one fire in like words share the event") {
    const auto shared =
        Dispatches{}
            .tell("north", norby, "1951-05-03", EventKind::attack, depot_a)
            .tell("north", sundby, "1951-05-09", EventKind::visit, "On 9 May the minister visited Sundby.")
            .tell("south", norby, "1951-05-03", EventKind::attack, depot_b)
            .tell("south", sundby, "1951-06", EventKind::negotiation, "A ferry line opened in Sundby in June.")
            .shared();
    REQUIRE(shared.size() == 1);
    CHECK(shared[0].reports == std::vector<std::uint32_t>{0, 2});
    REQUIRE(shared[0].reasons.size() == 1);
    CHECK(shared[0].reasons[0].starts_with("the same place, the same day, the same kind; "));
}

TEST_CASE("a date that differs by a day is still the same event, one that differs by a week is not") {
    const auto shared_with = [](const char* second) {
        return Dispatches{}
            .tell("north", norby, "1951-05-03", EventKind::attack, depot_a)
            .tell("south", norby, second, EventKind::attack,
                  "A fuel depot burned down in Norby; 30 people were killed.")
            .shared()
            .size();
    };
    CHECK(shared_with("1951-05-03") == 1);
    CHECK(shared_with("1951-05-04") == 1);
    CHECK(shared_with("1951-05-10") == 0);
    CHECK(shared_with("1951-05") == 1);
    CHECK(shared_with("1951") == 1);
    CHECK(shared_with("1952") == 0);
}

TEST_CASE("the report with the most precise date leads, whatever the order of the articles") {
    const auto shared =
        Dispatches{}
            .tell("north", norby, "1951", EventKind::attack, "In 1951 a fuel depot burned down in Norby.")
            .tell("south", norby, "1951-05-03", EventKind::attack, "A fuel depot burned down in Norby on 3 May.")
            .shared();
    REQUIRE(shared.size() == 1);
    CHECK(shared[0].reports == std::vector<std::uint32_t>{1, 0});
}

TEST_CASE("a town and the district it lies in may be one event, a town and its country may not") {
    const auto shared_with = [](const PlacePtr& second) {
        return Dispatches{}
            .tell("north", norby, "1951-05-03", EventKind::attack,
                  "A fuel depot burned down in Norby, killing 12 people.")
            .tell("south", second, "1951-05-03", EventKind::attack,
                  "A fuel depot burned down in " + second->name + ", killing 12 people.")
            .shared()
            .size();
    };
    CHECK(shared_with(vale) == 1);
    CHECK(shared_with(arland) == 0);
    CHECK(shared_with(sundby) == 0);
}

TEST_CASE("different things that happened in one town on one day stay apart") {
    CHECK(Dispatches{}
              .tell("north", norby, "1951-05-03", EventKind::attack, depot_a)
              .tell("south", norby, "1951-05-03", EventKind::visit, "The bishop arrived in Norby on 3 May for a week.")
              .tell("west", norby, "1951-05-03", EventKind::attack, "Thieves shot a guard at the station of Norby.")
              .shared()
              .empty());
}

TEST_CASE("two sentences of one article are never one event, unless it is said by hand") {
    Dispatches told;
    told.tell("north", norby, "1951-05-03", EventKind::attack, depot_a)
        .tell("north", norby, "1951-05-03", EventKind::attack, depot_a)
        .tell("south", norby, "1951-05-03", EventKind::attack, depot_a);
    const auto found = told.shared();
    REQUIRE(found.size() == 1);
    CHECK(found[0].reports.size() == 2);
    const auto by_hand = told.shared({.same = {{"north1", "north2"}}, .apart = {}});
    REQUIRE(by_hand.size() == 1);
    CHECK(by_hand[0].reports[1] == 1);
    CHECK(by_hand[0].reasons[0] == "said to be the same by hand");
}

TEST_CASE("what was told apart by hand is not found again, also not over a third report") {
    Dispatches told;
    told.tell("north", norby, "1951-05-03", EventKind::attack, depot_a)
        .tell("south", norby, "1951-05-03", EventKind::attack, depot_b)
        .tell("west", norby, "1951-05-03", EventKind::attack, depot_b);
    REQUIRE(told.shared().size() == 1);
    CHECK(told.shared()[0].reports.size() == 3);
    const auto shared = told.shared({.same = {}, .apart = {{"south2", "north1"}}});
    REQUIRE(shared.size() == 1);
    CHECK(shared[0].reports == std::vector<std::uint32_t>{1, 2});
}

TEST_CASE("thousands of reports of one place are compared in no time") {
    Dispatches told;
    for (int article = 0; article < 40; ++article)
        for (int i = 0; i < 100; ++i)
            told.tell(
                "article" + std::to_string(article), norby, "1951", EventKind::attack,
                "In 1951 street " + std::to_string(i) + " of house" + std::to_string(i * 7) + " burned down in Norby.");
    const auto shared = told.shared();
    CHECK(shared.size() == 100);
    for (const SharedEvent& event : shared) CHECK(event.reports.size() == 40);
}
