#include "geo/events/attribution.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace chronomap {
namespace {

bool is_title(std::string_view word) {
    return word == "president" || word == "minister" || word == "prime" || word == "general" || word == "foreign" ||
           word == "governor" || word == "mayor" || word == "commander" || word == "spokesman" ||
           word == "spokeswoman" || word == "the" || word == "a" || word == "an";
}

bool joins(std::string_view word) {
    return word == "of" || word == "in" || word == "for" || word == "the" || word == "’s" || word == "'s" ||
           word == "de" || word == "al" || word == "'" || word == "-";
}

bool names_speaker(const ReadWord& word) {
    return !word.punctuation && (word.capitalised || (word.entry && word.entry->speaker));
}

/// The noun phrase that begins at `first`: capitalised words and words for speakers, with what joins them.
std::size_t phrase_end(const std::vector<ReadWord>& words, std::size_t first) {
    std::size_t at = first, end = first;
    while (at < words.size() && at < first + 9) {
        if (names_speaker(words[at]))
            end = at + 1;
        else if (!joins(words[at].lower) && !is_title(words[at].lower) && !(at == first && !words[at].punctuation))
            break;
        ++at;
    }
    return end;
}

/// The noun phrase that ends before `end`.
std::size_t phrase_begin(const std::vector<ReadWord>& words, std::size_t end) {
    std::size_t begin = end, at = end;
    while (at > 0 && end - at < 9) {
        --at;
        if (names_speaker(words[at]))
            begin = at;
        else if (!joins(words[at].lower) && !is_title(words[at].lower))
            break;
    }
    return begin;
}

/// The speaker before "…, a spokesman for the ministry," that ends at the comma `comma`: [begin, end), or nothing.
std::pair<std::size_t, std::size_t> before_apposition(const std::vector<ReadWord>& words, std::size_t comma) {
    constexpr std::size_t longest = 14;
    for (std::size_t at = comma; at-- > 0 && comma - at < longest;) {
        if (words[at].lower != ",") continue;
        const std::size_t begin = phrase_begin(words, at);
        return {begin, at};
    }
    return {comma, comma};
}

/// "Azerbaijan's state media": a noun, not a verb of saying.
bool is_noun_here(const std::vector<ReadWord>& words, std::size_t i) {
    static constexpr std::string_view before[] = {"'s", "’s", "the", "a", "an", "its", "his", "their", "of", "to"};
    return i > 0 && std::find(std::begin(before), std::end(before), words[i - 1].lower) != std::end(before);
}

std::string without_article(std::string speaker) {
    for (const std::string_view article : {"the ", "The ", "a ", "an "})
        if (speaker.starts_with(article)) speaker.erase(0, article.size());
    return speaker;
}

}  // namespace

Attribution find_attribution(const SentenceReading& sentence) {
    const auto& words = sentence.words;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!words[i].entry || !words[i].entry->says || (words[i].capitalised && i > 0)) continue;
        if (is_noun_here(words, i)) continue;
        const bool according = words[i].entry->speaker_side == SpeakerSide::behind;
        const std::size_t right = i + words[i].entry->words;
        // "officials said" before "said officials": the subject usually leads.
        std::size_t begin = according ? i : phrase_begin(words, i);
        std::size_t end = i;
        if (!according && i > 0 && words[i - 1].lower == ",")
            if (const auto [from, to] = before_apposition(words, i - 1); from < to) {
                begin = from;
                end = to;
            }
        if (begin == i && sentence.verbs_come_last) {  // "Sözcü Kaya, … söyledi"
            const std::size_t first_end = phrase_end(words, 0);
            const bool speaks = std::any_of(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(first_end),
                                            [](const ReadWord& word) { return word.entry && word.entry->speaker; });
            if (speaks && first_end <= i) {
                begin = 0;
                end = first_end;
            }
        }
        if (begin == i && words[i].entry->speaker_side != SpeakerSide::before) {
            begin = right;
            end = phrase_end(words, right);
        }
        if (end <= begin) continue;
        Attribution found;
        found.range = {words[std::min(begin, i)].range.begin, words[std::max(end - 1, i)].range.end};
        const TextRange speaker{words[begin].range.begin, words[end - 1].range.end};
        found.speaker = without_article(std::string(speaker.of(sentence.text)));
        return found;
    }
    return {};
}

}  // namespace chronomap
