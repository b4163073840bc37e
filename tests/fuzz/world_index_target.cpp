// A world gazetteer that was damaged: bytes of a sound one are replaced (six bytes of input each: where, little-endian,
// by what, and whether the file ends there).

#include "geo/places/normalise.hpp"
#include "geo/places/world_index.hpp"
#include "geo/places/world_index_writer.hpp"
#include "tests/fuzz/bytes.hpp"

using namespace chronomap;

namespace {

std::string sound_index() {
    WorldIndexWriter writer;
    for (int i = 0; i < 12; ++i) {
        Place place;
        place.id = i % 3 == 2 ? "own:" + std::to_string(i) : "geonames:" + std::to_string(100 + i);
        place.name = "Upper Town " + std::to_string(i % 5);
        place.location = {40.0 + i, 39.5};
        place.country = "AZ";
        place.population = 1000 * i;
        const std::uint32_t index = writer.add_place(place);
        writer.add_name(index, place.name, true);
        if (i % 3 == 2) writer.add_key(index, place.id, false);
    }
    writer.add_source("made for this test");
    const std::string path = fuzz::file_with("", ".gaz");
    fuzz::require(writer.write(path).has_value(), "a world gazetteer is written");
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const std::string sound = sound_index();
    std::string bytes = sound;
    for (std::size_t i = 0; i + 6 <= size; i += 6) {
        const std::size_t at = (std::size_t{data[i]} | std::size_t{data[i + 1]} << 8 | std::size_t{data[i + 2]} << 16 |
                                std::size_t{data[i + 3]} << 24) %
                               sound.size();
        if (at < bytes.size()) bytes[at] = static_cast<char>(data[i + 4]);
        if (data[i + 5] == 255) bytes.resize(std::min(bytes.size(), at));
    }
    const auto index = WorldIndex::open(fuzz::file_with(bytes, ".gaz"));
    if (!index) {
        fuzz::require(!index.error().text().empty(), "a gazetteer that is refused is refused in words");
        return 0;
    }
    std::vector<WorldPlace> found;
    for (const char* key : {"upper town 1", "upper", "own:2", "nowhere"}) {
        (void)(*index)->longest_name(key);
        (*index)->find(key, found);
    }
    for (const WorldPlace& place : found) (void)(*index)->place(place.index);
    for (std::uint32_t i = 0; i < std::min((*index)->size(), 100U); ++i) (void)(*index)->place(i);
    (void)(*index)->by_id("geonames:103");
    (void)(*index)->by_id("own:5");
    (void)(*index)->sources();
    return 0;
}
