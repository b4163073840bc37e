#pragma once

#include <cstdint>
#include <optional>

#include "geo/time/edtf.hpp"

namespace chronomap {

/// When a day that comes back every year falls (assets/holidays.json).
struct YearlyRule {
    enum class Kind : std::uint8_t {
        day,              ///< `month` and `day` of the Gregorian calendar
        nth_weekday,      ///< the `nth` `weekday` of `month`, and `later` days after it; nth -1 is the last
        easter,           ///< `later` days after Easter Sunday
        orthodox_easter,  ///< `later` days after Orthodox Easter Sunday
        islamic,          ///< `month` and `day` of the Umm al-Qura calendar
        hebrew,
        persian
    };
    Kind kind = Kind::day;
    int month = 0, day = 0, weekday = 0, nth = 0, later = 0;
    int days = 1;  ///< how long it lasts
};

/// The holiday in a year (1 to 9999); nothing where it does not fall into it. Of two that do (the Islamic year is
/// shorter) the first.
std::optional<EdtfDate> holiday_in(int year, const YearlyRule& rule);

/// Easter Sunday in days of the Gregorian calendar. Source: Meeus, Astronomical Algorithms (1998), chapter 8.
Day easter_sunday(int year);
/// Orthodox Easter Sunday, by the Julian calendar. Source: as easter_sunday.
Day orthodox_easter_sunday(int year);

}  // namespace chronomap
