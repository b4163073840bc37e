#pragma once

#include <string>
#include <string_view>

#include "geo/events/user_mark.hpp"

namespace chronomap {

/// "control change": the kind's name for people. The program's own words stay neutral; everything else is quoted.
std::string words_of(EventKind kind);
/// "a fact", "planned", "possible", "denied": as what the source tells an event.
std::string words_of(Modality modality);
/// "verified", "disputed", "rejected", "without a verdict": what the user holds of an event.
std::string words_of(Verdict verdict);
/// "the article gives the date", "told relative to another date", …
std::string words_of(DatedBy how);
/// "no date", "no place", "more than one place of that name", "nothing that happened".
std::string words_of(ResidueReason reason);
/// "high (0.92)", "medium (0.6)", "low (0.3)".
std::string words_of_confidence(double confidence);
/// The place's name under `policy`; a phrase that is no name ("the city") gives way to the name it stands for.
std::string place_name_of(const Event& event, NamingPolicy policy);
/// How the place phrase of an event was read: "“AGHDAM” in the dateline: Ağdam", from its mention in the article.
std::string how_placed(const Event& event, const Extraction& extraction);
/// How an event got its date, with the words and the EDTF: "“in 1993”: the sentence names it (1993)".
std::string how_dated(const Event& event, const Extraction& extraction);
/// "2023-09-01" of the article, or empty.
std::string published_words(const Article& article);
/// The article's title, or its first words, or its id.
std::string heading_of(const Article& article);
/// The text with white space folded.
std::string folded(std::string_view text);

}  // namespace chronomap
