#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace chronomap {

/// A number in a sentence and what it counts.
struct Quantity {
    double value = 0;
    std::string bound;  ///< "at least", "more than", "about", …; empty: as it is
    std::string what;   ///< what is counted, so that numbers of two sentences can be compared: "killed", "wounded",
                        ///< "captured", "displaced", "missing", or the counted word without its ending
    std::string
        phrase;  ///< the sentence's own words, from the bound to what is counted: "at least 12 people were killed"
};

/// The numbers of a sentence that count something: "30 dead", "killed at least twelve people", "1,200 refugees".
/// Years, days of months, ordinals and percentages are none. English.
std::vector<Quantity> quantities_in(std::string_view sentence);

}  // namespace chronomap
