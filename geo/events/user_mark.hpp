#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geo/events/event.hpp"

namespace chronomap {

/// What the user holds of an event.
enum class Verdict : std::uint8_t { none, verified, disputed, rejected };

/// "none", "verified", "disputed", "rejected".
std::string_view name_of(Verdict verdict);
std::optional<Verdict> verdict_from(std::string_view name);

/// How an event came to be.
enum class EventOrigin : std::uint8_t { read, split_off, added };
/// "read", "split_off", "added".
std::string_view name_of(EventOrigin origin);

/// What the user made of an event, carried by the event itself; an event nobody touched has none. What the program read
/// stands in the members `read_…` wherever the user says otherwise.
struct UserMark {
    std::string key;  ///< under which the corrections know the event; its id may differ once the article is read anew
    EventOrigin origin = EventOrigin::read;
    Verdict verdict = Verdict::none;
    std::string note;
    std::optional<PlacePtr> read_place;
    std::optional<std::string> read_place_surface;
    std::optional<EdtfDate> read_date;
    std::optional<DatedBy> read_dated_by;
    std::optional<EventKind> read_kind;
    std::optional<Modality> read_modality;
    std::optional<std::string> read_attribution;
    std::vector<Event> merged;  ///< told by these sentences too
    std::size_t apart = 0;      ///< reports of the open articles that the user says are of another event

    /// True where something of it is otherwise than the program read it.
    bool corrects() const { return read_place || read_date || read_kind || read_modality || read_attribution; }
};

Verdict verdict_of(const Event& event);
/// That of several events together: disputed when one is; else the one that all have, or none.
Verdict joint_verdict(Verdict a, Verdict b);
/// What the user wrote; empty: nothing.
std::string_view note_of(const Event& event);

}  // namespace chronomap
