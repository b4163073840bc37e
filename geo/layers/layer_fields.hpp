#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "geo/base/result.hpp"
#include "geo/time/edtf.hpp"

namespace chronomap {

/// Which fields of a vector file say what of a layer's features, guessed from their names; empty: there is none.
struct LayerFields {
    std::string name, holder, status, source;
    std::string begin, end;  ///< first and last day
    std::string when;        ///< one field for both: a year, a day, an EDTF interval

    bool has_time() const { return !begin.empty() || !end.empty() || !when.empty(); }
};

/// Names compare without case, "_", "-" and spaces.
LayerFields guess_layer_fields(const std::vector<std::string>& names);

/// A cell as GDAL writes it ("1994/05/12", "1994-05-12", "1994", "1994/2020" in EDTF). Empty for an empty cell. Error:
/// anything else.
Result<EdtfDate> layer_date_from(std::string_view cell);

/// From the first day of `begin` to the last day of `end`, that day included; an empty date leaves its side open.
/// Error: the end lies before the begin.
Result<TimeSpan> layer_span(const EdtfDate& begin, const EdtfDate& end);

}  // namespace chronomap
