#include "geo/events/word_search.hpp"

#include <algorithm>

#include "geo/places/normalise.hpp"

namespace chronomap {
namespace {

bool is_plain(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_word_character(char c) {
    const char low = lower(c);
    return (low >= 'a' && low <= 'z') || (c >= '0' && c <= '9');
}

/// True when a word of `text`, which is plain, begins as `key`.
bool plain_word_begins(std::string_view text, std::string_view key) {
    if (key.empty() || key.size() > text.size()) return key.empty();
    const char first = key.front();
    bool in_word = false;
    for (std::size_t at = 0; at + key.size() <= text.size(); ++at) {
        const bool begins = !in_word;
        in_word = is_word_character(text[at]);
        if (!begins || lower(text[at]) != first) continue;
        if (std::equal(key.begin(), key.end(), text.begin() + static_cast<std::ptrdiff_t>(at),
                       [](char a, char b) { return a == lower(b); }))
            return true;
    }
    return false;
}

}  // namespace

WordSearch::WordSearch(std::string_view words) {
    for (NameWord& word : split_words(words))
        if (keys_.size() < 32) keys_.push_back(std::move(word.key));
}

std::size_t WordSearch::letters() const {
    std::size_t letters = 0;
    for (const std::string& key : keys_) letters += key.size();
    return letters;
}

WordSearch::Bits WordSearch::found_in(std::string_view text) const {
    Bits found = 0;
    if (is_plain(text)) {
        for (std::size_t i = 0; i < keys_.size(); ++i)
            if (plain_word_begins(text, keys_[i])) found |= Bits{1} << i;
        return found;
    }
    for (const NameWord& word : split_words(text))
        for (std::size_t i = 0; i < keys_.size(); ++i)
            if (word.key.starts_with(keys_[i])) found |= Bits{1} << i;
    return found;
}

std::size_t WordSearch::first_in(std::string_view text) const {
    for (const NameWord& word : split_words(text))
        for (const std::string& key : keys_)
            if (word.key.starts_with(key)) return word.begin;
    return 0;
}

bool WordSearch::are_in(const Event& event) {
    Bits found = found_in(event.quote);
    if (found == all()) return true;
    if (!event.attribution.empty()) found |= found_in(event.attribution);
    if (!event.place) return found == all();
    const auto [known, is_new] = in_places_.try_emplace(event.place.get());
    if (is_new) {
        known->second = found_in(event.place->name);
        for (const PlaceName& name : event.place->names) known->second |= found_in(name.text);
    }
    return (found | known->second) == all();
}

}  // namespace chronomap
