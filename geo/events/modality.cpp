#include <algorithm>

#include "geo/events/happenings.hpp"

namespace chronomap {
namespace {

// How far words reach, in words.
constexpr std::size_t near = 5, far = 10;

/// Takes what a word that stands `distance` words from the deed says of it.
void take(Modality& modality, const ReadWord& word, std::size_t distance) {
    const ModalWord modal = word.entry ? word.entry->modal : ModalWord::none;
    if (modal == ModalWord::denial || (modal == ModalWord::negation && distance <= near)) modality = Modality::denied;
    if (modality == Modality::denied || distance > near) return;
    if (modal == ModalWord::plan) modality = Modality::planned;
    if (modal == ModalWord::doubt && modality == Modality::fact) modality = Modality::possible;
}

/// Does a word part what is told before it from what follows? Not the comma of "опроверг, что".
bool parts_deeds(const SentenceReading& sentence, std::size_t i) {
    const auto& words = sentence.words;
    if (words[i].lower == "," && i + 1 < words.size() && words[i + 1].entry && words[i + 1].entry->joins) return false;
    return words[i].lower == ";" || words[i].lower == "," || words[i].lower == "and" || words[i].lower == "but";
}

}  // namespace

Modality modality_at(const SentenceReading& sentence, const TextRange& trigger) {
    const std::size_t at = sentence.word_at(trigger.begin);
    if (at >= sentence.words.size()) return Modality::fact;
    Modality modality = Modality::fact;
    ModalWord own = sentence.words[at].modal;
    if (own == ModalWord::none && sentence.verbs_come_last && at + 1 < sentence.words.size())
        own = sentence.words[at + 1].modal;  // "hücum etmədi": the verb that makes a deed of the noun
    switch (own) {
        case ModalWord::negation:
        case ModalWord::denial:
            return Modality::denied;
        case ModalWord::plan:
            modality = Modality::planned;
            break;
        case ModalWord::doubt:
            modality = Modality::possible;
            break;
        case ModalWord::none:
            break;
    }
    std::size_t distance = 0;  // a date between them parts them no further
    for (std::size_t i = at; i-- > 0 && distance < far && modality != Modality::denied;) {
        if (parts_deeds(sentence, i)) break;
        const bool in_date = std::any_of(sentence.dates.begin(), sentence.dates.end(), [&](const DateMention* date) {
            return date->range.contains(sentence.words[i].range);
        });
        if (!in_date) take(modality, sentence.words[i], ++distance);
    }
    for (std::size_t on = 1; sentence.verbs_come_last && on <= near && at + on < sentence.words.size(); ++on) {
        if (parts_deeds(sentence, at + on) || modality == Modality::denied) break;
        take(modality, sentence.words[at + on], on);
    }
    return modality;
}

}  // namespace chronomap
