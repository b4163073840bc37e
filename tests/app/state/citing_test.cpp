#include "app/state/citing.hpp"

#include <doctest/doctest.h>

using namespace chronomap;

namespace {

Event event_told() {
    Event event;
    event.quote = "Aghdam fell.";
    return event;
}

}  // namespace

TEST_CASE("a citation has the quote, the speaker, and what the article says of itself") {
    Event event = event_told();
    event.attribution = "Human Rights Watch";
    Article article;
    article.title = "The road";
    article.publisher = "Agency";
    article.published = EdtfDate::parse("2023-10-05")->span().begin;
    article.path = "/home/someone/road.txt";
    CHECK(citation_of(event, &article) ==
          "“Aghdam fell.” (Human Rights Watch) — The road, Agency, 5 October 2023, road.txt");
}

TEST_CASE("a citation leaves out what is not known") {
    Article article;
    article.id = "road";
    CHECK(citation_of(event_told(), &article) == "“Aghdam fell.” — road");
    article.id.clear();
    CHECK(citation_of(event_told(), &article) == "“Aghdam fell.” — untitled article");
    CHECK(citation_of(event_told(), nullptr) == "“Aghdam fell.”");
}
