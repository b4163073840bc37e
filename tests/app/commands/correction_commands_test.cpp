#include <doctest/doctest.h>

#include <random>

#include "app/commands/command.hpp"
#include "app/state/editing.hpp"
#include "geo/io/corrections_json.hpp"
#include "tests/app/small_story.hpp"

using namespace chronomap;

namespace {

/// A state driven by command lines.
struct Desk {
    CommandRegistry registry = all_commands();
    AppState state = test::state_with_story();

    /// The error's text; empty when all went well.
    std::string run(const std::string& line) {
        const auto done = registry.run_line(state, line);
        return done ? std::string() : done.error().text();
    }
    const Event& event(const std::string& id) const {
        const Event* found = state.store.current()->find(id);
        REQUIRE(found != nullptr);
        return *found;
    }
};

/// All that edits make, as text: two states of it are the same when the texts are.
std::string fingerprint(const AppState& state) {
    const Edits& edits = state.history.current();
    std::string text = corrections_to_json(edits.corrections);
    if (edits.stops)
        for (const OwnStop& stop : *edits.stops) text += iso_date(stop.span.begin) + stop.name + stop.note + "\n";
    const auto add = [&](const Event& event) {
        text += event.id + " " + event.place->id + " " + event.place_surface + " " + event.date.text() + " " +
                event.attribution + " " + std::string(name_of(event.kind)) + " " +
                std::string(name_of(event.modality)) + " " +
                std::string(name_of(verdict_of(event))) + " " + std::string(note_of(event));
        if (event.user)
            for (const Event& other : event.user->merged) text += " also " + other.id;
        text += "\n";
    };
    const EventSetPtr set = state.store.current();
    for (const Event& event : set->events) add(event);
    text += "rejected\n";
    for (const Event& event : set->rejected) add(event);
    return text + std::to_string(set->total()) + " " + std::to_string(set->merged) + " " + std::to_string(set->made);
}

/// A random command out of all that edit, about events there are and some there are not.
class RandomEdits {
  public:
    explicit RandomEdits(unsigned seed) : random_(seed) {}

    std::string next(const AppState& state) {
        const std::string id = " " + any_event(state);
        switch (upto(19)) {
            case 0:
                return "event.place" + id + " " + std::to_string(upto(90)) + " " + std::to_string(upto(80)) + " P" +
                       std::to_string(upto(3));
            case 1:
                return "event.place" + id + " test:" + pick({"Aghdam", "Lachin", "Khojali", "Nowhere"});
            case 2:
                return "event.date" + id + " " + pick({"1922", "1993", "Nov 2020", "1988-1994", "never"});
            case 3:
                return "event.kind" + id + " " + pick({"battle", "visit", "other", "party"});
            case 4:
                return "event.said-by" + id + " " + pick({"itself", "a witness", "Human Rights Watch"});
            case 5:
                return "event.verdict" + id + " " + pick({"verified", "disputed", "rejected", "none"});
            case 6:
                return "event.note" + id + " " + pick({"", "see there", "so they say"});
            case 7:
            case 8:
                return "event.merge" + id + " " + any_event(state);
            case 9:
                return "event.tell-apart" + id;
            case 10:
                return "event.split" + id;
            case 11:
                return "event.remove" + id;
            case 12:
                return "event.add story 0 " + std::to_string(30 + upto(60)) + " when " +
                       std::to_string(1990 + upto(9)) + " at 46.5 39.5 There";
            case 13:
                return "event.as-read" + id + " " + pick({"place", "date", "modality", "all"});
            case 14:
                return "event.modality" + id + " " + pick({"fact", "planned", "possible", "denied", "sung"});
            case 15:
                return "table.pick toggle" + id;
            case 16:
                return pick({"event.verdict picked disputed", "event.merge picked", "event.note picked both"});
            case 17:
                return "mention.place story " + std::to_string(upto(100)) + " 46 40 Here";
            default:
                return pick({"stop.remove 1", "stop.name 1 First", "stop.find", "stop.note 1 so", "stop.add"});
        }
    }

    int upto(int count) { return std::uniform_int_distribution<int>(0, count - 1)(random_); }

  private:
    std::string pick(const std::vector<std::string>& from) {
        return from[static_cast<std::size_t>(upto(static_cast<int>(from.size())))];
    }
    std::string any_event(const AppState& state) {
        const EventSetPtr set = state.store.current();
        std::vector<std::string> ids{"nobody"};
        for (const Event& event : set->events) ids.push_back(event.id);
        for (const Event& event : set->rejected) ids.push_back(event.id);
        return pick(ids);
    }

    std::mt19937 random_;
};

}  // namespace

