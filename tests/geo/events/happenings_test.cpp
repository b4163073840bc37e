#include "geo/events/happenings.hpp"

#include <doctest/doctest.h>

#include "geo/events/extractor.hpp"
#include "geo/text/article_reader.hpp"

using namespace chronomap;

namespace {

const Extractor& extractor() {
    static const Extractor loaded = [] {
        auto files = Extractor::default_files();
        auto made = Extractor::load(files);
        REQUIRE_MESSAGE(made.has_value(), (made ? "" : made.error().text()));
        return std::move(*made);
    }();
    return loaded;
}

/// "verb@place" of each row, "~" before those that are no fact, in the order of the text.
std::string rows_of(const std::string& text) {
    auto article = article_from_bytes(text, "test.txt");
    REQUIRE(article);
    const Extraction extraction = extractor().extract(std::move(*article));
    std::string out;
    const auto add = [&](const Event& event) {
        out += (out.empty() ? "" : " ") + std::string(event.modality == Modality::fact ? "" : "~") +
               std::string(event.trigger.of(extraction.article.text)) + "@" +
               std::string(event.place_range.of(extraction.article.text));
    };
    for (const Event& event : extraction.events) add(event);
    for (const Event& event : extraction.asides) add(event);
    return out;
}

}  // namespace

TEST_CASE("each verb of a short report takes the place that its words tie to it") {
    CHECK(rows_of("Police were patrolling central Nairobi.") == "patrolling@Nairobi");
    CHECK(rows_of("In Nairobi, two guards were shot and wounded.") == "shot@Nairobi wounded@Nairobi");
    CHECK(rows_of("Nairobi was shelled.") == "shelled@Nairobi");
}

TEST_CASE("of a place and what holds it an event has the finer one") {
    CHECK(rows_of("A mine exploded in the Kenyan city of Mombasa.") == "exploded@Mombasa");
    CHECK(rows_of("Rebels captured Goma in the Democratic Republic of the Congo.") == "captured@Goma");
}

TEST_CASE("a name that its words call a place gives a row, though no gazetteer has it") {
    CHECK(rows_of("Gunmen attacked the village of Zzyrqan.") == "attacked@Zzyrqan");
    CHECK(rows_of("A mine exploded in the Qwertan district of Baghdad.") == "exploded@Qwertan");
}

TEST_CASE("what is denied, planned or doubted is no fact") {
    CHECK(rows_of("The army did not shell Mombasa.") == "~shell@Mombasa");
    CHECK(rows_of("The rebels plan to attack Mombasa.") == "~attack@Mombasa");
    CHECK(rows_of("They could bomb Mombasa.") == "~bomb@Mombasa");
}

TEST_CASE("what is rejected far before the verb is denied, too; verbs of saying are no events") {
    CHECK(rows_of("Kenya rejected claims that its troops had burned houses in Mombasa.") == "~burned@Mombasa");
    CHECK(rows_of("Witnesses told Reuters that gunmen had killed 12 people in Mombasa.") == "killed@Mombasa");
    CHECK(rows_of("It is unlikely that rebels attacked Mombasa.") == "~attacked@Mombasa");
}

TEST_CASE("a verb takes what a possessive holds, and names listed with the one that it has") {
    CHECK(rows_of("A mine exploded in Nairobi's Zzyrqan district.") == "exploded@Zzyrqan");
    CHECK(rows_of("Gunmen attacked the villages of Zzyrqan, Mmonto and Kklar.") ==
          "attacked@Zzyrqan attacked@Mmonto attacked@Kklar");
    CHECK(rows_of("Thousands marched in Mombasa Wednesday.") == "marched@Mombasa");
}

TEST_CASE("the speaker is named, not who stands in an apposition or a noun") {
    const auto speaker_of = [](const std::string& text) {
        auto article = article_from_bytes(text, "test.txt");
        REQUIRE(article);
        const Extraction extraction = extractor().extract(std::move(*article));
        REQUIRE(!extraction.events.empty());
        return extraction.events.front().attribution;
    };
    CHECK(speaker_of("Amina Odhiambo, a spokeswoman for the ministry, said that Mombasa was shelled on 3 May 1992.") ==
          "Amina Odhiambo");
    CHECK(speaker_of("The Foreign Ministry in Nairobi announced that Mombasa was shelled on 3 May 1992.") ==
          "Foreign Ministry in Nairobi");
    CHECK(speaker_of("Thousands fled Mombasa on 3 May 1992, Kenya's state media wrote.").find("Kenya's") != 0);
}

TEST_CASE("of two verbs of one place that which is told as a fact makes the event") {
    auto article = article_from_bytes("No one was killed when a shell hit Mombasa on 28 October 2020.", "test.txt");
    REQUIRE(article);
    const Extraction extraction = extractor().extract(std::move(*article));
    REQUIRE(extraction.events.size() == 1);
    CHECK(extraction.events[0].modality == Modality::fact);
}

TEST_CASE("a text with a context lists no row without a date") {
    const std::string text =
        "Rebels captured Mombasa. The army was silent. Trade went on. Many people stayed at home. Others left.";
    CHECK(rows_of(text) == "");
}
