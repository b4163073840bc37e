#include <doctest/doctest.h>

#include "geo/events/correcting.hpp"
#include "geo/events/event_set.hpp"
#include "tests/geo/events/corrected_story.hpp"

using namespace chronomap;
using test::StoryTeller;
using test::town;

namespace {

const PlacePtr aghdam = town("Aghdam", 46.93, 39.99);
const PlacePtr shusha = town("Shusha", 46.75, 39.76);
const PlacePtr other_aghdam = [] {
    auto place = std::make_shared<Place>(*town("Agdam", 48.5, 40.9));
    place->names = {{"Aghdam", "en"}};
    return place;
}();

StoryTeller two_sentences() {
    StoryTeller story("story");
    story.tell("People left Aghdam in 1993.", {{aghdam, "Aghdam", "1993"}});
    story.tell("They met in Shusha and Aghdam in 1994.", {{shusha, "Shusha", "1994"}, {aghdam, "Aghdam", "1994"}});
    return story;
}

/// A store that has read the story, and the user's corrections of it.
struct Desk {
    EventStore store;
    EventCorrections corrections;

    explicit Desk(const ExtractionPtr& story = two_sentences().done()) { store.add(story); }
    const EventSet& set() const { return *store.current(); }
    /// The event at a place in a year, as they are shown.
    const Event& event(const std::string& place, const std::string& date) const {
        for (const auto* list : {&set().events, &set().rejected})
            for (const Event& each : *list)
                if (each.place->name == place && each.date.text() == date) return each;
        FAIL("no event at " << place << " in " << date);
        return set().events.front();
    }
    void say(const std::string& place, const std::string& date, const std::function<void(EventCorrection&)>& change) {
        correct(corrections, event(place, date), change);
        store.set_corrections(corrections);
    }
    std::string told() const {
        std::string words;
        for (const Event& each : set().events)
            words += each.place->name + " " + each.date.text() +
                     (verdict_of(each) == Verdict::none ? "" : " " + std::string(name_of(verdict_of(each)))) + "; ";
        return words;
    }
    std::size_t extracted() const { return set().total() - set().made; }
};

}  // namespace

TEST_CASE("a corrected event says what the user says and keeps what the program read") {
    Desk desk;
    const EventSetPtr before = desk.store.current();
    desk.say("Aghdam", "1993", [](EventCorrection& next) {
        next.place = ChosenPlace{shusha};
        next.date = *EdtfDate::parse("1993-07");
        next.kind = EventKind::displacement;
        next.modality = Modality::possible;
        next.attribution = "a witness";
        next.verdict = Verdict::disputed;
        next.note = "see the map";
    });
    CHECK(desk.told() == "Shusha 1993-07 disputed; Shusha 1994; Aghdam 1994; ");
    const Event& event = desk.event("Shusha", "1993-07");
    CHECK(event.id == before->events[0].id);
    CHECK(event.dated_by == DatedBy::user);
    CHECK(event.kind == EventKind::displacement);
    CHECK(event.modality == Modality::possible);
    CHECK(event.attribution == "a witness");
    CHECK(note_of(event) == "see the map");
    REQUIRE(event.user);
    CHECK((*event.user->read_place)->name == "Aghdam");
    CHECK(event.user->read_date->text() == "1993");
    CHECK(*event.user->read_dated_by == DatedBy::explicit_date);
    CHECK(*event.user->read_kind == EventKind::other);
    CHECK(*event.user->read_modality == Modality::fact);
    CHECK(event.user->read_attribution->empty());
    // What was extracted is as it was.
    CHECK(before->events[0].place->name == "Aghdam");
    CHECK(desk.set().articles[0]->events[0].date.text() == "1993");
    CHECK_FALSE(desk.set().events[1].user);
}

TEST_CASE("a correction back to what was read is none") {
    Desk desk;
    const EventCorrections none;
    desk.say("Aghdam", "1993", [](EventCorrection& next) { next.place = ChosenPlace{shusha}; });
    desk.say("Shusha", "1993", [](EventCorrection& next) { next.date = *EdtfDate::parse("1992"); });
    CHECK(desk.corrections.events.size() == 1);
    desk.say("Shusha", "1992", [](EventCorrection& next) {
        next.place = ChosenPlace{aghdam};
        next.date = *EdtfDate::parse("1993");
        next.kind = EventKind::other;
        next.modality = Modality::fact;
        next.attribution = "";
    });
    CHECK(desk.corrections == none);
    CHECK(desk.told() == Desk().told());
}