TEST_CASE("any sequence of edits can be undone to what was before each, and redone to what was after") {
    std::size_t made = 0;
    for (unsigned seed = 1; seed <= 60; ++seed) {
        Desk desk;
        RandomEdits edits(seed);
        std::vector<std::string> before{fingerprint(desk.state)};
        while (before.size() < 40) {
            const EditsPtr was = desk.state.history.current_ptr();
            const std::string line = edits.next(desk.state);
            const std::string error = desk.run(line);
            INFO(seed << ": " << line << " " << error);
            const bool recorded = desk.state.history.current_ptr() != was;
            if (!error.empty()) REQUIRE_FALSE(recorded);
            if (!recorded) REQUIRE(fingerprint(desk.state) == before.back());
            if (recorded) before.push_back(fingerprint(desk.state));
            // All that was extracted is somewhere.
            const EventSet& set = *desk.state.store.current();
            REQUIRE(set.total() - set.made == 3);
            REQUIRE(set.lost.empty());
        }
        // Back and forth at random, and in the end all the way back and all the way forth.
        std::size_t at = before.size() - 1;
        for (int turn = 0; turn < 30; ++turn) {
            const bool back = edits.upto(2) == 0;
            const bool moved = back ? undo(desk.state) : redo(desk.state);
            REQUIRE(moved == (back ? at > 0 : at + 1 < before.size()));
            if (moved) at += back ? -1 : 1;
            REQUIRE(fingerprint(desk.state) == before[at]);
        }
        while (undo(desk.state)) REQUIRE(fingerprint(desk.state) == before[--at]);
        CHECK(at == 0);
        CHECK(desk.state.history.current() == Edits{});
        while (redo(desk.state)) REQUIRE(fingerprint(desk.state) == before[++at]);
        CHECK(at == before.size() - 1);
        made += at;
        // And what was made can be written and read.
        const EventCorrections& all = desk.state.history.current().corrections;
        const auto read = corrections_from_json(corrections_to_json(all));
        REQUIRE(read);
        CHECK(*read == all);
    }
    CHECK(made == 60 * 39);
}

TEST_CASE("an event is placed, dated and told otherwise by commands, each undoable, with errors in words") {
    Desk desk;
    CHECK(desk.run("event.place story-1922 test:Lachin") == "");
    CHECK(desk.event("story-1922").place->name == "Lachin");
    CHECK(desk.state.history.undoable() == "place an event");
    CHECK(desk.run("event.place story-1922 46.5 39.5 The old bridge") == "");
    CHECK(desk.event("story-1922").place->name == "The old bridge");
    CHECK(desk.run("event.place story-1922 46.5 39.5") == "");
    CHECK(desk.event("story-1922").place->name == "Aghdam");
    CHECK(desk.run("event.place story-1922 46.5").find("latitude") != std::string::npos);
    CHECK(desk.run("event.place story-1922 246.5 39.5").find("-180 and 180") != std::string::npos);
    CHECK(desk.run("event.place story-1922 nowhere").find("no place \"nowhere\"") != std::string::npos);
    CHECK(desk.run("event.place nobody 46 39").find("no event \"nobody\"") != std::string::npos);
    CHECK(desk.run("event.place selected 46 39").find("select an event first") != std::string::npos);
    CHECK(desk.run("event.select story-1922") == "");
    CHECK(desk.run("event.date selected Nov 1923") == "");
    CHECK(desk.event("story-1922").date.text() == "1923-11");
    CHECK(desk.run("event.date selected once") != "");
    CHECK(desk.run("event.kind selected battle") == "");
    CHECK(desk.run("event.kind selected party").find("the kinds are other, battle") != std::string::npos);
    CHECK(desk.run("event.modality selected denied") == "");
    CHECK(desk.event("story-1922").modality == Modality::denied);
    CHECK(desk.event("story-1922").user->read_modality == Modality::fact);
    CHECK(desk.run("event.modality selected sung").find("fact, planned, possible or denied") != std::string::npos);
    CHECK(desk.run("edit.undo") == "");
    CHECK(desk.event("story-1922").modality == Modality::fact);
    CHECK(desk.run("edit.redo") == "");
    CHECK(desk.run("event.modality selected fact") == "");  // what was read: no correction any more
    CHECK_FALSE(desk.event("story-1922").user->read_modality);
    CHECK(desk.run("event.modality selected possible") == "");
    CHECK(desk.run("event.as-read selected modality") == "");
    CHECK(desk.event("story-1922").modality == Modality::fact);
    CHECK(desk.run("event.said-by selected Human Rights Watch") == "");
    CHECK(desk.event("story-1922").attribution == "Human Rights Watch");
    CHECK(desk.run("event.said-by selected itself") == "");
    CHECK(desk.event("story-1922").attribution.empty());
    CHECK(desk.run("event.note selected ask again") == "");
    CHECK(note_of(desk.event("story-1922")) == "ask again");
    CHECK(desk.run("event.as-read selected date") == "");
    CHECK(desk.event("story-1922").date.text() == "1922");
    CHECK(desk.run("event.as-read selected") == "");
    CHECK(desk.event("story-1922").place->name == "Aghdam");
    CHECK(note_of(desk.event("story-1922")) == "ask again");
    CHECK(desk.run("correction.drop story-1922") == "");
    CHECK(desk.state.history.current() == Edits{});
    CHECK(desk.run("correction.drop story-1922") != "");
}

