#include "app/project/corrected_project.hpp"

#include "app/project/edits_document.hpp"
#include "geo/io/project_file.hpp"

namespace chronomap {

Result<CorrectedProject> read_corrected_project(const std::string& path, RejectedEvents rejected) {
    auto contents = read_project(path);
    if (!contents) return tl::unexpected(contents.error());
    const auto edits = edits_from(contents->documents);
    if (!edits) return fail(edits.error().message, path);
    AppliedCorrections applied = apply_corrections(contents->extractions, edits->corrections);
    CorrectedProject project;
    for (const ExtractionPtr& article : contents->extractions)
        project.articles.push_back(corrected(article, applied, rejected));
    project.lost = std::move(applied.lost);
    return project;
}

std::string describe(const std::vector<LostCorrection>& lost) {
    if (lost.empty()) return {};
    std::string text = lost.size() == 1 ? "1 correction finds its sentence no more:"
                                        : std::to_string(lost.size()) + " corrections find their sentences no more:";
    for (const LostCorrection& each : lost) text += " “" + each.quote + "” (" + each.what + ")";
    return text;
}

}  // namespace chronomap
