#pragma once

#include <cstdint>
#include <string_view>

namespace chronomap {

/// What a character is to the tokenizer.
enum class CharacterClass : std::uint8_t { space, line_end, letter, digit, mark, punctuation };

/// One character of a UTF-8 text: its code point, its length in bytes and its class.
struct Character {
    char32_t code = 0;
    std::uint32_t bytes = 1;
    CharacterClass kind = CharacterClass::punctuation;
    bool upper = false;  ///< upper or title case
    bool lower = false;
};

/// The character at byte `at` (at < text.size()). A broken sequence is one byte of punctuation.
Character character_at(std::string_view text, std::size_t at);

/// ' ’ ʼ ʻ ` and the like.
bool is_apostrophe(char32_t code);
/// - ‐ ‑ – — and the like.
bool is_dash(char32_t code);
/// Quotation marks and closing brackets, which may follow the end of a sentence.
bool closes(char32_t code);
/// Quotation marks and opening brackets, which may precede the begin of one.
bool opens(char32_t code);

}  // namespace chronomap
