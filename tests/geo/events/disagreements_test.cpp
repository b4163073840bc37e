#include "geo/events/disagreements.hpp"

#include <doctest/doctest.h>

#include <memory>

#include "geo/events/quantities.hpp"

using namespace chronomap;

namespace {

std::string counted(std::string_view sentence) {
    std::string words;
    for (const Quantity& quantity : quantities_in(sentence)) {
        std::string value = std::to_string(quantity.value);
        words += (quantity.bound.empty() ? "" : quantity.bound + " ") + value.substr(0, value.find('.')) + " " +
                 quantity.what + "|";
    }
    return words;
}

Event report(const char* edtf, const char* place, const char* quote) {
    auto at = std::make_shared<Place>();
    at->id = at->name = place;
    Event event;
    event.place = at;
    event.date = *EdtfDate::parse(edtf);
    event.quote = quote;
    return event;
}

std::vector<Disagreement> between(const Event& a, const Event& b) {
    const Report reports[] = {{&a, a.quote}, {&b, b.quote}};
    return disagreements_of(reports);
}

void mark_trigger(Event& event, std::string_view word) {
    const auto at = static_cast<std::uint32_t>(event.quote.find(word));
    event.trigger = {at, at + static_cast<std::uint32_t>(word.size())};
}

}  // namespace

TEST_CASE("numbers are read with what they count and their bound") {
    CHECK(counted("At least 12 people were killed and 40 injured.") == "at least 12 killed|40 wounded|");
    CHECK(counted("The blast killed twelve people.") == "12 killed|");
    CHECK(counted("There were 30 dead, officials said.") == "30 killed|");
    CHECK(counted("Some 1,200 residents fled.") == "1200 displaced|");
    CHECK(counted("More than two hundred houses and 7 bridges were lost.") == "7 bridg|");
    CHECK(counted("About 7,500 soldiers held 30 tanks.") == "about 7500 soldier|30 tank|");
}

TEST_CASE("dates, shares, ordinals and parts of names are no counts") {
    CHECK(counted("On 3 May 1951, in 1993 and on May 4 the 17th brigade stood there.").empty());
    CHECK(counted("20% of T-72 tanks, 5 percent of 9.5 tons").empty());
}

TEST_CASE("the phrase is that of the sentence") {
    const auto found = quantities_in("The council said that at least 12 people were killed there.");
    REQUIRE(found.size() == 1);
    CHECK(found[0].phrase == "at least 12 people were killed");
}

TEST_CASE("reports that say the same do not disagree") {
    const Event a = report("1951-05-03", "Norby", "At least 12 people were killed in Norby.");
    CHECK(between(a, a).empty());
    const Report one[] = {{&a, a.quote}};
    CHECK(disagreements_of(one).empty());
}

TEST_CASE("numbers that differ are told in each report's words") {
    const Event a = report("1951-05-03", "Norby", "At least 12 people were killed in Norby.");
    const Event b = report("1951-05-03", "Norby", "The fire left 30 dead, and 5 houses burned.");
    const auto found = between(a, b);
    REQUIRE(found.size() == 1);
    CHECK(found[0].kind == DisagreementKind::number);
    CHECK(found[0].said == std::vector<std::string>{"At least 12 people were killed", "30 dead"});
}

TEST_CASE("days that differ are another matter than a date that is less precise") {
    const Event day = report("1951-05-03", "Norby", "It burned.");
    const Event next = report("1951-05-04", "Norby", "It burned.");
    const Event year = report("1951", "Norby", "It burned.");
    REQUIRE(between(day, next).size() == 1);
    CHECK(between(day, next)[0].kind == DisagreementKind::date);
    CHECK(between(day, next)[0].said == std::vector<std::string>{"3 May 1951", "4 May 1951"});
    REQUIRE(between(day, year).size() == 1);
    CHECK(between(day, year)[0].kind == DisagreementKind::precision);
}

TEST_CASE("place, kind, speaker and the word for what happened are compared") {
    Event a = report("1951-05-03", "Norby", "The town was liberated.");
    Event b = report("1951-05-03", "Vale", "The town was captured, the army said.");
    a.kind = EventKind::control_change;
    b.kind = EventKind::battle;
    b.attribution = "the army";
    mark_trigger(a, "liberated");
    mark_trigger(b, "captured");
    std::vector<DisagreementKind> kinds;
    for (const Disagreement& each : between(a, b)) kinds.push_back(each.kind);
    using enum DisagreementKind;
    CHECK(kinds == std::vector<DisagreementKind>{place, kind, wording, speaker});
    CHECK(between(a, b)[2].said == std::vector<std::string>{"liberated", "captured"});
}
