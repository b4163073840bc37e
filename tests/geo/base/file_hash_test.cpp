#include "geo/base/file_hash.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

using namespace chronomap;

TEST_CASE("a file's SHA-256 is that of its bytes") {
    const auto path = std::filesystem::temp_directory_path() / "chronomap-hash-test.txt";
    std::ofstream(path, std::ios::binary) << "abc";
    // FIPS 180-4, the first example of NIST's test vectors.
    CHECK(sha256_of_file(path.string()).value_or("") ==
          "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    std::ofstream(path, std::ios::binary | std::ios::trunc) << "";
    CHECK(sha256_of_file(path.string()).value_or("").starts_with("e3b0c44298fc1c14"));
    std::filesystem::remove(path);
    CHECK(!sha256_of_file(path.string()));
}

TEST_CASE("a folder's SHA-256 changes with the names and the bytes of its files") {
    const auto folder = std::filesystem::temp_directory_path() / "chronomap-hash-test";
    std::filesystem::create_directory(folder);
    const auto hash = [&] { return sha256_of_file(folder.string()).value_or(""); };
    const std::string empty = hash();
    std::ofstream(folder / "a.txt") << "abc";
    const std::string one = hash();
    std::filesystem::rename(folder / "a.txt", folder / "b.txt");
    const std::string renamed = hash();
    std::ofstream(folder / "b.txt") << "abd";
    const std::string changed = hash();
    std::filesystem::remove_all(folder);
    CHECK(empty.size() == 64);
    CHECK(one != empty);
    CHECK(renamed != one);
    CHECK(changed != renamed);
}
