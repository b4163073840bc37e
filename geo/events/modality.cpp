#include "geo/events/happening_words.hpp"
#include "geo/events/happenings.hpp"

namespace chronomap {

Modality modality_at(const SentenceReading& sentence, const TextRange& trigger) {
    static const WordSet denying{"not",     "never",   "n't",       "n’t", "without", "failed", "fails",
                                 "neither", "averted", "prevented", "no",  "nobody",  "none"};
    static const WordSet denials{"deny",    "denied",    "denies",  "denying", "rejected", "rejects",
                                 "refuted", "dismissed", "refused", "refuses", "false",    "untrue"};
    static const WordSet planning{
        "will",   "would", "plan",      "plans",      "planned",  "planning",  "intends",   "intend",
        "vowed",  "vows",  "threatens", "threatened", "prepare",  "preparing", "hopes",     "wants",
        "aims",   "urged", "urges",     "demand",     "demanded", "ordered",   "called",    "scheduled",
        "should", "must",  "shall",     "tried",      "trying",   "attempted", "attempting"};
    static const WordSet doubting{"could",    "may",     "might",  "if",       "allegedly", "reportedly",
                                  "possibly", "perhaps", "unless", "unlikely", "alleged",   "suspected"};
    constexpr std::size_t near = 5, far = 10;
    const std::size_t at = sentence.word_at(trigger.begin);
    Modality modality = Modality::fact;
    for (std::size_t back = 1; back <= far && back <= at; ++back) {
        const std::string_view word = sentence.words[at - back].lower;
        if (word == ";" || word == "," || word == "and" || word == "but") break;
        if (denials.count(word) || (back <= near && denying.count(word))) return Modality::denied;
        if (back <= near && planning.count(word)) modality = Modality::planned;
        if (doubting.count(word) && modality == Modality::fact && (back <= near || word == "unlikely"))
            modality = Modality::possible;
    }
    return modality;
}

}  // namespace chronomap
