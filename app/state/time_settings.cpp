#include "app/state/time_settings.hpp"

namespace chronomap {

std::string_view name_of(TimelineStacking stacking) {
    return stacking == TimelineStacking::kind ? "kind" : "article";
}

std::optional<TimelineStacking> timeline_stacking_from(std::string_view name) {
    for (const TimelineStacking each : {TimelineStacking::kind, TimelineStacking::article})
        if (name_of(each) == name) return each;
    return std::nullopt;
}

std::string_view name_of_step(const std::optional<CalendarUnit>& step) {
    return step ? name_of(*step) : "stop";
}

}  // namespace chronomap
