#pragma once

#include <optional>
#include <string>
#include <vector>

#include "geo/base/shared_value.hpp"
#include "geo/events/user_mark.hpp"

namespace chronomap {

/// Where in an article an event stands, by what is still true when the article is read anew: the sentence's own words
/// first, the event's id only as the quickest way.
struct EventAnchor {
    std::string event_id;  ///< when the correction was made; corrections know the event by it for ever
    std::string article_id;
    std::string quote;          ///< the sentence, white space folded
    std::string place_surface;  ///< the place as the article writes it; may be empty
    std::string place_id;       ///< as the program read it
    std::string date;           ///< EDTF, as the program read it
    TextRange sentence;         ///< bytes: tells sentences of the same words apart
    friend bool operator==(const EventAnchor&, const EventAnchor&) = default;
};

/// A place that the user chose, whole: a project is read without the gazetteer it came from.
struct ChosenPlace {
    PlacePtr place;  ///< never null
    /// Equal when id, name, location and extent are.
    friend bool operator==(const ChosenPlace& a, const ChosenPlace& b);
};

/// What the user says of one event. What is not set is as the program read it.
struct EventCorrection {
    EventAnchor at;
    std::optional<ChosenPlace> place;
    std::optional<EdtfDate> date;
    std::optional<EventKind> kind;
    std::optional<Modality> modality;
    std::optional<std::string> attribution;  ///< empty text: the article itself
    Verdict verdict = Verdict::none;
    std::string note;

    bool says_nothing() const;
    friend bool operator==(const EventCorrection&, const EventCorrection&) = default;
};

/// A sentence that tells one event more than the program read: a twin, to be dated or placed by a correction of its
/// own.
struct EventSplit {
    EventAnchor at;
    std::vector<std::string> twins;  ///< ids
    friend bool operator==(const EventSplit&, const EventSplit&) = default;
};

/// Several events that are one; the first is shown, the others are told as its sources.
struct EventMerge {
    EventAnchor kept;
    std::vector<EventAnchor> others;
    friend bool operator==(const EventMerge&, const EventMerge&) = default;
};

/// An event that the user found in a sentence.
struct AddedEvent {
    EventAnchor at;  ///< its place_surface may stand in the sentence; place_id and date are those of `place` and `date`
    ChosenPlace place;
    EdtfDate date;
    friend bool operator==(const AddedEvent&, const AddedEvent&) = default;
};

/// Two reports that the program holds to be of one event, and the user does not.
struct ReportsApart {
    EventAnchor one, other;
    friend bool operator==(const ReportsApart&, const ReportsApart&) = default;
};

/// All corrections of the user: kept beside what was extracted, never over it. A plain value; records are shared
/// between copies, so that a history of many of them is small.
struct EventCorrections {
    std::vector<SharedValue<EventCorrection>> events;  ///< at most one for an event
    std::vector<SharedValue<EventSplit>> splits;       ///< at most one for an event
    std::vector<SharedValue<EventMerge>> merges;       ///< an event is in one at most
    std::vector<SharedValue<AddedEvent>> added;
    std::vector<SharedValue<ReportsApart>> apart;  ///< each pair once

    bool empty() const {
        return events.empty() && splits.empty() && merges.empty() && added.empty() && apart.empty();
    }
    friend bool operator==(const EventCorrections&, const EventCorrections&) = default;
};

/// Adds what `more` says and `corrections` does not.
void add_corrections(EventCorrections& corrections, const EventCorrections& more);

}  // namespace chronomap
