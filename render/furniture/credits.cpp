#include "render/furniture/credits.hpp"

#include <algorithm>

namespace chronomap {
namespace {

constexpr std::string_view between_entries = " · ";

std::vector<std::string> split(std::string_view text, std::string_view separator) {
    std::vector<std::string> parts;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(separator, at), text.size());
        parts.emplace_back(text.substr(at, end - at));
        at = end + separator.size();
    }
    return parts;
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
    std::string text;
    for (const std::string& part : parts) {
        if (part.empty()) continue;
        if (!text.empty()) text += separator;
        text += part;
    }
    return text;
}

/// An entry that is nothing but a parenthesis keeps it.
std::string without_parentheses(std::string_view entry) {
    std::string out;
    int depth = 0;
    for (const char c : entry) {
        if (c == '(') {
            ++depth;
            while (!out.empty() && out.back() == ' ') out.pop_back();
        }
        if (depth == 0) out += c;
        if (c == ')' && depth > 0) --depth;
    }
    return out.empty() || depth > 0 ? std::string(entry) : out;
}

std::string without_addresses(std::string_view entry) {
    std::vector<std::string> parts = split(entry, ", ");
    const std::string first = parts.front();
    std::erase_if(parts, [](const std::string& part) { return part.starts_with("http") || part.starts_with("from "); });
    return parts.empty() ? first : joined(parts, ", ");
}

}  // namespace

std::vector<std::string> credit_forms(std::string_view sources) {
    std::vector<std::string> entries = split(sources, between_entries);
    std::vector<std::string> forms{std::string(sources)};
    for (const auto shorten : {without_parentheses, without_addresses}) {
        for (std::string& entry : entries) entry = shorten(entry);
        forms.push_back(joined(entries, between_entries));
    }
    return forms;
}

bool is_cut(const std::vector<std::string>& lines, std::string_view text) {
    return !lines.empty() && lines.back().ends_with("…") && !text.ends_with("…");
}

std::string merged_credits(std::string_view sources, std::string_view more) {
    std::vector<std::string> entries;
    for (const std::string_view line : {sources, more})
        for (std::string& entry : split(line, between_entries))
            if (std::ranges::find(entries, entry) == entries.end()) entries.push_back(std::move(entry));
    return joined(entries, between_entries);
}

std::string counted_credits(std::string_view sources, std::size_t named) {
    std::vector<std::string> entries = split(sources, between_entries);
    if (named >= entries.size()) return std::string(sources);
    const std::size_t rest = entries.size() - named;
    entries.resize(named);
    entries.push_back(std::to_string(rest) + (named > 0 ? " more" : "") + (rest > 1 ? " sources" : " source") +
                      ", in the picture's details");
    return joined(entries, between_entries);
}

std::vector<std::string> wrap_credits(FontSet& fonts, std::string_view before, std::string_view sources,
                                      const TextFace& face, float width_px, std::size_t preferred_lines,
                                      std::size_t most_lines) {
    std::vector<std::string> lines;
    const auto fits = [&](const std::string& credits, std::size_t most) {
        const std::string text = joined({std::string(before), credits}, between_entries);
        lines = fonts.wrap(text, face.role, face.size_px, width_px, most, face.letter_spacing_px);
        return !is_cut(lines, text);
    };
    const std::vector<std::string> forms = credit_forms(sources);
    for (const std::string& form : forms)
        if (fits(form, preferred_lines)) return lines;
    // All of them first.
    for (std::size_t named = split(forms.back(), between_entries).size() + 1; named-- > 0;)
        if (fits(counted_credits(forms.back(), named), most_lines)) break;
    return lines;
}

}  // namespace chronomap
