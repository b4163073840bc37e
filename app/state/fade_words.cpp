#include "app/state/fade_words.hpp"

#include <cmath>
#include <sstream>
#include <string>

namespace chronomap {

Result<int> fade_days_from(std::string_view words) {
    if (words == "off") return 0;
    std::istringstream stream{std::string(words)};
    stream.imbue(std::locale::classic());
    std::string number, unit, more;
    stream >> number >> unit >> more;
    const char* remedy = "write off, 90 days, 6 months or 5 years";
    const auto wrong = [&] {
        return fail("\"" + std::string(words) + "\" is no time over which events fade", {}, 0, remedy);
    };
    double count = 1;
    if (number != "a" && number != "one") {
        std::istringstream digits(number);
        digits.imbue(std::locale::classic());
        if (!(digits >> count) || !digits.eof()) return wrong();
    }
    if (unit.ends_with('s')) unit.pop_back();
    const double unit_days = unit.empty() || unit == "day" ? 1 : unit == "month" ? 30.436875 : unit == "year" ? 365.2425 : 0;
    const double days = std::round(count * unit_days);
    constexpr double most_days = 10000 * 365.2425;
    if (!more.empty() || !(days >= 1 && days <= most_days)) return wrong();
    return static_cast<int>(days);
}

}  // namespace chronomap
