#include <unicode/ucnv.h>
#include <unicode/ustring.h>

#include <array>
#include <memory>

#include "geo/text/article_reader.hpp"

namespace chronomap {
namespace {

struct CloseConverter {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};

/// Converts through ICU; bytes that mean nothing become U+FFFD.
Result<std::string> convert(std::string_view bytes, const char* encoding) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, CloseConverter> from(ucnv_open(encoding, &status));
    const std::unique_ptr<UConverter, CloseConverter> to(ucnv_open("UTF-8", &status));
    if (U_FAILURE(status)) return fail(std::string("no converter for ") + encoding);
    std::string out(bytes.size() * 3 + 8, '\0');
    char* target = out.data();
    const char* source = bytes.data();
    ucnv_convertEx(to.get(), from.get(), &target, out.data() + out.size(), &source, bytes.data() + bytes.size(),
                   nullptr, nullptr, nullptr, nullptr, true, true, &status);
    if (U_FAILURE(status)) return fail(std::string("cannot read the text as ") + encoding);
    out.resize(static_cast<std::size_t>(target - out.data()));
    return out;
}

/// Length of the valid UTF-8 sequence at `at`, 0 when it is none. RFC 3629: no overlong forms, no surrogates.
std::size_t valid_sequence(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) {
        return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : static_cast<unsigned char>(0);
    };
    const auto continues = [&](std::size_t i) { return (byte(i) & 0xC0) == 0x80; };
    const unsigned first = byte(0);
    if (first < 0x80) return 1;
    if (first < 0xC2 || first > 0xF4 || !continues(1)) return 0;
    if (first < 0xE0) return 2;
    const unsigned second = byte(1);
    if (first == 0xE0 && second < 0xA0) return 0;
    if (first == 0xED && second > 0x9F) return 0;
    if (!continues(2)) return 0;
    if (first < 0xF0) return 3;
    if ((first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F) || !continues(3)) return 0;
    return 4;
}

struct Utf8Check {
    std::size_t broken = 0, multibyte = 0;
};

Utf8Check check_utf8(std::string_view text) {
    Utf8Check result;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = valid_sequence(text, at);
        result.broken += length == 0;
        result.multibyte += length > 1;
        at += length ? length : 1;
    }
    return result;
}

std::string with_broken_replaced(std::string_view text) {
    std::string out;
    out.reserve(text.size() + 16);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = valid_sequence(text, at);
        if (length == 0)
            out += "\xEF\xBF\xBD";
        else
            out += text.substr(at, length);
        at += length ? length : 1;
    }
    return out;
}

/// UTF-16 without a BOM: in text of any script the spaces and line ends make one of the two bytes zero again and again.
const char* utf16_without_mark(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, 4096);
    std::size_t even = 0, odd = 0;
    for (std::size_t i = 0; i + 1 < head.size(); i += 2) {
        even += head[i] == '\0' && (head[i + 1] == ' ' || head[i + 1] == '\n' || (head[i + 1] & 0x60) != 0);
        odd += head[i + 1] == '\0' && (head[i] == ' ' || head[i] == '\n' || (head[i] & 0x60) != 0);
    }
    const std::size_t pairs = head.size() / 2;
    if (pairs < 4) return nullptr;
    if (odd > pairs / 10 && even == 0) return "UTF-16LE";
    if (even > pairs / 10 && odd == 0) return "UTF-16BE";
    return nullptr;
}

/// Which Windows code page 8-bit text is in. Cyrillic text is made of runs of letters of the upper half, in which lower
/// case (0xE0..0xFF in 1251) prevails; Latin text has single ones. Turkish differs from Western only in six letters:
/// 0xDD İ, 0xFD ı, 0xDE Ş, 0xFE ş, 0xD0 Ğ, 0xF0 ğ, in 1252 the rare Ý ý Þ þ Ð ð.
const char* windows_code_page(std::string_view bytes) {
    std::size_t high = 0, in_runs = 0, turkish = 0;
    std::size_t run = 0;
    for (std::size_t i = 0; i <= bytes.size(); ++i) {
        const auto c = i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : static_cast<unsigned char>(0);
        const bool letter = c >= 0xC0 || c == 0xA8 || c == 0xB8;
        high += letter;
        if (letter) {
            ++run;
            turkish += c == 0xDD || c == 0xFD || c == 0xDE || c == 0xFE || c == 0xD0 || c == 0xF0;
        } else {
            if (run >= 3) in_runs += run;
            run = 0;
        }
    }
    if (high > 0 && in_runs * 2 > high) return "windows-1251";
    if (turkish * 3 > high) return "windows-1254";
    return "windows-1252";
}

bool starts_with(std::string_view bytes, std::string_view mark) {
    return bytes.substr(0, mark.size()) == mark;
}

}  // namespace

Result<std::string> decode_to_utf8(std::string_view bytes) {
    using namespace std::string_view_literals;
    if (starts_with(bytes, "\xEF\xBB\xBF"sv)) return with_broken_replaced(bytes.substr(3));
    if (starts_with(bytes, "\xFF\xFE"sv)) return convert(bytes.substr(2), "UTF-16LE");
    if (starts_with(bytes, "\xFE\xFF"sv)) return convert(bytes.substr(2), "UTF-16BE");
    if (const char* encoding = utf16_without_mark(bytes)) return convert(bytes, encoding);
    if (bytes.substr(0, 65536).find('\0') != bytes.npos)
        return fail("is not text: it holds zero bytes", {}, 0, "give a .txt, .md, .html or .jsonl file; word processors can save as these");
    const Utf8Check utf8 = check_utf8(bytes);
    if (utf8.broken == 0) return std::string(bytes);
    // A stray byte in a text that is UTF-8 otherwise does not make it another encoding.
    if (utf8.multibyte > 4 * utf8.broken) return with_broken_replaced(bytes);
    return convert(bytes, windows_code_page(bytes));
}

}  // namespace chronomap
