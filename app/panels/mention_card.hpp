#pragma once

#include "app/panels/article_marks.hpp"
#include "app/panels/ui.hpp"

namespace chronomap {

/// Whether the card goes with the mouse or stays open, so that there is room for buttons on it.
enum class CardUse : std::uint8_t { hint, pinned };

/// What a phrase of the article was read as, drawn into the current window: of a place the one that was chosen or why
/// none, and the candidates with scores and rules; of a date its EDTF, the rule and how it was told.
void draw_mention_card(Ui& ui, const ArticleMark& mark, const Extraction& extraction, CardUse use);

/// The line below a phrase, in the manner of its kind, from `left` to `right` at `y`.
void draw_underline(const Ui& ui, MarkKind kind, bool certain, float left, float right, float y);

}  // namespace chronomap
