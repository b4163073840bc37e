#include "app/export/scene_at.hpp"

namespace chronomap {
namespace {

/// What the picture's caption says of the time shown.
std::string caption(const std::optional<EdtfDate>& date, TimeMode mode) {
    if (!date) return "All dates";
    const std::string said = describe(*date);
    switch (mode) {
        case TimeMode::until:
            return "Until " + said;
        case TimeMode::since:
            return "Since " + said;
        case TimeMode::instant:
        case TimeMode::window:
            break;
    }
    return said;
}

}  // namespace

Scene scene_at(const Scene& scene, const std::optional<EdtfDate>& date, TimeMode mode) {
    Scene moved = scene;
    moved.time = date ? TimeSelection{mode, date->span()} : TimeSelection{};
    moved.furniture.date_caption = caption(date, mode);
    return moved;
}

}  // namespace chronomap
