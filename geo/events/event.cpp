#include "geo/events/event.hpp"

namespace chronomap {

std::string_view name_of(EventKind kind) {
    switch (kind) {
        case EventKind::battle:
            return "battle";
        case EventKind::attack:
            return "attack";
        case EventKind::control_change:
            return "control-change";
        case EventKind::displacement:
            return "displacement";
        case EventKind::negotiation:
            return "negotiation";
        case EventKind::visit:
            return "visit";
        case EventKind::humanitarian:
            return "humanitarian";
        case EventKind::legal_act:
            return "legal-act";
        case EventKind::protest:
            return "protest";
        case EventKind::other:
            break;
    }
    return "other";
}

std::optional<EventKind> event_kind_from(std::string_view name) {
    for (int i = 0; i <= static_cast<int>(EventKind::protest); ++i)
        if (name_of(static_cast<EventKind>(i)) == name) return static_cast<EventKind>(i);
    return std::nullopt;
}

std::optional<Modality> modality_from(std::string_view name) {
    for (const Modality each : {Modality::fact, Modality::planned, Modality::possible, Modality::denied})
        if (name_of(each) == name) return each;
    return std::nullopt;
}

std::string_view name_of(Modality modality) {
    switch (modality) {
        case Modality::planned:
            return "planned";
        case Modality::possible:
            return "possible";
        case Modality::denied:
            return "denied";
        case Modality::fact:
            break;
    }
    return "fact";
}

std::string_view name_of(ResidueReason reason) {
    switch (reason) {
        case ResidueReason::undated:
            return "undated";
        case ResidueReason::unplaced:
            return "unplaced";
        case ResidueReason::ambiguous_place:
            return "ambiguous-place";
        case ResidueReason::not_an_event:
            break;
    }
    return "not-an-event";
}

}  // namespace chronomap
