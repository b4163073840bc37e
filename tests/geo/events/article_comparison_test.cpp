#include "geo/events/article_comparison.hpp"

#include <doctest/doctest.h>

#include <memory>

#include "geo/io/comparison_writer.hpp"

using namespace chronomap;

namespace {

/// An article of which each sentence tells an event in Norby.
ExtractionPtr article(const std::string& id, const std::vector<std::pair<const char*, const char*>>& told) {
    auto norby = std::make_shared<Place>();
    norby->id = norby->name = "Norby";
    auto extraction = std::make_shared<Extraction>();
    extraction->article.id = id;
    extraction->article.title = "News, " + id;
    extraction->dates.emplace_back();
    for (const auto& [edtf, quote] : told) {
        Event& event = extraction->events.emplace_back();
        event.id = id + std::to_string(extraction->events.size());
        event.article_id = id;
        event.place = norby;
        event.date = *EdtfDate::parse(edtf);
        event.kind = EventKind::attack;
        event.quote = quote;
    }
    return extraction;
}

EventSetPtr three_articles(Grouping grouping = Grouping::on) {
    EventStore store;
    store.set_grouping(grouping);
    store.add(article("north", {{"1951-05-03", "A fuel depot burned down, at least 12 people were killed."},
                                {"1951-05-01", "Someone threw stones at the mill."}}));
    store.add(article("south", {{"1951-05-03", "A fuel depot burned down, 30 people were killed."}}));
    store.add(article("west", {{"1951-05", "In May a fuel depot burned down and people were killed."}}));
    return store.current();
}

}  // namespace

TEST_CASE("articles stand beside each other, their events in order of time") {
    const EventSetPtr events = three_articles();
    const ArticleComparison comparison = compare_articles(*events);
    REQUIRE(comparison.articles.size() == 3);
    REQUIRE(comparison.events.size() == 2);
    const ComparedEvent &mill = comparison.events[0], &depot = comparison.events[1];
    CHECK(mill.told_by() == 1);
    CHECK(mill.by[1].empty());
    CHECK_FALSE(mill.contradicts());
    CHECK(depot.told_by() == 3);
    CHECK(depot.reasons.size() == 2);
    CHECK(depot.contradicts());
    CHECK(comparison.rows(ComparedRows::all).size() == 2);
    CHECK(comparison.rows(ComparedRows::shared) == std::vector<std::size_t>{1});
    CHECK(comparison.rows(ComparedRows::only_one) == std::vector<std::size_t>{0});
    CHECK(comparison.rows(ComparedRows::disagree) == std::vector<std::size_t>{1});
}

TEST_CASE("only the chosen articles are compared, in the order given") {
    const EventSetPtr events = three_articles();
    const std::string ids[] = {"west", "south"};
    const ArticleComparison comparison = compare_articles(*events, ids);
    REQUIRE(comparison.articles.size() == 2);
    CHECK(comparison.articles[0]->article.id == "west");
    REQUIRE(comparison.events.size() == 1);
    CHECK(comparison.events[0].by[0].size() == 1);
    // Less precise is no contradiction.
    CHECK_FALSE(comparison.events[0].contradicts());
    CHECK_FALSE(comparison.events[0].differences.empty());
}

TEST_CASE("articles are compared while the map shows each report by itself, too") {
    const EventSetPtr events = three_articles(Grouping::off);
    CHECK(events->told() == 4);
    CHECK(compare_articles(*events).rows(ComparedRows::shared).size() == 1);
}

TEST_CASE("a comparison is written with each article's own words") {
    const EventSetPtr events = three_articles();
    const ArticleComparison comparison = compare_articles(*events);
    const std::string csv = comparison_text(comparison, *events, ComparedRows::shared, ComparisonFormat::csv);
    CHECK(csv.starts_with("date,edtf,place,kind,told_by,contradicts,differences,\"News, north\",\"News, south\""));
    CHECK(csv.find("3 May 1951,1951-05-03,Norby,attack,3,yes,") != std::string::npos);
    CHECK(csv.find("\"A fuel depot burned down, 30 people were killed.\"") != std::string::npos);
    CHECK(csv.find("mill") == std::string::npos);
    const std::string html = comparison_text(comparison, *events, ComparedRows::all, ComparisonFormat::html);
    CHECK(html.find("<q>Someone threw stones at the mill.</q>") != std::string::npos);
    const std::string json = comparison_text(comparison, *events, ComparedRows::only_one, ComparisonFormat::json);
    CHECK(json.find("\"told_by\": 1") != std::string::npos);
    CHECK(json.find("fuel") == std::string::npos);
}
