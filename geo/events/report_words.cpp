#include "geo/events/report_words.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "geo/places/normalise.hpp"

namespace chronomap {
namespace {

/// Words of grammar and of telling that any two sentences may share. Sorted.
constexpr std::array<std::string_view, 84> grammar{
    "a",     "about", "according", "after",   "again", "also",  "an",       "and",   "are",   "as",    "at",
    "be",    "been",  "before",    "between", "but",   "by",    "during",   "for",   "from",  "had",   "has",
    "have",  "he",    "her",       "his",     "in",    "into",  "is",       "it",    "its",   "later", "more",
    "most",  "near",  "not",       "of",      "on",    "one",   "or",       "other", "out",   "over",  "s",
    "said",  "say",   "says",      "she",     "since", "so",    "some",     "such",  "than",  "that",  "the",
    "their", "them",  "then",      "there",   "these", "they",  "this",     "those", "to",    "told",  "two",
    "under", "until", "up",        "was",     "were",  "when",  "where",    "which", "while", "who",   "whose",
    "will",  "with",  "within",    "would",   "year",  "years", "yesterday"};

bool is_grammar(std::string_view word) {
    return std::ranges::binary_search(grammar, word);
}

/// Words of the place's name and of how the article spells it.
std::vector<std::string> place_words(const Event& report) {
    std::vector<std::string> words;
    const auto add = [&](std::string_view name) {
        for (const NameWord& word : split_words(name)) words.push_back(word.key);
    };
    add(report.place_surface);
    if (report.place) add(report.place->name);
    return words;
}

/// The date phrase within the quote: its words are no wording. White space is folded in a quote, so the phrase is
/// sought by its words' order from where it should stand.
bool tells_time(const NameWord& word) {
    constexpr std::array<std::string_view, 26> time_words{
        "april",    "august",    "day",    "december", "evening", "february", "friday",    "january",  "july",
        "june",     "march",     "may",    "monday",   "month",   "morning",  "night",     "november", "october",
        "saturday", "september", "sunday", "thursday", "today",   "tuesday",  "wednesday", "week"};
    return std::ranges::binary_search(time_words, std::string_view(word.key));
}

/// "1993", "1992nd": a year in all likelihood, which the dates compare.
bool is_year(const NameWord& word) {
    return word.number && word.key.size() == 4 && (word.key[0] == '1' || word.key[0] == '2') &&
           std::ranges::all_of(word.key, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::string without_ending(std::string_view word) {
    constexpr std::size_t least = 4, longest = 7;
    if (!word.empty() && word.front() >= '0' && word.front() <= '9') return std::string(word);
    for (const std::string_view ending : {"ing", "ed", "es", "s", "e"})
        if (word.size() >= least + ending.size() && word.ends_with(ending)) {
            word.remove_suffix(ending.size());
            break;
        }
    std::size_t end = std::min(word.size(), longest);
    while (end > 0 && end < word.size() && (static_cast<unsigned char>(word[end]) & 0xC0U) == 0x80U) --end;
    return std::string(word.substr(0, end));
}

ReportWords::ReportWords(std::span<const Event* const> reports) : words_(reports.size()), weight_(reports.size()) {
    std::unordered_map<std::string, std::uint32_t> numbers;
    std::vector<std::uint32_t> told_by;  // in how many different sentences a word stands
    // Several events of one sentence are one sentence: their words are not more common for that.
    std::unordered_map<std::string_view, std::vector<std::uint32_t>> sentences;
    for (std::size_t i = 0; i < reports.size(); ++i) {
        const auto [found, fresh] = sentences.try_emplace(reports[i]->quote);
        std::vector<std::uint32_t>& words = found->second;
        if (fresh) {
            for (const NameWord& word : split_words(reports[i]->quote)) {
                if (is_grammar(word.key) || tells_time(word) || is_year(word)) continue;
                const auto [number, added] =
                    numbers.try_emplace(without_ending(word.key), static_cast<std::uint32_t>(numbers.size()));
                if (added) told_by.push_back(0);
                words.push_back(number->second);
            }
            std::ranges::sort(words);
            words.erase(std::unique(words.begin(), words.end()), words.end());
            for (const std::uint32_t word : words) ++told_by[word];
        }
        std::vector<std::uint32_t> place;
        for (const std::string& word : place_words(*reports[i]))
            if (const auto number = numbers.find(without_ending(word)); number != numbers.end())
                place.push_back(number->second);
        for (const std::uint32_t word : words)
            if (std::ranges::find(place, word) == place.end()) words_[i].push_back({word, 0});
    }
    const double all = static_cast<double>(sentences.size());
    for (std::size_t i = 0; i < reports.size(); ++i)
        for (WeighedWord& word : words_[i]) {
            // Inverse document frequency; a word that two reports of a handful have still weighs something.
            word.weight = static_cast<float>(std::log(1 + all / told_by[word.word]));
            weight_[i] += word.weight;
        }
}

double ReportWords::likeness(std::size_t first, std::size_t second) const {
    const auto &a = words_[first], &b = words_[second];
    double both = 0;
    for (std::size_t i = 0, k = 0; i < a.size() && k < b.size();) {
        if (a[i].word == b[k].word) {
            both += a[i].weight;
            ++i, ++k;
        } else {
            a[i].word < b[k].word ? ++i : ++k;
        }
    }
    const double sum = weight_[first] + weight_[second];
    return sum > 0 ? 2 * both / sum : 0;
}

}  // namespace chronomap
