#include "render/scene/mark_fading.hpp"

#include <algorithm>
#include <cmath>

namespace chronomap {

void fade_marks(EventMarks& marks, const EventSet& events, const TimeSelection& time, int fade_days) {
    if (time.mode != TimeMode::until || fade_days <= 0 || time.span.begin == open_begin || time.span.end == open_end)
        return;
    const auto faded = [&](const EventMark& mark) {
        Day youngest = open_begin;
        for (const EventIndex index : mark.events) youngest = std::max(youngest, events.spans[index].end);
        if (mark.events.empty() || youngest >= time.span.begin) return 0.0F;
        const double age = static_cast<double>(time.span.begin.time_since_epoch().count()) -
                           static_cast<double>(youngest.time_since_epoch().count());
        return static_cast<float>(std::min(1.0, age / fade_days));
    };
    for (auto* each : {&marks.symbols, &marks.shapes})
        for (EventMark& mark : *each) mark.faded = faded(mark);
}

std::string words_of_days(int days) {
    const auto counted = [](int count, const char* unit) {
        return count == 1 ? std::string("a ") + unit : std::to_string(count) + " " + unit + "s";
    };
    const int years = static_cast<int>(std::lround(days / 365.2425)), months = static_cast<int>(std::lround(days / 30.436875));
    if (years > 0 && std::abs(years * 365.2425 - days) <= 1) return counted(years, "year");
    if (months > 0 && std::abs(months * 30.436875 - days) <= 1) return counted(months, "month");
    return counted(days, "day");
}

}  // namespace chronomap
