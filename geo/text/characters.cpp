#include "geo/text/characters.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <array>

namespace chronomap {
namespace {

constexpr std::array<Character, 128> make_ascii() {
    std::array<Character, 128> table{};
    for (char32_t c = 0; c < 128; ++c) {
        Character& entry = table[c];
        entry.code = c;
        if (c == '\n' || c == '\r' || c == '\f' || c == '\v')
            entry.kind = CharacterClass::line_end;
        else if (c == ' ' || c == '\t' || c < 0x20)
            entry.kind = CharacterClass::space;
        else if (c >= '0' && c <= '9')
            entry.kind = CharacterClass::digit;
        else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
            entry.kind = CharacterClass::letter;
        entry.upper = c >= 'A' && c <= 'Z';
        entry.lower = c >= 'a' && c <= 'z';
    }
    return table;
}

constexpr auto ascii = make_ascii();

}  // namespace

Character character_at(std::string_view text, std::size_t at) {
    const auto first = static_cast<unsigned char>(text[at]);
    if (first < 128) return ascii[first];
    Character out;
    std::int32_t i = 0;
    const auto left = static_cast<std::int32_t>(text.size() - at < 4 ? text.size() - at : 4);
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data() + at);
    UChar32 code = 0;
    U8_NEXT(bytes, i, left, code);
    if (code < 0) {
        out.code = 0xFFFD;
        return out;
    }
    out.code = static_cast<char32_t>(code);
    out.bytes = static_cast<std::uint32_t>(i);
    const std::uint32_t mask = U_GET_GC_MASK(code);
    if (mask & U_GC_L_MASK) {
        out.kind = CharacterClass::letter;
        out.upper = mask & (U_GC_LU_MASK | U_GC_LT_MASK);
        out.lower = mask & U_GC_LL_MASK;
    } else if (mask & (U_GC_M_MASK | U_GC_CF_MASK)) {
        out.kind = CharacterClass::mark;
    } else if (mask & U_GC_ND_MASK) {
        out.kind = CharacterClass::digit;
    } else if (code == 0x2028 || code == 0x2029 || code == 0x85) {
        out.kind = CharacterClass::line_end;
    } else if (mask & U_GC_Z_MASK) {
        out.kind = CharacterClass::space;
    }
    return out;
}

bool is_apostrophe(char32_t code) {
    return code == '\'' || code == 0x2019 || code == 0x2BC || code == 0x2BB || code == 0x2018 || code == '`' ||
           code == 0xB4;
}

bool is_dash(char32_t code) {
    return code == '-' || (code >= 0x2010 && code <= 0x2015) || code == 0x2212;
}

bool closes(char32_t code) {
    return code == '"' || code == '\'' || code == ')' || code == ']' || code == 0x2019 || code == 0x201D ||
           code == 0xBB;
}

bool opens(char32_t code) {
    return code == '"' || code == '\'' || code == '(' || code == '[' || code == 0x2018 || code == 0x201C ||
           code == 0xAB || code == 0x201E;
}

}  // namespace chronomap