TEST_CASE("the article's spelling stays with places that bear it and goes with those that do not") {
    Desk desk;
    desk.say("Aghdam", "1993", [](EventCorrection& next) { next.place = ChosenPlace{other_aghdam}; });
    CHECK(desk.event("Agdam", "1993").place_surface == "Aghdam");
    desk.say("Agdam", "1993", [](EventCorrection& next) { next.place = ChosenPlace{shusha}; });
    CHECK(desk.event("Shusha", "1993").place_surface.empty());
    // Shusha has a mention of its own in the other sentence.
    desk.say("Aghdam", "1994", [](EventCorrection& next) { next.place = ChosenPlace{shusha}; });
    for (const Event& event : desk.set().events)
        if (event.date.text() == "1994") {
            CHECK(event.place_surface == "Shusha");
            CHECK(event.place_range.of(desk.set().articles[0]->article.text) == "Shusha");
        }
}

TEST_CASE("rejected and merged events are counted: nothing vanishes") {
    Desk desk;
    CHECK(desk.extracted() == 3);
    desk.say("Aghdam", "1993", [](EventCorrection& next) { next.verdict = Verdict::rejected; });
    CHECK(desk.told() == "Shusha 1994; Aghdam 1994; ");
    REQUIRE(desk.set().rejected.size() == 1);
    const std::string rejected = desk.set().rejected[0].id;
    REQUIRE(desk.set().find(rejected) != nullptr);
    CHECK(desk.set().index_of(rejected) == desk.set().events.size());
    CHECK(desk.extracted() == 3);
    const std::vector<const Event*> both{&desk.event("Shusha", "1994"), &desk.event("Aghdam", "1994")};
    REQUIRE(merge_events(desk.corrections, both));
    desk.store.set_corrections(desk.corrections);
    CHECK(desk.told() == "Shusha 1994; ");
    CHECK(desk.set().merged == 1);
    CHECK(desk.extracted() == 3);
    REQUIRE(desk.set().events[0].user->merged.size() == 1);
    CHECK(desk.set().events[0].user->merged[0].place->name == "Aghdam");
    split_event(desk.corrections, desk.event("Shusha", "1994"));
    desk.store.set_corrections(desk.corrections);
    CHECK(desk.set().events.size() == 2);
    CHECK(desk.extracted() == 3);
    CHECK(desk.set().made == 1);
    REQUIRE(tell_apart(desk.corrections, desk.event("Shusha", "1994")));
    desk.store.set_corrections(desk.corrections);
    CHECK(desk.told() == "Shusha 1994; Aghdam 1994; Shusha 1994; ");
    CHECK_FALSE(tell_apart(desk.corrections, desk.event("Aghdam", "1994")));
    desk.store.clear();
    CHECK(desk.set().total() == 0);
    CHECK(desk.set().lost.empty());
}

TEST_CASE("merging gathers the sources of what was merged before") {
    Desk desk;
    const auto merge = [&](const std::string& kept, const std::string& other) {
        const auto at = [&](const std::string& what) { return &desk.event(what.substr(0, 6), what.substr(7)); };
        const std::vector<const Event*> both{at(kept), at(other)};
        REQUIRE(merge_events(desk.corrections, both));
        desk.store.set_corrections(desk.corrections);
    };
    merge("Aghdam 1994", "Shusha 1994");
    merge("Aghdam 1993", "Aghdam 1994");
    CHECK(desk.corrections.merges.size() == 1);
    REQUIRE(desk.set().events.size() == 1);
    CHECK(desk.set().events[0].user->merged.size() == 2);
    const std::vector<const Event*> same{&desk.set().events[0], &desk.set().events[0]};
    CHECK_FALSE(merge_events(desk.corrections, same));
    CHECK_FALSE(merge_events(desk.corrections, std::span(same).first(1)));
}

