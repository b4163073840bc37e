// Any bytes as a gazetteer of the user's: Linked Places (whole, and one feature a line) and GeoNames dumps.

#include <cmath>

#include "geo/places/linked_places.hpp"
#include "tests/fuzz/bytes.hpp"

using namespace chronomap;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    constexpr const char* endings[] = {".json", ".jsonl", ".txt"};
    const auto read = read_gazetteer_file(fuzz::file_with(fuzz::text_of(data + 1, size - 1), endings[data[0] % 3]));
    if (!read) {
        fuzz::require(!read.error().text().empty(), "a gazetteer that is refused is refused in words");
        return 0;
    }
    for (const Place& place : read->places) {
        fuzz::require(!place.id.empty() && !place.name.empty(), "a place has an id and a name");
        fuzz::require(std::abs(place.location.lon) <= 180 && std::abs(place.location.lat) <= 90,
                      "a place lies on the globe");
    }
    return 0;
}