TEST_CASE("a rejected event leaves the map, is counted, and can be selected and taken back") {
    Desk desk;
    CHECK(desk.run("time.set all") == "");
    CHECK(desk.run("event.verdict story-1993 rejected") == "");
    CHECK(count_line(desk.state) == "2 of 3 shown, 1 rejected, 1 undated, 0 unplaced");
    CHECK(desk.run("event.select story-1993") == "");
    REQUIRE(selected_event(desk.state) != nullptr);
    CHECK(desk.run("event.verdict selected sure").find("verified, disputed, rejected or none") != std::string::npos);
    CHECK(desk.run("event.verdict selected none") == "");
    CHECK(count_line(desk.state) == "3 of 3 shown, 1 undated, 0 unplaced");
}

TEST_CASE("events are merged, told apart, split, added and removed by commands") {
    Desk desk;
    CHECK(desk.run("time.set all") == "");
    CHECK(desk.run("event.merge story-1922 story-1993 story-2020") == "");
    CHECK(count_line(desk.state) == "1 of 3 shown, 2 merged, 1 undated, 0 unplaced");
    CHECK(desk.run("event.tell-apart story-1922") == "");
    CHECK(desk.run("event.tell-apart story-1922") != "");
    CHECK(desk.run("event.merge story-1922 story-1922").find("with itself") != std::string::npos);
    CHECK(desk.run("event.split story-1922") == "");
    const std::string twin = desk.state.selected_event;
    CHECK(twin != "story-1922");
    CHECK(desk.run("event.remove story-1922").find("rejected, not removed") != std::string::npos);
    CHECK(desk.run("event.remove selected") == "");
    CHECK(desk.state.selected_event.empty());
    const auto& text = article_of(desk.state, "story")->article.text;
    const std::string range = std::to_string(text.find("Nobody")) + " " + std::to_string(text.size());
    CHECK(desk.run("event.add story " + range).find("no date") != std::string::npos);
    CHECK(desk.run("event.add story " + range + " when 1994").find("no place") != std::string::npos);
    CHECK(desk.run("event.add story " + range + " 1994").find("\"when DATE\"") != std::string::npos);
    CHECK(desk.run("event.add story " + range + " when 1994 at 46.75 39.76 Shusha") == "");
    REQUIRE(selected_event(desk.state) != nullptr);
    CHECK(selected_event(desk.state)->quote == "Nobody knows when Shusha was quiet.");
    CHECK(desk.run("event.add nobody 0 5 when 1994 at 46 39") != "");
    CHECK(desk.run("event.add story 0 50000 when 1994 at 46 39") != "");
}

TEST_CASE("a mention is placed with all the events that rest on it") {
    Desk desk;
    CHECK(desk.run("event.split story-1993") == "");
    const TextRange range = desk.event("story-1993").place_range;
    CHECK(desk.run("mention.place story " + std::to_string(range.begin + 1) + " test:Khojali") == "");
    std::size_t there = 0;
    for (const Event& event : desk.state.store.current()->events) there += event.place->name == "Khojali";
    CHECK(there == 3);
    CHECK(desk.run("edit.undo") == "");
    CHECK(desk.event("story-1993").place->name == "Lachin");
    CHECK(desk.run("mention.place story 0 test:Khojali") != "");
}

TEST_CASE("an article read anew without a corrected sentence says that the correction is kept") {
    Desk desk;
    CHECK(desk.run("event.note story-1993 ask again") == "");
    CHECK(desk.run("event.note story-2020 and there") == "");
    auto changed = std::make_shared<Extraction>(*test::small_story());
    std::erase_if(changed->events, [](const Event& event) { return event.id == "story-1993"; });
    add_extraction(desk.state, changed);
    REQUIRE_FALSE(desk.state.messages.empty());
    CHECK(desk.state.messages.back().text.starts_with("A correction finds its sentence no more"));
    CHECK(desk.state.store.current()->lost.size() == 1);
    CHECK(desk.run("correction.drop story-1993") == "");
    CHECK(desk.state.store.current()->lost.empty());
    CHECK(note_of(desk.event("story-2020")) == "and there");
}
