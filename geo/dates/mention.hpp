#pragma once

#include <string>

#include "geo/text/text_range.hpp"
#include "geo/time/edtf.hpp"

namespace chronomap {

/// How a date was told. The order is that of trust; `user` is a date that no text told but the program's user,
/// `undated` says that nothing tells when.
enum class DatedBy : std::uint8_t { explicit_date, relative, named_period, narrative, dateline, user, undated };

/// "explicit", "relative", "named-period", "narrative", "dateline", "user", "undated".
std::string_view name_of(DatedBy how);

enum class DateMentionKind : std::uint8_t {
    date,         ///< a point or span on the calendar
    duration,     ///< "two weeks": no place on the calendar; not exported as a dated mention
    time_of_day,  ///< "at 3 pm"
    vague         ///< "now", "recently": no place on the calendar; `timex` tells which
};

/// A phrase of the article that tells a time.
struct DateMention {
    TextRange range;
    DateMentionKind kind = DateMentionKind::date;
    DatedBy dated_by = DatedBy::explicit_date;
    EdtfDate date;       ///< empty when it could not be placed on the calendar
    std::string timex;   ///< TIMEX3 value where it says other than `date`: "PRESENT_REF", "1999-11" of "late November"
    std::string rule;    ///< name of the rule that read it: "year", "weekday", "named-period:second-karabakh-war"
    std::string reason;  ///< why `date` is empty
    double confidence = 0;
};

}  // namespace chronomap
