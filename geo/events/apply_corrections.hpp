#pragma once

#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "geo/events/corrections.hpp"
#include "geo/events/shared_events.hpp"

namespace chronomap {

/// A correction whose sentence is no longer in its article: kept and listed, never dropped.
struct LostCorrection {
    std::string key;  ///< the event_id of its anchor
    std::string article_id;
    std::string quote;
    std::string what;  ///< "place, note"
    friend bool operator==(const LostCorrection&, const LostCorrection&) = default;
};

/// What corrections make of articles. Events that none concerns do not appear.
struct AppliedCorrections {
    std::unordered_map<const Event*, Event> changed;  ///< by the event as it was read
    std::unordered_set<const Event*> merged;          ///< told by another event: its mark has them
    std::vector<Event> made;                          ///< added or split off by the user
    std::size_t made_merged = 0;                      ///< of those, told by another event
    ReportDecisions decisions;                        ///< which reports are told apart
    std::vector<LostCorrection> lost;

    bool empty() const { return changed.empty() && merged.empty() && made.empty() && lost.empty(); }
};

/// Finds for each correction the event it is about and applies it. An article that was read anew is met by its
/// sentences' own words; corrections of articles that are not among `articles` rest until they are. The result points
/// into `articles`. O(events of the articles that are concerned).
AppliedCorrections apply_corrections(std::span<const ExtractionPtr> articles, const EventCorrections& corrections);

/// Where what writes whole articles has the events that the user rejected.
enum class RejectedEvents : std::uint8_t {
    as_residue,  ///< sentences that tell no event, with the user's note
    as_events    ///< among the others, with their verdict
};

/// The article with its events as the user corrected them; merged ones are in the mark of the one that tells them. The
/// same pointer where nothing concerns it.
ExtractionPtr corrected(const ExtractionPtr& article, const AppliedCorrections& applied,
                        RejectedEvents rejected = RejectedEvents::as_events);

}  // namespace chronomap
