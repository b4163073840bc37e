#include "geo/text/graphemes.hpp"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <algorithm>
#include <memory>

namespace chronomap {
namespace {

bool is_plain(std::string_view text) {
    // \r\n is the only cluster of two ASCII characters.
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80 && c != '\r'; });
}

std::vector<std::uint32_t> each_byte(std::size_t size) {
    std::vector<std::uint32_t> ends(size);
    for (std::uint32_t i = 0; i < size; ++i) ends[i] = i + 1;
    return ends;
}

/// ICU's iterator takes long to make and is not to be used by two threads.
icu::BreakIterator* character_iterator() {
    thread_local const std::unique_ptr<icu::BreakIterator> iterator = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::BreakIterator> made(
            icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
        return U_SUCCESS(status) ? std::move(made) : nullptr;
    }();
    return iterator.get();
}

}  // namespace

std::vector<std::uint32_t> grapheme_ends(std::string_view text) {
    icu::BreakIterator* iterator = is_plain(text) ? nullptr : character_iterator();
    if (iterator == nullptr) return each_byte(text.size());
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UText, decltype(&utext_close)> utext(
        utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status), utext_close);
    iterator->setText(utext.get(), status);
    if (U_FAILURE(status)) return each_byte(text.size());
    std::vector<std::uint32_t> ends;
    iterator->first();
    for (std::int32_t end = iterator->next(); end != icu::BreakIterator::DONE; end = iterator->next())
        ends.push_back(static_cast<std::uint32_t>(end));
    return ends;
}

}  // namespace chronomap
