#include "geo/io/corrections.hpp"

#include <algorithm>
#include <fstream>

#include <nlohmann/json.hpp>

namespace chronomap {

Result<Corrections> Corrections::load(const std::string& path) {
    std::ifstream file(path);
    if (!file) return fail("cannot open the corrections", path);
    Corrections corrections;
    try {
        const auto document = nlohmann::json::parse(file);
        for (const auto& entry : document.at("corrections")) {
            Correction correction;
            correction.layer = entry.at("layer").get<std::string>();
            correction.where = entry.at("where").get<Fields>();
            correction.set = entry.value("set", Fields{});
            correction.drop = entry.value("drop", false);
            if (correction.where.empty() || (correction.set.empty() && !correction.drop))
                return fail("a correction needs \"where\" and either \"set\" or \"drop\"", path);
            if (entry.value("because", "").empty()) return fail("a correction needs its reason, \"because\"", path);
            corrections.corrections_.emplace(correction.layer, std::move(correction));
        }
        const auto renamed = document.value("names", nlohmann::json::object());
        for (const auto& [layer, names] : renamed.items()) {
            for (const auto& [wrong, right] : names.items()) {
                Correction correction{layer, {{"name", wrong}}, {{"name", right.get<std::string>()}}};
                corrections.corrections_.emplace(layer, std::move(correction));
            }
        }
    } catch (const nlohmann::json::exception& error) {
        return fail(std::string("not a corrections file: ") + error.what(), path);
    }
    return corrections;
}

bool Corrections::apply(const std::string& layer, Fields& fields) const {
    const Fields source = fields;
    const auto [begin, end] = corrections_.equal_range(layer);
    for (auto it = begin; it != end; ++it) {
        const Correction& correction = it->second;
        const bool met = std::ranges::all_of(correction.where, [&](const auto& wanted) {
            const auto field = source.find(wanted.first);
            return field != source.end() && field->second == wanted.second;
        });
        if (!met) continue;
        correction.used = true;
        if (correction.drop) return false;
        for (const auto& [field, value] : correction.set) fields[field] = value;
    }
    return true;
}

std::vector<std::string> Corrections::unused() const {
    std::vector<std::string> unused;
    for (const auto& [layer, correction] : corrections_) {
        if (correction.used) continue;
        std::string text = layer + ":";
        for (const auto& [field, value] : correction.where) text.append(" ").append(field).append("=").append(value);
        unused.push_back(std::move(text));
    }
    return unused;
}

}  // namespace chronomap