TEST_CASE("a merging across articles ends when the one that tells both is closed") {
    Desk desk;
    StoryTeller other("other");
    desk.store.add(other.tell("Aghdam was left in July 1993.", {{shusha, "Aghdam", "1993-07"}}).done());
    const std::vector<const Event*> both{&desk.event("Shusha", "1993-07"), &desk.event("Aghdam", "1993")};
    REQUIRE(merge_events(desk.corrections, both));
    desk.store.set_corrections(desk.corrections);
    CHECK(desk.told() == "Shusha 1993-07; Shusha 1994; Aghdam 1994; ");
    desk.store.remove_article("other");
    CHECK(desk.told() == "Aghdam 1993; Shusha 1994; Aghdam 1994; ");
    CHECK(desk.set().lost.empty());
    desk.store.add(other.done());
    desk.store.remove_article("story");
    CHECK(desk.told() == "Shusha 1993-07; ");
    REQUIRE(desk.set().events[0].user->merged.size() == 1);
    CHECK(desk.set().events[0].user->merged[0].quote == "People left Aghdam in 1993.");
}

TEST_CASE("corrections survive an article that is read anew: other offsets, other reading, other cut of sentences") {
    Desk desk;
    desk.say("Aghdam", "1993", [](EventCorrection& next) { next.note = "first"; });
    desk.say("Shusha", "1994", [](EventCorrection& next) { next.verdict = Verdict::verified; });
    desk.say("Aghdam", "1994", [](EventCorrection& next) { next.date = *EdtfDate::parse("1995"); });
    StoryTeller anew("story");
    anew.say("A new beginning that was not there.");
    // Read with other places and, of the second sentence, cut with the words before it.
    anew.tell("People left Aghdam in 1993.", {{other_aghdam, "Aghdam", "1993"}});
    anew.tell("Later on they said so. They met in Shusha and Aghdam in 1994.",
              {{shusha, "Shusha", "1994"}, {aghdam, "Aghdam", "1994"}});
    desk.store.add(anew.done());
    CHECK(desk.told() == "Agdam 1993; Shusha 1994 verified; Aghdam 1995; ");
    CHECK(note_of(desk.event("Agdam", "1993")) == "first");
    CHECK(desk.set().lost.empty());
    // What is said next is said of the same record, under the id it was made with.
    desk.say("Agdam", "1993", [](EventCorrection& next) { next.note = "second"; });
    CHECK(desk.corrections.events.size() == 3);
    CHECK(note_of(desk.event("Agdam", "1993")) == "second");
}

TEST_CASE("of two events in one sentence each keeps its own correction") {
    StoryTeller story("story");
    story.tell("Aghdam fell in 1993 and was freed in 2020.", {{aghdam, "Aghdam", "1993"}, {aghdam, "Aghdam", "2020"}});
    Desk desk(story.done());
    desk.say("Aghdam", "1993", [](EventCorrection& next) { next.note = "then"; });
    desk.say("Aghdam", "2020", [](EventCorrection& next) { next.note = "later"; });
    StoryTeller anew("story");
    anew.tell("Aghdam fell in 1993 and was freed in 2020.",
              {{other_aghdam, "Aghdam", "2020"}, {other_aghdam, "Aghdam", "1993"}});
    desk.store.add(anew.done());
    CHECK(note_of(desk.event("Agdam", "1993")) == "then");
    CHECK(note_of(desk.event("Agdam", "2020")) == "later");
    // With one of them gone, its correction does not slip to the other.
    StoryTeller less("story");
    less.tell("Aghdam fell in 1993 and was freed in 2020.", {{other_aghdam, "Aghdam", "2020"}});
    desk.store.add(less.done());
    CHECK(note_of(desk.event("Agdam", "2020")) == "later");
    REQUIRE(desk.set().lost.size() == 1);
    CHECK(desk.set().lost[0].what == "note");
}

TEST_CASE("corrections whose sentence is gone are kept and listed, and rest while the article is closed") {
    Desk desk;
    desk.say("Aghdam", "1993", [](EventCorrection& next) {
        next.place = ChosenPlace{shusha};
        next.verdict = Verdict::verified;
    });
    StoryTeller shorter("story");
    shorter.tell("They met in Shusha and Aghdam in 1994.", {{shusha, "Shusha", "1994"}});
    desk.store.add(shorter.done());
    REQUIRE(desk.set().lost.size() == 1);
    CHECK(desk.set().lost[0].quote == "People left Aghdam in 1993.");
    CHECK(desk.set().lost[0].what == "place, verified");
    desk.store.remove_article("story");
    CHECK(desk.set().lost.empty());
    desk.store.add(two_sentences().done());
    CHECK(desk.told() == "Shusha 1993 verified; Shusha 1994; Aghdam 1994; ");
    const std::string key = desk.corrections.events[0]->at.event_id;
    CHECK(drop_corrections(desk.corrections, key));
    CHECK_FALSE(drop_corrections(desk.corrections, key));
    CHECK(desk.corrections.empty());
}

