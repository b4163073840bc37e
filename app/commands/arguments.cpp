#include "app/commands/arguments.hpp"

#include <charconv>
#include <cmath>
#include <string>

namespace chronomap {

Result<double> number_from(std::string_view text, std::string_view what) {
    double value = 0;
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data() + (text.starts_with('+') ? 1 : 0), end, value);
    if (error != std::errc{} || stop != end || !std::isfinite(value))
        return fail(std::string(what) + " must be a number, not \"" + std::string(text) + "\"");
    return value;
}

Result<int> integer_from(std::string_view text, std::string_view what, int smallest, int largest) {
    int value = 0;
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data() + (text.starts_with('+') ? 1 : 0), end, value);
    if (error != std::errc{} || stop != end)
        return fail(std::string(what) + " must be a whole number, not \"" + std::string(text) + "\"");
    if (value < smallest || value > largest)
        return fail(std::string(what) + " must be from " + std::to_string(smallest) + " to " + std::to_string(largest) +
                    ", not " + std::to_string(value));
    return value;
}

Result<WindowSize> size_from(std::string_view text) {
    const std::size_t cross = text.find('x');
    if (cross == std::string_view::npos)
        return fail("a size is written WxH, for example 1920x1080, not \"" + std::string(text) + "\"");
    const auto width = integer_from(text.substr(0, cross), "the width", 1, 16384);
    if (!width) return tl::unexpected(width.error());
    const auto height = integer_from(text.substr(cross + 1), "the height", 1, 16384);
    if (!height) return tl::unexpected(height.error());
    return WindowSize{*width, *height};
}

std::string joined(std::span<const std::string> words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
}

}  // namespace chronomap
