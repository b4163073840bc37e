#pragma once

#include <string>
#include <string_view>

namespace chronomap {

/// A to Z become a to z; every other byte stays, whatever the locale, so that UTF-8 stays UTF-8.
constexpr char lower_ascii(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

inline std::string lower_ascii(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = lower_ascii(c);
    return out;
}

}  // namespace chronomap
