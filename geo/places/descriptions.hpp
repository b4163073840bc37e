#pragma once

#include <vector>

#include "geo/places/name_scan.hpp"

namespace chronomap {

/// Is the place `inner` in the administrative area `outer`, as far as boxes and codes of provinces tell? False where
/// they are the same.
bool is_within(const Place& inner, const Place& outer);

/// What a sentence says of where a place lies.
struct Description {
    PlacePtr container;      ///< null: none of the span's candidates lies where it says, or it says nothing
    bool elsewhere = false;  ///< it says so, and none of them does
};

/// "Richmond is a city in Ray County, Missouri": what a sentence that tells what kind of place the span `s` is says it
/// lies in: the finest area named behind the noun that has one of the span's candidates and agrees with the others.
Description described_by(const ScannedText& text, const std::vector<NameSpan>& spans, std::size_t s);

}  // namespace chronomap
