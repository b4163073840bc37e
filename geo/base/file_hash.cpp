#include "geo/base/file_hash.hpp"

#include <openssl/evp.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <vector>

namespace chronomap {

Result<std::string> sha256_of_file(const std::string& path) {
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), std::fclose);
    if (!file) return fail(std::string("cannot be read: ") + std::strerror(errno), path);
    const std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> digest(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    if (!digest || EVP_DigestInit_ex(digest.get(), EVP_sha256(), nullptr) != 1)
        return fail("SHA-256 cannot be computed", path);
    std::vector<unsigned char> block(1u << 18);
    while (const std::size_t count = std::fread(block.data(), 1, block.size(), file.get()))
        EVP_DigestUpdate(digest.get(), block.data(), count);
    if (std::ferror(file.get())) return fail(std::string("cannot be read: ") + std::strerror(errno), path);
    std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
    unsigned size = 0;
    EVP_DigestFinal_ex(digest.get(), bytes.data(), &size);
    std::string hex;
    for (unsigned i = 0; i < size; ++i)
        for (const int shift : {4, 0}) hex += "0123456789abcdef"[bytes[i] >> shift & 0xf];
    return hex;
}

}  // namespace chronomap
