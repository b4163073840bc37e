#include "app/state/pasting.hpp"

#include <cstdlib>
#include <filesystem>

namespace chronomap {

namespace {

/// "%C5%9Eu%C5%9Fa" to "Şuşa". What is no escape stays.
std::string without_escapes(std::string_view address) {
    std::string text;
    for (std::size_t i = 0; i < address.size(); ++i) {
        const bool escape = address[i] == '%' && i + 2 < address.size() &&
                            std::isxdigit(static_cast<unsigned char>(address[i + 1])) != 0 &&
                            std::isxdigit(static_cast<unsigned char>(address[i + 2])) != 0;
        if (!escape) {
            text += address[i];
            continue;
        }
        const char digits[3] = {address[i + 1], address[i + 2], 0};
        text += static_cast<char>(std::strtol(digits, nullptr, 16));
        i += 2;
    }
    return text;
}

std::string path_of(std::string_view line) {
    constexpr std::string_view scheme = "file://";
    if (line.starts_with('/')) return std::string(line);
    if (!line.starts_with(scheme)) return {};
    line.remove_prefix(scheme.size());
    // file://host/path: the host is this one.
    const std::size_t slash = line.find('/');
    return slash == line.npos ? std::string{} : without_escapes(line.substr(slash));
}

}  // namespace

std::vector<std::string> paths_in(std::string_view text) {
    std::vector<std::string> paths;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        std::string_view line = text.substr(0, end);
        text = end == text.npos ? std::string_view{} : text.substr(end + 1);
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.empty()) continue;
        std::string path = path_of(line);
        std::error_code ignored;
        if (path.empty() || !std::filesystem::exists(path, ignored)) return {};
        paths.push_back(std::move(path));
    }
    return paths;
}

Result<void> paste_article(AppState& state, std::string text) {
    if (text.find_first_not_of(" \t\r\n") == text.npos)
        return fail("the clipboard holds no text", {}, 0, "copy the text of an article, then paste it here");
    state.panels.dialog = Dialog::none;
    if (std::vector<std::string> paths = paths_in(text); !paths.empty()) {
        for (std::string& path : paths) state.requests.open.push_back(std::move(path));
        return {};
    }
    state.requests.clipboard.pasted = std::move(text);
    return {};
}

std::string id_for_pasted(const AppState& state) {
    for (int number = 1;; ++number) {
        std::string id = "pasted-" + std::to_string(number);
        if (!article_of(state, id)) return id;
    }
}

}  // namespace chronomap
