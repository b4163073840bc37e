#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "geo/dates/mention.hpp"
#include "geo/places/mention.hpp"
#include "geo/text/article.hpp"

namespace chronomap {

/// Coarse kind of what happened, for symbol and colour. Words that tell it are data (assets/triggers).
enum class EventKind : std::uint8_t {
    other,
    battle,
    attack,
    control_change,
    displacement,
    negotiation,
    visit,
    humanitarian,
    legal_act,
    protest
};
std::string_view name_of(EventKind kind);
/// Nothing: no such kind.
std::optional<EventKind> event_kind_from(std::string_view name);

struct UserMark;  // geo/events/user_mark.hpp

/// Whether the source says that it happened. PLOVER keeps the same apart as the "mode" of an event.
enum class Modality : std::uint8_t {
    fact,
    planned,   ///< "plans to", "will", "threatened to", "tried to"
    possible,  ///< "could", "may", "allegedly"
    denied     ///< "did not", "denied that"
};
std::string_view name_of(Modality modality);
/// Nothing: no such modality.
std::optional<Modality> modality_from(std::string_view name);

/// What the source says happened somewhere at some time. Every event leads back to its sentence.
struct Event {
    std::string id;  ///< stable: from article id, sentence and place
    std::string article_id;
    PlacePtr place;
    std::string place_surface;  ///< the article's own spelling
    EdtfDate date;
    DatedBy dated_by = DatedBy::explicit_date;
    EventKind kind = EventKind::other;
    Modality modality = Modality::fact;
    TextRange sentence;
    TextRange place_range;
    TextRange date_range;         ///< empty when dated by the dateline from outside
    TextRange trigger;            ///< the word that tells the kind; may be empty
    TextRange attribution_range;  ///< "says Hikmet Haciyev"; may be empty
    std::string attribution;      ///< "Hikmet Haciyev"; empty: the article itself
    std::string quote;            ///< the sentence, white space folded
    double confidence = 0;
    std::int64_t count = 1;  ///< for dataset rows that stand for several (for symbol size); 1 for articles
    std::shared_ptr<const UserMark> user;  ///< what the user made of it; null: nothing
};

enum class ResidueReason : std::uint8_t { undated, unplaced, ambiguous_place, not_an_event };
std::string_view name_of(ResidueReason reason);

/// A sentence with a place or a date that gave no event.
struct Residue {
    ResidueReason reason = ResidueReason::undated;
    TextRange sentence;
    std::string detail;
};

/// All that one article gave. Ranges are bytes of article.text.
struct Extraction {
    Article article;
    std::vector<PlaceMention> places;
    std::vector<DateMention> dates;
    std::vector<Event> events;
    std::vector<Residue> residue;
    /// Told beside the events, for whoever codes every verb; on no map: further verbs of an event's sentence, and, in
    /// texts too short to have a context, what has no date or a place that no gazetteer knows.
    std::vector<Event> asides;
};

using ExtractionPtr = std::shared_ptr<const Extraction>;

}  // namespace chronomap
