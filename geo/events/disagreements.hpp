#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "geo/events/event.hpp"

namespace chronomap {

/// In what reports of one event differ.
enum class DisagreementKind : std::uint8_t {
    date,       ///< days that do not meet
    precision,  ///< one is dated more precisely
    place,
    kind,     ///< of event
    number,   ///< how many were killed, wounded, …
    wording,  ///< the word for what happened: "liberated" and "captured"
    speaker   ///< who says so
};
std::string_view name_of(DisagreementKind kind);

/// One report with the text of its article, for its words; empty: not at hand.
struct Report {
    const Event* event = nullptr;
    std::string_view text;
};

/// What the reports say of one matter, where they do not say the same.
struct Disagreement {
    DisagreementKind kind = DisagreementKind::date;
    std::vector<std::string> said;  ///< by each report, in its words; empty: nothing
    friend bool operator==(const Disagreement&, const Disagreement&) = default;
};

/// Where the reports of one event differ, in the order of DisagreementKind. Pure.
std::vector<Disagreement> disagreements_of(std::span<const Report> reports);

}  // namespace chronomap
