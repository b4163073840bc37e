#pragma once

#include <optional>

#include "geo/time/edtf.hpp"
#include "render/scene/scene.hpp"

namespace chronomap {

/// `scene` at another time: selection and date caption. Without a date: all events.
Scene scene_at(const Scene& scene, const std::optional<EdtfDate>& date, TimeMode mode);

}  // namespace chronomap
