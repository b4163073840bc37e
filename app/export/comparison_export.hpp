#pragma once

#include <array>
#include <string>

#include "geo/time/edtf.hpp"
#include "render/furniture/comparison_layout.hpp"
#include "render/snapshot/picture_writer.hpp"

namespace chronomap {

/// "1993,2020", each as a date is typed. Error: not two dates; names what is wrong.
Result<std::array<EdtfDate, 2>> compared_dates_from(const std::string& text);

/// The scene at two dates on one sheet, in one step: an error or a stop leaves no file.
Result<void> write_comparison(PictureWriter& pictures, const Scene& scene, TimeMode mode,
                              const std::array<EdtfDate, 2>& dates, const ComparisonSheet& sheet,
                              const std::string& path, const PictureOptions& options, const Progress& progress);

}  // namespace chronomap
