#include "app/export/comparison_export.hpp"

#include "app/export/scene_at.hpp"

namespace chronomap {

Result<std::array<EdtfDate, 2>> compared_dates_from(const std::string& text) {
    const std::size_t comma = text.find(',');
    if (comma == std::string::npos || text.find(',', comma + 1) != std::string::npos)
        return fail("'" + text + "' is not two dates; write them as 1993,2020");
    std::array<EdtfDate, 2> dates;
    const std::array<std::string, 2> words{text.substr(0, comma), text.substr(comma + 1)};
    for (std::size_t i = 0; i < dates.size(); ++i) {
        auto date = parse_date_as_typed(words[i]);
        if (!date) return fail("'" + words[i] + "' is not a date; write two as 1993,2020 or 1992-05,2023-09-19");
        dates[i] = std::move(*date);
    }
    if (dates[0] == dates[1]) return fail("both dates are " + dates[0].text() + ": there is nothing to compare");
    return dates;
}

Result<void> write_comparison(PictureWriter& pictures, const Scene& scene, TimeMode mode,
                              const std::array<EdtfDate, 2>& dates, const ComparisonSheet& sheet,
                              const std::string& path, const PictureOptions& options, const Progress& progress) {
    const auto fonts = FontSet::open();
    if (!fonts) return tl::unexpected(fonts.error());
    const auto page =
        lay_out_comparison(scene_at(scene, dates[0], mode), scene_at(scene, dates[1], mode), sheet, **fonts);
    if (!page) return tl::unexpected(page.error());
    return pictures.write(*page, path, options, progress);
}

}  // namespace chronomap
