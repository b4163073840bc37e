#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "render/furniture/furniture_layout.hpp"
#include "render/scene/style.hpp"

namespace chronomap {

/// An event in its source's words.
struct StoryQuote {
    std::string heading;  ///< place and date
    std::string words;    ///< the sentence
    std::string source;   ///< who says so, and where
    Colour colour;        ///< of the event's kind on the map
    friend bool operator==(const StoryQuote&, const StoryQuote&) = default;
};

/// How the addresses of links are told.
enum class AddressForm : std::uint8_t { hidden, printed };

/// What is told beside the map of one step.
struct StoryPage {
    std::string story, title, date;
    std::string text;  ///< Markdown
    std::vector<StoryQuote> quotes;
    std::string number;  ///< "2 / 4"
    std::string notes;   ///< for the one who presents; empty: no line of notes
    AddressForm addresses = AddressForm::hidden;
    friend bool operator==(const StoryPage&, const StoryPage&) = default;
};

/// What a sheet is laid out with. Lengths are device pixels.
struct StoryPaper {
    int width_px = 1920, height_px = 1080;
    float pixel_ratio = 1;
    const Style& style;
    FontSet& fonts;
};

/// Device pixels per nominal pixel on a screen of that size: large type, that the last row can read.
float presentation_ratio(int width_px, int height_px);

/// A screen with the map and what is told beside it: to its right, or below it on an upright screen.
struct StorySheet {
    FurnitureLayout around;
    PixelBox map;
    bool whole = true;  ///< all words had room
};
/// The type is as large as the words let it be. Words that have no room even when it is smallest end in "…".
StorySheet lay_out_story_sheet(const StoryPage& page, const StoryPaper& paper);

/// Where the steps of a handout's page stand: each a map and what is told of it.
struct HandoutSlot {
    PixelBox map, text;
};
/// `steps`: 1 or 2 on a page.
std::vector<HandoutSlot> handout_slots(const StoryPaper& paper, int steps);
/// Puts the page's words into a slot; false when they have no room there in the smallest type that is read well.
bool lay_out_handout_step(const StoryPage& page, const HandoutSlot& slot, const StoryPaper& paper,
                          FurnitureLayout& layout);
/// The lines at the foot of a handout's page.
void lay_out_handout_foot(const std::string& story, const std::string& number, const std::string& sources,
                          const StoryPaper& paper, FurnitureLayout& layout);

}  // namespace chronomap
