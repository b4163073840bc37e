#include "geo/places/world_index.hpp"

#include <algorithm>
#include <cstring>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "geo/places/normalise.hpp"
#include "geo/places/world_index_format.hpp"

namespace chronomap {
namespace {

using namespace world_format;

const Header& header_of(const unsigned char* data) {
    return *reinterpret_cast<const Header*>(data);
}

template <class T>
const T* table(const unsigned char* data, std::uint64_t at) {
    return reinterpret_cast<const T*>(data + at);
}

std::string_view string_at(const unsigned char* data, std::uint32_t offset) {
    const Header& header = header_of(data);
    if (offset >= header.string_bytes) return {};
    return reinterpret_cast<const char*>(data + header.strings_at + offset);
}

/// Where the place with this id is from.
const char* source_of(std::string_view id) {
    if (id.starts_with("geonames:")) return "GeoNames (CC BY 4.0)";
    if (id.starts_with("us")) return "zipcodes (MIT)";
    if (id.starts_with("iata:")) return "airportsdata (MIT)";
    return "Natural Earth (public domain)";
}

/// Does a table of `count` rows of T lie inside the file?
template <class T>
bool fits(std::uint64_t at, std::uint64_t count, std::uint64_t bytes) {
    return at % 8 == 0 && at <= bytes && count <= (bytes - at) / sizeof(T);
}

bool is_sound(const Header& header, std::uint64_t bytes) {
    const auto power_of_two = [](std::uint32_t n) { return n > 0 && (n & (n - 1)) == 0; };
    return std::memcmp(header.magic, magic, sizeof(magic)) == 0 && header.file_bytes == bytes &&
           fits<PlaceRow>(header.places_at, header.place_count, bytes) &&
           fits<NameSlot>(header.names_at, header.name_slots, bytes) && power_of_two(header.name_slots) &&
           fits<std::uint32_t>(header.postings_at, header.posting_count, bytes) &&
           fits<WordSlot>(header.words_at, header.word_slots, bytes) && power_of_two(header.word_slots) &&
           fits<IdRow>(header.ids_at, header.id_count, bytes) &&
           fits<char>(header.strings_at, header.string_bytes, bytes);
}

}  // namespace

Result<std::unique_ptr<WorldIndex>> WorldIndex::open(const std::string& path) {
    constexpr const char* remedy = "build the project again, or run `chronomap gazetteer build`";
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return fail("cannot open the world gazetteer", path, 0, remedy);
    struct stat status {};
    void* mapped = MAP_FAILED;
    if (::fstat(file, &status) == 0 && status.st_size >= static_cast<off_t>(sizeof(Header)))
        mapped = ::mmap(nullptr, static_cast<std::size_t>(status.st_size), PROT_READ, MAP_SHARED, file, 0);
    ::close(file);
    if (mapped == MAP_FAILED) return fail("not a world gazetteer", path, 0, remedy);
    std::unique_ptr<WorldIndex> index(new WorldIndex);
    index->data_ = static_cast<const unsigned char*>(mapped);
    index->bytes_ = static_cast<std::size_t>(status.st_size);
    if (!is_sound(header_of(index->data_), index->bytes_))
        return fail("a world gazetteer of another version, or a damaged one", path, 0, remedy);
    return index;
}

WorldIndex::~WorldIndex() {
    if (data_ != nullptr) ::munmap(const_cast<unsigned char*>(data_), bytes_);
}

std::uint32_t WorldIndex::size() const {
    return header_of(data_).place_count;
}

std::uint32_t WorldIndex::names() const {
    return header_of(data_).name_count;
}

int WorldIndex::longest_name(std::string_view first) const {
    const Header& header = header_of(data_);
    const auto* slots = table<WordSlot>(data_, header.words_at);
    const std::uint64_t hash = key_hash(first);
    const auto tag = static_cast<std::uint32_t>(hash >> 32);
    const std::uint32_t mask = header.word_slots - 1;
    auto slot = static_cast<std::uint32_t>(hash) & mask;
    for (std::uint32_t step = 0; step <= mask && slots[slot].words != 0; ++step, slot = (slot + 1) & mask)
        if (slots[slot].hash == tag) return static_cast<int>(slots[slot].words);
    return 0;
}

void WorldIndex::find(std::string_view key, std::vector<WorldPlace>& out) const {
    const Header& header = header_of(data_);
    const auto* slots = table<NameSlot>(data_, header.names_at);
    const auto* postings = table<std::uint32_t>(data_, header.postings_at);
    const std::uint64_t hash = key_hash(key);
    const std::uint32_t mask = header.name_slots - 1;
    auto slot = static_cast<std::uint32_t>(hash) & mask;
    for (std::uint32_t step = 0; step <= mask && slots[slot].count != 0; ++step, slot = (slot + 1) & mask) {
        if (slots[slot].hash != hash) continue;
        const std::uint64_t end =
            std::min<std::uint64_t>(std::uint64_t{slots[slot].first_posting} + slots[slot].count, header.posting_count);
        for (std::uint64_t i = slots[slot].first_posting; i < end; ++i) {
            const std::uint32_t place = postings[i] & ~primary_bit;
            if (place < header.place_count) out.push_back({place, (postings[i] & primary_bit) != 0});
        }
        return;
    }
}

Place WorldIndex::place(std::uint32_t index) const {
    const PlaceRow& row = table<PlaceRow>(data_, header_of(data_).places_at)[index];
    Place place;
    place.id = row.id != 0 ? "geonames:" + std::to_string(row.id) : std::string(string_at(data_, row.id_text));
    place.name = string_at(data_, row.name);
    place.names.push_back({place.name, "", all_time, false, false});
    std::string_view aliases = string_at(data_, row.aliases);
    while (!aliases.empty()) {
        const std::size_t end = std::min(aliases.find('\n'), aliases.size());
        const std::string_view line = aliases.substr(0, end);
        const std::size_t tab = std::min(line.find('\t'), line.size());
        if (tab < line.size())
            place.names.push_back(
                {std::string(line.substr(tab + 1)), std::string(line.substr(0, tab)), all_time, false, false});
        aliases.remove_prefix(std::min(end + 1, aliases.size()));
    }
    place.location = {row.lon, row.lat};
    if (row.west != 0 || row.south != 0 || row.east != 0 || row.north != 0)
        place.box = GeoBox{row.west, row.south, row.east, row.north};
    place.extent = static_cast<ExtentClass>(row.extent);
    place.feature = static_cast<FeatureClass>(row.feature);
    place.feature_code.assign(row.code, strnlen(row.code, sizeof(row.code)));
    if (row.country[0] != 0) place.country.assign(row.country, 2);
    place.admin1 = string_at(data_, row.admin1);
    place.population = static_cast<std::int64_t>((std::uint64_t{row.population_high} << 32) | row.population_low);
    place.sources = {source_of(place.id)};
    return place;
}

std::int64_t WorldIndex::by_geonames(std::uint32_t number) const {
    const Header& header = header_of(data_);
    const auto* ids = table<IdRow>(data_, header.ids_at);
    const auto* end = ids + header.id_count;
    const auto* found =
        std::lower_bound(ids, end, number, [](const IdRow& row, std::uint32_t value) { return row.number < value; });
    return found != end && found->number == number && found->place < header.place_count ? std::int64_t{found->place}
                                                                                        : -1;
}

std::int64_t WorldIndex::by_id(std::string_view id) const {
    constexpr std::string_view geonames = "geonames:";
    if (id.substr(0, geonames.size()) == geonames) {
        std::uint64_t number = 0;
        for (const char c : id.substr(geonames.size())) {
            if (c < '0' || c > '9' || number > 0xFFFFFFFFULL) return -1;
            number = number * 10 + static_cast<unsigned>(c - '0');
        }
        // 0 marks places that GeoNames does not number.
        return number == 0 || number > 0xFFFFFFFFULL ? -1 : by_geonames(static_cast<std::uint32_t>(number));
    }
    // Places without a GeoNames number (provinces) are found by their id as a name.
    std::vector<WorldPlace> found;
    find(id, found);
    for (const WorldPlace& place : found)
        if (this->place(place.index).id == id) return place.index;
    return -1;
}

std::vector<std::string> WorldIndex::sources() const {
    std::vector<std::string> lines;
    std::string_view text = string_at(data_, header_of(data_).sources);
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

}  // namespace chronomap
