#include <fstream>

#include <nlohmann/json.hpp>

#include "geo/dates/extract_dates.hpp"

namespace chronomap {

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
            NamedPeriod period{text("id"), {}, {}, text("source")};
            const Result<EdtfDate> date = EdtfDate::parse(text("edtf"));
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
