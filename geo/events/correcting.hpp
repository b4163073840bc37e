#pragma once

#include <functional>
#include <span>
#include <string>

#include "geo/base/result.hpp"
#include "geo/events/corrections.hpp"

namespace chronomap {

/// The id by which corrections know an event.
const std::string& key_of(const Event& event);
/// Where the event stands and what the program read of it.
EventAnchor anchor_of(const Event& event);

/// Changes what the user says of one event; a correction that says nothing any more is gone. A value that is what the
/// program read is not kept as a correction.
void correct(EventCorrections& corrections, const Event& event, const std::function<void(EventCorrection&)>& change);

/// Error: fewer than two events, or the same twice.
Result<void> merge_events(EventCorrections& corrections, std::span<const Event* const> kept_first);
/// Error: the event tells no other.
Result<void> tell_apart(EventCorrections& corrections, const Event& event);

/// Says that a report is not of the event of `others`, with which the program may hold it to be one.
/// Error: no others.
Result<void> tell_reports_apart(EventCorrections& corrections, const Event& report,
                                std::span<const Event* const> others);
/// Leaves it to the program again of which event a report is.
void forget_apart(EventCorrections& corrections, const Event& report);

/// A twin of the event, to be dated or placed otherwise. Returns the twin's id.
std::string split_event(EventCorrections& corrections, const Event& event);

/// An event told by a stretch of an article. `date` and `place` are the user's; `surface` is the place as the stretch
/// writes it, or empty. Returns its id. Error: the stretch is empty or outside; the very same event was added before.
Result<std::string> add_event(EventCorrections& corrections, const Article& article, TextRange range,
                              const PlacePtr& place, const std::string& surface, const EdtfDate& date);

/// What was read in a stretch of an article: its first place, as it is written, and its first date.
struct StretchReading {
    PlacePtr place;  ///< null: none
    std::string surface;
    EdtfDate date;  ///< empty: none
};
StretchReading read_stretch(const Extraction& article, const TextRange& range);

/// Takes an event away that the user added or split off, and all that was said of it. Error: the program read it.
Result<void> remove_made_event(EventCorrections& corrections, const Event& event);

/// Takes away all that is said under that key, found or lost. False when nothing is.
bool drop_corrections(EventCorrections& corrections, const std::string& key);

/// A point that the user set on the map. Without a name it goes by its coordinates.
PlacePtr place_on_map(LonLat at, const std::string& name);

}  // namespace chronomap
