#include "app/state/reading.hpp"

#include <doctest/doctest.h>

#include "app/commands/command.hpp"
#include "tests/app/two_dispatches.hpp"

using namespace chronomap;

namespace {

std::string run(AppState& state, std::string_view line) {
    static const CommandRegistry commands = all_commands();
    const auto done = commands.run_line(state, line);
    return done ? "" : done.error().text();
}

std::string marked(const AppState& state) {
    return std::string(state.marked.of(article_of(state, state.shown_article)->article.text));
}

std::size_t position_of(const AppState& state, const std::string& article, std::string_view words) {
    return article_of(state, article)->article.text.find(words);
}

}  // namespace

TEST_CASE("words are found in any spelling, the last one when it is only begun") {
    const std::string_view text = "In QARABAĞ, Qarabağ and Karabakh the Qarabagh war";
    CHECK(find_words(text, "qarabag").size() == 3);
    REQUIRE(find_words(text, "qarabag an").size() == 1);
    CHECK(find_words(text, "qarabag an")[0].of(text) == "Qarabağ and");
    CHECK(find_words(text, "war karabakh").empty());
    CHECK(find_words(text, "q").empty());
    CHECK(find_words(text, "").empty());
}

TEST_CASE("finding goes through the article and around its end") {
    AppState state = test::state_with_dispatches();
    run(state, "article.show north");
    CHECK(run(state, "find.set 1951") == "");
    CHECK(marked(state) == "1951");
    CHECK(state.reading.found_at == 0);
    run(state, "find.next");
    CHECK(state.reading.found_at == 1);
    run(state, "find.next");
    CHECK(state.reading.found_at == 0);
    run(state, "find.previous");
    CHECK(state.reading.found_at == 1);
    run(state, "find.set nowhere");
    CHECK(run(state, "find.next").find("does not stand") != std::string::npos);
    run(state, "find.set");
    CHECK(run(state, "find.next") != "");
}

TEST_CASE("a click on a place selects its event, one on a date shows it") {
    AppState state = test::state_with_dispatches();
    const auto at = [&](const char* article, const char* words) {
        return std::string("article.mention ") + article + " " + std::to_string(position_of(state, article, words));
    };
    CHECK(run(state, at("south", "Norby")) == "");
    CHECK(state.selected_event == "south-2");
    CHECK(run(state, at("south", "Norby") + " 2").find("1 events") != std::string::npos);
    CHECK(run(state, at("south", "ferry")) != "");

    auto dated = std::make_shared<Extraction>(*test::north());
    DateMention mention;
    const auto begin = static_cast<std::uint32_t>(dated->article.text.find("9 May 1951"));
    mention.range = {begin, begin + 10};
    mention.date = *EdtfDate::parse("1951-05-09");
    dated->dates.push_back(mention);
    add_extraction(state, dated);
    CHECK(run(state, at("north", "9 May 1951")) == "");
    CHECK(state.time.span == mention.date.span());
    CHECK(marked(state) == "9 May 1951");
}

TEST_CASE("a place without an event is flown to") {
    AppState state = test::state_with_dispatches();
    auto article = std::make_shared<Extraction>(*test::north());
    article->events.clear();
    article->article.id = "quiet";
    add_extraction(state, article);
    state.view.width_px = state.view.height_px = 400;
    state.view.metres_per_px = 1;
    const View before = state.view;
    CHECK(run(state, "article.mention quiet " + std::to_string(position_of(state, "quiet", "Sundby"))) == "");
    CHECK(state.selected_event.empty());
    CHECK(marked(state) == "Sundby");
    CHECK((state.view.centre_x != before.centre_x || state.view.centre_y != before.centre_y));
}

TEST_CASE("articles are gone through in the order in which they were opened") {
    AppState state = test::state_with_dispatches();
    run(state, "article.show north");
    run(state, "article.show next");
    CHECK(state.shown_article == "south");
    run(state, "article.show next");
    CHECK(state.shown_article == "north");
    run(state, "article.show previous");
    CHECK(state.shown_article == "south");
}
