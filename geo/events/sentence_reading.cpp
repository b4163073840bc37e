#include "geo/events/sentence_reading.hpp"

#include <algorithm>

#include "geo/events/telling_words.hpp"
#include "geo/text/ascii.hpp"
#include "geo/text/case_folding.hpp"

namespace chronomap {
namespace {

bool is_auxiliary_past(std::string_view word) {
    return word == "was" || word == "were" || word == "had";
}

void read_words(SentenceReading& out, const TokenisedText& tokens, const TriggerTable& triggers) {
    const bool english = triggers.language() == "en";  // whose words are all of ASCII letters
    out.words.reserve(out.sentence.last_token - out.sentence.first_token);
    for (std::uint32_t i = out.sentence.first_token; i < out.sentence.last_token; ++i) {
        const Token& token = tokens.tokens[i];
        ReadWord word;
        word.range = token.range;
        word.lower = english ? lower_ascii(token.range.of(out.text)) : case_folded(token.range.of(out.text));
        word.capitalised = token.capitalised;
        word.punctuation = token.kind == TokenKind::punctuation;
        out.words.push_back(std::move(word));
    }
    for (std::size_t i = 0; i < out.words.size(); ++i) {
        ReadWord& word = out.words[i];
        if (word.punctuation) continue;
        const bool has_next = i + 1 < out.words.size() && !out.words[i + 1].punctuation;
        word.entry =
            triggers.find(word.lower, has_next ? std::string_view(out.words[i + 1].lower) : std::string_view());
        const bool helps = i > 0 && out.words[i - 1].entry && out.words[i - 1].entry->kind != EventKind::other;
        if (!english) word.locates = triggers.is_locative(word.lower) || triggers.has_locative_ending(word.lower);
        if (!english && (word.entry || helps)) word.modal = triggers.modality_of(word.lower);  // "hücum etmədi"
        if (word.entry && word.entry->verb && is_figurative(out.words, i)) {
            word.entry = nullptr;
            word.figurative = true;
        }
    }
}

void read_verbs(SentenceReading& out) {
    std::size_t best = out.words.size();
    bool best_has_kind = false, helped = false, any_verb = false;
    for (std::size_t i = 0; i < out.words.size(); ++i) {
        const ReadWord& word = out.words[i];
        helped = helped || is_auxiliary_past(word.lower);
        any_verb = any_verb || helped || word.lower == "is" || word.lower == "are" || word.lower == "has" ||
                   word.lower == "have";
        out.now = out.now || word.lower == "now" || word.lower == "currently" || word.lower == "today";
        // "War" in the name of a war tells when, not what.
        const bool inside_date = std::any_of(out.dates.begin(), out.dates.end(),
                                             [&](const DateMention* date) { return date->range.contains(word.range); });
        if (!word.entry || inside_date) continue;
        const bool inside_name = word.capitalised && i > 0 && !out.words[i - 1].punctuation;
        out.stative = out.stative || word.entry->stative;
        out.planned = out.planned || word.entry->planned;
        if (word.entry->verb && !inside_name) {
            any_verb = true;
            (word.entry->past ? out.past : out.present) = true;
        }
        const bool has_kind = word.entry->kind != EventKind::other;
        if ((has_kind || word.entry->verb) && (best == out.words.size() || (has_kind && !best_has_kind))) {
            best = i;
            best_has_kind = has_kind;
        }
    }
    if (best < out.words.size()) {
        out.kind = out.words[best].entry->kind;
        out.trigger = out.words[best].range;
    }
    const bool ends = !out.words.empty() && out.words.back().punctuation;
    out.heading = !ends && !any_verb && out.words.size() < 16;
}

/// "в Брянске", "Mahaçkale'de": a name that stands where places stand, though none of those read is it.
bool names_unread_place(const SentenceReading& sentence, const std::vector<TextRange>& places) {
    const auto& words = sentence.words;
    const auto is_read = [&](const TextRange& word) {
        const auto holds = [&](const auto& range) { return range.overlaps(word); };
        return std::any_of(places.begin(), places.end(), holds) ||
               std::any_of(sentence.dates.begin(), sentence.dates.end(),
                           [&](const DateMention* date) { return date->range.overlaps(word); });
    };
    for (std::size_t i = 1; i < words.size(); ++i) {
        if (!words[i].capitalised || words[i].punctuation) continue;
        const bool ending = i + 2 < words.size() && words[i + 1].punctuation &&
                            words[i + 1].range.begin == words[i].range.end && words[i + 2].locates &&
                            words[i + 2].range.begin == words[i + 1].range.end;
        if ((words[i].locates || words[i - 1].locates || ending) && !is_read(words[i].range)) return true;
    }
    return false;
}

}  // namespace

std::size_t SentenceReading::word_at(std::uint32_t at) const {
    const auto found =
        std::partition_point(words.begin(), words.end(), [at](const ReadWord& word) { return word.range.end <= at; });
    return static_cast<std::size_t>(found - words.begin());
}

bool SentenceReading::is_demonym(const TextRange& word) const {
    return std::any_of(demonyms.begin(), demonyms.end(), [&](const TextRange& range) { return range.contains(word); });
}

SentenceReading read_sentence(std::string_view text, const TokenisedText& tokens, const Sentence& sentence,
                              const std::vector<PlaceMention>& places, const std::vector<DateMention>& dates,
                              const TriggerTable& triggers) {
    SentenceReading out;
    out.text = text;
    out.sentence = sentence;
    out.verbs_come_last = triggers.verbs_come_last();
    read_words(out, tokens, triggers);
    const auto first_place = std::partition_point(places.begin(), places.end(), [&](const PlaceMention& mention) {
        return mention.range.begin < sentence.range.begin;
    });
    std::vector<TextRange> place_ranges;
    for (auto place = first_place; place != places.end() && place->range.begin < sentence.range.end; ++place) {
        place_ranges.push_back(place->range);
        if (place->kind == PlaceMentionKind::demonym) out.demonyms.push_back(place->range);
        if (place->kind == PlaceMentionKind::demonym || place->kind == PlaceMentionKind::part_of_name) continue;
        if (place->kind == PlaceMentionKind::dateline) continue;
        if (place->kind != PlaceMentionKind::anaphor) out.named.push_back(&*place);
        if (place->kind == PlaceMentionKind::unlisted) continue;
        if (place->place)
            out.places.push_back(&*place);
        else
            out.unresolved_place = true;
    }
    const auto first_date = std::partition_point(dates.begin(), dates.end(), [&](const DateMention& mention) {
        return mention.range.begin < sentence.range.begin;
    });
    for (auto date = first_date; date != dates.end() && date->range.begin < sentence.range.end; ++date) {
        if (date->kind != DateMentionKind::date || date->rule == "dateline") continue;
        if (!date->date.empty())
            out.dates.push_back(&*date);
        else
            out.unread_date = true;
    }
    if (triggers.language() != "en") out.unread_place = names_unread_place(out, place_ranges);
    read_verbs(out);
    return out;
}

}  // namespace chronomap
