#include <array>
#include <chrono>
#include <cstdlib>

#include "geo/time/calendar_unit.hpp"
#include "geo/time/edtf.hpp"

namespace chronomap {
namespace {

constexpr std::array<const char*, 12> month_names{"January",   "February", "March",    "April",
                                                  "May",       "June",     "July",     "August",
                                                  "September", "October",  "November", "December"};
constexpr std::array<const char*, 4> season_names{"Spring", "Summer", "Autumn", "Winter"};

/// Astronomical year 0 is 1 BCE.
std::string year_words(int year) {
    return year > 0 ? std::to_string(year) : std::to_string(1 - year) + " BCE";
}

std::string day_words(Day day) {
    const std::string iso = iso_date(day);
    const std::string tail = iso.substr(iso.size() - 5);
    return std::to_string(std::atoi(tail.c_str() + 3)) + " " +
           month_names[static_cast<std::size_t>(std::atoi(tail.c_str()) - 1)] + " " + year_words(year_of(day));
}

std::string ordinal(int number) {
    const int tens = number / 10 % 10, ones = number % 10;
    const char* ending = tens == 1 ? "th" : ones == 1 ? "st" : ones == 2 ? "nd" : ones == 3 ? "rd" : "th";
    return std::to_string(number) + ending;
}

std::string plain_words(const EdtfDate& date) {
    const Day begin = date.span().begin;
    const int year = year_of(begin);
    switch (date.precision()) {
        case DatePrecision::day:
            return day_words(begin);
        case DatePrecision::month: {
            const std::string words = day_words(begin);
            return words.substr(words.find(' ') + 1);
        }
        case DatePrecision::season: {
            const auto digit = date.text().find("-2", 4);
            const auto season = static_cast<std::size_t>(date.text()[digit + 2] - '1');
            return std::string(season_names[season % 4]) + " " + year_words(year);
        }
        case DatePrecision::decade:
            return std::to_string(year) + "s";
        case DatePrecision::century:
            return ordinal(year / 100 + 1) + " century";
        default:
            return year_words(year);
    }
}

/// "21 – 31 October 2020", "September – December 2020": what both ends share stands once.
std::string interval_words(const EdtfDate& first, const EdtfDate& last) {
    const std::string from = plain_words(first), to = plain_words(last);
    const bool days = first.precision() == DatePrecision::day, months = first.precision() == DatePrecision::month;
    std::string short_from = from;
    if (first.precision() == last.precision() && (days || months) && from != to) {
        const CivilDate a = civil_date(first.span().begin), b = civil_date(last.span().begin);
        const std::string month = month_names[a.month - 1];
        if (days && a.year == b.year)
            short_from = std::to_string(a.day) + (a.month == b.month ? std::string() : " " + month);
        else if (months && a.year == b.year)
            short_from = month;
    }
    return short_from + " – " + to;
}

}  // namespace

std::string describe(const EdtfDate& date) {
    if (date.empty()) return "no date";
    const std::string about = date.approximate() ? "about " : "";
    const std::string doubt = date.uncertain() ? " (uncertain)" : "";
    if (date.precision() != DatePrecision::interval) return about + plain_words(date) + doubt;
    const auto slash = date.text().find('/');
    const Result<EdtfDate> first = EdtfDate::parse(date.text().substr(0, slash));
    const Result<EdtfDate> last = EdtfDate::parse(date.text().substr(slash + 1));
    if (first && last) return about + interval_words(*first, *last) + doubt;
    if (first) return about + "since " + plain_words(*first) + doubt;
    return about + "until " + plain_words(*last) + doubt;
}

}  // namespace chronomap
