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
    CHECK(!sha256_of_file(std::filesystem::temp_directory_path().string()));
}
