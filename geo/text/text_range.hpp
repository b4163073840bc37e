#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace chronomap {

/// Half-open range of BYTES in the UTF-8 text of one article. The engine works in bytes; everything that leaves the
/// program (JSONL, GeoPackage, annotations) counts code points and converts with CodePointIndex at that border.
struct TextRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    constexpr bool empty() const { return begin >= end; }
    constexpr std::uint32_t size() const { return empty() ? 0 : end - begin; }
    constexpr bool contains(const TextRange& other) const { return begin <= other.begin && other.end <= end; }
    constexpr bool overlaps(const TextRange& other) const { return begin < other.end && other.begin < end; }
    std::string_view of(std::string_view text) const { return text.substr(begin, size()); }
    friend constexpr bool operator==(const TextRange&, const TextRange&) = default;
};

/// Converts byte offsets of a UTF-8 text into code point offsets and back. O(1) per look-up after O(n) set-up.
class CodePointIndex {
  public:
    explicit CodePointIndex(std::string_view utf8);
    /// Code points before `byte`; offsets past the end give the length.
    std::uint32_t code_point_at(std::uint32_t byte) const;
    /// First byte of the code point `code_point`.
    std::uint32_t byte_at(std::uint32_t code_point) const;

  private:
    std::string_view text_;
    std::vector<std::uint32_t> before_block_;  // code points before each 64-byte block
};

}  // namespace chronomap
