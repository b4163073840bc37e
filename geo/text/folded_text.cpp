#include "geo/text/folded_text.hpp"

#include <vector>

namespace chronomap {

namespace {

constexpr bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/// Calls `take(char, byte)` for each byte of the folded text, with where it stands in `text`.
template <class Take>
void fold(std::string_view text, const Take& take) {
    bool blank_due = false, begun = false;
    std::size_t blank_at = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_space(text[i])) {
            if (!blank_due) blank_at = i;
            blank_due = begun;
            continue;
        }
        if (blank_due) take(' ', blank_at);
        blank_due = false;
        begun = true;
        take(text[i], i);
    }
}

}  // namespace

std::string white_space_folded(std::string_view text) {
    std::string folded;
    folded.reserve(text.size());
    fold(text, [&](char c, std::size_t) { folded += c; });
    return folded;
}

std::optional<TextRange> find_folded(std::string_view text, std::string_view quote, std::uint32_t near) {
    if (quote.empty()) return std::nullopt;
    std::string folded;
    std::vector<std::uint32_t> origin;
    fold(text, [&](char c, std::size_t at) {
        folded += c;
        origin.push_back(static_cast<std::uint32_t>(at));
    });
    std::optional<TextRange> nearest;
    const auto distance = [&](const TextRange& range) {
        return range.begin > near ? range.begin - near : near - range.begin;
    };
    for (std::size_t at = folded.find(quote); at != std::string::npos; at = folded.find(quote, at + 1)) {
        const TextRange range{origin[at], origin[at + quote.size() - 1] + 1};
        if (!nearest || distance(range) < distance(*nearest)) nearest = range;
    }
    return nearest;
}

}  // namespace chronomap
