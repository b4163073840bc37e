#pragma once

#include <memory>
#include <string>

#include "app/state/app_state.hpp"

namespace chronomap::test {

/// Two articles, "north" and "south", that both tell of a fire in Norby (a day apart, with different numbers), and one
/// thing each that the other is silent of.
class Dispatch {
  public:
    explicit Dispatch(const std::string& id) : extraction_(std::make_shared<Extraction>()) {
        extraction_->article.id = id;
        extraction_->article.title = "The " + id;
    }
    Dispatch& tell(const std::string& town, const std::string& edtf, EventKind kind, const std::string& sentence) {
        auto place = std::make_shared<Place>();
        place->id = "test:" + town;
        place->name = town;
        place->location = town == "Norby" ? LonLat{10, 55} : LonLat{10.5, 55.5};
        std::string& text = extraction_->article.text;
        Event event;
        event.id = extraction_->article.id + "-" + std::to_string(extraction_->events.size() + 1);
        event.article_id = extraction_->article.id;
        event.place = place;
        event.place_surface = town;
        event.date = *EdtfDate::parse(edtf);
        event.kind = kind;
        event.quote = sentence;
        event.confidence = 0.9;
        const auto begin = static_cast<std::uint32_t>(text.size());
        text += sentence;
        event.sentence = {begin, static_cast<std::uint32_t>(text.size())};
        text += ' ';
        const auto at = static_cast<std::uint32_t>(begin + sentence.find(town));
        event.place_range = {at, at + static_cast<std::uint32_t>(town.size())};
        extraction_->places.push_back(
            {event.place_range, PlaceMentionKind::toponym, {{place, 0.9, "name"}}, place, {}, 0.9});
        extraction_->events.push_back(event);
        return *this;
    }
    ExtractionPtr extraction() const { return extraction_; }

  private:
    std::shared_ptr<Extraction> extraction_;
};

inline ExtractionPtr north() {
    return Dispatch("north")
        .tell("Norby", "1951-05-03", EventKind::attack,
              "A fuel depot burned down in Norby on 3 May 1951 and at least 12 people were killed.")
        .tell("Sundby", "1951-05-09", EventKind::visit, "On 9 May 1951 the minister visited Sundby.")
        .extraction();
}

inline ExtractionPtr south() {
    return Dispatch("south")
        .tell("Sundby", "1951-06", EventKind::negotiation, "A ferry line opened in Sundby in June 1951.")
        .tell("Norby", "1951-05-04", EventKind::attack,
              "A fuel depot burned down on 4 May 1951; Norby counted 30 dead.")
        .extraction();
}

/// A state that has read both, without animation.
inline AppState state_with_dispatches() {
    AppState state;
    state.animate = false;
    add_extraction(state, north());
    add_extraction(state, south());
    return state;
}

}  // namespace chronomap::test
