#include "app/panels/article_page.hpp"

#include <doctest/doctest.h>

#include "tests/app/two_dispatches.hpp"

using namespace chronomap;

TEST_CASE("a long text is cut into parts at ends of paragraphs, with no byte left out") {
    std::string text;
    for (int i = 0; i < 40; ++i) text += std::string(50, 'a') + "\n\n";
    const auto parts = parts_of(text, 10, 500);
    CHECK(parts.front() == 10);
    CHECK(parts.back() == text.size());
    REQUIRE(parts.size() > 3);
    for (std::size_t i = 1; i + 1 < parts.size(); ++i) {
        CHECK(parts[i] > parts[i - 1]);
        CHECK(parts[i] - parts[i - 1] <= 500);
        CHECK(text.substr(parts[i] - 2, 2) == "\n\n");
    }
    CHECK(parts_of("short", 0, 500) == std::vector<std::uint32_t>{0, 5});
    CHECK(parts_of("", 0, 500) == std::vector<std::uint32_t>{0, 0});
}

TEST_CASE("a text without blanks is cut between characters") {
    std::string text;
    for (int i = 0; i < 1000; ++i) text += "ə";
    for (const std::uint32_t part : parts_of(text, 0, 333)) CHECK(part % 2 == 0);
}

TEST_CASE("marks tell places, dates, what happened and who says so, in the order of the text") {
    auto article = std::make_shared<Extraction>(*test::south());
    const std::string& text = article->article.text;
    const auto range_of = [&](std::string_view words) {
        const auto at = static_cast<std::uint32_t>(text.find(words));
        return TextRange{at, at + static_cast<std::uint32_t>(words.size())};
    };
    const auto date_of = [&](std::string_view words, DatedBy how, const char* edtf) {
        DateMention mention;
        mention.range = range_of(words);
        mention.dated_by = how;
        if (*edtf != 0) mention.date = *EdtfDate::parse(edtf);
        mention.confidence = 0.9;
        article->dates.push_back(mention);
    };
    date_of("June 1951", DatedBy::explicit_date, "1951-06");
    date_of("4 May 1951", DatedBy::relative, "1951-05-04");
    article->places[0].place = nullptr;
    article->places.push_back({range_of("fuel"), PlaceMentionKind::demonym, {}, nullptr, {}, 0.9});
    article->events[1].trigger = range_of("burned down");
    std::vector<MarkKind> kinds;
    for (const ArticleMark& mark : marks_of(*article)) kinds.push_back(mark.kind);
    using enum MarkKind;
    CHECK(kinds == std::vector<MarkKind>{unplaced, date, trigger, relative_date, place});

    ArticlePage page;
    page.open(article);
    const ArticleMark* mark = page.mark_at(range_of("Norby").begin + 1);
    REQUIRE(mark != nullptr);
    CHECK(mark->range == range_of("Norby"));
    CHECK(page.mark_at(range_of("ferry").begin) == nullptr);
}
