#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "geo/events/event.hpp"

namespace chronomap {

/// Words that are looked for, folded as names are (geo/places/normalise.hpp): each is to begin a word of the text.
/// Text of plain ASCII is compared where it stands, without folding a copy of it.
class WordSearch {
  public:
    explicit WordSearch(std::string_view words);

    /// Letters of all words together.
    std::size_t letters() const;
    /// True when each word begins a word of the text. True for no words.
    bool are_in(std::string_view text) const { return found_in(text) == all(); }
    /// The byte of the first word that begins as one of these; 0 when there is none.
    std::size_t first_in(std::string_view text) const;
    /// True when each word is in the event's quote, its attribution, or a name of its place in any script. Remembers
    /// what places hold: for one thread, while the events live.
    bool are_in(const Event& event);

  private:
    using Bits = std::uint32_t;
    Bits all() const { return keys_.size() >= 32 ? ~Bits{0} : (Bits{1} << keys_.size()) - 1; }
    /// A bit for each word that is there.
    Bits found_in(std::string_view text) const;

    std::vector<std::string> keys_;  ///< of 32 words at most
    std::unordered_map<const Place*, Bits> in_places_;
};

}  // namespace chronomap
