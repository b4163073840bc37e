#pragma once

#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>

#include "render/snapshot/image.hpp"
#include "tests/render/temporary_folder.hpp"

namespace chronomap::test {

/// What a shell command prints; its exit status in `status`.
inline std::string output_of(const std::string& command, int* status = nullptr) {
    std::string out;
    std::FILE* pipe = popen((command + " 2>&1").c_str(), "r");
    if (!pipe) return out;
    char buffer[4096];
    while (const std::size_t count = std::fread(buffer, 1, sizeof buffer, pipe)) out.append(buffer, count);
    const int ended = pclose(pipe);
    if (status) *status = ended;
    return out;
}

/// False, with a message, where a program of third_party/packages.txt is not installed: the test has nothing to say.
inline bool has_program(const std::string& name) {
    if (std::system(("command -v " + name + " > /dev/null").c_str()) == 0) return true;
    MESSAGE("not tested: " << name << " is not installed");
    return false;
}

inline std::string bytes_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream out;
    out << file.rdbuf();
    return out.str();
}

/// The file as librsvg draws it.
inline Image drawn_svg(const std::string& svg) {
    REQUIRE(output_of("rsvg-convert '" + svg + "' -o '" + svg + ".png'").empty());
    const auto image = read_png(svg + ".png");
    REQUIRE(image);
    return *image;
}

/// A page as poppler draws it, at the 96 pixels an inch of the pictures.
inline Image drawn_pdf(const std::string& pdf, int page = 1) {
    const std::string number = std::to_string(page), png = pdf + number;
    REQUIRE(
        output_of("pdftoppm -r 96 -thinlinemode shape -png -singlefile -f " + number + " '" + pdf + "' '" + png + "'")
            .empty());
    const auto image = read_png(png + ".png");
    REQUIRE(image);
    return *image;
}

/// How much two pictures differ to an eye that does not see single pixels: the share of squares of 4 x 4 pixels whose
/// mean differs by more than 16 of 255 in any channel. Renderers place and smooth the same letter and line differently
/// within a pixel; that does not count, a line, word or colour that is missing does. 1 for pictures of different size.
inline double share_of_squares_that_differ(const Image& a, const Image& b) {
    if (a.width != b.width || a.height != b.height) return 1;
    constexpr int side = 4;
    int squares = 0, different = 0;
    for (int top = 0; top + side <= a.height; top += side) {
        for (int left = 0; left + side <= a.width; left += side) {
            int most = 0;
            for (int channel = 0; channel < 3; ++channel) {
                int sum = 0;
                for (int y = top; y < top + side; ++y)
                    for (int x = left; x < left + side; ++x) {
                        const std::size_t at = (static_cast<std::size_t>(y) * a.width + x) * 4 + channel;
                        sum += a.rgba[at] - b.rgba[at];
                    }
                most = std::max(most, std::abs(sum) / (side * side));
            }
            ++squares;
            if (most > 16) ++different;
        }
    }
    return static_cast<double>(different) / squares;
}

}  // namespace chronomap::test