TEST_CASE("an event is added from words of the article and found in them again") {
    StoryTeller story("story");
    story.say("In 1995   nobody\nlived in Aghdam.");
    Desk desk(story.done());
    const std::string& text = desk.set().articles[0]->article.text;
    const Article& article = desk.set().articles[0]->article;
    const auto end = static_cast<std::uint32_t>(text.find('.') + 1);
    const auto id = add_event(desk.corrections, article, {0, end}, aghdam, "Aghdam", *EdtfDate::parse("1995"));
    REQUIRE(id);
    CHECK_FALSE(add_event(desk.corrections, article, {0, end}, aghdam, "", *EdtfDate::parse("1995")));
    CHECK_FALSE(add_event(desk.corrections, article, {end, end}, aghdam, "", *EdtfDate::parse("1996")));
    CHECK_FALSE(add_event(desk.corrections, article, {0, 4000}, aghdam, "", *EdtfDate::parse("1996")));
    desk.store.set_corrections(desk.corrections);
    REQUIRE(desk.set().events.size() == 1);
    const Event& event = desk.set().events[0];
    CHECK(event.quote == "In 1995 nobody lived in Aghdam.");
    CHECK(event.user->origin == EventOrigin::added);
    CHECK(desk.set().made == 1);
    CHECK(desk.extracted() == 0);
    StoryTeller anew("story");
    anew.say("Before that, much was told. In 1995 nobody lived in Aghdam. And so on.");
    desk.store.add(anew.done());
    REQUIRE(desk.set().events.size() == 1);
    CHECK(desk.set().events[0].sentence.of(desk.set().articles[0]->article.text) == "In 1995 nobody lived in Aghdam.");
    desk.say("Aghdam", "1995", [](EventCorrection& next) { next.place = ChosenPlace{shusha}; });
    CHECK(desk.told() == "Shusha 1995; ");
    REQUIRE(remove_made_event(desk.corrections, desk.event("Shusha", "1995")));
    CHECK(desk.corrections.empty());
    desk.store.add(two_sentences().done());
    CHECK_FALSE(remove_made_event(desk.corrections, desk.event("Aghdam", "1993")));
}

TEST_CASE("a split event is a twin with corrections of its own") {
    Desk desk;
    desk.say("Aghdam", "1993", [](EventCorrection& next) { next.kind = EventKind::displacement; });
    const std::string twin = split_event(desk.corrections, desk.event("Aghdam", "1993"));
    desk.store.set_corrections(desk.corrections);
    const Event* event = desk.set().find(twin);
    REQUIRE(event != nullptr);
    CHECK(event->kind == EventKind::displacement);
    correct(desk.corrections, *event, [](EventCorrection& next) { next.place = ChosenPlace{shusha}; });
    desk.store.set_corrections(desk.corrections);
    CHECK(desk.told() == "Aghdam 1993; Shusha 1993; Shusha 1994; Aghdam 1994; ");
    const std::string third = split_event(desk.corrections, *desk.set().find(twin));
    CHECK(third != twin);
    CHECK(desk.corrections.splits.size() == 1);
    desk.store.set_corrections(desk.corrections);
    CHECK(desk.set().find(third)->place->name == "Shusha");
    REQUIRE(remove_made_event(desk.corrections, *desk.set().find(twin)));
    desk.store.set_corrections(desk.corrections);
    CHECK(desk.set().find(twin) == nullptr);
    CHECK(desk.set().find(third) != nullptr);
}

TEST_CASE("what writes whole articles gets them corrected, or untouched where nothing concerns them") {
    Desk desk;
    desk.say("Aghdam", "1993", [](EventCorrection& next) { next.verdict = Verdict::rejected; });
    const std::vector<ExtractionPtr> articles{desk.set().articles[0], StoryTeller("other").done()};
    const AppliedCorrections applied = apply_corrections(articles, desk.corrections);
    CHECK(corrected(articles[1], applied) == articles[1]);
    const ExtractionPtr story = corrected(articles[0], applied);
    REQUIRE(story != articles[0]);
    CHECK(story->events.size() == 3);
    CHECK(verdict_of(story->events[0]) == Verdict::rejected);
    CHECK(verdict_of(articles[0]->events[0]) == Verdict::none);
}

