#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <optional>
#include <vector>

#include "geo/text/ascii.hpp"
#include "geo/time/calendar_unit.hpp"
#include "geo/time/edtf.hpp"

namespace chronomap {
namespace chr = std::chrono;
namespace {

/// Splits into lower-case words and numbers; any dash becomes "-", everything else separates.
std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    bool open = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        const bool dash = c == '-' || text.substr(i, 3) == "–" || text.substr(i, 3) == "—";
        if (dash) {
            words.emplace_back("-");
            if (c != '-') i += 2;
            open = false;
        } else if (std::isalnum(c) || c >= 0x80) {
            const bool was_digit = open && std::isdigit(static_cast<unsigned char>(words.back().back()));
            const bool splits = open && was_digit != (std::isdigit(c) != 0) && words.back() != "0" && c != 's';
            if (!open || splits) words.emplace_back();
            words.back() += lower_ascii(static_cast<char>(c));
            open = true;
        } else {
            open = false;
        }
    }
    return words;
}

std::optional<unsigned> month_of(const std::string& word) {
    static constexpr std::array<std::string_view, 12> months{"january",   "february", "march",    "april",
                                                             "may",       "june",     "july",     "august",
                                                             "september", "october",  "november", "december"};
    if (word.size() < 3) return std::nullopt;
    for (std::size_t i = 0; i < months.size(); ++i)
        if (months[i].substr(0, word.size()) == word || (word == "sept" && i == 8)) return static_cast<unsigned>(i + 1);
    return std::nullopt;
}

std::optional<int> number_of(std::string_view word) {
    int value = 0;
    for (const std::string_view ending : {"st", "nd", "rd", "th"})
        if (word.size() > 2 && word.ends_with(ending)) word.remove_suffix(2);
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    return error == std::errc{} && end == word.data() + word.size() ? std::optional(value) : std::nullopt;
}

EdtfDate day_of(int year, unsigned month, int day) {
    const EdtfDate whole = EdtfDate::of_month(year, month);
    const Day at = whole.span().begin + chr::days{day - 1};
    return day >= 1 && at < whole.span().end ? EdtfDate::of_day(at) : EdtfDate{};
}

/// Years as an interval, approximate: "early 1990s" is the decade's first four years, "late" its last three, as the
/// extractor reads them.
EdtfDate part_of_decade(int decade, std::string_view part) {
    const auto years = [&](int first, int last) {
        return EdtfDate::of_interval(EdtfDate::of_year(decade + first), EdtfDate::of_year(decade + last))
            .with_approximate();
    };
    if (part == "early") return years(0, 3);
    if (part == "mid") return years(4, 6);
    if (part == "late") return years(7, 9);
    return EdtfDate::of_decade(decade);
}

/// The 19th century is 1801 to 1900, as the extractor reads it; "early" is its first third. `number` from 1; before
/// Christ from -1: the 5th century BCE is 500 to 401 BCE.
EdtfDate part_of_century(int number, std::string_view part) {
    const int first = number > 0 ? 100 * (number - 1) + 1 : 100 * number + 1;
    const auto years = [&](int from, int to) {
        return EdtfDate::of_interval(EdtfDate::of_year(first + from), EdtfDate::of_year(first + to));
    };
    if (part == "early") return years(0, 32);
    if (part == "mid") return years(33, 65);
    if (part == "late") return years(66, 99);
    return years(0, 99);
}

/// ISO 8601-2's number for a season.
std::optional<int> season_of(std::string_view word) {
    static constexpr std::array<std::pair<std::string_view, int>, 5> seasons{
        {{"spring", 21}, {"summer", 22}, {"autumn", 23}, {"fall", 23}, {"winter", 24}}};
    for (const auto& [name, number] : seasons)
        if (name == word) return number;
    return std::nullopt;
}

/// One date without an interval; empty when the words make none.
EdtfDate one_date(std::vector<std::string> words) {
    std::string part;
    bool approximate = false, before_christ = false;
    std::vector<std::string> rest;
    for (const std::string& word : words) {
        if (word == "early" || word == "mid" || word == "late")
            part = word;
        else if (word == "about" || word == "circa" || word == "ca" || word == "c" || word == "around")
            approximate = true;
        else if (word == "bce" || word == "bc")
            before_christ = true;
        else if (word != "the" && word != "of" && word != "in" && word != "ce" && word != "ad" && word != "-" &&
                 word != "th" && word != "nd" && word != "rd")
            rest.push_back(word);
    }
    EdtfDate date;
    std::optional<unsigned> month;
    std::optional<int> season;
    bool century = false;
    std::vector<int> numbers;
    for (const std::string& word : rest) {
        if (word.size() >= 5 && word.back() == 's' && number_of(word.substr(0, word.size() - 1)) && rest.size() == 1)
            return part_of_decade(*number_of(word.substr(0, word.size() - 1)) / 10 * 10, part);
        if (const auto number = number_of(word))
            numbers.push_back(*number);
        else if (const auto name = month_of(word); name && !month)
            month = name;
        else if (const auto named = season_of(word); named && !season)
            season = named;
        else if (word == "century")
            century = true;
        else
            return {};
    }
    if (numbers.empty() || numbers.size() > 2) return {};
    const auto year_of_number = [&](int number) { return before_christ ? 1 - number : number; };
    if (century) {
        constexpr int most_centuries = 10000;
        if (month || season || numbers.size() != 1 || numbers[0] < 1 || numbers[0] > most_centuries) return {};
        date = part_of_century(before_christ ? -numbers[0] : numbers[0], part);
    } else if (season) {
        if (month || numbers.size() != 1) return {};
        date = EdtfDate::parse(EdtfDate::of_year(year_of_number(numbers[0])).text() + "-" + std::to_string(*season))
                   .value_or(EdtfDate{});
    } else if (!month) {
        if (numbers.size() != 1) return {};
        date = EdtfDate::of_year(year_of_number(numbers[0]));
    } else if (numbers.size() == 1) {
        date = EdtfDate::of_month(year_of_number(numbers[0]), *month);
    } else {
        const bool day_first = numbers[0] <= 31;
        date = day_of(year_of_number(numbers[day_first ? 1 : 0]), *month, numbers[day_first ? 0 : 1]);
    }
    if (!part.empty() && !date.empty()) approximate = true;
    return approximate ? date.with_approximate() : date;
}

