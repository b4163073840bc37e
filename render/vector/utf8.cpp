#include "render/vector/utf8.hpp"

#include <unicode/utf8.h>

namespace chronomap {

std::string clean_utf8(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    const auto size = static_cast<int32_t>(text.size());
    for (int32_t i = 0; i < size;) {
        const int32_t begin = i;
        UChar32 code = 0;
        U8_NEXT(text.data(), i, size, code);
        if (code < 0 || U_IS_UNICODE_NONCHAR(code))
            out += "\xEF\xBF\xBD";
        else if (code < 0x20 || code == 0x7F)
            out += ' ';
        else
            out.append(text, static_cast<std::size_t>(begin), static_cast<std::size_t>(i - begin));
    }
    return out;
}

}  // namespace chronomap
