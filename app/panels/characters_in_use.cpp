#include "app/panels/characters_in_use.hpp"

#include <unicode/utf8.h>

namespace chronomap {
namespace {

/// Below are Latin, Greek, Cyrillic and Armenian; Georgian and the signs from 1E00 to 2FFF are loaded as well.
bool is_always_loaded(UChar32 c) {
    return c < 0x0590 || (c >= 0x10A0 && c <= 0x10FF) || (c >= 0x1E00 && c <= 0x2E7F) || c >= 0xFFF0;
}

}  // namespace

bool CharactersInUse::add(std::string_view text) {
    bool is_new = false;
    const auto length = static_cast<std::int64_t>(text.size());
    for (std::int64_t at = 0; at < length;) {
        // Most texts are plain.
        if (static_cast<unsigned char>(text[static_cast<std::size_t>(at)]) < 0x80) {
            ++at;
            continue;
        }
        UChar32 c = 0;
        U8_NEXT(text.data(), at, length, c);
        if (c < 0 || is_always_loaded(c) || used_[static_cast<std::size_t>(c)]) continue;
        used_.set(static_cast<std::size_t>(c));
        is_new = true;
    }
    return is_new;
}

std::vector<std::uint16_t> CharactersInUse::ranges() const {
    std::vector<std::uint16_t> ranges;
    for (std::size_t c = 1; c < used_.size(); ++c) {
        if (!used_[c]) continue;
        const auto character = static_cast<std::uint16_t>(c);
        if (!ranges.empty() && ranges.back() + 1 == character)
            ranges.back() = character;
        else
            ranges.insert(ranges.end(), {character, character});
    }
    ranges.push_back(0);
    return ranges;
}

}  // namespace chronomap
