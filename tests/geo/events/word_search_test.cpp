#include "geo/events/word_search.hpp"

#include <doctest/doctest.h>

#include <random>

#include "geo/places/normalise.hpp"

using namespace chronomap;

TEST_CASE("words are found at the begin of words, in any case and script") {
    CHECK(WordSearch("agh").are_in("Near AGHDAM, on the road"));
    CHECK(WordSearch("road near").are_in("Near AGHDAM, on the road"));
    CHECK_FALSE(WordSearch("ghdam").are_in("Near AGHDAM, on the road"));
    CHECK_FALSE(WordSearch("road village").are_in("Near AGHDAM, on the road"));
    CHECK(WordSearch("agdam").are_in("Ağdam düşdü"));
    CHECK(WordSearch("Ağdam").are_in("the road to Agdam"));
    CHECK(WordSearch("степан").are_in("Степанакерт"));
    CHECK(WordSearch("d ivoire").are_in("Côte d'Ivoire"));
    CHECK(WordSearch("").are_in("anything"));
    CHECK(WordSearch("two words").letters() == 8);
    CHECK(WordSearch("agdam").first_in("düşdü: Ağdam") == 10);
}

TEST_CASE("plain text is searched as folded text would be") {
    std::mt19937 dice(7);
    const std::string signs = "aAbBcC12 .,'-_\n";
    const auto made = [&](std::size_t most) {
        std::string text;
        for (std::size_t length = dice() % most; text.size() < length;) text += signs[dice() % signs.size()];
        return text;
    };
    for (int round = 0; round < 3000; ++round) {
        const std::string text = made(24), words = made(6);
        bool expected = true;
        const std::string key = " " + name_key(text);
        for (const NameWord& word : split_words(words)) expected = expected && key.find(" " + word.key) != key.npos;
        CHECK_MESSAGE(WordSearch(words).are_in(text) == expected, (words + " | " + text));
    }
}

TEST_CASE("an event has words in its quote, its speaker and its place's names together") {
    auto place = std::make_shared<Place>();
    place->name = "Khankendi";
    place->names = {{"Степанакерт", "ru"}};
    Event event;
    event.quote = "Shells fell on the town.";
    event.attribution = "An agency";
    event.place = place;
    CHECK(WordSearch("shells agency khank").are_in(event));
    CHECK(WordSearch("town степ").are_in(event));
    CHECK_FALSE(WordSearch("village").are_in(event));
    WordSearch twice("khank");
    CHECK(twice.are_in(event));
    CHECK(twice.are_in(event));
    event.place = nullptr;
    CHECK_FALSE(WordSearch("khank").are_in(event));
}
