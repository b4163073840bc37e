#include "geo/places/world_index_writer.hpp"

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <fstream>

#include "geo/places/normalise.hpp"

namespace chronomap {

using namespace world_format;

namespace {

std::uint32_t power_of_two_over(std::size_t n) {
    std::uint32_t size = 16;
    while (size < n) size *= 2;
    return size;
}

template <class T>
std::uint64_t append(std::string& file, const std::vector<T>& table) {
    file.resize((file.size() + 7) / 8 * 8);
    const std::uint64_t at = file.size();
    file.append(reinterpret_cast<const char*>(table.data()), table.size() * sizeof(T));
    return at;
}

}  // namespace

std::uint32_t WorldIndexWriter::intern(std::string_view text) {
    if (text.empty()) return 0;
    const auto [found, added] = interned_.try_emplace(std::string(text), static_cast<std::uint32_t>(strings_.size()));
    if (added) {
        strings_ += text;
        strings_ += '\0';
    }
    return found->second;
}

std::uint32_t WorldIndexWriter::add_place(const Place& place) {
    constexpr std::string_view geonames = "geonames:";
    PlaceRow row{};
    if (place.id.starts_with(geonames))
        row.id = static_cast<std::uint32_t>(std::stoul(place.id.substr(geonames.size())));
    else
        row.id_text = intern(place.id);
    row.name = intern(place.name);
    row.admin1 = intern(place.admin1);
    row.lon = static_cast<float>(place.location.lon);
    row.lat = static_cast<float>(place.location.lat);
    if (place.box) {
        row.west = static_cast<float>(place.box->west);
        row.south = static_cast<float>(place.box->south);
        row.east = static_cast<float>(place.box->east);
        row.north = static_cast<float>(place.box->north);
    }
    row.population_low = static_cast<std::uint32_t>(place.population);
    row.population_high = static_cast<std::uint32_t>(place.population >> 32);
    if (place.country.size() == 2) std::memcpy(row.country, place.country.data(), 2);
    row.feature = static_cast<char>(place.feature);
    row.extent = static_cast<std::uint8_t>(place.extent);
    std::memcpy(row.code, place.feature_code.data(), std::min(place.feature_code.size(), sizeof(row.code)));
    std::string aliases;
    for (const PlaceName& name : place.names) {
        if (!aliases.empty()) aliases += '\n';
        aliases += name.language + "\t" + name.text;
    }
    row.aliases = intern(aliases);
    rows_.push_back(row);
    return static_cast<std::uint32_t>(rows_.size() - 1);
}

void WorldIndexWriter::add_name(std::uint32_t place, std::string_view name, bool primary) {
    for (const std::string& key : name_keys(name)) add_key(place, key, primary);
}

void WorldIndexWriter::add_key(std::uint32_t place, std::string_view key, bool primary) {
    names_.push_back({key_hash(key), place, primary});
    const auto words = static_cast<std::uint32_t>(std::count(key.begin(), key.end(), ' ') + 1);
    auto& longest = first_words_[std::string(key.substr(0, key.find(' ')))];
    longest = std::max(longest, words);
}

std::vector<NameSlot> WorldIndexWriter::sort_names(std::vector<std::uint32_t>& postings) {
    const auto population = [&](std::uint32_t place) {
        return (std::uint64_t{rows_[place].population_high} << 32) | rows_[place].population_low;
    };
    // Countries and provinces come first: their populations are not always known, and readers take only the first.
    const auto rank = [&](std::uint32_t place) {
        const std::string_view code(rows_[place].code, strnlen(rows_[place].code, sizeof(rows_[place].code)));
        return code == "PCLI" || code == "CONT" ? 0 : code == "ADM1" ? 1 : 2;
    };
    std::sort(names_.begin(), names_.end(), [&](const Posting& a, const Posting& b) {
        if (a.hash != b.hash) return a.hash < b.hash;
        if (rank(a.place) != rank(b.place)) return rank(a.place) < rank(b.place);
        if (population(a.place) != population(b.place)) return population(a.place) > population(b.place);
        if (a.place != b.place) return a.place < b.place;
        return a.primary > b.primary;
    });
    names_.erase(std::unique(names_.begin(), names_.end(),
                             [](const Posting& a, const Posting& b) { return a.hash == b.hash && a.place == b.place; }),
                 names_.end());
    std::size_t keys = 0;
    for (std::size_t i = 0; i < names_.size(); ++i) keys += i == 0 || names_[i].hash != names_[i - 1].hash;
    std::vector<NameSlot> slots(power_of_two_over(keys * 3 / 2));
    const std::size_t mask = slots.size() - 1;
    for (std::size_t i = 0; i < names_.size();) {
        std::size_t end = i;
        const auto first = static_cast<std::uint32_t>(postings.size());
        for (; end < names_.size() && names_[end].hash == names_[i].hash; ++end)
            postings.push_back(names_[end].place | (names_[end].primary ? primary_bit : 0));
        std::size_t slot = names_[i].hash & mask;
        while (slots[slot].count != 0) slot = (slot + 1) & mask;
        slots[slot] = {names_[i].hash, first, static_cast<std::uint32_t>(end - i)};
        i = end;
    }
    return slots;
}

std::vector<WordSlot> WorldIndexWriter::word_slots() const {
    std::vector<WordSlot> slots(power_of_two_over(first_words_.size() * 2));
    const std::size_t mask = slots.size() - 1;
    // In a fixed order, so that the same sources give the same file.
    std::vector<std::pair<std::uint64_t, std::uint32_t>> words;
    words.reserve(first_words_.size());
    for (const auto& [word, longest] : first_words_) words.emplace_back(key_hash(word), longest);
    std::sort(words.begin(), words.end());
    for (const auto& [hash, longest] : words) {
        std::size_t slot = static_cast<std::uint32_t>(hash) & mask;
        while (slots[slot].words != 0) slot = (slot + 1) & mask;
        slots[slot] = {static_cast<std::uint32_t>(hash >> 32), longest};
    }
    return slots;
}

Result<void> WorldIndexWriter::write(const std::string& output) {
    std::vector<std::uint32_t> postings;
    const std::vector<NameSlot> names = sort_names(postings);
    std::vector<IdRow> ids;
    for (std::size_t i = 0; i < rows_.size(); ++i)
        if (rows_[i].id != 0) ids.push_back({rows_[i].id, static_cast<std::uint32_t>(i)});
    std::sort(ids.begin(), ids.end(), [](const IdRow& a, const IdRow& b) {
        return a.number != b.number ? a.number < b.number : a.place < b.place;
    });

    Header header{};
    std::memcpy(header.magic, magic, sizeof(magic));
    header.sources = intern(sources_);
    header.place_count = static_cast<std::uint32_t>(rows_.size());
    header.name_slots = static_cast<std::uint32_t>(names.size());
    header.name_count =
        static_cast<std::uint32_t>(std::ranges::count_if(names, [](const NameSlot& slot) { return slot.count > 0; }));
    header.posting_count = static_cast<std::uint32_t>(postings.size());
    header.id_count = static_cast<std::uint32_t>(ids.size());
    header.string_bytes = static_cast<std::uint32_t>(strings_.size());
    std::string file(sizeof(Header), '\0');
    header.places_at = append(file, rows_);
    header.names_at = append(file, names);
    header.postings_at = append(file, postings);
    const std::vector<WordSlot> words = word_slots();
    header.word_slots = static_cast<std::uint32_t>(words.size());
    header.words_at = append(file, words);
    header.ids_at = append(file, ids);
    header.strings_at = append(file, std::vector<char>(strings_.begin(), strings_.end()));
    header.file_bytes = file.size();
    std::memcpy(file.data(), &header, sizeof(header));

    const std::string temporary = output + ".part";
    std::ofstream stream(temporary, std::ios::binary | std::ios::trunc);
    stream.write(file.data(), static_cast<std::streamsize>(file.size()));
    stream.close();
    if (!stream) return fail("cannot write", temporary);
    if (std::rename(temporary.c_str(), output.c_str()) != 0) return fail("cannot rename", output);
    return {};
}

}  // namespace chronomap
