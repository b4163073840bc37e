#include <cctype>
#include <vector>

#include "geo/text/html_text.hpp"

namespace chronomap {
namespace {

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front()))) text.remove_prefix(1);
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back()))) text.remove_suffix(1);
    return text;
}

/// "key: value" of the front matter, without quotes around the value.
std::string value_of(std::string_view line, std::string_view key) {
    if (line.substr(0, key.size()) != key || line.size() <= key.size() || line[key.size()] != ':') return {};
    std::string_view value = trimmed(line.substr(key.size() + 1));
    if (value.size() > 1 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front())
        value = value.substr(1, value.size() - 2);
    return std::string(value);
}

/// Where the bracket that opens at `at` closes on this line; npos when it does not.
std::size_t closing(std::string_view line, std::size_t at, char open, char close) {
    int depth = 0;
    for (std::size_t i = at; i < line.size(); ++i) {
        depth += (line[i] == open) - (line[i] == close);
        if (depth == 0) return i;
    }
    return line.npos;
}

/// A line without inline marks: *, **, _, `, [text](target), ![alt](target), <target>, \escapes.
std::string inline_text(std::string_view line) {
    std::string out;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (c == '\\' && i + 1 < line.size() && std::ispunct(static_cast<unsigned char>(line[i + 1]))) {
            out += line[++i];
            continue;
        }
        const bool image = c == '!' && i + 1 < line.size() && line[i + 1] == '[';
        if (c == '[' || image) {
            const std::size_t open = i + image;
            const std::size_t end = closing(line, open, '[', ']');
            if (end != line.npos && end + 1 < line.size() && line[end + 1] == '(') {
                const std::size_t target = closing(line, end + 1, '(', ')');
                if (target != line.npos) {
                    if (!image) out += inline_text(line.substr(open + 1, end - open - 1));
                    i = target;
                    continue;
                }
            }
        }
        if (c == '<' && (line.substr(i, 5) == "<http" || line.substr(i, 2) == "<!")) {
            const std::size_t end = line.find('>', i);
            if (end != line.npos) {
                i = end;
                continue;
            }
        }
        if (c == '*' || c == '`') continue;
        const bool in_word = i > 0 && std::isalnum(static_cast<unsigned char>(line[i - 1])) && i + 1 < line.size() &&
                             std::isalnum(static_cast<unsigned char>(line[i + 1]));
        if (c == '_' && !in_word) continue;
        out += c;
    }
    return out;
}

bool is_rule(std::string_view line) {
    return line.size() >= 3 && (line[0] == '-' || line[0] == '*' || line[0] == '_' || line[0] == '=') &&
           line.find_first_not_of(std::string(1, line[0]) + " ") == line.npos;
}

}  // namespace

HtmlText text_of_markdown(std::string_view markdown) {
    HtmlText out;
    bool front_matter = false, fence = false, first = true;
    for (std::size_t at = 0; at < markdown.size();) {
        const std::size_t end = std::min(markdown.find('\n', at), markdown.size());
        std::string_view line = markdown.substr(at, end - at);
        at = end + 1;
        if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
        const std::string_view bare = trimmed(line);
        if (first && bare == "---") {
            front_matter = true;
            first = false;
            continue;
        }
        first = false;
        if (front_matter) {
            if (bare == "---")
                front_matter = false;
            else if (std::string title = value_of(bare, "title"); !title.empty())
                out.title = title;
            else if (std::string date = value_of(bare, "date"); !date.empty())
                out.published = date;
            else if (std::string publisher = value_of(bare, "publisher"); !publisher.empty())
                out.publisher = publisher;
            continue;
        }
        if (bare.substr(0, 3) == "```" || bare.substr(0, 3) == "~~~") {
            fence = !fence;
            continue;
        }
        if (fence || is_rule(bare)) continue;
        std::string_view content = line;
        if (!bare.empty() && (bare[0] == '#' || bare[0] == '>')) {
            const std::size_t level = bare.find_first_not_of("#>");
            content = level == bare.npos ? std::string_view{} : trimmed(bare.substr(level));
            if (bare[0] == '#') {
                while (!content.empty() && content.back() == '#')
                    content = trimmed(content.substr(0, content.size() - 1));
                if (out.title.empty()) out.title = inline_text(content);
                out.text += "\n" + inline_text(content) + "\n\n";
                continue;
            }
        } else if (bare.size() > 2 && (bare[0] == '-' || bare[0] == '*' || bare[0] == '+') && bare[1] == ' ') {
            content = trimmed(bare.substr(2));
        }
        out.text += inline_text(content) + "\n";
    }
    const std::size_t begin = out.text.find_first_not_of('\n');
    out.text.erase(0, begin == std::string::npos ? out.text.size() : begin);
    return out;
}

}  // namespace chronomap
