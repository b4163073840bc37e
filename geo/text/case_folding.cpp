#include "geo/text/case_folding.hpp"

#include <unicode/unistr.h>

#include <algorithm>

#include "geo/text/ascii.hpp"

namespace chronomap {

std::string case_folded(std::string_view text) {
    if (std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
        return lower_ascii(text);
    auto folded = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
    folded.foldCase();
    folded.findAndReplace(icu::UnicodeString(u"i\u0307"), icu::UnicodeString(u"i"));
    std::string out;
    folded.toUTF8String(out);
    return out;
}

}  // namespace chronomap
