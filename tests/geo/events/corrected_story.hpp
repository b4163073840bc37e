#pragma once

#include <memory>
#include <string>

#include "geo/events/event.hpp"

namespace chronomap::test {

inline PlacePtr town(const std::string& name, double lon, double lat) {
    auto place = std::make_shared<Place>();
    place->id = "test:" + name;
    place->name = name;
    place->location = {lon, lat};
    return place;
}

/// Builds an extraction sentence by sentence, as the program would read it.
class StoryTeller {
  public:
    explicit StoryTeller(const std::string& id) {
        story_->article.id = id;
        story_->article.title = id;
    }

    /// Text that tells nothing.
    StoryTeller& say(const std::string& words) {
        story_->article.text += words + " ";
        return *this;
    }

    /// One sentence that tells of one or more events, of which each is a place of its words and a date.
    struct Told {
        PlacePtr place;
        std::string surface;
        std::string date;
    };
    StoryTeller& tell(const std::string& sentence, const std::vector<Told>& events) {
        std::string& text = story_->article.text;
        const auto begin = static_cast<std::uint32_t>(text.size());
        text += sentence + "\n";
        for (const Told& told : events) {
            Event event;
            event.article_id = story_->article.id;
            event.place = told.place;
            event.place_surface = told.surface;
            event.date = *EdtfDate::parse(told.date);
            event.quote = sentence;
            event.sentence = {begin, static_cast<std::uint32_t>(begin + sentence.size())};
            const auto at = static_cast<std::uint32_t>(begin + sentence.find(told.surface));
            event.place_range = {at, static_cast<std::uint32_t>(at + told.surface.size())};
            event.confidence = 0.8;
            event.id = event.article_id + "-" + told.place->id + "-" + told.date + "-" +
                       std::to_string(std::hash<std::string>{}(sentence));
            story_->events.push_back(event);
            PlaceMention mention;
            mention.range = event.place_range;
            mention.place = told.place;
            mention.candidates = {{told.place, 0.8, "test"}};
            story_->places.push_back(mention);
        }
        return *this;
    }

    ExtractionPtr done() const { return story_; }

  private:
    std::shared_ptr<Extraction> story_ = std::make_shared<Extraction>();
};

}  // namespace chronomap::test
