#pragma once

#include <string>
#include <vector>

#include "geo/base/result.hpp"
#include "geo/events/apply_corrections.hpp"

namespace chronomap {

/// The articles of a project with their events as its user corrected them.
struct CorrectedProject {
    std::vector<ExtractionPtr> articles;
    std::vector<LostCorrection> lost;  ///< whose sentences are not in the articles any more
};

/// Error: the project or its corrections cannot be read.
Result<CorrectedProject> read_corrected_project(const std::string& path, RejectedEvents rejected);

/// "1 correction finds its sentence no more: “…” (place)": for the log; empty when none is lost.
std::string describe(const std::vector<LostCorrection>& lost);

}  // namespace chronomap