using Words = std::vector<std::string>;

bool has_month(const Words& words) {
    return std::ranges::any_of(words, [](const std::string& word) { return month_of(word).has_value(); });
}

bool has_number_above(const Words& words, int least) {
    return std::ranges::any_of(words, [&](const std::string& word) { return number_of(word).value_or(0) > least; });
}

/// The first end of an interval whose words leave to the other end what both share: the year in "27 September - 10
/// November 2020", the month too in "21 - 31 October 2020", the era in "500 - 450 BCE". Empty where nothing is left out.
EdtfDate shared_begin(const Words& words, const Words& others, const EdtfDate& to) {
    constexpr int most_days = 31;
    const auto with = [&](Words more) {
        Words all = words;
        all.insert(all.end(), more.begin(), more.end());
        return one_date(all);
    };
    if (to.empty()) return {};
    const bool before_christ = std::ranges::find(others, "bce") != others.end() ||
                               std::ranges::find(others, "bc") != others.end();
    const CivilDate last = civil_date(to.span().begin);
    if (before_christ || last.year <= most_days) {
        const EdtfDate own = one_date(words);
        const bool turned = !own.empty() && own.span().begin > to.span().begin;
        return before_christ && turned ? with({"bce"}) : EdtfDate{};
    }
    if (!has_month(others) || has_number_above(words, most_days)) return {};
    const auto month_word = std::ranges::find_if(others, [](const auto& word) { return month_of(word).has_value(); });
    if (!has_month(words))
        return to.precision() == DatePrecision::day ? with({*month_word, std::to_string(last.year)}) : EdtfDate{};
    EdtfDate from = with({std::to_string(last.year)});
    // "December - March 2021" began the year before.
    if (!from.empty() && from.span().begin > to.span().begin) from = with({std::to_string(last.year - 1)});
    return from;
}

/// "1988 - 1994", "from Nov 2020 to 2023", "21 - 31 October 2020", "since 1991", "until 2020".
EdtfDate interval(const Words& words) {
    if (words.size() > 1 && (words[0] == "since" || words[0] == "after"))
        return EdtfDate::of_interval(one_date({words.begin() + 1, words.end()}), {});
    if (words.size() > 1 && (words[0] == "until" || words[0] == "before" || words[0] == "till"))
        return EdtfDate::of_interval({}, one_date({words.begin() + 1, words.end()}));
    auto first = words.begin();
    if (first != words.end() && (*first == "from" || *first == "between")) ++first;
    for (auto word = first; word != words.end(); ++word) {
        if (*word != "-" && *word != "to" && *word != "until" && *word != "till" && *word != "and") continue;
        const Words left(first, word), right(word + 1, words.end());
        EdtfDate to = one_date(right);
        // "October 21-31, 2020"
        if (const auto month = std::ranges::find_if(left, [](const auto& each) { return month_of(each).has_value(); });
            to.empty() && month != left.end()) {
            Words whole = right;
            whole.push_back(*month);
            to = one_date(whole);
            if (to.precision() != DatePrecision::day) to = {};
            if (const EdtfDate from = shared_begin(left, whole, to); !from.empty())
                return EdtfDate::of_interval(from, to);
        }
        EdtfDate from = shared_begin(left, right, to);
        if (from.empty()) from = one_date(left);
        if (!from.empty() && !to.empty()) return EdtfDate::of_interval(from, to);
    }
    return {};
}

}  // namespace

Result<EdtfDate> parse_date_as_typed(std::string_view text) {
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front()))) text.remove_prefix(1);
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back()))) text.remove_suffix(1);
    Result<EdtfDate> strict = EdtfDate::parse(text);
    if (strict) return strict;
    const std::vector<std::string> words = words_of(text.substr(0, 200));
    EdtfDate date = one_date(words);
    if (date.empty()) date = interval(words);
    if (!date.empty()) return date;
    return fail("'" + std::string(text.substr(0, 60)) + "' is not a date", {}, 0,
                "try 1993, Nov 2020, 31 Aug 2023, 1988-1994, early 1990s, 19th century or 500 BCE");
}

}  // namespace chronomap
