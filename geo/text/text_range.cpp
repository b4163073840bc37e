#include "geo/text/text_range.hpp"

#include <algorithm>
#include <bit>

namespace chronomap {
namespace {

constexpr std::uint32_t block_bytes = 64;

/// Code points that begin in `bytes`: every byte but the continuations 10xxxxxx.
std::uint32_t begins_in(std::string_view bytes) {
    std::uint32_t count = 0;
    for (char c : bytes) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    return count;
}

}  // namespace

CodePointIndex::CodePointIndex(std::string_view utf8) : text_(utf8) {
    before_block_.reserve(utf8.size() / block_bytes + 2);
    std::uint32_t count = 0;
    for (std::size_t at = 0; at <= utf8.size(); at += block_bytes) {
        before_block_.push_back(count);
        count += begins_in(utf8.substr(at, block_bytes));
    }
}

std::uint32_t CodePointIndex::code_point_at(std::uint32_t byte) const {
    byte = std::min(byte, static_cast<std::uint32_t>(text_.size()));
    const std::uint32_t block = byte / block_bytes;
    return before_block_[block] + begins_in(text_.substr(block * block_bytes, byte - block * block_bytes));
}

std::uint32_t CodePointIndex::byte_at(std::uint32_t code_point) const {
    const auto after = std::upper_bound(before_block_.begin(), before_block_.end(), code_point);
    const auto block = static_cast<std::uint32_t>(after - before_block_.begin() - 1);
    std::uint32_t count = before_block_[block];
    for (std::uint32_t byte = block * block_bytes; byte < text_.size(); ++byte) {
        if ((static_cast<unsigned char>(text_[byte]) & 0xC0) == 0x80) continue;
        if (count == code_point) return byte;
        ++count;
    }
    return static_cast<std::uint32_t>(text_.size());
}

}  // namespace chronomap
