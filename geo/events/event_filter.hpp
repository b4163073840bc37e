#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "geo/base/result.hpp"
#include "geo/events/user_mark.hpp"
#include "geo/events/word_search.hpp"

namespace chronomap {

/// One condition of a filter as text: "kind" and {"battle", "attack"}.
struct FilterCondition {
    std::string name;
    std::vector<std::string> values;
    friend bool operator==(const FilterCondition&, const FilterCondition&) = default;
};

/// Which events are looked at. An event passes when it meets every condition; a condition without values is none.
struct EventFilter {
    std::vector<EventKind> kinds;       ///< one of these
    std::vector<Modality> modalities;   ///< told as one of these
    std::vector<std::string> articles;  ///< in one of these, by their ids
    std::vector<std::string> said_by;   ///< attributed to one of these; "" is the article itself
    double least_confidence = 0;        ///< 0 … 1
    std::optional<GeoBox> box;          ///< its place's point lies in it
    std::vector<LonLat> lasso;          ///< or in this area (lies_in_lasso); empty: anywhere
    std::vector<Verdict> verdicts;      ///< the user's verdict is one of these; what is rejected is wanted only by name
    std::string words;                  ///< each of them stands in its quote, place's names or attribution

    /// True when events of that verdict are asked for by name.
    bool wants(Verdict verdict) const;
    bool is_empty() const { return *this == EventFilter{}; }
    friend bool operator==(const EventFilter&, const EventFilter&) = default;
};

bool passes(const EventFilter& filter, const Event& event);

/// The same for many events: what is asked again and again is kept. For one thread, while the events live.
class FilterCheck {
  public:
    explicit FilterCheck(const EventFilter& filter) : filter_(filter), words_(filter.words) {}
    bool passes(const Event& event);

  private:
    const EventFilter& filter_;
    WordSearch words_;
};

/// `filter` with the condition `name` ("kind", "modality", "article", "said-by", "confidence", "bbox", "lasso", "verdict",
/// "words") replaced; no values lift it. Kinds and modalities may be joined by commas; "itself" for said-by is the article. Error: no such condition or value.
Result<EventFilter> with_condition(EventFilter filter, std::string_view name, std::span<const std::string> values);

/// From "NAME=VALUE" texts; those of one name are its values together. Error: as with_condition, or no "=".
Result<EventFilter> filter_from(std::span<const std::string> texts);

/// The conditions that with_condition reads back, in a fixed order.
std::vector<FilterCondition> conditions_of(const EventFilter& filter);

/// For people: "battle or attack · said by Human Rights Watch". Empty for an empty filter.
std::string describe(const EventFilter& filter);

}  // namespace chronomap
