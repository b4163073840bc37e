#include "geo/io/stored_names.hpp"

namespace chronomap {

std::string_view name_of(PlaceMentionKind kind) {
    switch (kind) {
        case PlaceMentionKind::dateline:
            return "dateline";
        case PlaceMentionKind::fuzzy:
            return "fuzzy";
        case PlaceMentionKind::anaphor:
            return "anaphor";
        case PlaceMentionKind::demonym:
            return "demonym";
        case PlaceMentionKind::unlisted:
            return "unlisted";
        case PlaceMentionKind::part_of_name:
            return "part-of-name";
        case PlaceMentionKind::toponym:
            break;
    }
    return "toponym";
}

std::string_view name_of(DateMentionKind kind) {
    switch (kind) {
        case DateMentionKind::duration:
            return "duration";
        case DateMentionKind::time_of_day:
            return "time-of-day";
        case DateMentionKind::vague:
            return "vague";
        case DateMentionKind::date:
            break;
    }
    return "date";
}

std::string_view name_of(ExtentClass extent) {
    switch (extent) {
        case ExtentClass::line:
            return "line";
        case ExtentClass::area:
            return "area";
        case ExtentClass::point:
            break;
    }
    return "point";
}

}  // namespace chronomap
