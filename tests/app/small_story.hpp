#pragma once

#include <memory>
#include <string>

#include "app/state/app_state.hpp"

namespace chronomap::test {

/// Three sentences, three towns, three years: "In 1922 …", "In 1993 …", "In 2020 …"; and one sentence without a date.
inline ExtractionPtr small_story(const std::string& id = "story") {
    auto extraction = std::make_shared<Extraction>();
    extraction->article.id = id;
    extraction->article.title = "Three towns";
    const auto tell = [&](int year, const char* town, double lon, double lat) {
        auto place = std::make_shared<Place>();
        place->id = std::string("test:") + town;
        place->name = town;
        place->location = {lon, lat};
        std::string& text = extraction->article.text;
        Event event;
        event.id = id + "-" + std::to_string(year);
        event.article_id = id;
        event.place = place;
        event.place_surface = town;
        event.date = EdtfDate::of_year(year);
        event.sentence.begin = static_cast<std::uint32_t>(text.size());
        event.quote = "In " + std::to_string(year) + " people met in " + town + ".";
        text += event.quote;
        event.sentence.end = static_cast<std::uint32_t>(text.size());
        event.date_range = {event.sentence.begin + 3, event.sentence.begin + 7};
        event.place_range = {event.sentence.end - 1 - static_cast<std::uint32_t>(place->name.size()),
                             event.sentence.end - 1};
        event.confidence = 0.9;
        text += ' ';
        extraction->events.push_back(event);
    };
    tell(1922, "Aghdam", 46.93, 39.99);
    tell(1993, "Lachin", 46.55, 39.64);
    tell(2020, "Khojali", 46.79, 39.91);
    const auto begin = static_cast<std::uint32_t>(extraction->article.text.size());
    extraction->article.text += "Nobody knows when Shusha was quiet.";
    extraction->residue.push_back(
        {ResidueReason::undated, {begin, static_cast<std::uint32_t>(extraction->article.text.size())}, "Shusha"});
    return extraction;
}

/// A state that has read the small story, without animation.
inline AppState state_with_story() {
    AppState state;
    state.animate = false;
    add_extraction(state, small_story());
    return state;
}

}  // namespace chronomap::test
