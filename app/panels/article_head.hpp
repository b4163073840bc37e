#pragma once

#include "app/panels/ui.hpp"

namespace chronomap {

/// Above the page: the choice between articles where several are open, title, publisher and day, the field for finding
/// words, and the legend.
void draw_article_head(Ui& ui, const Extraction& extraction);

}  // namespace chronomap
