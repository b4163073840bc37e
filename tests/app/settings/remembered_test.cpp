#include "app/settings/remembered.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "app/settings/state_folder.hpp"

using namespace chronomap;
namespace fs = std::filesystem;

namespace {

struct TemporaryFolder {
    fs::path path = fs::temp_directory_path() / ("chronomap-remembered-" + std::to_string(getpid()));
    TemporaryFolder() { fs::remove_all(path); }
    ~TemporaryFolder() { fs::remove_all(path); }
};

}  // namespace

TEST_CASE("what is remembered is read again, in a folder that was not there") {
    const TemporaryFolder folder;
    const std::string path = (folder.path / "a" / "window.json").string();
    CHECK(read_remembered(path) == Remembered{});
    const Remembered remembered{
        {"/Карабах 1.gpkg", "/b.txt"}, WindowFrame{-5, 12, 1024, 700, true}, {"article"}, 300, 400, 250, 200, 160, 1.5};
    REQUIRE(write_remembered(remembered, path));
    CHECK(read_remembered(path) == remembered);
}

TEST_CASE("a damaged memory is an error, and numbers that cannot be are left out") {
    const TemporaryFolder folder;
    fs::create_directories(folder.path);
    const std::string path = (folder.path / "window.json").string();
    for (const char* text :
         {"", "{", "[1]", R"({"recent":5})", R"({"window":{"maximised":"x","width":9,"height":9}})"}) {
        CAPTURE(text);
        std::ofstream(path) << text;
        CHECK_FALSE(read_remembered(path));
    }
    std::ofstream(path) << R"({"window":{"width":-3,"height":1e9},"ui_scale":1000,"left_width":"wide"})";
    CHECK(read_remembered(path) == Remembered{});
}

TEST_CASE("the state folder follows the desktop's rules") {
    const char* before = std::getenv("XDG_STATE_HOME");
    const std::string kept = before ? before : "";
    setenv("XDG_STATE_HOME", "/state", 1);
    CHECK(state_folder() == "/state/chronomap");
    CHECK(remembered_path() == "/state/chronomap/window.json");
    setenv("XDG_STATE_HOME", "relative", 1);
    CHECK(state_folder() == std::string(std::getenv("HOME") ? std::getenv("HOME") : "") + "/.local/state/chronomap");
    if (before)
        setenv("XDG_STATE_HOME", kept.c_str(), 1);
    else
        unsetenv("XDG_STATE_HOME");
}
