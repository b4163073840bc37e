#include <fstream>

#include <nlohmann/json.hpp>

#include "geo/dates/extract_dates.hpp"

namespace chronomap {
namespace {

/// Nothing: the rule is none that is known.
std::optional<YearlyRule> yearly_rule_of(const nlohmann::json& row) {
    using Kind = YearlyRule::Kind;
    if (!row.is_object()) return std::nullopt;
    const auto number = [&](const char* key) {
        return row.contains(key) && row[key].is_number_integer() ? row[key].get<int>() : 0;
    };
    YearlyRule rule;
    rule.month = number("month");
    rule.day = number("day");
    rule.weekday = number("weekday");
    rule.nth = number("nth");
    rule.later = number("later");
    if (row.contains("days")) rule.days = number("days");
    const std::string calendar =
        row.contains("calendar") && row["calendar"].is_string() ? row["calendar"].get<std::string>() : "";
    if (row.contains("easter") || row.contains("orthodox_easter")) {
        rule.kind = row.contains("easter") ? Kind::easter : Kind::orthodox_easter;
        rule.later = number(row.contains("easter") ? "easter" : "orthodox_easter");
        return rule;
    }
    if (calendar == "islamic")
        rule.kind = Kind::islamic;
    else if (calendar == "hebrew")
        rule.kind = Kind::hebrew;
    else if (calendar == "persian")
        rule.kind = Kind::persian;
    else if (rule.weekday > 0)
        rule.kind = Kind::nth_weekday;
    const bool month = rule.month >= 1 && rule.month <= (rule.kind == Kind::hebrew ? 13 : 12);
    const bool day = rule.kind == Kind::nth_weekday
                         ? rule.weekday <= 7 && rule.nth >= -1 && rule.nth <= 5 && rule.nth != 0
                         : rule.day >= 1 && rule.day <= 31;
    return month && day ? std::optional(rule) : std::nullopt;
}

}  // namespace

Result<PeriodTable> PeriodTable::load(const std::vector<std::string>& paths) {
    PeriodTable table;
    for (const std::string& path : paths) {
        std::ifstream file(path, std::ios::binary);
        if (!file) return fail("cannot be opened", path, 0, "is chronomap installed whole?");
        const auto json = nlohmann::json::parse(file, nullptr, false);
        if (!json.is_object() || !json.contains("periods") || !json["periods"].is_array())
            return fail("is no file of periods", path, 0, "{\"periods\":[{\"id\",\"names\",\"edtf\",\"source\"}]}");
        int number = 0;
        for (const auto& row : json["periods"]) {
            ++number;
            const auto text = [&](const char* key) {
                return row.is_object() && row.contains(key) && row[key].is_string() ? row[key].get<std::string>()
                                                                                    : std::string{};
            };
            NamedPeriod period{text("id"), {}, {}, text("source"), {}};
            Result<EdtfDate> date = EdtfDate::parse(text("edtf"));
            if (row.is_object() && row.contains("yearly")) {
                period.yearly = yearly_rule_of(row["yearly"]);
                if (period.yearly) date = EdtfDate{};
            }
            if (!date || period.id.empty() || !row.contains("names") || !row["names"].is_array())
                return fail("period " + std::to_string(number) + " lacks an id, names or an EDTF date", path);
            period.date = *date;
            for (const auto& name : row["names"])
                if (name.is_string()) period.names.push_back(name.get<std::string>());
            table.periods_.push_back(std::move(period));
        }
    }
    table.index_names();
    return table;
}

}  // namespace chronomap
