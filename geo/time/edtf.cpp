#include "geo/time/edtf.hpp"

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <optional>

namespace chronomap {
namespace chr = std::chrono;
namespace {

/// One date of EDTF: the whole text of a single date, or one end of an interval.
struct Element {
    TimeSpan span;
    DatePrecision precision = DatePrecision::none;
    bool approximate = false, uncertain = false;
};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Years are kept within what days of 32 bits and the formulas of time_span.cpp hold with ease.
constexpr int largest_year = 1'000'000;

TimeSpan span_of_month(int year, unsigned month) {
    const auto begin_of = [](int y, unsigned m) {
        // The offset of a month within its year depends only on whether the year is a leap year.
        const int like = 2000 + ((y % 400) + 400) % 400;
        const Day first{chr::year_month_day{chr::year{like}, chr::month{m}, chr::day{1}}};
        return first_day_of(y) + (first - first_day_of(like));
    };
    return {begin_of(year, month), month == 12 ? first_day_of(year + 1) : begin_of(year, month + 1)};
}

/// Two characters: a number in [low, high], "XX" (-1), or nothing else.
std::optional<int> two(std::string_view text, int low, int high) {
    if (text == "XX") return -1;
    if (text.size() != 2 || !is_digit(text[0]) || !is_digit(text[1])) return std::nullopt;
    const int value = (text[0] - '0') * 10 + (text[1] - '0');
    return value >= low && value <= high ? std::optional(value) : std::nullopt;
}

/// Season codes 21 to 24 (ISO 8601-2, 4.8.1), read as three whole months of the northern hemisphere; winter begins in
/// December of its year.
TimeSpan span_of_season(int year, int code) {
    const unsigned first = code == 24 ? 12 : 3 + 3 * static_cast<unsigned>(code - 21);
    const TimeSpan begin = span_of_month(year, first);
    const TimeSpan last = code == 24 ? span_of_month(year + 1, 2) : span_of_month(year, first + 2);
    return {begin.begin, last.end};
}

/// Years with unspecified digits: "199X" gives 1990..1999. Only trailing X are allowed, and not four of them.
std::optional<std::pair<int, int>> year_range(std::string_view digits) {
    int low = 0, high = 0;
    bool unspecified = false;
    for (char c : digits) {
        if (c == 'X')
            unspecified = true;
        else if (unspecified || !is_digit(c))
            return std::nullopt;
        low = low * 10 + (c == 'X' ? 0 : c - '0');
        high = high * 10 + (c == 'X' ? 9 : c - '0');
    }
    if (digits.front() == 'X') return std::nullopt;
    return std::pair{low, high};
}

std::optional<Element> parse_element(std::string_view text) {
    Element element;
    if (!text.empty()) {
        const char mark = text.back();
        if (mark == '?' || mark == '~' || mark == '%') {
            element.uncertain = mark != '~';
            element.approximate = mark != '?';
            text.remove_suffix(1);
        }
    }
    const bool long_year = !text.empty() && text.front() == 'Y';
    if (long_year) text.remove_prefix(1);
    const bool negative = !text.empty() && text.front() == '-';
    if (negative) text.remove_prefix(1);

    if (long_year) {
        if (text.size() < 5 || text.size() > 7 || !std::all_of(text.begin(), text.end(), is_digit)) return std::nullopt;
        const int year = std::atoi(std::string(text).c_str()) * (negative ? -1 : 1);
        if (std::abs(year) > largest_year) return std::nullopt;
        element.span = span_of_year(year);
        element.precision = DatePrecision::year;
        return element;
    }

    if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
    const auto years = year_range(text.substr(0, 4));
    if (!years) return std::nullopt;
    const auto [low, high] = negative ? std::pair{-years->second, -years->first} : *years;
    if (negative && years->second == 0) return std::nullopt;  // "-0000" is not allowed
    element.span = {first_day_of(low), first_day_of(high + 1)};
    element.precision = high - low > 9 ? DatePrecision::century
                        : high > low   ? DatePrecision::decade
                                       : DatePrecision::year;
    if (text.size() == 4) return element;

    if (high != low || text[4] != '-') return std::nullopt;
    const auto month = two(text.substr(5, 2), 1, 24);
    if (!month || (*month > 12 && *month < 21)) return std::nullopt;
    if (*month > 12) {
        if (text.size() != 7) return std::nullopt;
        element.span = span_of_season(low, *month);
        element.precision = DatePrecision::season;
        return element;
    }
    if (*month > 0) {
        element.span = span_of_month(low, static_cast<unsigned>(*month));
        element.precision = DatePrecision::month;
    }
    if (text.size() == 7) return element;

    if (text[7] != '-') return std::nullopt;
    const auto day = two(text.substr(8, 2), 1, 31);
    if (!day || (*month < 0 && *day > 0)) return std::nullopt;
    if (*day > 0) {
        const Day at = element.span.begin + chr::days{*day - 1};
        if (at >= element.span.end) return std::nullopt;  // 30 February
        element.span = {at, at + chr::days{1}};
        element.precision = DatePrecision::day;
    }
    return element;
}

std::string year_text(int year) {
    char text[16];
    if (std::abs(year) > 9999)
        std::snprintf(text, sizeof text, "Y%d", year);
    else
        std::snprintf(text, sizeof text, year < 0 ? "-%04d" : "%04d", std::abs(year));
    return text;
}

/// "1993" -> "1993~", "1993?" -> "1993%"; open ends stay as they are.
std::string marked_approximate(std::string part) {
    if (part.empty() || part == ".." || part.back() == '~' || part.back() == '%') return part;
    if (part.back() == '?')
        part.back() = '%';
    else
        part += "~";
    return part;
}

EdtfDate known(const std::string& text) {
    Result<EdtfDate> date = EdtfDate::parse(text);
    return date ? *date : EdtfDate{};
}

}  // namespace

Result<EdtfDate> EdtfDate::parse(std::string_view text) {
    const auto refuse = [&] {
        return fail("'" + std::string(text) + "' is not a date", {}, 0,
                    "write an EDTF date such as 1993, 2020-11, 2023-08-31, 199X or 1988/1994");
    };
    EdtfDate date;
    const auto slash = text.find('/');
    if (slash == text.npos) {
        const auto element = parse_element(text);
        if (!element) return refuse();
        date.span_ = element->span;
        date.precision_ = element->precision;
        date.approximate_ = element->approximate;
        date.uncertain_ = element->uncertain;
        date.text_ = text;
        return date;
    }
    date.span_ = all_time;
    date.precision_ = DatePrecision::interval;
    int told = 0;
    for (const bool is_end : {false, true}) {
        const std::string_view part = is_end ? text.substr(slash + 1) : text.substr(0, slash);
        if (part.empty() || part == "..") continue;
        const auto element = parse_element(part);
        if (!element) return refuse();
        ++told;
        (is_end ? date.span_.end : date.span_.begin) = is_end ? element->span.end : element->span.begin;
        date.approximate_ = date.approximate_ || element->approximate;
        date.uncertain_ = date.uncertain_ || element->uncertain;
    }
    if (told == 0 || date.span_.empty()) return refuse();
    date.text_ = text;
    return date;
}

EdtfDate EdtfDate::of_year(int year) {
    return known(year_text(year));
}

EdtfDate EdtfDate::of_month(int year, unsigned month) {
    char text[8];
    std::snprintf(text, sizeof text, "-%02u", month % 100);
    return known(year_text(year) + text);
}

EdtfDate EdtfDate::of_day(Day day) {
    if (day == open_begin || day == open_end) return {};
    return known(iso_date(day));
}

EdtfDate EdtfDate::of_decade(int year) {
    std::string text = year_text(year);
    text.back() = 'X';
    return known(text);
}

EdtfDate EdtfDate::of_interval(const EdtfDate& first, const EdtfDate& last) {
    const auto begin_text = first.text_.substr(0, first.text_.find('/'));
    const auto slash = last.text_.find('/');
    const auto end_text = slash == std::string::npos ? last.text_ : last.text_.substr(slash + 1);
    if (begin_text == end_text) return known(begin_text);
    return known((first.empty() ? ".." : begin_text) + "/" + (last.empty() ? ".." : end_text));
}

EdtfDate EdtfDate::with_approximate() const {
    EdtfDate date = *this;
    if (date.empty() || date.approximate_) return date;
    date.approximate_ = true;
    if (date.precision_ == DatePrecision::interval) {
        const auto slash = text_.find('/');
        date.text_ = marked_approximate(text_.substr(0, slash)) + "/" + marked_approximate(text_.substr(slash + 1));
    } else {
        date.text_ = marked_approximate(text_);
    }
    return date;
}

EdtfDate EdtfDate::with_uncertain() const {
    EdtfDate date = *this;
    if (date.empty() || date.uncertain_ || date.precision_ == DatePrecision::interval) return date;
    date.uncertain_ = true;
    if (approximate_)
        date.text_.back() = '%';
    else
        date.text_ += "?";
    return date;
}

}  // namespace chronomap
