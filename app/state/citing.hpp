#pragma once

#include <string>

#include "geo/events/event.hpp"

namespace chronomap {

/// An event as one quotes it: “quote” (as said by …), article, publisher, day of publication, file. Beside the quote
/// only what the article says of itself: no word of the program's own.
std::string citation_of(const Event& event, const Article* article);

}  // namespace chronomap
