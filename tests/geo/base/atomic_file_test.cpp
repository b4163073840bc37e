#include "geo/base/atomic_file.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

using namespace chronomap;
namespace fs = std::filesystem;

namespace {

struct TemporaryFolder {
    fs::path path = fs::temp_directory_path() / "chronomap-atomic-file-test";
    TemporaryFolder() { fs::create_directories(path); }
    ~TemporaryFolder() { fs::remove_all(path); }
    std::size_t files() const {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(path), fs::directory_iterator()));
    }
};

std::string content(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("a file that is not committed leaves the old one as it was and nothing beside it") {
    const TemporaryFolder folder;
    const std::string path = (folder.path / "a.txt").string();
    REQUIRE(write_file_atomically(path, "old"));
    {
        auto file = AtomicFile::create(path);
        REQUIRE(file);
        REQUIRE(file->write("half of the ne"));
    }
    CHECK(content(path) == "old");
    CHECK(folder.files() == 1);
}

TEST_CASE("a committed file replaces the old one, and keeps its extension while it is written") {
    const TemporaryFolder folder;
    const std::string path = (folder.path / "a.tar.gz").string();
    auto file = AtomicFile::create(path);
    REQUIRE(file);
    CHECK(fs::path(file->temporary_path()).extension() == ".gz");
    REQUIRE(file->write("new"));
    REQUIRE(file->commit());
    CHECK(content(path) == "new");
    CHECK(folder.files() == 1);
}

TEST_CASE("a folder that is missing, or given as the file, is an error that names it") {
    const TemporaryFolder folder;
    CHECK(write_file_atomically((folder.path / "no/such/a.txt").string(), "x").error().text().find("no/such") !=
          std::string::npos);
    CHECK_FALSE(write_file_atomically(folder.path.string(), "x"));
}
