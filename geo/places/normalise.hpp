#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace chronomap {

/// What stands between a word and the one before it.
enum class WordGap : std::uint8_t { start, space, line, hyphen, apostrophe, period, comma, other };

/// One word of a name or of a text: letters, digits and combining marks.
struct NameWord {
    std::uint32_t begin = 0;  ///< byte range in the text it was cut from
    std::uint32_t end = 0;
    std::string key;  ///< folded: NFKD without marks, lower case, Latin special letters spelt out
    WordGap gap = WordGap::start;
    bool capitalised = false;  ///< first letter upper case, or of a script without case
    bool all_upper = false;    ///< two letters or more, all upper case
    bool number = false;       ///< begins with a digit
};

/// Cuts `text` into words and folds each of them. Bytes that are no UTF-8 count as gaps. O(n).
std::vector<NameWord> split_words(std::string_view text);

/// The key under which a name is found: its folded words joined by single spaces.
/// "Nagorno-Karabakh" -> "nagorno karabakh", "Xankəndi" -> "xankandi", "Côte d'Ivoire" -> "cote d ivoire".
std::string name_key(std::string_view name);

/// All keys under which `name` should be found: name_key, the one with apostrophes closed up ("N'Djamena" ->
/// "ndjamena"), and for names with Azerbaijani letters the usual English spellings ("Ağdərə" -> "aghdara", "agdere").
std::vector<std::string> name_keys(std::string_view name);

/// 64-bit FNV-1a of a key; the world index stores this in place of the key.
constexpr std::uint64_t key_hash(std::string_view key) {
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char c : key) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return hash;
}

}  // namespace chronomap
