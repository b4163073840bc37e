#pragma once

#include <string>
#include <vector>

#include "geo/base/shared_list.hpp"
#include "geo/places/gazetteer_impl.hpp"
#include "geo/places/name_endings.hpp"
#include "geo/places/normalise.hpp"
#include "geo/text/article.hpp"
#include "geo/text/word_hashes.hpp"

namespace chronomap {

/// What most names of an enumeration are.
enum class ListKind : std::uint8_t { none, countries, provinces };

/// A stretch of words that bears the name of at least one place.
struct NameSpan {
    std::uint32_t first = 0;  ///< words [first, last)
    std::uint32_t last = 0;
    std::string key;
    SharedList<NamedPlace> candidates;  ///< shared by the spans of one name
    bool part_of_name = false;          ///< inside the name of a war, a person, an organisation
    bool dateline = false;
    bool province_noun = false;        ///< "oblast", "province", "state" follows
    bool province_list = false;        ///< "the states of A and B"
    std::uint32_t feature_before = 0;  ///< words before and after that make it a river, a park, a street:
    std::uint32_t feature_after = 0;   ///<   "Lake Nokomis", "Golden Gate Bridge"; see feature_words
    bool street = false;
    bool told_elsewhere = false;  ///< the article says that it lies where none of the candidates does
    bool namesake = false;              ///< such a feature, and no candidate is where the article plays
    double evidence = 0;                ///< how much speaks for a place rather than another word; see judge_spans
    PlacePtr container{};               ///< "Paris, Texas": what the next name says it lies in
    PlacePtr contains{};                ///< "Buffalo, New York": what the name before says this one is
    std::uint32_t container_words = 0;  ///< words after the comma that name a US state in short: "N.C."
    ListKind in_list_of = ListKind::none;
    std::string list_country{};  ///< of the provinces that it is listed with
    std::uint32_t sense = 0;     ///< spans of one number are scored alike; see resolve_spans
    int chosen = -1;             ///< index of the chosen candidate
    double margin = 0;           ///< by how much it leads
};

/// The words of an article and where its sentences begin, made once.
struct ScannedText {
    std::vector<NameWord> words;
    std::vector<bool> sentence_start;     ///< for each word
    std::vector<std::uint32_t> sentence;  ///< for each word, counted from 0
    WordHashes lower_case;                ///< keys of words that occur in lower case
    std::vector<PlacePtr> demonyms;       ///< for each word: where it leads as a demonym; null where it is none
};

ScannedText scan_text(const Article& article, const TokenisedText& tokens, const Gazetteer::Impl& gazetteer);

/// Longest names of the gazetteer in the text, left to right, not overlapping; a word with a capital that is none is
/// tried without its ending. O(words).
std::vector<NameSpan> scan_names(const ScannedText& text, const Gazetteer::Impl& gazetteer,
                                 const NameEndings& endings = {});

/// Takes "Aghdam-Khankendi road" apart: a line that is named after two places gives those two.
std::vector<NameSpan> split_pairs(const ScannedText& text, const Gazetteer::Impl& gazetteer,
                                  std::vector<NameSpan> spans);

/// The words [first, last) as one key.
std::string key_of(const std::vector<NameWord>& words, std::uint32_t first, std::uint32_t last);

/// Do `words[i - 1]` and `words[i]` belong to one phrase: only a space, a hyphen or an apostrophe between them?
bool is_joined(const std::vector<NameWord>& words, std::uint32_t i);

}  // namespace chronomap
