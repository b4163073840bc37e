#include "app/state/plain_words.hpp"

#include <cctype>
#include <filesystem>

namespace chronomap {

namespace {

/// "[json.exception.parse_error.101] " is for programmers.
std::string without_marks(std::string text) {
    constexpr std::string_view begin = "[json.exception.", end = "] ";
    const std::size_t from = text.find(begin);
    const std::size_t to = from == text.npos ? text.npos : text.find(end, from);
    if (to != text.npos) text.erase(from, to + end.size() - from);
    return text;
}

bool is_sentence(const std::string& text) {
    return text.ends_with('.') || text.ends_with('!') || text.ends_with('?');
}

}  // namespace

std::string plain_words(const Error& error) {
    std::string told = std::filesystem::path(error.file).filename().string();
    if (told.empty()) told = error.file;
    if (!told.empty() && error.line > 0) told += ", line " + std::to_string(error.line);
    if (!told.empty()) told += ": ";
    std::string message = without_marks(error.message);
    if (told.empty() && !message.empty())
        message[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(message[0])));
    told += message;
    if (!told.empty() && !is_sentence(told)) told += '.';
    if (error.remedy.empty()) return told;
    std::string remedy = error.remedy;
    // A command is written as it is typed.
    const bool is_command = remedy[0] == '`' || remedy.find('_') < remedy.find(' ');
    if (!is_command) remedy[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(remedy[0])));
    told += " " + remedy;
    if (!is_sentence(told)) told += '.';
    return told;
}

}  // namespace chronomap
