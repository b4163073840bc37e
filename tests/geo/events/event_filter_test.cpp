#include "geo/events/event_filter.hpp"

#include <doctest/doctest.h>

#include "geo/events/event_set.hpp"

using namespace chronomap;

namespace {

Event event_of(EventKind kind, const std::string& said_by, double confidence, LonLat at) {
    auto place = std::make_shared<Place>();
    place->name = "Khankendi";
    place->names = {{"Степанакерт", "ru"}, {"Stepanakert", "en"}};
    place->location = at;
    Event event;
    event.id = said_by + std::to_string(confidence);
    event.article_id = "one";
    event.kind = kind;
    event.attribution = said_by;
    event.confidence = confidence;
    event.quote = "Shells fell on the town.";
    event.date = *EdtfDate::parse("1992-05");
    event.place = place;
    return event;
}

EventFilter filter_of(std::vector<std::string> texts) {
    const auto filter = filter_from(texts);
    REQUIRE_MESSAGE(filter, (filter ? "" : filter.error().text()));
    return *filter;
}

}  // namespace

TEST_CASE("an event passes when it meets every condition") {
    const Event event = event_of(EventKind::attack, "An agency", 0.8, {46.75, 39.8});
    CHECK(passes({}, event));
    for (const char* met :
         {"kind=attack", "kind=battle,attack", "said-by=An agency", "article=one", "confidence=0.8", "bbox=46,39,47,40",
          "lasso=46,39,47,39,46.8,41",
          "modality=fact", "modality=denied,fact", "verdict=none,verified", "words=shells town", "words=степанакерт", "words=stepan", "words=agency"})
        CHECK_MESSAGE(passes(filter_of({met}), event), met);
    for (const char* missed : {"kind=battle", "said-by=itself", "article=two", "confidence=0.81", "bbox=40,30,46,50",
                               "bbox=47,39,46,40", "lasso=46,39,47,39,46,40", "words=shells village", "words=hells",
                               "verdict=verified", "modality=planned,denied"})
        CHECK_FALSE_MESSAGE(passes(filter_of({missed}), event), missed);
    CHECK(passes(filter_of({"kind=attack", "confidence=0.5"}), event));
    CHECK_FALSE(passes(filter_of({"kind=attack", "confidence=0.9"}), event));
    CHECK(passes(filter_of({"said-by=itself"}), event_of(EventKind::other, "", 1, {0, 0})));
    // Across the antimeridian.
    CHECK(passes(filter_of({"bbox=170,-10,-170,10"}), event_of(EventKind::other, "", 1, {-175, 0})));
}

TEST_CASE("a filter is told by conditions that give it back") {
    const EventFilter filter = filter_of({"kind=battle", "kind=attack", "said-by=Smith, John", "said-by=itself",
                                          "confidence=0.25", "bbox=-10.5,-1,20,30.125", "lasso=1,2,3,4.5,-6,7", "verdict=disputed", "modality=denied,fact", "words=two words"});
    EventFilter again;
    for (const FilterCondition& condition : conditions_of(filter)) {
        const auto with = with_condition(again, condition.name, condition.values);
        REQUIRE(with);
        again = *with;
    }
    CHECK(again == filter);
    CHECK(describe(filter).find("said by Smith, John or the article itself") != std::string::npos);
    CHECK(describe(filter).find("told as denied or a fact") != std::string::npos);
    CHECK(conditions_of({}).empty());
    CHECK(describe(EventFilter{}).empty());
    CHECK(with_condition(filter, "kind", {})->kinds.empty());
}

TEST_CASE("what is no condition is one error that says what there is") {
    for (const char* wrong : {"kind=fun", "modality=sung", "colour=red", "confidence=2", "confidence=x", "bbox=1,2,3", "bbox=0,5,1,4",
                              "bbox=0,0,200,1", "kind"}) {
        const std::string text = wrong;
        CHECK_FALSE_MESSAGE(filter_from({&text, 1}), wrong);
    }
    const std::string kind = "kind=fun";
    CHECK(filter_from({&kind, 1}).error().text().find("battle, attack") != std::string::npos);
}

TEST_CASE("what does not pass is counted, and comes back") {
    auto extraction = std::make_shared<Extraction>();
    extraction->article.id = "one";
    extraction->events = {event_of(EventKind::attack, "a", 0.8, {46, 40}),
                          event_of(EventKind::battle, "b", 0.5, {46, 40}),
                          event_of(EventKind::battle, "c", 0.9, {46, 40})};
    EventStore store;
    store.set_filter(filter_of({"kind=battle"}));
    store.add(extraction);
    CHECK(store.current()->events.size() == 2);
    CHECK(store.current()->filtered_out == 1);
    store.set_filter(filter_of({"kind=battle", "confidence=0.6"}));
    CHECK(store.current()->events.size() == 1);
    CHECK(store.current()->filtered_out == 2);
    store.set_filter({});
    CHECK(store.current()->events.size() == 3);
    CHECK(store.current()->filtered_out == 0);
}
