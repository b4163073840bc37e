#include "geo/events/quantities.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "geo/events/report_words.hpp"
#include "geo/places/normalise.hpp"

namespace chronomap {
namespace {

using Words = std::vector<NameWord>;

/// What became of people, by the words that tell it.
constexpr std::array<std::pair<std::string_view, std::string_view>, 29> fates{{
    {"killed", "killed"},       {"dead", "killed"},         {"died", "killed"},         {"deaths", "killed"},
    {"death", "killed"},        {"fatalities", "killed"},   {"bodies", "killed"},       {"lives", "killed"},
    {"kill", "killed"},         {"killing", "killed"},      {"massacred", "killed"},    {"murdered", "killed"},
    {"wounded", "wounded"},     {"injured", "wounded"},     {"injuries", "wounded"},    {"wounding", "wounded"},
    {"injuring", "wounded"},    {"captured", "captured"},   {"prisoners", "captured"},  {"detained", "captured"},
    {"arrested", "captured"},   {"hostages", "captured"},   {"displaced", "displaced"}, {"refugees", "displaced"},
    {"fled", "displaced"},      {"evacuated", "displaced"}, {"homeless", "displaced"},  {"missing", "missing"},
    {"disappeared", "missing"},
}};

constexpr std::array<std::string_view, 21> number_words{
    "zero",     "one",     "two",     "three",     "four",     "five",     "six",
    "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};

constexpr std::array<std::string_view, 12> months{"january",   "february", "march",    "april",
                                                  "may",       "june",     "july",     "august",
                                                  "september", "october",  "november", "december"};

/// Bounds of two words, then of one.
constexpr std::array<std::string_view, 14> bounds{"at least", "more than", "no more than", "fewer than",   "less than",
                                                  "up to",    "at most",   "as many as",   "over",         "about",
                                                  "around",   "nearly",    "almost",       "approximately"};

template <std::size_t size>
bool is_in(const std::array<std::string_view, size>& list, std::string_view word) {
    return std::ranges::find(list, word) != list.end();
}

std::string_view fate_of(std::string_view word) {
    const auto found = std::ranges::find(fates, word, [](const auto& fate) { return fate.first; });
    return found == fates.end() ? std::string_view{} : found->second;
}

/// A number as it is written, with the words [first, last] that it takes.
struct Number {
    double value = 0;
    std::size_t first = 0, last = 0;
    bool digits = false;
};

std::optional<double> from_digits(std::string_view digits) {
    double value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return error == std::errc{} && end == digits.data() + digits.size() ? std::optional(value) : std::nullopt;
}

std::optional<Number> number_at(const Words& words, std::size_t at) {
    const std::string& key = words[at].key;
    Number number{0, at, at, words[at].number};
    if (number.digits) {
        std::string digits = key;
        while (number.last + 1 < words.size() && words[number.last + 1].gap == WordGap::comma &&
               words[number.last + 1].number && words[number.last + 1].key.size() == 3 &&
               words[number.last + 1].begin == words[number.last].end + 1)
            digits += words[++number.last].key;
        const auto value = from_digits(digits);
        if (!value) return std::nullopt;  // "17th", "2S19"
        number.value = *value;
    } else {
        const auto word = std::ranges::find(number_words, key);
        if (word == number_words.end()) return std::nullopt;
        number.value = static_cast<double>(word - number_words.begin());
    }
    if (number.last + 1 < words.size()) {
        const std::string& next = words[number.last + 1].key;
        const double times = next == "hundred"    ? 100
                             : next == "thousand" ? 1000
                             : next == "million"  ? 1e6
                             : next == "dozen"    ? 12
                                                  : 1;
        if (times > 1) {
            number.value *= times;
            ++number.last;
        }
    }
    return number;
}

bool is_date_or_share(const Words& words, const Number& number, std::string_view sentence) {
    const std::size_t before = number.first, after = number.last + 1;
    if (number.digits && number.first == number.last && words[before].key.size() == 4 && number.value >= 1000 &&
        number.value < 2200)
        return true;
    if (before > 0 && is_in(months, words[before - 1].key)) return true;
    if (after < words.size() && is_in(months, words[after].key)) return true;
    // "3 of May", "3–5 May"
    if (after + 1 < words.size() && words[after].number && is_in(months, words[after + 1].key)) return true;
    const std::size_t end = words[number.last].end;
    if (end < sentence.size() && (sentence[end] == '%' || sentence.substr(end).starts_with(" %"))) return true;
    if (after < words.size() && (words[after].key == "percent" || words[after].key == "per")) return true;
    // "2S19", "T-72", "9.5": part of a name or of another number.
    return words[before].gap == WordGap::hyphen || words[before].gap == WordGap::period ||
           (after < words.size() && words[after].number && words[after].gap == WordGap::period);
}

/// The bound that stands before word `at`, and the word where it begins.
std::pair<std::string, std::size_t> bound_before(const Words& words, std::size_t at) {
    for (const std::string_view bound : bounds) {
        const auto length = static_cast<std::size_t>(std::ranges::count(bound, ' ')) + 1;
        if (length > at) continue;
        std::string there;
        for (std::size_t i = at - length; i < at; ++i) there += (there.empty() ? "" : " ") + words[i].key;
        if (there == bound) return {std::string(bound), at - length};
    }
    return {{}, at};
}

bool ends_clause(const NameWord& word) {
    return word.gap == WordGap::comma || word.gap == WordGap::other || word.gap == WordGap::period;
}

}  // namespace

std::vector<Quantity> quantities_in(std::string_view sentence) {
    constexpr std::size_t reach_after = 6, reach_before = 4;
    const Words words = split_words(sentence);
    std::vector<Quantity> quantities;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const auto number = number_at(words, at);
        if (!number) continue;
        at = number->last;
        if (is_date_or_share(words, *number, sentence)) continue;
        Quantity quantity;
        quantity.value = number->value;
        std::size_t first = 0, last = number->last;
        std::tie(quantity.bound, first) = bound_before(words, number->first);
        for (std::size_t i = number->last + 1; i < words.size() && i <= number->last + reach_after; ++i) {
            if (ends_clause(words[i]) || number_at(words, i)) break;
            if (const auto fate = fate_of(words[i].key); !fate.empty()) {
                quantity.what = fate;
                last = i;
                break;
            }
        }
        for (std::size_t i = first; quantity.what.empty() && i-- > 0 && first - i <= reach_before;) {
            if (const auto fate = fate_of(words[i].key); !fate.empty()) {
                quantity.what = fate;
                first = i;
                last = std::min(number->last + 1, words.size() - 1);
            }
            if (ends_clause(words[i]) || words[i].number) break;
        }
        if (quantity.what.empty() && number->digits && number->last + 1 < words.size() &&
            !ends_clause(words[number->last + 1])) {
            last = number->last + 1;
            quantity.what = without_ending(words[last].key);
        }
        if (quantity.what.empty()) continue;
        quantity.phrase = sentence.substr(words[first].begin, words[last].end - words[first].begin);
        quantities.push_back(std::move(quantity));
    }
    return quantities;
}

}  // namespace chronomap
