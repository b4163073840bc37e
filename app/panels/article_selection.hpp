#pragma once

#include <cstdint>
#include <optional>

#include "app/panels/ui.hpp"

namespace chronomap {

/// Follows the mouse over the article's text: pressing and moving marks words, and a form then offers to make an event of
/// them. To be called right after the text's own button, each frame. `byte` is what lies under the mouse. True while
/// words are being marked, which is no click.
bool follow_selection(Ui& ui, const Extraction& article, std::optional<std::uint32_t> byte);

/// The words that are marked in that article; empty: none.
TextRange selected_text(const Ui& ui, const Extraction& article);

}  // namespace chronomap
