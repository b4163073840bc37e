#include "geo/events/event_set.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace chronomap;

namespace {

ExtractionPtr article(const std::string& id, const std::vector<std::string>& dates) {
    auto extraction = std::make_shared<Extraction>();
    extraction->article.id = id;
    for (const std::string& date : dates) {
        Event event;
        event.id = id + "/" + date;
        event.date = *EdtfDate::parse(date);
        extraction->events.push_back(event);
    }
    extraction->residue.push_back({ResidueReason::undated, {}, ""});
    return extraction;
}

std::string meeting(const EventSet& set, std::string_view span) {
    std::string out;
    for (EventIndex i : set.meeting(EdtfDate::parse(span)->span())) out += set.events[i].id + " ";
    return out;
}

}  // namespace

TEST_CASE("events come sorted by time, and the span meets exactly those that share a day with it") {
    EventStore store;
    store.add(article("a", {"2020-11", "1922/1993", "1993", "1994-01-01"}));
    store.add(article("b", {"1993-12-31", "../1950"}));
    const EventSet& set = *store.current();
    CHECK(std::is_sorted(set.spans.begin(), set.spans.end(), [](auto& x, auto& y) { return x.begin < y.begin; }));
    CHECK(meeting(set, "1993") == "a/1922/1993 a/1993 b/1993-12-31 ");
    CHECK(meeting(set, "1994-01-01") == "a/1994-01-01 ");
    CHECK(meeting(set, "1900") == "b/../1950 ");
    CHECK(meeting(set, "1951") == "a/1922/1993 ");
    CHECK(set.meeting({}).empty());
    CHECK(set.meeting(all_time).size() == 6);
    CHECK(set.undated == 2);
    CHECK(iso_date(set.extent().begin) == "1922-01-01");
}

TEST_CASE("an article read again replaces itself; published sets never change") {
    EventStore store;
    store.add(article("a", {"1993", "1994"}));
    const EventSetPtr before = store.current();
    store.add(article("a", {"1995"}));
    CHECK(before->events.size() == 2);
    CHECK(store.current()->events.size() == 1);
    CHECK(store.current()->index_of("a/1995") == 0);
    CHECK(store.current()->index_of("a/1993") == 1);
    store.remove_article("a");
    CHECK(store.current()->events.empty());
    CHECK(store.current()->extent().empty());
}

TEST_CASE("reports of one event count once: the foremost that meets the span stands for it") {
    const auto told_by = [](const std::string& id, std::vector<std::string> dates) {
        auto extraction = std::make_shared<Extraction>(*article(id, dates));
        auto norby = std::make_shared<Place>();
        norby->id = "test:Norby";
        extraction->dates.emplace_back();  // an article, not rows of a dataset
        for (Event& event : extraction->events) {
            event.article_id = id;
            event.place = norby;
            event.quote = "A fuel depot burned down.";
        }
        return extraction;
    };
    EventStore store;
    store.add(told_by("a", {"1951-05-03", "1960"}));
    store.add(told_by("b", {"1951-05-04"}));
    EventSetPtr set = store.current();
    CHECK(set->events.size() == 3);
    CHECK(set->told() == 2);
    CHECK(meeting(*set, "1951") == "a/1951-05-03 ");
    CHECK(meeting(*set, "1951-05-04") == "b/1951-05-04 ");
    const EventIndex second = set->index_of("b/1951-05-04");
    CHECK(set->events[set->standing_for(second, span_of_year(1951))].id == "a/1951-05-03");
    CHECK(set->standing_for(second, set->spans[second]) == second);
    CHECK(set->told_spans().size() == 2);

    store.set_grouping(Grouping::off);
    set = store.current();
    CHECK(set->told() == 3);
    CHECK(meeting(*set, "1951") == "a/1951-05-03 b/1951-05-04 ");
    CHECK(set->standing_for(second, span_of_year(1951)) == second);
}

TEST_CASE("rows of datasets are not grouped") {
    EventStore store;
    store.add(article("a", {"1951"}));
    store.add(article("b", {"1951"}));
    CHECK(store.current()->told() == 2);
}
