#include "geo/events/comparison.hpp"

#include <doctest/doctest.h>

#include <memory>

using namespace chronomap;

namespace {

EventSetPtr told(const std::vector<std::pair<std::string, std::string>>& places_and_dates) {
    auto extraction = std::make_shared<Extraction>();
    extraction->article.id = "test";
    for (const auto& [name, date] : places_and_dates) {
        auto place = std::make_shared<Place>();
        place->id = place->name = name;
        Event event;
        event.id = name + date;
        event.place = place;
        event.date = *EdtfDate::parse(date);
        extraction->events.push_back(event);
    }
    EventStore store;
    store.add(std::move(extraction));
    return store.current();
}

std::string places(const ComparedShare& share) {
    std::string out;
    for (const ComparedPlace& seen : share.places)
        out += seen.place->name + std::to_string(seen.first) + std::to_string(seen.second) + " ";
    return out;
}

}  // namespace

TEST_CASE("each event of either date is in exactly one share, and so is each place") {
    const auto events = told({{"Aghdam", "1993"},
                              {"Aghdam", "1993-07"},
                              {"Aghdam", "2020"},
                              {"Kalbajar", "1993"},
                              {"Shusha", "1992/2020"},
                              {"Fuzuli", "2020-10"},
                              {"Goris", "2010"}});
    const Comparison comparison = compare(*events, span_of_year(1993), span_of_year(2020));
    CHECK(comparison.of(ComparedIn::first_only).events.size() == 3);
    CHECK(comparison.of(ComparedIn::both).events.size() == 1);
    CHECK(comparison.of(ComparedIn::second_only).events.size() == 2);
    CHECK(comparison.events() == 6);
    CHECK(places(comparison.of(ComparedIn::first_only)) == "Kalbajar10 ");
    CHECK(places(comparison.of(ComparedIn::both)) == "Aghdam21 Shusha11 ");
    CHECK(places(comparison.of(ComparedIn::second_only)) == "Fuzuli01 ");
    // What each map shows is what only it has and what both have.
    const auto shown = [&](int year) { return events->meeting(span_of_year(year)).size(); };
    CHECK(shown(1993) == 3 + 1);
    CHECK(shown(2020) == 2 + 1);
}

TEST_CASE("an exchange of the dates exchanges what ended and what appeared") {
    const auto events = told({{"Aghdam", "1993"}, {"Shusha", "1993/2020"}, {"Fuzuli", "2020"}});
    const Comparison there = compare(*events, span_of_year(1993), span_of_year(2020));
    const Comparison back = compare(*events, span_of_year(2020), span_of_year(1993));
    CHECK(there.of(ComparedIn::first_only).events == back.of(ComparedIn::second_only).events);
    CHECK(there.of(ComparedIn::second_only).events == back.of(ComparedIn::first_only).events);
    CHECK(there.of(ComparedIn::both).events == back.of(ComparedIn::both).events);
}

TEST_CASE("a date without events, and a set without any, give empty shares") {
    const auto events = told({{"Aghdam", "1993"}});
    const Comparison comparison = compare(*events, span_of_year(1950), span_of_year(1993));
    CHECK(comparison.of(ComparedIn::first_only).events.empty());
    CHECK(comparison.of(ComparedIn::second_only).events.size() == 1);
    CHECK(compare({}, span_of_year(1950), span_of_year(1993)).events() == 0);
}

TEST_CASE("rows of a dataset that name the same point tell of one place") {
    auto extraction = std::make_shared<Extraction>();
    for (const char* row : {"1", "2"}) {
        auto place = std::make_shared<Place>();
        place->id = std::string("rows.csv/") + row;
        place->name = "Aghdam";
        place->location = {46.93, 39.99};
        Event event;
        event.id = place->id;
        event.place = place;
        event.date = *EdtfDate::parse(row == std::string("1") ? "1993" : "2020");
        extraction->events.push_back(event);
    }
    EventStore store;
    store.add(std::move(extraction));
    const Comparison comparison = compare(*store.current(), span_of_year(1993), span_of_year(2020));
    CHECK(places(comparison.of(ComparedIn::both)) == "Aghdam11 ");
    CHECK(comparison.of(ComparedIn::first_only).places.empty());
}
