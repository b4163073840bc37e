#pragma once

#include <cstdint>

namespace chronomap::world_format {

/// world.gaz, little-endian, every table aligned to 8 bytes:
/// header, places, name slots, postings, first-word slots, ids (sorted), string pool.
inline constexpr char magic[8] = {'C', 'M', 'G', 'A', 'Z', '0', '0', '3'};

struct Header {
    char magic[8];
    std::uint64_t file_bytes;
    std::uint64_t places_at, names_at, postings_at, words_at, ids_at, strings_at;
    std::uint32_t place_count;
    std::uint32_t name_slots;  ///< a power of two
    std::uint32_t posting_count;
    std::uint32_t word_slots;  ///< a power of two
    std::uint32_t id_count;
    std::uint32_t string_bytes;
    std::uint32_t sources;  ///< string: one source a line
    std::uint32_t name_count;  ///< slots that are taken: different names, as they are folded
};

/// Strings are offsets into the pool, each ended by a zero byte; 0 is the empty string.
struct PlaceRow {
    std::uint32_t id;  ///< GeoNames number, 0: `id_text` is the id
    std::uint32_t id_text;
    std::uint32_t name;
    std::uint32_t admin1;
    float lon, lat;
    float west, south, east, north;  ///< all zero: no box
    std::uint32_t population_low;
    std::uint32_t population_high;
    char country[2];
    char feature;
    std::uint8_t extent;
    char code[8];
    std::uint32_t aliases;  ///< string: further names, one a line ("language<TAB>name")
};

/// Open addressing by the low bits of the hash; count 0 is a free slot.
struct NameSlot {
    std::uint64_t hash;
    std::uint32_t first_posting;
    std::uint32_t count;
};

/// Bit 31 of a posting: the name is the main one of that place.
inline constexpr std::uint32_t primary_bit = 0x80000000U;

/// Longest name, in words, that begins with a word. words 0 is a free slot.
struct WordSlot {
    std::uint32_t hash;
    std::uint32_t words;
};

struct IdRow {
    std::uint32_t number;
    std::uint32_t place;
};

}  // namespace chronomap::world_format
