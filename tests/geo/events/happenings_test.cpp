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

TEST_CASE("a finer place is taken rather than the province that opens the sentence") {
    CHECK(rows_of("In the Aleppo Governorate, the army shelled the village of Zzyrqan.") == "shelled@Zzyrqan");
    CHECK(rows_of("Soldiers drove through the front-line Sarajevo neighborhood of Zzyrqan, which was shelled.") ==
          "drove@Zzyrqan shelled@Zzyrqan");
}

TEST_CASE("what a protest is about, who reports and where somebody is from is not where it happened") {
    CHECK(rows_of("Workers protested against a plan for Iraq at a park in Nairobi.") == "protested@Nairobi");
    CHECK(rows_of("According to a doctor in Basra, gunmen attacked the village of Zzyrqan.") == "attacked@Zzyrqan");
    CHECK(rows_of("The United States and Britain have patrolled the skies over Iraq.") == "patrolled@Iraq");
    CHECK(rows_of("Joseph Banda of Malawi was shot in Mombasa.") == "shot@Mombasa");
}

TEST_CASE("a title that is captured, a film that is shot and a skill that is demonstrated are no events") {
    CHECK(rows_of("She captured her third title in Mombasa.").empty());
    CHECK(rows_of("The film was shot in Mombasa.").empty());
    CHECK(rows_of("Prices shot up by three percent in Kenya.").empty());
    CHECK(rows_of("He demonstrated the machine to reporters in Mombasa.").empty());
    CHECK(rows_of("Teachers demonstrated in Mombasa.") == "demonstrated@Mombasa");
}

TEST_CASE("a place that only describes is taken where no other is named, but not a state") {
    CHECK(rows_of("Several men were arrested after the Mombasa shootout.") == "arrested@Mombasa");
    CHECK(rows_of("Several men were arrested after the Kenya shootout.").empty());
}

TEST_CASE(
    "names of sites, and what is attacked, approached or listed with a place, are read though no gazetteer has them") {
    CHECK(rows_of("A mine exploded at the Zzyrqan Refugee Camp.") == "exploded@Zzyrqan Refugee Camp");
    CHECK(rows_of("A mine exploded at the Al-Zara Power Plant.") == "exploded@Al-Zara Power Plant");
    CHECK(rows_of("A mine exploded near the Zzyrqan hospital.") == "exploded@Zzyrqan");
    CHECK(rows_of("Rebels captured Jabal Zzyrqan from the army.") == "captured@Jabal Zzyrqan");
    CHECK(rows_of("Rebels captured Zzyrqan on Monday.").empty());  // may be a person
    CHECK(rows_of("The army launched an assault on Zzyrqan.") == "launched@Zzyrqan assault@Zzyrqan");
    CHECK(rows_of("Mines exploded in Mombasa, Zzyrqan and Nairobi.") ==
          "exploded@Mombasa exploded@Zzyrqan exploded@Nairobi");
}

TEST_CASE("the generic word and the article that begin a name belong to it") {
    CHECK(rows_of("A rocket hit the village of Tal Mombasa.") == "hit@Tal Mombasa");
    CHECK(rows_of("The army shelled the town of Khan Touman.") == "shelled@Khan Touman");
    CHECK(rows_of("A mine exploded in Al-Salamiyah.") == "exploded@Al-Salamiyah");
    CHECK(rows_of("A mine exploded at Deir Golden Gate Bridge.") == "exploded@Deir Golden Gate Bridge");
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
