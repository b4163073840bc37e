#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "geo/events/event.hpp"

namespace chronomap {

/// A word of a report with what it weighs: what few reports say weighs most.
struct WeighedWord {
    std::uint32_t word = 0;  ///< number of the word, the same in all reports
    float weight = 0;
};

/// The words of many reports, each once and in ascending order of their numbers. Names of the reports' places, their
/// date phrases and words of grammar are left out: places and dates are compared as what they are.
/// Endings are cut ("captured" and "captures" are one word), numbers are words.
class ReportWords {
  public:
    explicit ReportWords(std::span<const Event* const> reports);
    std::span<const WeighedWord> of(std::size_t report) const { return words_[report]; }
    /// Share of the weight of both reports' words that lies on words which both have, [0, 1] (Dice's coefficient).
    double likeness(std::size_t first, std::size_t second) const;

  private:
    std::vector<std::vector<WeighedWord>> words_;
    std::vector<double> weight_;
};

/// A folded word without its English ending: "captured" and "captures" give "captur".
std::string without_ending(std::string_view folded_word);

}  // namespace chronomap
