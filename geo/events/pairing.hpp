#pragma once

#include <optional>
#include <vector>

#include "geo/events/sentence_reading.hpp"

namespace chronomap {

/// What earlier sentences left behind: the last date and the last place that an event may carry on with.
struct NarrativeState {
    struct CarriedDate {
        EdtfDate date;
        TextRange range;  ///< the words that told it
        std::uint32_t paragraph = 0;
        int sentences_ago = 0;
    };
    struct CarriedPlace {
        const PlaceMention* mention = nullptr;
        std::uint32_t paragraph = 0;
        int sentences_ago = 0;
    };
    std::optional<CarriedDate> date;
    std::optional<CarriedPlace> place;
    std::optional<Day> published;
    TextRange published_range;
    bool has_dateline = false;  ///< the article reports from somewhere on some day
};

/// A place and a date of one event.
struct Pair {
    const PlaceMention* place = nullptr;
    bool place_inferred = false;  ///< carried on from an earlier sentence
    EdtfDate date;
    DatedBy dated_by = DatedBy::explicit_date;
    TextRange date_range;
    double date_confidence = 1;
};

/// The pairs that a sentence tells, or why it tells none.
struct Pairing {
    std::vector<Pair> pairs;
    ResidueReason reason = ResidueReason::not_an_event;
    const char* detail = "";
};

Pairing pair_sentence(const SentenceReading& sentence, const NarrativeState& state);

/// Takes over what the sentence leaves for the next ones.
void carry_on(const SentenceReading& sentence, const Pairing& pairing, NarrativeState& state);

}  // namespace chronomap
