#include "app/window/file_watch.hpp"

#include <doctest/doctest.h>

#include <fstream>

using namespace chronomap;

TEST_CASE("a watched file is told to have changed once, when it has come to rest") {
    const auto path = std::filesystem::temp_directory_path() / "chronomap-test-watched";
    const auto write = [&](const char* text) { std::ofstream(path) << text; };
    write("one");
    FileWatch watch;
    double now = 10;
    const auto look = [&] { return watch.changed(path.string(), now += 0.25); };
    CHECK_FALSE(look());
    CHECK_FALSE(look());
    write("half of t");
    CHECK_FALSE(look());
    write("half of two");
    CHECK_FALSE(look());
    CHECK(look());
    CHECK_FALSE(look());
    // An editor may take the file away and put another in its place.
    std::filesystem::remove(path);
    CHECK_FALSE(look());
    CHECK_FALSE(look());
    write("three in its place");
    CHECK_FALSE(look());
    CHECK(look());
    // Looked at too soon, nothing is asked of the disk.
    write("four, four, four, four");
    CHECK_FALSE(look());
    CHECK_FALSE(watch.changed(path.string(), now + 0.01));
    CHECK(look());
    CHECK_FALSE(watch.changed("", now + 1));
    std::filesystem::remove(path);
}