TEST_CASE("what was rejected is residue with its note where whole articles are written for others") {
    Desk desk;
    desk.say("Aghdam", "1993", [](EventCorrection& next) {
        next.verdict = Verdict::rejected;
        next.note = "a rumour";
    });
    const std::vector<ExtractionPtr> articles{desk.set().articles[0]};
    const ExtractionPtr story =
        corrected(articles[0], apply_corrections(articles, desk.corrections), RejectedEvents::as_residue);
    CHECK(story->events.size() == 2);
    REQUIRE(story->residue.size() == articles[0]->residue.size() + 1);
    CHECK(story->residue.back().detail == "rejected by the user: a rumour");
    CHECK(story->residue.back().sentence == articles[0]->events[0].sentence);
}

TEST_CASE("the filter asks for verdicts, and for what was rejected only by name") {
    Desk desk;
    desk.say("Aghdam", "1993", [](EventCorrection& next) { next.verdict = Verdict::rejected; });
    desk.say("Shusha", "1994", [](EventCorrection& next) { next.verdict = Verdict::verified; });
    const auto only = [&](const char* condition) {
        desk.store.set_filter(*filter_from(std::vector<std::string>{condition}));
        CHECK(desk.extracted() == 3);
        return desk.told();
    };
    CHECK(only("verdict=verified") == "Shusha 1994 verified; ");
    CHECK(desk.set().rejected.size() == 1);
    CHECK(only("verdict=none") == "Aghdam 1994; ");
    CHECK(only("verdict=rejected,verified") == "Aghdam 1993 rejected; Shusha 1994 verified; ");
    CHECK(desk.set().rejected.empty());
    CHECK(only("words=1993") == "");
    CHECK(desk.set().rejected.size() == 1);
}

namespace {

/// Two papers that tell of one fire, in the same words or nearly; `more` comes before it in the second.
struct TwoPapers {
    EventStore store;
    EventCorrections corrections;

    TwoPapers() { read(""); }
    void read(const std::string& more) {
        const PlacePtr norby = town("Norby", 10, 55);
        const char* words = "A fuel depot burned down in Norby and twelve people were killed.";
        store.add(StoryTeller("north").tell(words, {{norby, "Norby", "1951-05-03"}}).done());
        store.add(StoryTeller("south").say(more).tell(words, {{norby, "Norby", "1951-05-03"}}).done());
        store.add(StoryTeller("west").tell(words, {{norby, "Norby", "1951-05-03"}}).done());
    }
    const Event& of(const std::string& article) const {
        for (const Event& event : store.current()->events)
            if (event.article_id == article) return event;
        FAIL("no event of " << article);
        return store.current()->events.front();
    }
};

}  // namespace

TEST_CASE("a report told apart is an event of its own, also when its article is read anew, until it is joined again") {
    TwoPapers papers;
    REQUIRE(papers.store.current()->told() == 1);
    const std::vector<const Event*> others{&papers.of("north"), &papers.of("west")};
    REQUIRE(tell_reports_apart(papers.corrections, papers.of("south"), others));
    papers.store.set_corrections(papers.corrections);
    CHECK(papers.store.current()->told() == 2);
    CHECK(papers.of("south").user->apart == 2);
    CHECK(papers.of("north").user->apart == 1);
    papers.read("Something was put before it.");
    CHECK(papers.store.current()->told() == 2);
    // Who merges them by hand has changed his mind.
    EventCorrections merged = papers.corrections;
    const std::vector<const Event*> both{&papers.of("north"), &papers.of("south")};
    REQUIRE(merge_events(merged, both));
    CHECK(merged.apart.size() == 1);
    forget_apart(papers.corrections, papers.of("south"));
    CHECK(papers.corrections.empty());
    papers.store.set_corrections(papers.corrections);
    CHECK(papers.store.current()->told() == 1);
}

TEST_CASE("a telling apart whose sentence is gone is listed; of a closed article it rests") {
    TwoPapers papers;
    const std::vector<const Event*> north{&papers.of("north")};
    REQUIRE(tell_reports_apart(papers.corrections, papers.of("south"), north));
    CHECK_FALSE(tell_reports_apart(papers.corrections, papers.of("south"), {}));
    papers.store.set_corrections(papers.corrections);
    papers.store.remove_article("south");
    CHECK(papers.store.current()->lost.empty());
    papers.store.add(StoryTeller("south").say("Nothing of the kind.").done());
    REQUIRE(papers.store.current()->lost.size() == 1);
    CHECK(papers.store.current()->lost[0].what == "being told apart");
}
