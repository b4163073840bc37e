#pragma once

#include <cstdint>

#include "geo/io/basemap.hpp"

namespace chronomap::basemap_format {

/// The pack is one file in native byte order that is mapped and used as it lies:
///   Header | Range directory[layer][level] | double tolerance[level] | BasemapFeature[] | Part[] | PackedPoint[] |
///   text
/// Text is NUL-terminated UTF-8; offset 0 is the empty string; `sources` are the first strings after it.
inline constexpr char magic[8] = {'C', 'M', 'B', 'A', 'S', 'E', '0', '3'};

struct Header {
    char magic[8];
    std::uint32_t layers;
    std::uint32_t levels;
    std::uint64_t directory_at;  ///< offsets in bytes from the file's begin, multiples of 8
    std::uint64_t tolerances_at;
    std::uint64_t features_at, feature_count;
    std::uint64_t parts_at, part_count;
    std::uint64_t points_at, point_count;
    std::uint64_t text_at, text_bytes;
    std::uint64_t source_count;
    std::uint64_t file_bytes;
};

/// Features [first, first + count) of one layer at one level.
struct Range {
    std::uint32_t first;
    std::uint32_t count;
};

/// Points [first, first + count) of one ring or line.
struct Part {
    std::uint32_t first;
    std::uint32_t count;
};

static_assert(sizeof(PackedPoint) == 8 && sizeof(BasemapFeature) == 44 && sizeof(Header) % 8 == 0);

}  // namespace chronomap::basemap_format
