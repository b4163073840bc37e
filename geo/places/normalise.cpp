#include "geo/places/normalise.hpp"

#include <algorithm>
#include <array>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

namespace chronomap {
namespace {

bool is_apostrophe(UChar32 c) {
    return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x02BC || c == 0x02BB || c == '`' || c == 0x2032 ||
           c == 0x00B4 || c == 0x02B9;
}

bool is_hyphen(UChar32 c) {
    return c == '-' || (c >= 0x2010 && c <= 0x2013) || c == 0x2212;
}

bool is_word_character(UChar32 c) {
    if (c < 128) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (is_apostrophe(c)) return false;
    const auto category = u_charType(c);
    return u_isalpha(c) || category == U_NON_SPACING_MARK || category == U_COMBINING_SPACING_MARK || u_isdigit(c);
}

/// Latin letters that have no canonical decomposition, as English usually writes them.
const char* latin_spelling(UChar32 c) {
    switch (c) {
        case 0x0259:
            return "a";  // ə
        case 0x0131:
            return "i";  // ı
        case 0x0142:
            return "l";  // ł
        case 0x00F8:
            return "o";  // ø
        case 0x0111:
        case 0x00F0:
            return "d";  // đ ð
        case 0x00FE:
            return "th";  // þ
        case 0x00E6:
            return "ae";  // æ
        case 0x0153:
            return "oe";  // œ
        default:
            return nullptr;
    }
}

std::string fold_unicode(std::string_view word) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfkd = icu::Normalizer2::getNFKDInstance(status);
    icu::UnicodeString text =
        icu::UnicodeString::fromUTF8(icu::StringPiece(word.data(), static_cast<int32_t>(word.size())));
    text.foldCase();
    icu::UnicodeString decomposed;
    nfkd->normalize(text, decomposed, status);
    if (U_FAILURE(status)) decomposed = text;
    std::string out;
    for (int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
        const UChar32 c = decomposed.char32At(i);
        if (u_charType(c) == U_NON_SPACING_MARK) continue;
        if (const char* spelling = latin_spelling(c)) {
            out += spelling;
            continue;
        }
        icu::UnicodeString(c).toUTF8String(out);
    }
    return out;
}

std::string fold_word(std::string_view word, bool ascii) {
    if (!ascii) return fold_unicode(word);
    std::string out(word);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

WordGap gap_of(std::string_view between) {
    WordGap gap = WordGap::other;
    bool any = false;
    std::int32_t i = 0;
    const auto length = static_cast<std::int32_t>(between.size());
    int lines = 0;
    while (i < length) {
        UChar32 c;
        U8_NEXT(between.data(), i, length, c);
        WordGap kind = WordGap::other;
        if (c == '\n') {
            if (++lines > 1) return WordGap::other;
            kind = WordGap::line;
        } else if (c == '\r') {
            continue;
        } else if (c == ' ' || c == '\t' || c == 0xA0 || c == 0x202F) {
            kind = WordGap::space;
        } else if (is_apostrophe(c)) {
            kind = WordGap::apostrophe;
        } else if (is_hyphen(c)) {
            kind = WordGap::hyphen;
        } else if (c == '.') {
            kind = WordGap::period;
        } else if (c == ',') {
            kind = WordGap::comma;
        }
        if (!any) {
            gap = kind;
            any = true;
        } else if (kind == WordGap::space || kind == WordGap::line) {
            if (gap == WordGap::hyphen || gap == WordGap::apostrophe) return WordGap::other;
            if (gap == WordGap::space) gap = kind;
        } else if (gap == WordGap::space || gap == WordGap::line || kind == WordGap::other) {
            return WordGap::other;
        } else {
            return WordGap::other;
        }
    }
    return gap;
}

/// Replaces every `from` by `to`.
std::string replaced(std::string text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

}  // namespace

std::vector<NameWord> split_words(std::string_view text) {
    std::vector<NameWord> words;
    words.reserve(text.size() / 6 + 1);
    const auto length = static_cast<std::int32_t>(text.size());
    const auto* data = text.data();
    std::int32_t i = 0;
    std::uint32_t last_end = 0;
    while (i < length) {
        const std::int32_t begin = i;
        UChar32 c;
        U8_NEXT(data, i, length, c);
        if (c < 0 || !is_word_character(c)) continue;
        NameWord word;
        word.begin = static_cast<std::uint32_t>(begin);
        bool ascii = c < 128;
        word.number = u_isdigit(c);
        word.capitalised = u_isUUppercase(c) || (u_isalpha(c) && !u_isULowercase(c)) || u_istitle(c);
        int letters = 0, upper = 0;
        std::int32_t end = begin;
        while (c >= 0 && is_word_character(c)) {
            if (c >= 128) ascii = false;
            if (u_isalpha(c)) {
                ++letters;
                if (u_isUUppercase(c)) ++upper;
            }
            end = i;
            if (i >= length) break;
            U8_NEXT(data, i, length, c);
        }
        i = end;
        word.end = static_cast<std::uint32_t>(end);
        word.all_upper = letters >= 2 && upper == letters;
        word.key = fold_word(text.substr(word.begin, word.end - word.begin), ascii);
        word.gap = words.empty() ? WordGap::start : gap_of(text.substr(last_end, word.begin - last_end));
        last_end = word.end;
        if (!word.key.empty()) words.push_back(std::move(word));
    }
    return words;
}

std::string name_key(std::string_view name) {
    std::string key;
    for (const NameWord& word : split_words(name)) {
        if (!key.empty()) key += ' ';
        key += word.key;
    }
    return key;
}

std::vector<std::string> name_keys(std::string_view name) {
    std::vector<std::string> keys;
    const auto add = [&](std::string key) {
        if (!key.empty() && std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(std::move(key));
    };
    std::string open, closed;
    for (const NameWord& word : split_words(name)) {
        if (!open.empty()) open += ' ';
        if (!closed.empty() && word.gap != WordGap::apostrophe) closed += ' ';
        open += word.key;
        closed += word.key;
    }
    add(open);
    add(closed);
    const std::string text(name);
    if (text.find("ə") != std::string::npos || text.find("Ə") != std::string::npos ||
        text.find("ğ") != std::string::npos || text.find("ı") != std::string::npos ||
        text.find("ş") != std::string::npos || text.find("Ş") != std::string::npos ||
        text.find("ç") != std::string::npos || text.find("Ç") != std::string::npos) {
        const bool azerbaijani = text.find("ə") != std::string::npos || text.find("Ə") != std::string::npos;
        std::string english = replaced(replaced(text, "ğ", "gh"), "ş", "sh");
        english = replaced(replaced(replaced(english, "Ş", "Sh"), "ç", "ch"), "Ç", "Ch");
        if (azerbaijani) english = replaced(replaced(english, "x", "kh"), "X", "Kh");
        add(name_key(english));
        add(name_key(replaced(replaced(text, "ə", "e"), "Ə", "E")));
        add(name_key(replaced(replaced(english, "ə", "e"), "Ə", "E")));
    }
    return keys;
}

}  // namespace chronomap
