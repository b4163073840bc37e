#pragma once

#include <string>
#include <vector>

#include "render/scene/style.hpp"
#include "render/scene/view.hpp"
#include "render/text/text_item.hpp"

namespace chronomap {

/// An event as a list of sources tells it.
struct SentenceEntry {
    std::string place, date;
    std::string quote;                   ///< the sentence; may be empty
    std::string article;                 ///< its title; may be empty
    std::vector<std::size_t> map_pages;  ///< where it is drawn
};

/// One page of the list.
struct SentencePage {
    struct Text {
        TextItem item;
        std::size_t page = 0;  ///< where it leads; 0: nowhere
    };
    std::vector<Text> texts;  ///< in reading order
    /// Where entries begin, to be linked to. Device pixels.
    struct Target {
        std::size_t entry = 0;
        float x = 0, y = 0;
    };
    std::vector<Target> targets;
};

/// Sets the entries in columns on pages of the view's size, in their order. An entry stays in one column; a sentence
/// longer than a column ends in "…".
std::vector<SentencePage> lay_out_sentences(const std::vector<SentenceEntry>& entries, const std::string& heading,
                                            const View& view, const Style& style, FontSet& fonts);

}  // namespace chronomap
