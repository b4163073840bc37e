#pragma once

#include <string>
#include <vector>

#include "render/scene/event_marks.hpp"
#include "render/scene/scene.hpp"
#include "render/scene/style.hpp"
#include "render/scene/view.hpp"

namespace chronomap {

/// What stands before the words of a legend row.
enum class LegendKey : std::uint8_t {
    symbol,
    pale_symbol,
    hollow_symbol,   ///< of events that are not told as facts
    faded_symbol,    ///< of an event that is long past
    counted_symbol,  ///< several events in one symbol
    verdict,         ///< a symbol with the sign of the user's verdict
    vague_area,      ///< an area of which no outline is known
    area,
    line,
    disputed_line,
    layer_area,
    layer_claim,
    layer_line,
    height,
    none
};

struct LegendRow {
    EventKind kind = EventKind::other;
    LegendKey key = LegendKey::symbol;
    std::string words;
    std::string count;  ///< empty for rows that explain a style
    std::size_t events = 0;
    Colour colour{};                 ///< of keys of layers and heights
    std::vector<KindShare> kinds{};  ///< of a counted symbol
    Verdict verdict = Verdict::none;
};

/// The kinds of events shown with their numbers, "Other" last; then the styles that are seen on this map.
std::vector<LegendRow> legend_rows(const Scene& scene, const View& view, const Style& style, const EventMarks& marks);

/// At most `most` rows: explanations go first, from the last; then the last kinds, told as "3 more kinds" with the sum
/// of their events, so that the numbers still add up. Empty when `most` is 0.
std::vector<LegendRow> shortened(std::vector<LegendRow> rows, std::size_t most);

/// For people: "control-change" is "Change of control".
std::string_view words_of(EventKind kind);

}  // namespace chronomap
