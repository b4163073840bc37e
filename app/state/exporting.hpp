#pragma once

#include <optional>

#include "app/export/export_job.hpp"
#include "app/state/app_state.hpp"

namespace chronomap {

/// The map as the window shows it, for an export: with title, date and legend whether the window has them or not, as
/// large as wanted (nothing: as in the window). Fills in the dots an inch of paper that nobody gave. Error: a size that
/// pictures cannot have.
Result<ExportedMap> exported_map(const AppState& state, const std::optional<PictureSize>& size, ExportRequest& request);

}  // namespace chronomap
