#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "geo/events/event.hpp"

namespace chronomap {

/// What a user said of reports, by the events' ids: which tell of one event, which two do not. It outweighs what is
/// found.
struct ReportDecisions {
    std::vector<std::vector<std::string>> same;
    std::vector<std::pair<std::string, std::string>> apart;
    friend bool operator==(const ReportDecisions&, const ReportDecisions&) = default;
};

/// How alike two reports of different articles are. They are held to be of one event when their words are as alike as
/// their places, dates and kinds require: the looser these fit, the more of the wording has to be the same.
struct Likeness {
    double wording = 0;  ///< [0, 1]: the share of their words that both have, rare words weighing more than common ones
    double needed = 2;   ///< the least `wording`; over 1: place, date or kind rule it out
    std::string reason;  ///< "same place, days that differ by one, same kind; 46 % of the wording (30 % needed)"

    bool same_event() const { return wording >= needed; }
};

/// Reports of one event.
struct SharedEvent {
    std::vector<std::uint32_t> reports;  ///< indices of what was given; the first leads: the most precise date, then
                                         ///< the most trusted one, then the order given
    std::vector<std::string> reasons;  ///< of each report after the first: why it was joined to the others
};

/// Finds the reports that several articles give of one event. Never two sentences of one article, unless `decisions`
/// say so; a report is in one event at most. Compares only reports of one place (or of a place and one that it lies
/// in) that share a word which is not common there, so that many reports of one place cost no more than their number.
/// Conservative: two reports that may be of two events stay apart. In the order of the leading reports. Pure.
std::vector<SharedEvent> find_shared_events(std::span<const Event* const> reports,
                                            const ReportDecisions& decisions = {});

}  // namespace chronomap
