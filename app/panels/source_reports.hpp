#pragma once

#include <string>

#include "app/panels/ui.hpp"
#include "geo/events/disagreements.hpp"

namespace chronomap {

/// What other articles tell of the event: each with its own words, its date and where it differs, and why it is held to
/// be the same. Draws nothing for an event that one article tells.
void draw_other_reports(Ui& ui, const Event& event);

/// The words that a disagreement goes by: "Dates differ", "Less precise".
std::string words_of(DisagreementKind kind);

}  // namespace chronomap
