#pragma once

#include "geo/events/sentence_reading.hpp"

namespace chronomap {

/// How well a place of a sentence fits as the place where its event happened: the preposition before it, how fine it
/// is, and whether it stands for people instead ("Baku says", "backed by Türkiye", "between Baku and Yerevan"). Places
/// below `weakest_location` are not locations.
double location_score(const SentenceReading& sentence, const PlaceMention& place);

inline constexpr double weakest_location = 1.0;

/// The places of a sentence that its event happened at, best first: those within reach of the best one, without larger
/// places that hold a finer one.
std::vector<const PlaceMention*> locations_of(const SentenceReading& sentence);
/// The same of one clause alone: those within `clause` (bytes).
std::vector<const PlaceMention*> locations_of(const SentenceReading& sentence, const TextRange& clause);

/// True when `place` is a country, a continent or another place too large to be shown as where something happened while
/// a finer one is there.
bool is_large(const Place& place);
/// The same, or a province or a region.
bool is_coarse(const Place& place);

}  // namespace chronomap
