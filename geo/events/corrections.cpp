#include "geo/events/corrections.hpp"

namespace chronomap {

bool operator==(const ChosenPlace& a, const ChosenPlace& b) {
    if (a.place == b.place) return true;
    if (!a.place || !b.place) return false;
    return a.place->id == b.place->id && a.place->name == b.place->name && a.place->location == b.place->location &&
           a.place->extent == b.place->extent;
}

bool EventCorrection::says_nothing() const {
    return !place && !date && !kind && !attribution && verdict == Verdict::none && note.empty();
}

}  // namespace chronomap
