#pragma once

#include <string>
#include <string_view>

#include "geo/base/result.hpp"
#include "geo/time/time_span.hpp"

namespace chronomap {

/// How fine a date is; for an interval, the coarser of its ends.
enum class DatePrecision { none, day, month, season, year, decade, century, interval };

/// A date in Extended Date/Time Format, ISO 8601-2 level 0 and 1: `1993`, `2020-11`, `199X`, `1988/1994`,
/// `2023-08-31`, `1993~`, `1993?`, `../1994`, `1988/..`, `-0500`, `Y-12000`, `2001-21` (season).
/// The default value is "no date": empty text, empty span. Source: https://www.loc.gov/standards/datetime/
class EdtfDate {
  public:
    EdtfDate() = default;

    /// Error for text that is not EDTF or names an impossible day (1993-02-30).
    static Result<EdtfDate> parse(std::string_view text);
    static EdtfDate of_year(int year);
    static EdtfDate of_month(int year, unsigned month);
    static EdtfDate of_day(Day day);
    /// "199X": `year` is any year of the decade.
    static EdtfDate of_decade(int year);
    /// Interval from the begin of `first` to the end of `last`; either may be the default value for an open end.
    static EdtfDate of_interval(const EdtfDate& first, const EdtfDate& last);

    EdtfDate with_approximate() const;
    EdtfDate with_uncertain() const;

    /// Canonical EDTF text.
    const std::string& text() const { return text_; }
    const TimeSpan& span() const { return span_; }
    DatePrecision precision() const { return precision_; }
    bool approximate() const { return approximate_; }
    bool uncertain() const { return uncertain_; }
    bool empty() const { return text_.empty(); }
    friend bool operator==(const EdtfDate& a, const EdtfDate& b) { return a.text_ == b.text_; }

  private:
    std::string text_;
    TimeSpan span_;
    DatePrecision precision_ = DatePrecision::none;
    bool approximate_ = false;
    bool uncertain_ = false;
};

/// Reads what a person types into a date field: any EDTF, or "Nov 2020", "1988-1994", "early 1990s", "500 BCE".
Result<EdtfDate> parse_date_as_typed(std::string_view text);

/// For people, in English: "November 2020", "1988–1994", "about 1993", "1990s", "since 1991".
std::string describe(const EdtfDate& date);

}  // namespace chronomap
