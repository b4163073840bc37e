#include "app/window/clipboard.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>

#include "tests/render/temporary_folder.hpp"

namespace chronomap {
namespace {

/// A variable of the environment as it is to be for a test.
class Variable {
  public:
    Variable(const char* name, const std::string& value) : name_(name) {
        if (const char* before = std::getenv(name)) before_ = before;
        setenv(name, value.c_str(), 1);
    }
    ~Variable() {
        if (before_)
            setenv(name_, before_->c_str(), 1);
        else
            unsetenv(name_);
    }
    Variable(const Variable&) = delete;
    Variable& operator=(const Variable&) = delete;

  private:
    const char* name_;
    std::optional<std::string> before_;
};

/// A program that writes its words and its input into files of the folder.
void make_program(const TemporaryFolder& folder, const std::string& name, const std::string& status) {
    std::ofstream(folder.file(name)) << "#!/bin/sh\necho \"$@\" > " << folder.file(name + ".words") << "\n/bin/cat > "
                                     << folder.file(name + ".input") << "\nexit " << status << "\n";
    std::filesystem::permissions(folder.file(name), std::filesystem::perms::owner_all);
}

std::string contents(const std::string& path) {
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
}

}  // namespace

TEST_CASE("a picture is handed to the desktop's own program for clipboards") {
    const TemporaryFolder folder;
    const Variable path("PATH", folder.path.string()), x11("DISPLAY", ":9");
    std::ofstream(folder.file("map.png")) << "a picture";
    make_program(folder, "xclip", "0");
    make_program(folder, "wl-copy", "0");
    {
        const Variable wayland("WAYLAND_DISPLAY", "");
        CHECK(copy_picture(folder.file("map.png")));
        CHECK(contents(folder.file("xclip.words")) == "-selection clipboard -t image/png -i\n");
        CHECK(contents(folder.file("xclip.input")) == "a picture");
        CHECK_FALSE(std::filesystem::exists(folder.file("wl-copy.input")));
    }
    const Variable wayland("WAYLAND_DISPLAY", "wayland-9");
    CHECK(copy_picture(folder.file("map.png")));
    CHECK(contents(folder.file("wl-copy.input")) == "a picture");
}

TEST_CASE("where pictures cannot be copied, the package that could is named") {
    const TemporaryFolder folder;
    const Variable path("PATH", folder.path.string()), x11("DISPLAY", ":9");
    std::ofstream(folder.file("map.png")) << "a picture";
    {
        const Variable wayland("WAYLAND_DISPLAY", "");
        const auto copied = copy_picture(folder.file("map.png"));
        REQUIRE_FALSE(copied);
        CHECK(copied.error().remedy == "install xclip");
        make_program(folder, "xclip", "1");
        CHECK_FALSE(copy_picture(folder.file("map.png")));
    }
    const Variable wayland("WAYLAND_DISPLAY", "wayland-9");
    const auto copied = copy_picture(folder.file("map.png"));
    REQUIRE_FALSE(copied);
    CHECK(copied.error().remedy == "install wl-clipboard");
}

}  // namespace chronomap
