#pragma once

#include <string>

#include "geo/events/event.hpp"

namespace chronomap {

enum class Explain : std::uint8_t { no, yes };

/// One line of `extract --format jsonl`, without the line feed. Offsets are code points of the article's text.
/// With Explain::yes each place mention lists its candidates with scores and rules. An event that the user marked or
/// corrected has a member "user": verdict, note, and below "extracted" what the program read instead.
std::string json_line(const Extraction& extraction, Explain explain = Explain::no);

/// The events of one extraction as GeoJSON features (one a line, separated by ",\n"), with the properties of the CSV
/// columns; lines and areas with their geometry where it is known. Empty when there are none.
std::string geojson_features(const Extraction& extraction);

/// W3C Web Annotations (https://www.w3.org/TR/annotation-model/), one JSON-LD object a line: each mention and event
/// with a TextPositionSelector and a TextQuoteSelector.
std::string annotation_lines(const Extraction& extraction);

}  // namespace chronomap
