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

TEST_CASE("a text with a context lists no row without a date") {
    const std::string text =
        "Rebels captured Mombasa. The army was silent. Trade went on. Many people stayed at home. Others left.";
    CHECK(rows_of(text) == "");
}
